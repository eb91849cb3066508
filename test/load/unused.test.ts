import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const EVENTS = 'harbour/events.yaml';
const RECORD = 'harbour/scenarios/harbour-record.yaml';
const NORTHQUAY = 'harbour/readings/northquay.yaml';
const SOUTHQUAY = 'harbour/readings/southquay.yaml';
const SOURCE = 'harbour/sources/gazette-1.yaml';

/** What is noticed of files that nothing is wrong with. */
function notices(edits: readonly Edit[], added: readonly [path: string, text: string][] = []) {
  const texts = edited(...edits);
  for (const [path, text] of added) texts.set(path, text);
  const { problems, notices: found } = validateContent([harbour], texts);
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

/** One more claim, by the end of the first paper. */
function more(kind = 'count', regions = '[canal]', disputes = '[]'): Edit {
  const last =
    'statement: Southquay says that delay is all that the other side is after (مماطلة).\n';
  const claim = `  - id: c10
    paragraph: 7
    speaker: gazette
    hearsay: false
    kind: ${kind}
    regions: ${regions}
    statement: Forty ships wait.
    disputes: ${disputes}
`;
  return [SOURCE, last, `${last}${claim}`];
}

const UNUSED = `${SOURCE}:83:9: nothing uses the claim gazette-1.c10 [unused]`;

describe('notices of what nothing uses', () => {
  it('are none where all is used', () => {
    expect(notices([])).toEqual([]);
  });

  it('name a step that happened and says no day, and no note that does not', () => {
    expect(notices([[RECORD, '    date: 2031-02-20\n', '']])).toEqual([
      `${RECORD}:54:9: the step wreck-located has no day, so it counts as having happened on every day [no-day]
    add date: the day, or where it is not certain { from: FIRST, to: LAST }`,
    ]);
  });

  it('name a documented scenario without steps, and none of another kind or that replays some', () => {
    const path = 'harbour/scenarios/later.yaml';
    const later = (kind: string, beside = '') =>
      notices([], [[path, `id: later\nkind: ${kind}\ntitle: Later\n${beside}`]]);
    const mend = '    add under steps what is reported to have happened, or delete the file';
    expect(later('documented')).toEqual([
      `${path}:1:5: the documented scenario later has no steps [no-steps]\n${mend}`,
    ]);
    expect(
      later('documented', 'branchesFrom: { scenario: harbour-record, step: wreck-located }\n'),
    ).toEqual([
      `${path}:1:5: the documented scenario later has no steps of its own [no-steps]\n${mend}`,
    ]);
    expect(later('hypothetical')).toEqual([]);
    expect(later('documented', 'replay: { scenario: harbour-record }\n')).toEqual([]);
  });

  it('name a claim that nothing uses', () => {
    expect(notices([more()])).toEqual([UNUSED]);
  });

  it('leave out claims that are there for context, and those about no region', () => {
    expect(notices([more('context')])).toEqual([]);
    expect(notices([more('count', '[]')])).toEqual([]);
  });

  it('leave out a claim that disputes one that is used, or that such a one disputes', () => {
    expect(notices([more('denial', '[canal]', '[gazette-2.c4]')])).toEqual([]);
    expect(
      notices([more(), [SOURCE, 'disputes: [gazette-2.c6]', 'disputes: [gazette-1.c10]']]),
    ).toEqual([]);
  });

  it.each<[place: string, edit: Edit]>([
    ['a region', ['harbour/regions.yaml', '[gazette-1.c1]', '[gazette-1.c1, gazette-1.c10]']],
    ['the controllers of an event', [EVENTS, '[gazette-1.c6]', '[gazette-1.c6, gazette-1.c10]']],
    [
      'those who take part in an event',
      [EVENTS, 'takingPart: [gazette-1.c3]', 'takingPart: [gazette-1.c10, gazette-1.c3]'],
    ],
    [
      'what is in the way of an event',
      [EVENTS, '    alias: settlement\n', '    alias: settlement\n    inTheWay: [gazette-1.c10]\n'],
    ],
    [
      'a requirement of the model',
      [EVENTS, 'claims: [gazette-2.c4]\n      inf', 'claims: [gazette-1.c10]\n      inf'],
    ],
    [
      'what a party asks',
      [
        NORTHQUAY,
        'claims: [gazette-1.c8, gazette-1.c5]',
        'claims: [gazette-1.c8, gazette-1.c5, gazette-1.c10]',
      ],
    ],
    [
      'one condition of what a party asks',
      [NORTHQUAY, 'claims: [gazette-1.c5]', 'claims: [gazette-1.c5, gazette-1.c10]'],
    ],
    ['an objection', [SOUTHQUAY, '[gazette-2.c9]', '[gazette-2.c9, gazette-1.c10]']],
    ['what a party backs', [NORTHQUAY, '[gazette-2.c7]', '[gazette-2.c7, gazette-1.c10]']],
    ['what a party says', [NORTHQUAY, '[gazette-1.c3]', '[gazette-1.c3, gazette-1.c10]']],
    ['a step', [RECORD, 'claims: [gazette-3.c2]', 'claims: [gazette-3.c2, gazette-1.c10]']],
    [
      'what bears on a step',
      [RECORD, 'bearing: [gazette-2.c6]', 'bearing: [gazette-2.c6, gazette-1.c10]'],
    ],
    ['a denial', [RECORD, '[gazette-3.c4]', '[gazette-3.c4, gazette-1.c10]']],
  ])('count a claim as used by %s', (_, edit) => {
    expect(notices([more(), edit])).toEqual([]);
  });

  it('count a claim as used by a property', () => {
    const property = `properties:
  - id: no-settlement-twice
    title: What is settled is settled
    why: The accord says so.
    claims: [gazette-1.c10]
    always: { not: { region: phase, stages: [settled] } }
`;
    expect(notices([more()], [['harbour/properties.yaml', property]])).toEqual([]);
  });

  it('name a documented note that cites nothing, whatever bears on it', () => {
    expect(
      notices([
        [RECORD, '    claims: [gazette-1.c1, gazette-1.c2]\n', '    bearing: [gazette-1.c1]\n'],
      ]),
    ).toEqual([`${RECORD}:7:9: the step canal-shut cites no claim [no-claim]`]);
  });
});
