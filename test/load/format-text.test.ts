import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Document,
  isCollection,
  isScalar,
  Lexer,
  type Node,
  parse,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { formatText } from '../../src/load/format-text.ts';
import { SCHEMAS } from '../../src/load/schemas.ts';
import { type Role, roleOf } from '../../src/load/layout.ts';
import { agreementSkeleton } from '../../src/load/skeleton/agreement-skeleton.ts';
import { harbour, harbourTexts } from './harbour-texts.ts';

const FILES = [...harbourTexts].map(([path, text]) => ({
  path,
  text,
  role: roleOf(harbour, path) as Role,
}));
const anyFile = fc.constantFrom(...FILES);

function formatted(text: string, role: Role): string {
  const result = formatText('a.yaml', text, SCHEMAS[role]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.text;
}

/** Every comment, in no order; no text of the fixtures begins with the sign of one. */
function commentsIn(text: string): string[] {
  return [...new Lexer().lex(text.replace(/\r\n/g, '\n'))]
    .filter((token) => token.startsWith('#'))
    .map((token) => token.trimEnd())
    .toSorted();
}

/** Words of the fixtures are without two blanks in a row, so that any form can be folded. */
const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED'] as const;

/** The data in some form: any order of keys, in flow or block, any quotes, and with comments where those are asked for. */
function written(data: unknown, choices: readonly number[], comments: boolean): string {
  let at = 0;
  const choose = (count: number) => (choices[at++ % choices.length] ?? 0) % count;
  const document = new Document(data);
  const comment = (node: Node) => {
    if (choose(4) === 0) node.commentBefore = ` above ${at}\n second line ${at}`;
    if (isScalar(node) && choose(4) === 0) node.comment = ` behind ${at}`;
  };
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value === 'string' && key !== 'key') node.type = STYLES[choose(4)] ?? 'PLAIN';
      if (comments && key !== 'value') comment(node);
      else if (comments && isScalar(node) && choose(4) === 0 && node.type !== 'BLOCK_FOLDED')
        node.comment = ` behind ${at}`;
    },
    Collection: (_, node) => {
      if (isCollection(node) && !comments) node.flow = choose(4) === 0;
    },
  });
  return document.toString({ lineWidth: 40 * choose(3), indent: 2 + choose(3) });
}

/** The keys of a file's uppermost map in another order; what stands in lists and in maps by id has its own. */
function turned(text: string): unknown {
  return Object.fromEntries(Object.entries(parse(text) as YAMLMap).toReversed());
}

const someChoices = fc.array(fc.nat(1000), { minLength: 30, maxLength: 60 });

