import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const EVENTS = 'harbour/events.yaml';
const REGIONS = 'harbour/regions.yaml';
const SOUTHQUAY = 'harbour/readings/southquay.yaml';
const NEVER_RAISED = 'harbour/scenarios/wreck-never-raised.yaml';

/** The model requiring something before an event. */
const requires = (event: string, title: string, requirement: string): Edit => [
  EVENTS,
  `  - id: ${event}\n    title: ${title}\n`,
  `  - id: ${event}\n    title: ${title}\n    requirement: ${requirement}\n`,
];

const SILTED: Edit = [
  REGIONS,
  '      - { id: open, title: open, level: 3 }\n',
  '      - { id: open, title: open, level: 3 }\n      - { id: silted, title: silted up, level: 1 }\n',
];
const RAISED_BEHIND_SEALED = requires(
  'wreck.raised',
  'The wreck is raised',
  '{ id: sealedFirst, region: batteries, stages: [sealed, dismantled] }',
);
const SEALED_BEHIND_RAISED = requires(
  'batteries.sealed\n    alias: batteriesSealing',
  'The batteries are sealed',
  '{ id: raisedFirst, region: wreck, stages: [raised] }',
);

const REQUIRED: readonly (readonly [
  name: string,
  edits: readonly Edit[],
  said: readonly string[],
])[] = [
  [
    'stages that no event leads to',
    [
      SILTED,
      [EVENTS, 'region: canal\n      stages: [open]', 'region: canal\n      stages: [silted]'],
    ],
    [
      'harbour/events.yaml:120:15: the condition "trafficFlows" before tolls.shared can never be met: no event brings canal to silted from where it starts [no-way-there]\n    add an event that brings canal there, or ask for stages that it can come to',
    ],
  ],
  [
    'what only the event itself brings',
    [
      requires(
        'phase.oneBegan',
        'Phase one begins and the calm takes hold',
        '{ id: calmFirst, region: calm, stages: [holding, broken] }',
      ),
    ],
    [
      'harbour/events.yaml:4:57: the condition "calmFirst" before phase.oneBegan can never be met: the events that bring calm to holding or broken come only after phase.oneBegan itself [no-way-there]\n    ask for something that can come before phase.oneBegan, or add an event that brings calm there without it',
    ],
  ],
  [
    'what comes after the event, each of two after the other',
    [RAISED_BEHIND_SEALED, SEALED_BEHIND_RAISED],
    [
      'harbour/events.yaml:77:64: the condition "sealedFirst" before wreck.raised can never be met: the events that bring batteries to sealed or dismantled come only after wreck.raised itself [no-way-there]\n    ask for something that can come before wreck.raised, or add an event that brings batteries there without it',
      'harbour/events.yaml:90:60: the condition "raisedFirst" before batteries.sealed can never be met: the events that bring wreck to raised come only after batteries.sealed itself [no-way-there]\n    ask for something that can come before batteries.sealed, or add an event that brings wreck there without it',
    ],
  ],
  [
    'what is itself behind a circle',
    [
      RAISED_BEHIND_SEALED,
      SEALED_BEHIND_RAISED,
      requires(
        'envoys.met',
        'Envoys meet',
        '{ id: gunsGone, region: batteries, stages: [dismantled] }',
      ),
    ],
    [
      'harbour/events.yaml:77:64: the condition "sealedFirst" before wreck.raised can never be met: the events that bring batteries to sealed or dismantled come only after wreck.raised itself [no-way-there]\n    ask for something that can come before wreck.raised, or add an event that brings batteries there without it',
      'harbour/events.yaml:90:60: the condition "raisedFirst" before batteries.sealed can never be met: the events that bring wreck to raised come only after batteries.sealed itself [no-way-there]\n    ask for something that can come before batteries.sealed, or add an event that brings wreck there without it',
    ],
  ],
];

describe('a requirement of the model that can never be met is refused where it asks for', () => {
  it.each(REQUIRED)('%s', (_, edits, said) => {
    const { content, problems } = checkContent([harbour], edited(...edits));
    expect(problems.map(formatProblem)).toEqual(said);
    expect(content).toBeNull();
  });

  it('one thing only, where nothing else goes round in a circle', () => {
    for (const edit of [RAISED_BEHIND_SEALED, SEALED_BEHIND_RAISED])
      expect(checkContent([harbour], edited(edit)).problems).toEqual([]);
  });
});

function notices(...edits: Edit[]): string[] {
  const { problems, notices: found } = validateContent([harbour], edited(...edits));
  expect(problems.map(formatProblem)).toEqual([]);
  return found.map(formatProblem);
}

const NEVER_SILTED = `harbour/regions.yaml:29:15: canal never comes to silted: no event that can happen leads there, and no scenario assumes it [no-way-there]
    add an event that leads there, or leave the stage out`;

describe('what can never be met is noticed', () => {
  it('where it is one alternative of what the model requires', () => {
    const calmOr = (stage: string): Edit =>
      requires(
        'wreck.located',
        'The wreck is located',
        `{ any: [{ id: calmNow, region: calm, stages: [holding] }, { id: upNow, region: canal, stages: [${stage}] }] }`,
      );
    expect(notices(calmOr('open'))).toEqual([]);
    expect(notices(SILTED, calmOr('silted'))).toEqual([
      `harbour/events.yaml:71:112: the condition "upNow" before wreck.located can never be met: no event brings canal to silted from where it starts [no-way-there]
    add an event that brings canal there, or ask for stages that it can come to`,
      NEVER_SILTED,
    ]);
  });

  it('where a party asks for what comes after its own event', () => {
    const asks = (stage: string): Edit => [
      SOUTHQUAY,
      '  batteries.sealed:\n',
      `  tolls.shared:\n    - asks: { id: phaseFirst, region: phase, stages: [${stage}] }\n      from: 2031-06-01\n  batteries.sealed:\n`,
    ];
    expect(notices(asks('phaseTwo'))).toEqual([]);
    // The model has the tolls shared before the accord is settled.
    expect(notices(asks('settled'))).toEqual([
      `${SOUTHQUAY}:28:54: the condition "phaseFirst" before tolls.shared can never be met: the events that bring phase to settled come only after tolls.shared itself [no-way-there]
    ask for something that can come before tolls.shared, or add an event that brings phase there without it`,
    ]);
  });
});

describe('what nothing leads to is noticed', () => {
  const DREDGED: Edit = [
    EVENTS,
    '  - id: wreck.located\n',
    '  - { id: canal.dredged, title: It is dredged, moves: { silted: shut } }\n  - id: wreck.located\n',
  ];

  it('as a stage, and as an event that could only happen there', () => {
    expect(notices(SILTED, DREDGED)).toEqual([
      NEVER_SILTED,
      `harbour/events.yaml:69:55: canal.dredged can never happen: canal never comes to silted [no-way-there]
    let it move from a stage that the region can come to, or leave it out`,
    ]);
  });

  it.each<[string, Edit]>([
    [
      'assumes the stage',
      [
        NEVER_RAISED,
        'assume: { region: inspectors, stage: onSite }',
        'assume: { region: canal, stage: silted }',
      ],
    ],
    [
      'takes the region to be unknown',
      [NEVER_RAISED, 'assume: { region: inspectors, stage: onSite }', 'unknown: { region: canal }'],
    ],
  ])('but not where a scenario %s', (_, edit) => {
    expect(notices(SILTED, DREDGED, edit)).toEqual([]);
  });
});
