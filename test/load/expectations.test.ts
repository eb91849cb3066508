import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/load/problem.ts';
import { validateContent } from '../../src/load/validate.ts';
import { edited, harbour, type Edit } from './harbour-texts.ts';

const RECORD = 'harbour/scenarios/harbour-record.yaml';
const NEVER = 'harbour/scenarios/wreck-never-raised.yaml';
const NORTHQUAY = 'harbour/readings/northquay.yaml';
const SOUTHQUAY = 'harbour/readings/southquay.yaml';

function said(...edits: Edit[]): string[] {
  return validateContent([harbour], edited(...edits)).problems.map(formatProblem);
}

const TOLLS = `              - id: tollsOff
                region: tolls
                stages: [suspended, shared]
                claims: [gazette-2.c8]
`;

/** What is said where Northquay has nothing against a second phase. */
const NORTHQUAY_GOES_ALONG = [
  `${RECORD}:50:44: phase-two-declared: expected northquay to say refused by [wreckRaised], it says recognised [not-as-expected]`,
  `${RECORD}:52:47: phase-two-declared: expected the gate phaseTwo to be closed by [wreckRaised] under northquay, it is passed [not-as-expected]`,
  `${NEVER}:18:47: condition-waived: expected the gate phaseTwo to be open under northquay, it is passed [not-as-expected]`,
  `${NEVER}:23:42: second-phase-again: expected northquay to say recognised, it says already (possible from phaseOne, after the step phase-two-declared) [not-as-expected]`,
];

describe('a changed reading', () => {
  it('fails where scenarios name a condition that was dropped', () => {
    expect(said([SOUTHQUAY, TOLLS, ''])).toEqual([
      `${RECORD}:80:53: there is no condition or objection "tollsOff" [unknown-id]\n    known here: tollsSettled, batteriesGone, batteriesShut, trafficFlows, canalInPhaseTwo, inspectorsStay, wreckRaised, calmBroken, wreckBeforeCanal, inspectorsWatch, envoysTalk, noSealing`,
    ]);
  });

  it('comes out otherwise when a condition is dropped', () => {
    expect(
      said(
        [SOUTHQUAY, TOLLS, ''],
        [RECORD, '[[inspectorsWatch], [tollsOff]]', '[[inspectorsWatch], [envoysTalk]]'],
      ),
    ).toEqual([
      `${RECORD}:80:22: wreck-first: expected the gate canalOpening to be closed by [envoysTalk] or [inspectorsWatch] under southquay, it is open [not-as-expected]`,
    ]);
  });

  it('comes out otherwise when a condition asks for another stage', () => {
    expect(
      said([
        NORTHQUAY,
        'region: wreck\n            stages: [raised]',
        'region: wreck\n            stages: [lost]',
      ]),
    ).toEqual([
      `${RECORD}:22:47: phase-one-begins: expected the gate phaseTwo to be unknown under northquay, it is unstated [not-as-expected]`,
      `${RECORD}:39:47: envoys-meet: expected the gate phaseTwo to be closed by [wreckRaised] under northquay, it is open [not-as-expected]`,
      ...NORTHQUAY_GOES_ALONG,
    ]);
  });

  it('comes out otherwise when a party asks where it objected', () => {
    expect(
      said([
        SOUTHQUAY,
        'objects: noSealing',
        'asks: { id: noSealing, region: wreck, stages: [lost, located] }',
      ]),
    ).toEqual([
      `${RECORD}:53:72: phase-two-declared: expected the gate batteriesSealing to be closed by [noSealing] under southquay, it is open [not-as-expected]`,
    ]);
  });

  it('comes out otherwise when a position is no longer held', () => {
    expect(said([SOUTHQUAY, '    - backs: true\n      claims: [gazette-2.c6]\n', ''])).toEqual([
      `${RECORD}:50:85: phase-two-declared: expected southquay to say recognised, it says unopposed [not-as-expected]`,
      `${RECORD}:52:87: phase-two-declared: expected the gate phaseTwo to be passed under southquay, it is unstated [not-as-expected]`,
      `${NEVER}:18:64: condition-waived: expected the gate phaseTwo to be passed under southquay, it is unstated [not-as-expected]`,
    ]);
  });

  it('comes out otherwise when another takes the place of a position, and not when it stands beside it', () => {
    const more = (beside: string): Edit => [
      NORTHQUAY,
      '    - says: [gazette-2.c6]\n',
      `    - backs: true\n      claims: [gazette-2.c6]\n${beside}    - says: [gazette-2.c6]\n`,
    ];
    expect(said(more(''))).toEqual([
      `${RECORD}:39:47: envoys-meet: expected the gate phaseTwo to be closed by [wreckRaised] under northquay, it is unknown [not-as-expected]`,
      ...NORTHQUAY_GOES_ALONG,
    ]);
    expect(said(more('      beside: true\n'))).toEqual([]);
  });

  it('comes out otherwise when a position begins later or is over', () => {
    const held = (days: string): Edit => [
      SOUTHQUAY,
      'claims: [gazette-2.c9]',
      `claims: [gazette-2.c9]\n      ${days}`,
    ];
    const gone = [
      `${RECORD}:53:72: phase-two-declared: expected the gate batteriesSealing to be closed by [noSealing] under southquay, it is unstated [not-as-expected]`,
    ];
    expect(said(held('from: 2031-02-16'))).toEqual([]);
    expect(said(held('from: 2031-02-17'))).toEqual(gone);
    expect(said(held('from: 2031-02-01\n      until: 2031-02-15'))).toEqual([
      ...gone,
      `${NEVER}:29:72: batteries-unknown: expected the gate batteriesSealing to be closed by [noSealing] under southquay, it is unstated [not-as-expected]`,
    ]);
  });

  it('comes out otherwise when the model requires something', () => {
    expect(
      said([
        'harbour/events.yaml',
        '    title: Inspectors arrive\n',
        '    title: Inspectors arrive\n    requirement: { id: canalFree, region: canal, stages: [open] }\n',
      ]),
    ).toEqual(
      ['northquay', 'southquay', 'guild', 'charter'].map(
        (reading) =>
          `harbour/scenarios/guild-sequence.yaml:23:22: inspectors-arrive: expected ${reading} to say unopposed, it says held by [canalFree] [not-as-expected]`,
      ),
    );
  });
});

