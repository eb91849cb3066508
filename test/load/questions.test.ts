import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour } from './harbour-texts.ts';

const FILE = 'harbour/scenarios/guild-sequence.yaml';

/** What is said of a question put at the top of a scenario's file. */
function said(question: string): string[] {
  const texts = edited([FILE, 'kind: projected', `kind: projected\nquestions: [${question}]`]);
  return checkContent([harbour], texts).problems.map(formatProblem);
}

const q = (rest: string, id = 'a') => `{ id: ${id}, prompt: What?, ${rest} }`;

describe('questions', () => {
  it('may be about outcomes, conditions and verdicts, of inherited steps too', () => {
    const all = [
      q('kind: outcome, after: envoys-meet', 'a'),
      q('kind: outcome, after: envoys-meet, reading: guild', 'b'),
      q('kind: condition, after: envoys-meet, gate: phaseTwo, reading: northquay', 'c'),
      q('kind: condition, after: envoys-meet, gate: canal.opened, reading: southquay', 'e'),
      q('kind: verdict, after: wreck-raised, gate: phaseTwo, reading: charter', 'd'),
    ];
    expect(said(all.join(', '))).toEqual([]);
  });

  it.each([
    [
      'kind: outcome, after: envoys-met',
      ': there is no step "envoys-met" [unknown-id]\n    did you mean envoys-meet?',
    ],
    [
      'kind: outcome, after: inspectors-arrive',
      ': the question is about the next step, which has no event',
    ],
    [
      'kind: outcome, after: envoys-meet, reading: gild',
      ': there is no reading "gild" [unknown-id]\n    did you mean guild?',
    ],
    [
      'kind: condition, after: envoys-meet, gate: phaseToo, reading: guild',
      ': there is no gate or event "phaseToo" [unknown-id]\n    did you mean phaseTwo?',
    ],
    [
      'kind: verdict, after: envoys-meet, gate: phase.twoBegun, reading: guild',
      ': there is no gate or event "phase.twoBegun" [unknown-id]\n    did you mean phase.twoBegan?',
    ],
    [
      'kind: verdict, after: envoys-meet, gate: phaseTwo, reading: gild',
      ': there is no reading "gild" [unknown-id]\n    did you mean guild?',
    ],
    [
      'kind: verdict, after: envoys-meet, gate: Phase-two, reading: guild',
      ': gate: "Phase-two" must be lower-camel letters and digits',
    ],
  ])('%s is refused', (rest, message) => {
    const problems = said(q(rest));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${FILE}:4:\\d+: `));
    expect(problems[0]).toContain(message);
  });

  it('are refused out of order, twice, and of another shape', () => {
    const [order] = said(
      [
        q('kind: outcome, after: envoys-meet'),
        q('kind: verdict, after: canal-shut, gate: phaseTwo, reading: guild', 'b'),
      ].join(', '),
    );
    expect(order).toContain('the question comes after an earlier step than the question before it');
    const [twice] = said(
      [q('kind: outcome, after: envoys-meet'), q('kind: outcome, after: envoys-meet')].join(', '),
    );
    expect(twice).toContain('a second question "a"');
    expect(said(q('kind: riddle, after: envoys-meet'))).toEqual([
      `${FILE}:4:43: kind: expected one of outcome, condition, verdict, got "riddle" [wrong-value]`,
    ]);
    expect(said(q('kind: condition, after: envoys-meet, reading: guild'))[0]).toContain(
      'gate is missing',
    );
  });
});
