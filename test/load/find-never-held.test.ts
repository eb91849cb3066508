import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour } from './harbour-texts.ts';

const SOUTHQUAY = 'harbour/readings/southquay.yaml';

/** What is noticed where Southquay holds this on tolls imposed again, on which it holds nothing else. */
function notices(...positions: string[]): string[] {
  const written = positions.map((position) => `    - { ${position} }\n`).join('');
  const { problems, notices: found } = validateContent(
    [harbour],
    edited([
      SOUTHQUAY,
      '  batteries.sealed:\n',
      `  tolls.reimposed:\n${written}  batteries.sealed:\n`,
    ]),
  );
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

const notice = (line: number, day: string) =>
  `${SOUTHQUAY}:${line}:7: this position on tolls.reimposed is never in force: when it begins, on ${day}, it has ended or another has replaced it [never-in-force]
    put positions in the order of their days; to keep the earlier one in force, write beside: true in the later one`;

describe('a position that is in force on no day', () => {
  it('is one whose place another takes at once, unless that stands beside it', () => {
    const same = 'backs: true, claims: [gazette-3.c1]';
    expect(notices('objects: noTolls, claims: [gazette-3.c1]', same)).toEqual([
      notice(28, '2031-03-01'),
    ]);
    expect(notices('objects: noTolls, claims: [gazette-3.c1]', `${same}, beside: true`)).toEqual(
      [],
    );
  });

  it('is one that is written before another of an earlier day', () => {
    const early = 'backs: true, from: 2031-01-06';
    const late = 'objects: noTolls, from: 2031-02-20';
    expect(notices(early, late)).toEqual([]);
    expect(notices('says: [gazette-1.c3]', late, early)).toEqual([notice(29, '2031-02-20')]);
  });

  it('is one that is over before the day that its claim gives', () => {
    const held = 'backs: true, claims: [gazette-3.c1], until:';
    expect(notices(`${held} 2031-02-28`)).toEqual([notice(28, '2031-03-01')]);
    expect(notices(`${held} 2031-03-01`)).toEqual([]);
  });

  it('is none whose conditions begin later than it', () => {
    const asks = 'asks: { id: later, region: canal, stages: [open], from: 2031-04-01 }';
    expect(notices(`${asks}, claims: [gazette-3.c1]`)).toEqual([]);
    // Another has taken its place for good before its condition begins.
    expect(notices(`${asks}, from: 2031-02-20`, 'backs: true, from: 2031-03-01').length).toBe(1);
  });

  it('is none that may have been held between the days that its claim gives', () => {
    // The claim gives 25 February to 1 March.
    expect(
      notices('backs: true, claims: [gazette-3.c5]', 'objects: noTolls, from: 2031-02-26'),
    ).toEqual([]);
  });
});
