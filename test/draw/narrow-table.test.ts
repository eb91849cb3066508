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