describe('an expectation', () => {
  it.each([
    [
      'the status',
      'northquay: disputed',
      'northquay: recognised',
      '61:44: wreck-located: expected northquay to say recognised, it says disputed [not-as-expected]',
    ],
    [
      'the conditions of a refusal',
      'northquay: { refused: [[wreckRaised]] }',
      'northquay: { refused: [[calmBroken]] }',
      '50:44: phase-two-declared: expected northquay to say refused by [calmBroken], it says refused by [wreckRaised] [not-as-expected]',
    ],
    [
      'whether it is refused or held',
      'northquay: { refused: [[wreckRaised]] }',
      'northquay: { held: [[wreckRaised]] }',
      '50:44: phase-two-declared: expected northquay to say held by [wreckRaised], it says refused by [wreckRaised] [not-as-expected]',
    ],
    [
      'how conditions are grouped',
      '[[inspectorsWatch], [tollsOff]]',
      '[[inspectorsWatch, tollsOff]]',
      '80:22: wreck-first: expected the gate canalOpening to be closed by [inspectorsWatch, tollsOff] under southquay, it is closed by [inspectorsWatch] or [tollsOff] [not-as-expected]',
    ],
    [
      'the objection that closes',
      'southquay: { closed: [[noSealing]] }',
      'southquay: { closed: [[tollsOff]] }',
      '53:72: phase-two-declared: expected the gate batteriesSealing to be closed by [tollsOff] under southquay, it is closed by [noSealing] [not-as-expected]',
    ],
    [
      'a verdict',
      'southquay: passed',
      'southquay: open',
      '52:87: phase-two-declared: expected the gate phaseTwo to be open under southquay, it is passed [not-as-expected]',
    ],
    [
      'whether a party backs a step or states nothing',
      'southquay: recognised }',
      'southquay: unopposed }',
      '50:85: phase-two-declared: expected southquay to say unopposed, it says recognised [not-as-expected]',
    ],
    [
      'whether a position is stated',
      'guild: unstated',
      'guild: open',
      '81:18: wreck-first: expected the gate canalOpening to be open under guild, it is unstated [not-as-expected]',
    ],
  ])('that is wrong in %s', (_, from, to, problem) => {
    expect(said([RECORD, from, to])).toEqual([`${RECORD}:${problem}`]);
  });

  it('of every reading speaks for those that are not named', () => {
    expect(
      said([
        RECORD,
        'event: wreck.located\n    disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]\n    expect: { every: unopposed',
        'event: wreck.located\n    disputedBy: [{ reading: northquay, claims: [gazette-3.c4] }]\n    expect: { every: already',
      ]),
    ).toEqual(
      ['southquay', 'guild', 'charter'].map(
        (reading) =>
          `${RECORD}:61:22: wreck-located: expected ${reading} to say already, it says unopposed [not-as-expected]`,
      ),
    );
  });

  it('may be left out for some readings and for a whole step', () => {
    expect(
      said(
        [
          RECORD,
          'expect: { every: unopposed, northquay: disputed }',
          'expect: { northquay: disputed }',
        ],
        [
          'harbour/scenarios/guild-sequence.yaml',
          '    expect: { every: unopposed, northquay: impossible }\n',
          '',
        ],
      ),
    ).toEqual([]);
  });

  it('may hold a step by what the model requires, with its conditions or without', () => {
    const settled = (expected: string): Edit => [
      'harbour/scenarios/canal-opens-early.yaml',
      'replay:',
      `  - id: second-phase
    title: The second phase begins
    status: assumed
    event: phase.twoBegan
  - id: all-settled
    title: It is settled
    status: assumed
    event: phase.settled
    expect: { southquay: ${expected} }
replay:`,
    ];
    const place = 'harbour/scenarios/canal-opens-early.yaml:31:26: all-settled';
    expect(said(settled('held'))).toEqual([]);
    expect(said(settled('{ held: [[batteriesShut], [batteriesGone]] }'))).toEqual([]);
    expect(said(settled('{ held: [[tollsSettled]] }'))).toEqual([
      `${place}: expected southquay to say held by [tollsSettled], it says held by [batteriesGone] or [batteriesShut] [not-as-expected]`,
    ]);
    expect(said(settled('unopposed'))).toEqual([
      `${place}: expected southquay to say unopposed, it says held by [batteriesGone] or [batteriesShut] [not-as-expected]`,
    ]);
  });

  it('follows waivers and what a party grants', () => {
    const after = (action: string, verdicts: string): Edit => [
      NEVER,
      '  - id: condition-restored\n',
      `  - id: own-step
    title: Something else
    status: assumed
    ${action}
    gates:
      ${verdicts}
  - id: condition-restored\n`,
    ];
    const drop = 'waive: { reading: southquay, condition: noSealing }';
    expect(said(after(drop, 'batteriesSealing: { southquay: open }'))).toEqual([]);
    expect(said(after(drop, 'batteries.sealed: { southquay: { closed: [[noSealing]] } }'))).toEqual(
      [
        `${NEVER}:49:38: own-step: expected the gate batteries.sealed to be closed by [noSealing] under southquay, it is open [not-as-expected]`,
      ],
    );
    const grant = 'acknowledge: { reading: northquay, event: canal.opened }';
    expect(said(after(grant, 'canal.opened: { northquay: passed }'))).toEqual([]);
    const note = 'narrative: Nothing is granted.';
    expect(said(after(note, 'canal.opened: { northquay: passed }'))).toEqual([
      `${NEVER}:49:34: own-step: expected the gate canal.opened to be passed under northquay, it is closed by [wreckBeforeCanal] [not-as-expected]`,
    ]);
  });

  it('may give sets in any order, and a refusal without them', () => {
    expect(
      said(
        [RECORD, '[[inspectorsWatch], [tollsOff]]', '[[tollsOff], [inspectorsWatch]]'],
        [RECORD, 'northquay: { refused: [[wreckRaised]] }', 'northquay: refused'],
      ),
    ).toEqual([]);
  });

  it('is told why an event is impossible, for each reading that it speaks for', () => {
    const wrong: Edit = [NEVER, 'expect: { every: impossible }', 'expect: { every: recognised }'];
    expect(said(wrong)).toEqual(
      ['northquay', 'southquay', 'guild', 'charter'].map(
        (reading) =>
          `${NEVER}:43:22: settled-after-all: expected ${reading} to say recognised, it says impossible (possible from phaseTwo, after the step calm-breaks) [not-as-expected]`,
      ),
    );
  });
});

