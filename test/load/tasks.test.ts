import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/load/check.ts';
import { formatProblem } from '../../src/load/problem.ts';
import { edited, harbour } from './harbour-texts.ts';

const FILE = 'harbour/scenarios/guild-sequence.yaml';

/** What is said of tasks put at the top of a scenario's file. */
function said(...tasks: readonly string[]): string[] {
  const texts = edited([FILE, 'kind: projected', `kind: projected\ntasks: [${tasks.join(', ')}]`]);
  return checkContent([harbour], texts).problems.map(formatProblem);
}

const t = (rest: string, id = 'a') => `{ id: ${id}, text: Find it., ${rest} }`;
const OPEN = 'gates: { phaseTwo: { every: open } }';

describe('tasks', () => {
  it('may be set of gates by alias and by event, behind inherited steps too', () => {
    expect(
      said(
        t(`${OPEN}, after: envoys-meet`, 'a'),
        t('gates: { canal.opened: { guild: recognised, northquay: passed } }, most: 3', 'b'),
        t(`${OPEN}, without: [waivers, grants, assumptions, refusals], before: 2040-01-01`, 'c'),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      t(`${OPEN}, after: envoys-met`),
      'there is no step "envoys-met" [unknown-id]\n    did you mean envoys-meet?',
    ],
    [
      t('gates: { phaseToo: { every: open } }'),
      'there is no gate or event "phaseToo" [unknown-id]',
    ],
    [
      t('gates: { phaseTwo: { gild: open } }'),
      'there is no reading "gild" [unknown-id]\n    did you mean guild?',
    ],
    [
      t('gates: { phaseTwo: { guild: closed } }'),
      'expected one of recognised, open, passed, got "closed"',
    ],
    [t('gates: {}'), 'must name a gate and a reading'],
    [t(`${OPEN}, before: 2031-02-30`), 'must be a day that exists'],
    [t(`${OPEN}, before: 2001-01-01`), 'no step can be before 2001-01-01'],
    [t(`${OPEN}, without: [waivers, waivers]`), 'a second limit "waivers"'],
    [t(`${OPEN}, without: [luck]`), 'expected one of waivers, grants, assumptions, refusals'],
    [t(`${OPEN}, most: 0`), 'most'],
  ])('%s is refused', (task, message) => {
    const problems = said(task);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${FILE}:4:\\d+: `));
    expect(problems[0]).toContain(message);
  });

  it('are refused twice, and where every speaks for nobody', () => {
    expect(said(t(OPEN), t(OPEN))[0]).toContain('a second task "a"');
    const all = 'northquay: open, southquay: open, guild: open, every: open';
    expect(said(t(`gates: { phaseTwo: { ${all} } }`))[0]).toContain('every applies to no party');
  });
});
