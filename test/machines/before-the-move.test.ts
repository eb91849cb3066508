import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadAgreement } from '../../src/node/load-agreement.ts';
import { type Facts, factsOf, withoutDays } from './facts.ts';

/**
 * What 0.1.0 answered, whose statechart was TypeScript, and the content that it answered of, as YAML. Both stay as they
 * are: what is asked here is whether the same content still has the same answers, whatever else is written since. What
 * is meant to differ is said below, each with its reason.
 */
const before = JSON.parse(
  fs.readFileSync(new URL('before-the-move.json', import.meta.url), 'utf8'),
) as Facts;

const { agreement, scenarios } = loadAgreement(new URL('../fixtures/frozen/', import.meta.url));
const now = factsOf(withoutDays(agreement), scenarios);

/** Whether a step is one that readings judge: that something happened, or that a party grants it. */
const isJudged = (id: string): boolean =>
  [...scenarios.values()]
    .flatMap(({ steps }) => steps)
    .some((step) => step.id === id && (step.event ?? step.acknowledge) !== undefined);

/** Verdicts that 0.1.0 gave otherwise, by scenario, step and reading, with the gates that they are about. */
const ON_PURPOSE: Record<string, Record<string, string>> = {
  // An event that has been taken is passed, also when its region has moved on since.
  'hamas-sources-sequence weapons-in-custody hamas': { weaponsFreeze: 'open>passed' },
  // What the model requires is no party's position: where it is unknown, a party that states nothing is still unstated.
  'force-without-contributors weapons-unclear israel': { contributorsPledged: 'unknown>unstated' },
  // An assumption about a region is no event: it passes no gate, and what is refused in every case is closed.
  'force-without-contributors weapons-unclear hamas': {
    contributorsPledged: 'unknown>unstated',
    weaponsFreeze: 'unknown>closed',
    weaponsCustody: 'unknown>closed',
    disarmament: 'unknown>closed',
  },
  'force-without-contributors weapons-unclear turkiye': { contributorsPledged: 'unknown>unstated' },
  'force-without-contributors weapons-unclear mediators': {
    contributorsPledged: 'unknown>unstated',
  },
  'force-without-contributors weapons-unclear plan': { contributorsPledged: 'unknown>unstated' },
};

describe('the content of 0.1.0 has the answers of 0.1.0', () => {
  it('has its regions, events with their moves, and gates', () => {
    const byId = (events: readonly unknown[][]) => Object.fromEntries(events);
    expect([now.initial, byId(now.events), now.gates]).toEqual([
      before.initial,
      byId(before.events.map(([id, , moves]) => [id, moves])),
      before.gates,
    ]);
    expect(now.events).toHaveLength(before.events.length);
    expect([...agreement.regions.keys()]).toEqual(Object.keys(before.initial));
  });

  it('speaks of the same readings and scenarios', () => {
    expect(Object.keys(now.searches)).toEqual(Object.keys(before.searches));
    expect(Object.keys(now.scenarios)).toEqual(Object.keys(before.scenarios));
  });

  it.each(Object.entries(before.searches))(
    'reaches under %s as many states, in all and by stage, and gates in as few events',
    (reading, facts) => {
      expect(now.searches[reading]).toEqual(facts);
    },
  );

  it.each(Object.entries(before.scenarios))(
    'has %s recognised, refused or impossible step by step, and for the same reasons',
    (scenario, steps) => {
      // 0.1.0 called recognised what is no event and was only taken for granted or waived: that is nobody's to judge.
      const judged = new Set(
        (now.scenarios[scenario] ?? []).flatMap(([step]) => (isJudged(step) ? [step] : [])),
      );
      const then = steps.map(([step, outcomes]) => [
        step,
        Object.fromEntries(
          Object.entries(outcomes).flatMap(([run, [status, , , , becauseOf]]) =>
            judged.has(step) || status !== 'recognised' ? [[run, [status, becauseOf]]] : [],
          ),
        ),
      ]);
      expect(now.scenarios[scenario]?.map(([step, outcomes]) => [step, outcomes])).toEqual(then);
    },
  );

  /** Verdicts are written down where they change; here each step has all of them. */
  const verdictsAt = (
    steps: readonly (readonly [string, unknown, Record<string, string>])[],
  ): Record<string, string[]> => {
    const said: Record<string, string> = {};
    return Object.fromEntries(
      steps.flatMap(([step, , changed]) => {
        Object.assign(said, changed);
        return Object.entries(said).map(([reading, words]) => [
          `${step} ${reading}`,
          words.split(' '),
        ]);
      }),
    );
  };

  it('gives every gate the verdict that it had wherever it had one, but for what is meant to differ', () => {
    const compared: string[] = [];
    const differing: Record<string, Record<string, string>> = {};
    for (const [scenario, steps] of Object.entries(before.scenarios)) {
      const later = verdictsAt(now.scenarios[scenario] ?? []);
      for (const [at, words] of Object.entries(verdictsAt(steps)))
        words.forEach((word, index) => {
          const gate = before.gates[index] ?? '';
          const is = later[at]?.[index] ?? '';
          // Nobody's position was dated as it is now: where it was unstated as yet, it is stated without days.
          if (word === 'unstated') return;
          compared.push(word);
          if (is !== word) (differing[`${scenario} ${at}`] ??= {})[gate] = `${word}>${is}`;
        });
    }
    expect(compared.length).toBeGreaterThan(1000);
    expect(differing).toEqual(ON_PURPOSE);
  });
});
