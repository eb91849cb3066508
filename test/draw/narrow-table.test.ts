import { describe, expect, it } from 'vitest';
import { asText } from '../../src/draw/text.ts';
import { rows } from '../../src/explain/document.ts';

const GATES = rows(
  [
    ['canal.bothWaysOpened', 'contested', 'closed', 'passed', 'unmet', 'The canal opens both ways'],
    ['wreck.raised', 'open', 'open', 'unstated', '', 'The wreck is raised'],
  ],
  { head: ['Gate', 'Overall', 'Northquay', 'Southquay', 'Model requires', 'Event'] },
);

describe('a table without room for its words', () => {
  it('breaks none of them: each row is a paragraph, which says what its cells are', () => {
    expect(asText(GATES, 50)).toEqual([
      'canal.bothWaysOpened',
      '    Overall: contested; Northquay: closed;',
      '    Southquay: passed; Model requires: unmet;',
      '    Event: The canal opens both ways',
      'wreck.raised',
      '    Overall: open; Northquay: open; Southquay:',
      '    unstated; Event: The wreck is raised',
    ]);
  });

  it('stands in columns as long as every word has room, the last one below where it is long', () => {
    const wide = asText(GATES, 100);
    expect(wide[0]).toMatch(/^Gate +Overall +Northquay +Southquay +Model requires +Event$/);
    for (let width = 30; width <= 130; width += 1) {
      const words = asText(GATES, width)
        .join('\n')
        .split(/[\s;]+/);
      for (const word of ['canal.bothWaysOpened', 'contested', 'unstated', 'wreck.raised'])
        expect([width, words.includes(word)]).toEqual([width, true]);
    }
  });

  it('says of a column that stands below its rows what it is, at each row and not over them', () => {
    const lines = asText(GATES, 82);
    expect(lines[0]).toMatch(/^Gate +Overall +Northquay +Southquay +Model requires$/);
    expect(lines[1]).toMatch(/^canal.bothWaysOpened +contested/);
    expect(lines[2]).toBe('    Event: The canal opens both ways');
  });

  it('is set in fewer columns instead, where it is said in which', () => {
    const [wide] = GATES;
    if (wide?.kind !== 'table') throw new Error('no table');
    const head = ['Gate', 'Overall', 'Event'];
    const narrow = {
      head,
      rows: [['wreck.raised', 'open', 'The wreck is raised by both of them']],
    };
    expect(asText([{ ...wide, narrow }], 50)).toEqual([
      'Gate          Overall  Event',
      'wreck.raised  open     The wreck is raised by both',
      '                       of them',
    ]);
    expect(asText([{ ...wide, narrow }], 130)).toEqual(asText(GATES, 130));
  });
});

describe('a table where nothing is wrapped', () => {
  const LONG =
    'refused, since what it asks first is unmet, and nobody is reported to be able to bring it about';
  const head = ['Event', 'Left', 'Right', 'In which runs'];
  const drawn = (...cells: string[][]) => asText(rows(cells, { head, depth: 1 }), Infinity);

  it('stays in columns as long as no cell is a paragraph, however wide', () => {
    const names = Array.from({ length: 20 }, (_, at) => `Reading ${at}`);
    const matrix = rows([names.map(() => 'unstated')], { head: names });
    expect(asText(matrix, Infinity)).toHaveLength(2);
  });

  it('has short rows in a line each under what they have in common, and each long cell in a line', () => {
    const event = 'The canal opens both ways';
    expect(
      drawn(
        [event, 'open', 'closed', 'Northquay'],
        [event, 'open', '', 'Southquay'],
        [event, LONG, LONG, 'all'],
      ),
    ).toEqual([
      `  ${event}`,
      '      Left: open; Right: closed; In which runs: Northquay',
      '      Left: open; In which runs: Southquay',
      `  ${event}`,
      `      Left: ${LONG}`,
      `      Right: ${LONG}`,
      '      In which runs: all',
    ]);
  });

  it('has a long last column below its row, and what goes on with a row below that', () => {
    const long = `${LONG}; ${LONG}`;
    expect(drawn(['It opens', 'open', 'closed', long], ['', '', '', 'and more'])).toEqual([
      '  Event     Left  Right',
      '  It opens  open  closed',
      `      In which runs: ${long}`,
      '      and more',
    ]);
  });
});
