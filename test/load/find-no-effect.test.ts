import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const PATH = 'harbour/scenarios/wreck-never-raised.yaml';
const RECORD = 'harbour/scenarios/harbour-record.yaml';
const LAST = '    status: assumed\n    restore: { reading: northquay, condition: wreckRaised }\n';

/** What is noticed where one more step ends the scenario, in which Northquay waives and takes up again. */
function notices(step: string, ...edits: Edit[]): string[] {
  const { problems, notices: found } = validateContent(
    [harbour],
    edited(
      [
        PATH,
        LAST,
        `${LAST}  - id: one-more\n    title: One more\n    status: assumed\n    ${step}\n`,
      ],
      ...edits,
    ),
  );
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

describe('a step that changes nothing', () => {
  it.each([
    [
      'restore: { reading: northquay, condition: wreckRaised }',
      '14',
      'northquay takes "wreckRaised" up again, but has not waived it [no-effect]\n    waive it in an earlier step, or leave the step out',
    ],
    [
      'restore: { reading: southquay, condition: noSealing }',
      '14',
      'southquay takes "noSealing" up again, but has not waived it [no-effect]\n    waive it in an earlier step, or leave the step out',
    ],
    [
      'acknowledge: { reading: northquay, event: phase.twoBegan }',
      '18',
      'phase.twoBegan cannot happen there under the reading northquay, so there is nothing to grant [no-effect]\n    leave the step out, or write under expect what each reading is to make of it',
    ],
    [
      'acknowledge: { reading: guild, event: inspectors.arrived }',
      '18',
      'inspectors.arrived has happened already under the reading guild, so there is nothing to grant [no-effect]\n    leave the step out, or write under expect what each reading is to make of it',
    ],
    [
      'event: phase.settled',
      '12',
      'phase.settled changes nothing there, by any reading [no-effect]\n    leave the step out, or write under expect what each reading is to make of it',
    ],
    [
      'event: inspectors.arrived',
      '12',
      'inspectors.arrived changes nothing there, by any reading [no-effect]\n    leave the step out, or write under expect what each reading is to make of it',
    ],
  ])('is noticed: %s', (step, column, said) => {
    expect(notices(step)).toEqual([`${PATH}:51:${column}: ${said}`]);
  });

  it('is noticed where a second waiver comes before what takes up both', () => {
    const waive = '    waive: { reading: northquay, condition: wreckRaised }\n';
    const again = `  - id: again\n    title: Again\n    status: assumed\n${waive}`;
    expect(
      notices('waive: { reading: northquay, condition: wreckRaised }', [
        PATH,
        '  - id: second-phase-again\n',
        `${again}  - id: second-phase-again\n`,
      ]),
    ).toEqual([
      `${PATH}:22:12: northquay has waived "wreckRaised" already [no-effect]\n    leave the step out`,
    ]);
  });

  it.each([
    'waive: { reading: northquay, condition: wreckRaised }',
    'acknowledge: { reading: northquay, event: canal.offeredOneWay }',
    'event: inspectors.left',
    'event: phase.settled\n    expect: { every: impossible }',
    'acknowledge: { reading: guild, event: inspectors.arrived }\n    expect: { guild: already }',
  ])('is none that changes something, or that says what comes of it: %s', (step) => {
    expect(notices(step)).toEqual([]);
  });

  it('is no note, and none that is only taken for granted', () => {
    expect(notices('assume: { region: inspectors, stage: onSite }')).toEqual([]);
    expect(notices('narrative: Nothing moves.')).toEqual([]);
  });

  it('is noticed at the start of a story as well', () => {
    expect(
      notices('narrative: Nothing moves.', [
        RECORD,
        '    claims: [gazette-1.c1, gazette-1.c2]\n',
        '    claims: [gazette-1.c1, gazette-1.c2]\n    event: canal.shut\n    date: 2031-01-01\n',
      ]),
    ).toEqual([
      `${RECORD}:12:12: canal.shut changes nothing there, by any reading [no-effect]
    leave the step out, or write under expect what each reading is to make of it`,
    ]);
  });
});
