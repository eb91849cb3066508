import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const RECORD = 'harbour/scenarios/harbour-record.yaml';
const EVENTS = 'harbour/events.yaml';

function notices(...edits: Edit[]): string[] {
  const { problems, notices: found } = validateContent([harbour], edited(...edits));
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

/** An event beside those that are there, at the end of the file. */
function beside(event: string): Edit {
  const last =
    '    moves: { meeting: apart }\n    direction: backward\n    controllers: unstated\n';
  return [EVENTS, last, `${last}${event}`];
}

const SEIZED = `  - id: canal.seized
    title: The canal is seized and opened
    moves: { shut: open }
`;
/** Expectations of the gate by its event, for when that has no alias. */
const UNALIASED: readonly Edit[] = [
  [RECORD, 'canalOpening: { every: unstated, s', 'canal.opened: { every: unstated, s'],
  [RECORD, '      canalOpening:\n', '      canal.opened:\n'],
];
const NOTICE = `${EVENTS}:158:12: canal.seized brings canal to open too, and nothing is asked before it: a way round the gate canalOpening [way-round]
    give canal.seized a requirement or a position of its own, or let it lead to another stage`;

describe('a way round a gate', () => {
  it('is an event that leads where the gate leads, before which nothing stands', () => {
    expect(notices(beside(SEIZED))).toEqual([NOTICE]);
  });

  it('is named at its event, and with the event of the gate where that has no alias', () => {
    expect(
      notices(beside(SEIZED), [EVENTS, '    alias: canalOpening\n', ''], ...UNALIASED),
    ).toEqual([NOTICE.replace(':158:', ':157:').replace('gate canalOpening', 'gate canal.opened')]);
  });

  it('is none where the model requires something before it, or a party holds something on it', () => {
    const required = '    requirement: { id: wreckGone, region: wreck, stages: [raised] }\n';
    expect(notices(beside(`${SEIZED}${required}`))).toEqual([]);
    expect(
      notices(beside(SEIZED), [
        'harbour/readings/southquay.yaml',
        '  batteries.sealed:\n',
        '  canal.seized:\n    - objects: noSeizure\n      claims: [gazette-2.c8]\n  batteries.sealed:\n',
      ]),
    ).toEqual([]);
  });

  it('is still there where a party only says something of it', () => {
    expect(
      notices(beside(SEIZED), [
        'harbour/readings/southquay.yaml',
        '  batteries.sealed:\n',
        '  canal.seized:\n    - says: [gazette-2.c8]\n  batteries.sealed:\n',
      ]),
    ).toEqual([NOTICE]);
  });

  it('is none where the event leads elsewhere', () => {
    expect(notices(beside(SEIZED.replace('shut: open', 'shut: oneWayOffered')))).toEqual([]);
  });

  it('is none where the event leads back from what lies behind the gate', () => {
    const silted: Edit = [
      'harbour/regions.yaml',
      '      - { id: open, title: open, level: 3 }\n',
      '      - { id: open, title: open, level: 3 }\n      - { id: silted, title: silted up, level: 1 }\n',
    ];
    const dredged = `  - { id: canal.dredged, title: It is dredged, moves: { silted: open } }\n`;
    const silts = (from: string) =>
      `  - { id: canal.silted, title: It silts up, moves: { ${from}: silted } }\n`;
    expect(notices(silted, beside(`${silts('open')}${dredged}`))).toEqual([]);
    expect(notices(silted, beside(`${silts('shut')}${dredged}`))).toEqual([
      `${EVENTS}:157:55: canal.dredged brings canal to open too, and nothing is asked before it: a way round the gate canalOpening [way-round]
    give canal.dredged a requirement or a position of its own, or let it lead to another stage`,
    ]);
  });
});
