import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { type Outcome, play, type PlayedStep, type RunState } from '../../src/model/run.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { tell } from '../../src/model/story.ts';
import { judgeGate } from '../../src/model/verdict.ts';
import { compiled } from '../../src/search/compile.ts';
import { exploreSystem } from '../../src/search/exploration.ts';
import { gatePassed } from '../../src/search/goal.ts';
import { joint } from '../../src/search/joint.ts';
import { plan } from '../../src/search/plan.ts';
import { finish } from '../../src/search/work.ts';

const EVERYONE = 'everyone';

/**
 * Everything that an agreement answers without a word of prose, as plain data: what can be reached under each reading
 * and under everyone's, how far each gate is, and what every scenario comes to step by step.
 */
export function factsOf(
  agreement: Agreement,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): Record<string, unknown> {
  const readings = [...agreement.readings.keys(), EVERYONE];
  return {
    initial: Object.fromEntries(
      agreement.statechart.regions.map(({ id, initial }) => [id, initial]),
    ),
    events: agreement.statechart.events.map(({ id, guard, moves }) => [id, guard, moves]),
    gates: [...agreement.gates.keys()],
    searches: Object.fromEntries(readings.map((id) => [id, searched(agreement, id)])),
    scenarios: Object.fromEntries(
      [...scenarios.values()].map((scenario) => [
        scenario.id,
        told(agreement, play(agreement, tell(scenario, scenarios).steps).steps),
      ]),
    ),
  };
}

/** The exact number of reachable states, in all and by stage, and the fewest events to each gate, null where none lead there. */
function searched(agreement: Agreement, reading: string): unknown {
  const ids = reading === EVERYONE ? partyReadings(agreement).map(({ id }) => id) : [reading];
  const standpoints = ids.map((id) => ({ terms: { reading: id, day: null, waived: [] } }));
  const [first] = standpoints;
  if (first === undefined) throw new Error('An agreement has at least one reading.');
  const system =
    standpoints.length === 1 ? compiled(agreement, first) : joint(agreement, standpoints).system;
  const { space, reachable, states } = finish(exploreSystem(system));
  const count = (region: number, stage: number): string =>
    String(
      space.members.count(
        space.diagram.intersection(
          reachable.set,
          space.set({ kind: 'in', region, stages: [stage] }),
        ),
      ),
    );
  return {
    states: String(states),
    byStage: Object.fromEntries(
      system.regions.map(({ id, stages }, region) => [
        id,
        Object.fromEntries(stages.map((stage, index) => [stage, count(region, index)])),
      ]),
    ),
    fewestEvents: Object.fromEntries(
      [...agreement.gates.keys()].map((gate) => {
        const found = finish(plan(agreement, { standpoints, goal: gatePassed(agreement, gate) }));
        return [gate, found.kind === 'found' ? found.length : null];
      }),
    ),
  };
}

/** Every step with what each run makes of it, and each reading's verdicts where they are not those of the step before. */
function told(agreement: Agreement, steps: readonly PlayedStep[]): unknown[] {
  const said = new Map<string, string>();
  return steps.map((played) => {
    const outcomes = Object.entries({ ...played.outcomes, reported: played.reported });
    const verdicts = [...agreement.readings.keys()]
      .map((reading) => [reading, verdictsOf(agreement, reading, played)] as const)
      .filter(([reading, now]) => said.get(reading) !== now);
    for (const [reading, now] of verdicts) said.set(reading, now);
    return [
      played.step.id,
      Object.fromEntries(
        outcomes
          .filter(([, { status }]) => status !== null)
          .map(([run, outcome]) => [run, pinned(outcome)]),
      ),
      Object.fromEntries(verdicts),
    ];
  });
}

function pinned({ status, position, gate, blocking, becauseOf }: Outcome): unknown {
  return [status, position, gate, blocking, becauseOf];
}

/** One word a gate, in the order of the gates. */
function verdictsOf(agreement: Agreement, reading: string, { states, day }: PlayedStep): string {
  const state = states[reading] as RunState;
  const terms = { reading, day, waived: state.waived };
  return [...agreement.gates.keys()]
    .map((gate) => judgeGate(agreement, gate, terms, state).verdict)
    .join(' ');
}
