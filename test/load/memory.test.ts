import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Memory } from '../../src/load/memory.ts';
import { formatProblem } from '../../src/load/problem.ts';
import * as reading from '../../src/load/read-yaml.ts';
import { validateContent } from '../../src/load/validate.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

vi.mock('../../src/load/read-yaml.ts', async (importOriginal) => {
  const original = await importOriginal<typeof reading>();
  return { ...original, readYaml: vi.fn<typeof original.readYaml>(original.readYaml) };
});

const { readYaml } = vi.mocked(reading);

beforeEach(() => {
  readYaml.mockClear();
});

/** All that is said of some texts. */
function said(texts: ReadonlyMap<string, string>, memory = new Memory()) {
  const { content, problems, notices } = validateContent([harbour], texts, { memory });
  memory.forgetUnused();
  return {
    content: JSON.stringify(content),
    problems: problems.map(formatProblem),
    notices: notices.map(formatProblem),
  };
}

const paths = [...harbourTexts.keys()];

/** A line of a file left out, doubled or put in another's place, the file gone, or everything as it was. */
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      path: fc.constantFrom(...paths),
      line: fc.nat(60),
      other: fc.nat(60),
      how: fc.constantFrom('drop', 'double', 'swap'),
    }),
  },
  fc.record({ path: fc.constantFrom(...paths), how: fc.constantFrom('remove', 'restore') }),
  fc.constant({ path: '', how: 'restoreAll' }),
);

function edited(
  texts: ReadonlyMap<string, string>,
  { path, how, line = 0, other = 0 }: { path: string; how: string; line?: number; other?: number },
): Map<string, string> {
  if (how === 'restoreAll') return new Map(harbourTexts);
  const after = new Map(texts);
  if (how === 'remove') after.delete(path);
  if (how === 'restore') after.set(path, harbourTexts.get(path) ?? '');
  const lines = after.get(path)?.split('\n');
  if (lines === undefined) return after;
  const [here, there] = [line % lines.length, other % lines.length];
  if (how === 'drop') lines.splice(here, 1);
  if (how === 'double') lines.splice(here, 0, lines[here] ?? '');
  if (how === 'swap') [lines[here], lines[there]] = [lines[there] ?? '', lines[here] ?? ''];
  return after.set(path, lines.join('\n'));
}

/** A step's expectation, an event's requirement and a reading's position: what changes answers and stays readable. */
const SOUND_EDITS = [...harbourTexts].flatMap(([path, text]) =>
  [
    ...text.matchAll(/(?<=: )(?:open|closed|taken|refused|held|accepts|objects|already)\b/g),
  ].flatMap(({ 0: word, index }) =>
    ['open', 'closed', 'taken', 'refused', 'accepts', 'objects']
      .filter((other) => other !== word)
      .map((other) => ({ path, before: text, at: index, word, other })),
  ),
);

describe('a memory of what was read and played', () => {
  it('changes nothing of what is said, whatever is edited in turn', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const memory = new Memory();
        let texts: ReadonlyMap<string, string> = harbourTexts;
        expect(said(texts, memory)).toEqual(said(texts));
        for (const each of edits) {
          texts = edited(texts, each);
          expect(said(texts, memory)).toEqual(said(texts));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing of what is said where words are put for others', () => {
    const memory = new Memory();
    const different = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...SOUND_EDITS), ({ path, before, at, word, other }) => {
        const text = `${before.slice(0, at)}${other}${before.slice(at + word.length)}`;
        const texts = new Map(harbourTexts).set(path, text);
        const fresh = said(texts);
        different.add(fresh.problems.join('\n'));
        expect(said(texts, memory)).toEqual(fresh);
      }),
      { numRuns: 60 },
    );
    expect(different.size).toBeGreaterThan(3);
  });

  it('reads each file once, and again only where its text has changed', () => {
    const memory = new Memory();
    said(harbourTexts, memory);
    expect(readYaml).toHaveBeenCalledTimes(new Set(harbourTexts.values()).size);
    readYaml.mockClear();
    said(harbourTexts, memory);
    expect(readYaml).not.toHaveBeenCalled();
    const path = paths.find((each) => each.includes('/scenarios/')) ?? '';
    const changed = `${harbourTexts.get(path)}# more\n`;
    said(new Map(harbourTexts).set(path, changed), memory);
    expect(readYaml.mock.calls).toEqual([[changed]]);
  });

  it('forgets what is not there any more', () => {
    const memory = new Memory();
    const [path = '', text = ''] = [...harbourTexts].at(-1) ?? [];
    said(harbourTexts, memory);
    const without = new Map(harbourTexts);
    without.delete(path);
    said(without, memory);
    said(without, memory);
    readYaml.mockClear();
    said(harbourTexts, memory);
    expect(readYaml.mock.calls).toEqual([[text]]);
  });
});
