import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/load/read-yaml.ts';
import { formatProblem } from '../../src/load/problem.ts';

const CRLF = 'a: 1\r\nb:\r\n  - "x\r\n    y"\r\nc: |\r\n  z\r\n';

describe('readYaml', () => {
  it.each([
    ['plain data', 'a: 1\nb: [x, true, null]\n', { a: 1, b: ['x', true, null] }],
    ['unquoted dates as text', 'date: 2031-01-05\n', { date: '2031-01-05' }],
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['line ends of Windows', CRLF, { a: 1, b: ['x y'], c: 'z\n' }],
    ['a tab and a line break in a block', 'a: |\n  x\ty\n  z\n', { a: 'x\ty\nz\n' }],
    ['the start and end of one document', '---\na: 1\n...\n', { a: 1 }],
    ['text in any script', 'a: سلام 🏳️‍🌈 שלום می‌خواهم\n', { a: 'سلام 🏳️‍🌈 שלום می‌خواهم' }],
    ['yes and no as words', 'a: no\n', { a: 'no' }],
    ['32 levels', `${'['.repeat(32)}${']'.repeat(32)}`, expect.anything()],
  ])('reads %s', (_, text, data) => {
    expect(readYaml(text)).toMatchObject({ data });
  });

  const REFUSED: readonly (readonly [name: string, text: string, said: readonly string[]])[] = [
    [
      'nothing',
      '',
      [
        '1:1: the file is empty [missing-key]\n    write its content; `phasegate new --help` says how to begin each kind of file',
      ],
    ],
    [
      'a comment alone',
      '# nothing yet\n',
      [
        '1:1: the file is empty [missing-key]\n    write its content; `phasegate new --help` says how to begin each kind of file',
      ],
    ],
    [
      'a key twice',
      'a: 1\nb: 2\n"a": 3\n',
      ['3:1: the key "a" is there a second time; the first is on line 1 [second-key]'],
    ],
    [
      'a number and a text as the same key',
      'x:\n  1: a\n  "1": b\n',
      ['3:3: the key "1" is there a second time; the first is on line 2 [second-key]'],
    ],
    [
      'the keys that objects have',
      'x:\n  __proto__: 1\ny: { constructor: 1, "prototype": 2 }\n',
      [
        '2:3: "__proto__" is a reserved word and cannot be a key [reserved-word]\n    choose another name',
        '3:6: "constructor" is a reserved word and cannot be a key [reserved-word]\n    choose another name',
        '3:22: "prototype" is a reserved word and cannot be a key [reserved-word]\n    choose another name',
      ],
    ],
    [
      'anchors and aliases',
      'a: &x [1]\nb: *x\n',
      [
        '1:4: an anchor, "&x", which content files may not have [not-plain]\n    put text that begins with & in quotes',
        '2:4: an alias, "*x", which content files may not have [not-plain]\n    write the value out; put text that begins with * in quotes',
      ],
    ],
    [
      'an anchor on a key and on a block',
      '&k a: |\n  x\nb: &b |\n  x\n',
      [
        '1:1: an anchor, "&k", which content files may not have [not-plain]\n    put text that begins with & in quotes',
        '3:4: an anchor, "&b", which content files may not have [not-plain]\n    put text that begins with & in quotes',
      ],
    ],
    [
      'an alias as a key',
      'a: 1\n*x : 2\n',
      [
        '2:1: an alias, "*x", which content files may not have [not-plain]\n    write the value out; put text that begins with * in quotes',
      ],
    ],
    [
      'tags, known or not',
      'a: !!str 1\nb: !mine 2\nc: !<tag:x> 3\n',
      ['1:4: a tag, "!!str"', '2:4: a tag, "!mine"', '3:4: a tag, "!<tag:x>"'].map(
        (start) =>
          `${start}, which content files may not have [not-plain]\n    put text that begins with ! in quotes`,
      ),
    ],
    [
      'a merge key',
      'a:\n  <<: { b: 1 }\n',
      [
        '2:3: a merge key (<<), which content files may not have [not-plain]\n    write the keys out',
      ],
    ],
    [
      'a directive',
      '%YAML 1.1\n---\na: 1\n',
      ['1:1: a directive (%), which content files may not have [not-plain]\n    remove it'],
    ],
    [
      'a second document',
      'a: 1\n---\nb: 2\n---\nc: 3\n',
      [
        '2:1: a second document begins here [not-plain]\n    write one document in each file, without ---',
      ],
    ],
    ['keys that are no words', '[a]: 1\n', ['1:1: a key that is not a plain word [not-plain]']],
    ['a key that is nothing', 'a: 1\n: 2\n', ['2:1: a key that is not a plain word [not-plain]']],
    [
      'control characters as they are',
      'a: x\u0007\nb: \u001B[2J # \u009B\n',
      [
        '1:5: a control character, \\u{07} [bad-character]\n    remove it',
        '2:4: a control character, \\u{1b} [bad-character]\n    remove it',
        '2:11: a control character, \\u{9b} [bad-character]\n    remove it',
      ],
    ],
    [
      'control characters as escapes',
      'a: "\\x1b]52;c;aGk=\\a"\n"\\b": 1\n',
      [
        '1:4: a control character, \\u{1b} [bad-character]\n    remove it',
        '2:1: a control character, \\u{08} [bad-character]\n    remove it',
      ],
    ],
    [
      'bidirectional formatting, in comments too',
      'a: x # \u202Eevil\nb: "\\u2066"\n',
      ['1:8: an invisible formatting character, \\u{202e} [bad-character]\n    remove it'],
    ],
    [
      'bidirectional formatting as an escape',
      'a: 1\nb: ["\\u2066"]\n',
      ['2:5: an invisible formatting character, \\u{2066} [bad-character]\n    remove it'],
    ],
    [
      'half a surrogate pair',
      'a: "\\uD800"\n',
      ['1:4: an invisible formatting character, \\u{d800} [bad-character]\n    remove it'],
    ],
    [
      'a lone carriage return',
      'a: 1\rb: 2\n',
      ['1:5: a control character, \\r [bad-character]\n    remove it'],
    ],
    [
      'a tab that indents',
      'a:\n\tb: 1\n',
      [
        '2:1: not valid YAML: Tabs are not allowed as indentation [not-yaml]\n    indent with spaces',
      ],
    ],
    [
      'a colon in plain text',
      'title: What then: nothing\n',
      [
        '1:8: not valid YAML: Nested mappings are not allowed in compact mappings [not-yaml]\n    put text with a colon and a space in it in quotes',
      ],
    ],
    [
      'text that begins with a sign of YAML',
      'a: @home\n',
      [
        '1:4: not valid YAML: Plain value cannot start with reserved character @ [not-yaml]\n    put the text in quotes',
      ],
    ],
    [
      'a bracket left open',
      'a: [1, 2\nb: 3\n',
      [
        '2:1: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] [not-yaml]',
      ],
    ],
    [
      'a quote left open, where it opens',
      'a: 1\nb: "x\nc: 2\nd: 3\n',
      [
        '2:4: not valid YAML: Missing closing "quote [not-yaml]\n    close the quote that begins here',
      ],
    ],
    [
      'a line indented too deep, where it stands',
      'a:\n  - b: 1\n     c: 2\n    d: 3\n',
      [
        '3:6: not valid YAML: Nested mappings are not allowed in compact mappings [not-yaml]\n    indent the line like the one above, by 4 spaces',
      ],
    ],
    [
      'a line indented too little, and not what follows from it',
      'a:\n  - b: 1\n   c: 2\n    d: 3\n',
      [
        '3:1: not valid YAML: Sequence item without - indicator [not-yaml]\n    indent the line like its neighbours',
      ],
    ],
    [
      'a dash without its space',
      'a:\n  -b: 1\n   c: 2\n',
      [
        '2:3: not valid YAML: Nested mappings are not allowed in compact mappings [not-yaml]\n    write a space after the dash',
      ],
    ],
    [
      'tabs, once',
      'a:\n\t- b: 1\n\t  c: 2\n',
      [
        '2:1: not valid YAML: Tabs are not allowed as indentation [not-yaml]\n    indent with spaces',
      ],
    ],
    [
      '33 levels',
      `${'['.repeat(33)}${']'.repeat(33)}`,
      ['1:33: nested more than 32 levels deep [too-large]'],
    ],
  ];

  it.each(REFUSED)('refuses %s', (_, text, said) => {
    const found = readYaml(text);
    expect('data' in found ? found.data : found.map(asWritten)).toEqual(said);
  });

  it.each([
    ['[', 1],
    ['{a: ', 4],
    ['- ', 2],
    ['? ', 2],
    ['a:\n', 3],
    [',', 1],
    ['"', 1],
    ['%\n', 2],
    ['---\n', 4],
    ['&a ', 3],
    ['\u0000', 1],
    ['*a, ', 4],
    ['\n', 1],
    ['a: "x\n', 6],
    ['[]: ', 4],
  ])('is not held up by a megabyte of %j', (part, length) => {
    const found = readYaml(part.repeat((1024 * 1024) / length));
    expect('data' in found).toBe(false);
    expect(found).not.toHaveLength(0);
    expect((found as unknown[]).length).toBeLessThanOrEqual(100);
  });

  it('is not held up by aliases that double again and again', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const found = readYaml(['a0: &a0 x', ...lines].join('\n'));
    expect('data' in found).toBe(false);
  });

  it('is not held up by as many keys as fit', () => {
    const keys = Array.from({ length: 100_000 }, (_, n) => `k${n}: 1\n`).join('');
    expect(readYaml(keys)).toMatchObject([
      { message: 'too long: it has more parts than anybody writes by hand' },
    ]);
    const fewer = keys.split('\n').slice(0, 14_000).join('\n');
    expect(readYaml(fewer)).toHaveProperty('data');
  });
});