describe('a file put into form', () => {
  it('is the same however the data was written', () => {
    fc.assert(
      fc.property(anyFile, someChoices, ({ text, role }, choices) => {
        const data = turned(text);
        const once = formatted(written(data, choices, false), role);
        expect(parse(once)).toEqual(data);
        expect(formatted(written(parse(text), [1], false), role)).toBe(once);
        expect(formatted(once, role)).toBe(once);
      }),
      { numRuns: 25 },
    );
  });

  it('says the same and has every comment, with any line ends', () => {
    let most = 0;
    fc.assert(
      fc.property(anyFile, someChoices, fc.boolean(), ({ text, role }, choices, isWindows) => {
        const unix = written(turned(text), choices, true);
        const before = isWindows ? `\uFEFF${unix.replaceAll('\n', '\r\n')}` : unix;
        const once = formatted(before, role);
        expect(parse(once)).toEqual(parse(unix));
        expect(commentsIn(once)).toEqual(commentsIn(unix));
        expect(formatted(once, role)).toBe(once);
        expect(once).not.toMatch(/[ \t]$|\r|\uFEFF|\n\n$/m);
        expect(once).toMatch(/[^\n]\n$/);
        most = Math.max(most, commentsIn(once).length);
      }),
      { numRuns: 25 },
    );
    expect(most).toBeGreaterThan(20);
  });

  it('has every comment that somebody puts on a line, or beside what stands on one', () => {
    let most = 0;
    const places = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(anyFile, places, ({ text, role }, chosen) => {
        let commented = text;
        for (const [nth, [place, indent, isBeside]] of chosen.entries()) {
          const lines = commented.split('\n');
          const at = place % lines.length;
          const line = `${lines[at] ?? ''} # beside ${nth}`;
          const above = [`${' '.repeat(indent * 2)}# above ${nth}`, lines[at] ?? ''];
          const tried = lines.toSpliced(at, 1, ...(isBeside ? [line] : above)).join('\n');
          // Within a text it is none.
          const isComment = commentsIn(tried).length > commentsIn(commented).length;
          if (isComment && parseDocument(tried).errors.length === 0) commented = tried;
        }
        const once = formatted(commented, role);
        expect(commentsIn(once)).toEqual(commentsIn(commented));
        expect(parse(once)).toEqual(parse(text));
        most = Math.max(most, commentsIn(once).length);
      }),
      { numRuns: 60 },
    );
    expect(most).toBeGreaterThan(7);
  });

  it.each([
    ['speakers: # nobody yet\n  []', 'speakers:\n  # nobody yet\n  []'],
    ['speakers: [] # nobody yet', 'speakers: [] # nobody yet'],
    [
      'speakers: [ # who\n {id: s, title: S} # one\n]',
      'speakers:\n  # who\n  - { id: s, title: S } # one',
    ],
  ])('has a comment where it was put: %j', (before, after) => {
    const parties = 'parties:\n  - { id: a, title: A }\n  # end of parties\n\n';
    expect(formatted(`${parties}${before}\n`, 'parties')).toBe(`${parties}${after}\n`);
  });

  it('is as files are that people wrote, as far as lines are no longer than 120', () => {
    for (const { path, text } of agreementSkeleton('accord')) {
      const role = roleOf(
        { id: 'accord', folder: 'x', scenarios: 'x/scenarios', sources: 'x/sources', opens: null },
        `x/${path}`,
      );
      if (role === null) continue;
      const once = formatted(text, role);
      expect(parse(once)).toEqual(parse(text));
      expect(commentsIn(once)).toEqual(commentsIn(text));
    }
  });

  it('has keys in order, small things on one line, long ones folded, needless quotes gone', () => {
    const text = `# yaml-language-server: $schema=x.json

regions:
    -   title:   "the canal"
        id: 'canal'   # a region
        starts: shut
        claims:
          - page-1.c1
          - page-1.c2


        # what it can be in
        stages: [ {level: 0, title: shut, id: shut},
          {id: open, title: 'open, to all', level: 3}]
    - id: lock
      starts: shut
      odd: true
      title: '${'a lock that is '.repeat(8)}shut'
      stages:
        - # once
          id: shut
          title: shut
          level: 0
`;
    expect(formatted(text, 'regions')).toBe(`# yaml-language-server: $schema=x.json

regions:
  - id: canal # a region
    title: the canal
    starts: shut
    claims: [page-1.c1, page-1.c2]

    # what it can be in
    stages:
      - { id: shut, title: shut, level: 0 }
      - { id: open, title: 'open, to all', level: 3 }
  - id: lock
    title: >-
      a lock that is a lock that is a lock that is a lock that is a lock that is a lock that is a lock that is a lock
      that is shut
    starts: shut
    stages:
      # once
      - { id: shut, title: shut, level: 0 }
    odd: true
`);
  });

  it('keeps texts as they are that are odd', () => {
    const odd = [
      'null',
      '1',
      '2041-05-01',
      ' blank ',
      'a: b',
      'a #b',
      '# no comment',
      "it's",
      '"',
      '- a',
      '[a] ]',
      '{ a }',
      'one\ntwo\n',
      'one\n\n\ntwo',
      '  one\n two \n',
      `${'long '.repeat(50)}  two   blanks`,
      `${'long '.repeat(50)}\n${'long '.repeat(50)}`,
      'x'.repeat(200),
      '',
      'line separator',
      'é\u00A0ü',
    ];
    for (const title of odd)
      for (const text of [
        JSON.stringify({ id: 'a', title, summary: 'b' }),
        new Document({ title }).toString(),
      ]) {
        const once = formatted(text, 'scenario');
        expect((parse(once) as { title: string }).title).toBe(title);
        expect(formatted(once, 'scenario')).toBe(once);
      }
  });

  it('is refused with a code and a place where it is no plain YAML', () => {
    const refusal = (text: string) => {
      const result = formatText('a.yaml', text, SCHEMAS.parties);
      return result.ok ? null : result.problems.map(({ code, line }) => ({ code, line }));
    };
    expect(refusal('parties: [\n')).toEqual([{ code: 'not-yaml', line: 2 }]);
    expect(refusal('parties: &all []\nspeakers: *all\n')).toEqual([
      { code: 'not-plain', line: 1 },
      { code: 'not-plain', line: 2 },
    ]);
    expect(refusal('parties: []\nparties: []\n')).toEqual([{ code: 'second-key', line: 2 }]);
    expect(refusal('')).toEqual([{ code: 'missing-key', line: 1 }]);
  });

  it('need not be of the shape of its file', () => {
    for (const text of [
      '[]',
      'a',
      '7',
      '{}',
      'parties: 7',
      'parties: [7, {x: [{y: 1}]}]',
      'valueOf: 1\ntoString: {a: }',
    ])
      expect(parse(formatted(text, 'parties'))).toEqual(parse(text));
  });
});
