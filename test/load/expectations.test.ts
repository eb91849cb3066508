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

const TOLLS = `            - leaf: tollsOff
              region: tolls
              stages: [suspended, shared]
              claims: [gazette-2.c8]
`;

const WRECK = `        - leaf: wreckRaised
          region: wreck
          stages: [raised]
          claims: [gazette-1.c8]
`;

describe('a changed reading', () => {
  it('fails where scenarios name a leaf that was dropped', () => {
    expect(said([SOUTHQUAY, TOLLS, ''])).toEqual([
      `${RECORD}:96:51: there is no leaf "tollsOff"\n    known here: canalInPhaseTwo, trafficFlows, tollsSettled, batteriesGone, batteriesShut, inspectorsStay, wreckRaised, calmBroken, wreckBeforeCanal, inspectorsWatch, envoysTalk, noSealing`,
    ]);
  });

  it('comes out otherwise when a leaf is dropped', () => {
    expect(
      said(
        [SOUTHQUAY, TOLLS, ''],
        [RECORD, '[[inspectorsWatch], [tollsOff]]', '[[inspectorsWatch], [envoysTalk]]'],
      ),
    ).toEqual([
      `${RECORD}:96:20: wreck-first: expected the gate canalOpening to be closed by [envoysTalk] or [inspectorsWatch] under southquay, it is open`,
    ]);
  });

  it('comes out otherwise when a leaf is negated', () => {
    const negated = WRECK.replace('- leaf', '- not:\n            leaf').replaceAll(
      /\n {10}(?=[rsc])/g,
      '\n            ',
    );
    expect(said([NORTHQUAY, WRECK, negated])).toEqual([
      `${RECORD}:39:30: envoys-meet: expected the gate phaseTwo to be closed by [wreckRaised] under northquay, it is open`,
      `${RECORD}:51:20: phase-two-declared: expected northquay to say refused by [wreckRaised], it says recognised`,
      `${RECORD}:59:22: phase-two-declared: expected the gate phaseTwo to be closed by [wreckRaised] under northquay, it is passed`,
      `${NEVER}:18:30: condition-waived: expected the gate phaseTwo to be open under northquay, it is passed`,
      `${NEVER}:23:26: second-phase-again: expected northquay to say recognised, it says already (possible from phaseOne, after the step phase-two-declared)`,
    ]);
  });

  it('comes out otherwise when a leaf asks for another stage', () => {
    expect(said([SOUTHQUAY, 'never: true', 'region: wreck\n      stages: [lost]'])).toEqual([
      `${RECORD}:67:22: phase-two-declared: expected the gate batteriesSealing to be closed by [noSealing] under southquay, it is open`,
    ]);
  });

  it('comes out otherwise when a position is no longer stated', () => {
    const unstated: Edit = [
      SOUTHQUAY,
      'position: stated\n    claims: [gazette-2.c6]\n    remarks',
      'position: unstated\n    remarks',
    ];
    expect(said(unstated)).toEqual([
      `${RECORD}:52:20: phase-two-declared: expected southquay to say recognised, it says unstated`,
      `${RECORD}:60:22: phase-two-declared: expected the gate phaseTwo to be passed under southquay, it is unstated`,
      `${NEVER}:18:47: condition-waived: expected the gate phaseTwo to be passed under southquay, it is unstated`,
    ]);
  });
});

describe('an expectation', () => {
  it.each([
    [
      'the status',
      'northquay: disputed',
      'northquay: recognised',
      '78:26: wreck-located: expected northquay to say recognised, it says disputed',
    ],
    [
      'the leaves of a refusal',
      'northquay: { refused: [[wreckRaised]] }',
      'northquay: { refused: [[calmBroken]] }',
      '51:20: phase-two-declared: expected northquay to say refused by [calmBroken], it says refused by [wreckRaised]',
    ],
    [
      'how leaves are grouped',
      '[[inspectorsWatch], [tollsOff]]',
      '[[inspectorsWatch, tollsOff]]',
      '96:20: wreck-first: expected the gate canalOpening to be closed by [inspectorsWatch, tollsOff] under southquay, it is closed by [inspectorsWatch] or [tollsOff]',
    ],
    [
      'a verdict',
      'southquay: passed',
      'southquay: open',
      '60:22: phase-two-declared: expected the gate phaseTwo to be open under southquay, it is passed',
    ],
    [
      'whether a position is stated',
      'guild: unstated,\n        charter: unstated,\n      }\n    gates:',
      'guild: recognised,\n        charter: unstated,\n      }\n    gates:',
      '53:16: phase-two-declared: expected guild to say recognised, it says unstated',
    ],
  ])('that is wrong in %s', (_, from, to, problem) => {
    expect(said([RECORD, from, to])).toEqual([`${RECORD}:${problem}`]);
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
          `${NEVER}:43:22: settled-after-all: expected ${reading} to say recognised, it says impossible (possible from phaseTwo, after the step calm-breaks)`,
      ),
    );
  });
});

it('unknown stages that multiply beyond what a run keeps are a problem, not a crash', () => {
  const regions = ['phase', 'calm', 'canal', 'wreck', 'tolls', 'inspectors', 'envoys'];
  const steps = regions.map(
    (region) => `  - id: no-${region}
    title: Nobody knows
    status: assumed
    unknown: { region: ${region} }
`,
  );
  const next = '  - id: inspectors-on-site\n';
  expect(said([NEVER, next, `${steps.join('')}${next}`])).toEqual([
    `${NEVER}:50:5: no-inspectors: Unknown stages give 4860 possible values, more than the 4096 that a run keeps.`,
  ]);
});