describe('locate', () => {
  const text = 'a:\n  b: [x, { c: 1 }]\n  d:\n"e f": >-\n  long\n';
  const file = readYaml(text);
  const locate = (path: (string | number)[], of?: 'key') => {
    if (!('data' in file)) throw new Error(JSON.stringify(file));
    const { line, column } = file.locate(path, of);
    return `${line}:${column}`;
  };

  it.each([
    [[], '1:1'],
    [['a'], '2:3'],
    [['a', 'b'], '2:6'],
    [['a', 'b', 0], '2:7'],
    [['a', 'b', 1, 'c'], '2:15'],
    [['a', 'd'], '3:3'],
    [['e f'], '4:8'],
    [['a', 'b', 7], '2:6'],
    [['a', 'nothing', 'here'], '2:3'],
    [['a', 'b', 0, 'c'], '2:7'],
  ])('finds %j at %s', (path, place) => {
    expect(locate(path)).toBe(place);
  });

  it('finds keys', () => {
    expect(locate(['a', 'b'], 'key')).toBe('2:3');
    expect(locate(['a', 'b', 1, 'c'], 'key')).toBe('2:12');
    expect(locate(['e f'], 'key')).toBe('4:1');
  });
});

function asWritten(found: object): string {
  const problem = { file: '', ...found } as Parameters<typeof formatProblem>[0];
  return formatProblem(problem).slice(1);
}