it('unknown stages that multiply beyond what is looked at are a problem, at the step that asks', () => {
  const stages = {
    phase: 'settled',
    calm: 'holding',
    canal: 'open',
    wreck: 'raised',
    tolls: 'shared',
    inspectors: 'onSite',
    envoys: 'meeting',
  };
  const asked = Object.entries(stages).map(
    ([region, stage]) => `{ id: ${region}First, region: ${region}, stages: [${stage}] }`,
  );
  const steps = Object.keys(stages).map(
    (region) => `  - id: no-${region}
    title: Nobody knows
    status: assumed
    unknown: { region: ${region} }
`,
  );
  const sealed = `  - id: sealed
    title: The batteries are sealed
    status: assumed
    event: batteries.sealed
`;
  const next = '  - id: inspectors-on-site\n';
  expect(
    said(
      [NORTHQUAY, '    - backs: true', `    - asks: { all: [${asked.join(', ')}] }`],
      [NEVER, '{ every: unstated, northquay: open, southquay: { closed', '{ southquay: { closed'],
      [RECORD, '{ every: unstated, northquay: open, southquay: { closed', '{ southquay: { closed'],
      [NEVER, next, `${steps.join('')}${sealed}${next}`],
    ),
  ).toEqual([
    `${NEVER}:58:5: sealed: What is not known gives 4860 possible values, more than the 4096 that are looked at. [not-as-expected]`,
  ]);
});
