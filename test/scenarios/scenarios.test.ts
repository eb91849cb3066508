import { describe, expect, it } from 'vitest';
import { momentAfter } from '../../src/model/moment.ts';
import { asCertain, play } from '../../src/model/run.ts';
import { Runner } from '../../src/model/runner.ts';
import type { ScenarioFile, StepFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { eventNamed } from '../../src/model/agreement.ts';
import { standing } from '../../src/model/standing.ts';
import { checkExpectations } from '../../src/load/expectations.ts';
import { loadShipped, storyOf } from '../shipped.ts';

const shipped = loadShipped();
const { agreement, scenarios, scenarioFiles } = shipped;
const all = [...scenarios.values()];
const runner = new Runner(agreement);

describe('the scenarios that ship', () => {
  it('are those of the design, by kind', () => {
    const ids = (kind: ScenarioFile['kind']) =>
      all.filter((scenario) => scenario.kind === kind).map((scenario) => scenario.id);
    expect(ids('documented')).toEqual(
      expect.arrayContaining(['miami-december-2025', 'rafah-january-2026', 'record']),
    );
    expect(ids('projected')).toEqual(
      expect.arrayContaining([
        'ankara-early-2026',
        'hamas-sources-sequence',
        'israel-sequence',
        'plan-sequence',
      ]),
    );
    expect(ids('hypothetical')).toEqual(
      expect.arrayContaining([
        'disarmament-no-longer-refused',
        'force-without-contributors',
        'freeze-instead-of-disarmament',
        'pa-reform-completes',
        'rafah-opens-before-remains',
        'remains-never-found',
        'truce-collapses',
        'turkish-contingent-included',
      ]),
    );
  });

  it.each(scenarioFiles.map((file) => ({ id: file.value.id, file })))(
    '$id comes out as it expects',
    ({ file }) => {
      expect(checkExpectations(agreement, [file], scenarios)).toEqual([]);
      const expecting = file.value.steps.filter((step) => step.expect ?? step.gates);
      expect(expecting.length).toBeGreaterThan(0);
    },
  );
});

const steps = all.flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })));
const outcomes = steps.filter(({ step }) => step.expect !== undefined);
const gates = steps.flatMap(({ scenario, step }) =>
  Object.keys(step.gates ?? {}).map((gate) => ({ scenario, step, gate })),
);

/** A step as played in its own scenario. */
function played(scenario: ScenarioFile, step: StepFile) {
  const story = tell(scenario, scenarios);
  const index = story.steps.findIndex(
    (other) => other.scenario === scenario.id && other.id === step.id,
  );
  const whole = play(agreement, asCertain(story.steps), runner);
  const found = whole.steps[index];
  if (found === undefined) throw new Error(`${scenario.id} has no step ${step.id}.`);
  return { ...found, moment: momentAfter(story, whole, index) };
}

type Named = readonly { readonly id: string }[];

const inOrder = (sets: readonly (readonly string[])[]) =>
  sets.map((set) => set.toSorted().join(' ')).toSorted();

/** What is in the way, by ids: the objections together, else each set of conditions. */
const inTheWay = (unmet: readonly Named[], objections: Named) =>
  inOrder((objections.length > 0 ? [objections] : unmet).map((set) => set.map(({ id }) => id)));

describe('every expected outcome', () => {
  it.each(outcomes)('$scenario.id: $step.id', ({ scenario, step }) => {
    const { outcomes: found } = played(scenario, step);
    for (const reading of agreement.readings.keys()) {
      const expected = step.expect?.[reading] ?? step.expect?.['every'];
      const outcome = found[reading];
      const said =
        outcome?.status === 'refused'
          ? inTheWay(outcome.unmet, outcome.objections)
          : outcome?.status === 'held'
            ? inTheWay(outcome.heldBy, [])
            : outcome?.status;
      const sets = typeof expected === 'object' && 'held' in expected ? expected.held : null;
      const wanted =
        typeof expected === 'object' && 'refused' in expected
          ? inOrder(expected.refused)
          : sets === null
            ? expected
            : inOrder(sets);
      expect([reading, said]).toEqual([reading, wanted ?? null]);
    }
  });

  it('covers every event step of every scenario', () => {
    const silent = steps.filter(
      ({ step }) => step.event !== undefined && step.expect === undefined,
    );
    expect(silent.map(({ scenario, step }) => `${scenario.id} ${step.id}`)).toEqual([]);
  });
});

describe('every expected verdict', () => {
  it.each(gates)('$scenario.id: $gate after $step.id', ({ scenario, step, gate }) => {
    const { moment } = played(scenario, step);
    const { parties, terms } = standing(moment, eventNamed(agreement, gate)?.id ?? '');
    for (const { reading, verdict, unmet, objections } of [...parties, ...terms]) {
      const expected = step.gates?.[gate]?.[reading] ?? step.gates?.[gate]?.['every'];
      if (expected === undefined) continue;
      const said =
        typeof expected === 'object' && verdict === 'closed'
          ? inTheWay(unmet, objections)
          : verdict;
      const wanted = typeof expected === 'object' ? inOrder(expected.closed) : expected;
      expect([reading, said]).toEqual([reading, wanted ?? null]);
    }
  });

  it('covers every gate in some scenario', () => {
    const tested = new Set<string>(gates.map(({ gate }) => gate));
    for (const { step } of outcomes)
      for (const gate of agreement.gates.values())
        if (gate.event === step.event) tested.add(gate.id);
    expect([...agreement.gates.keys()].filter((gate) => !tested.has(gate))).toEqual([]);
  });
});

describe('what a scenario rests on', () => {
  it.each(all.filter((scenario) => scenario.kind === 'documented'))(
    '$id cites a claim at every step',
    (scenario) => {
      expect(scenario.steps.length).toBeGreaterThan(0);
      const bare = scenario.steps.filter((step) => step.claims.length === 0);
      expect(bare.map((step) => step.id)).toEqual([]);
      expect(scenario.steps.filter((step) => step.status === 'assumed')).toEqual([]);
    },
  );

  it.each(all.filter((scenario) => scenario.kind === 'projected'))(
    '$id says at every step who expects it, and calls nothing a fact',
    (scenario) => {
      for (const step of scenario.steps) {
        expect(step.claims.length).toBeGreaterThan(0);
        expect(['expected', 'scheduled']).toContain(step.status);
      }
    },
  );

  it.each(all.filter((scenario) => scenario.kind === 'hypothetical'))(
    '$id branches off a documented step by reference, and is assumed throughout',
    (scenario) => {
      const base = scenarios.get(scenario.branchesFrom?.scenario ?? '');
      expect(base?.kind).toBe('documented');
      expect(base?.steps.map((step) => step.id)).toContain(scenario.branchesFrom?.step);
      const copied = base?.steps.map((step) => step.title) ?? [];
      for (const step of scenario.steps) {
        expect(step.status).toBe('assumed');
        expect(copied).not.toContain(step.title);
      }
    },
  );

  it.each(all)('$id tells its days in order', (scenario) => {
    const days = storyOf(shipped, scenario.id).steps.flatMap((step) => step.date?.to ?? []);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual(days.toSorted());
  });

  it.each(all)('$id reports no step that lies after every source which tells of it', (scenario) => {
    const reported = scenario.steps.filter(
      (step) => step.status === 'happened' && step.date !== undefined,
    );
    const early = reported.filter((step) =>
      step.claims.every(
        (claim) =>
          (agreement.claims.get(claim)?.source.published.to ?? '') < (step.date?.from ?? ''),
      ),
    );
    expect(early.map((step) => step.id)).toEqual([]);
  });
});
