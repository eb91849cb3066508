import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHtml, escaped, noteId, notesHtml } from '../../src/draw/html.ts';
import { show } from '../../src/load/show.ts';
import { heading, line, phrase, rows, statusLine, title } from '../../src/explain/document.ts';

const HOSTILE = `<script>alert("1")</script> <img src=x onerror='x'> &amp; \u202E`;
const anyText = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constant(HOSTILE));

/** What a reader sees: every tag that is drawn taken away, what stands for a character put back. */
function seen(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const tagsOf = (html: string) => [...html.matchAll(/<[^<>]*>/g)].map(([tag]) => tag);

describe('an answer as HTML', () => {
  it('has every text as text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const said = show(text.replaceAll(/\s+/g, ' '));
        const blocks = (each: string) => [
          title(each),
          heading([phrase(each, 'strong')], { basis: 'derived' }),
          statusLine('unmet', each, { word: each, depth: 1 }),
          ...line([phrase(each, 'quiet', { cites: ['a.c1'] })], 1),
          { kind: 'verdict' as const, of: each, sign: 'open' as const, word: each, more: each },
          ...rows([[each, [phrase(each, 'changed')]]], { head: [each, 'b'] }),
        ];
        const notes = (each: string) => [{ number: 1, reference: 'a.c1', text: each }];
        const html = asHtml(blocks(text), notes(text)) + notesHtml(notes(text));
        const plain = asHtml(blocks('§'), notes('§')) + notesHtml(notes('§'));
        // The text adds no tag and changes none; it stands in the document as often as it was put there.
        expect(tagsOf(html)).toEqual(tagsOf(plain));
        expect(seen(html)).toBe(seen(plain).replaceAll('§', () => said));
      }),
    );
  });

  it('leads from what cites a claim to its note', () => {
    const blocks = line([phrase('[The Gazette; note 2]', 'quiet', { cites: ['a.c1'] })]);
    const notes = [{ number: 2, reference: 'a.c1', text: 'The Gazette.' }];
    expect(asHtml(blocks, notes)).toContain(`<a class="cites" href="#${noteId(2)}">`);
    expect(notesHtml(notes)).toContain(`<li id="${noteId(2)}" value="2">`);
    expect(asHtml(blocks)).not.toContain('<a');
  });

  it('escapes what would end a quoted attribute', () => {
    expect(escaped(`"'<>&`)).toBe('&quot;&#39;&lt;&gt;&amp;');
  });
});
