import { type Agreement, partyReadings } from '../../src/model/agreement.ts';
import { type Moment, momentAt, NOW } from '../../src/model/moment.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { PlayedStep } from '../../src/model/run.ts';
import type { Statement } from '../../src/model/statement.ts';
import { Runner } from '../../src/model/runner.ts';
import type { ScenarioFile } from '../../src/model/shapes/scenario.ts';
import { standing } from '../../src/model/standing.ts';
import { type Story, tell } from '../../src/model/story.ts';
import { compiled } from '../../src/search/compile.ts';
import { exploreSystem } from '../../src/search/exploration.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { joint } from '../../src/search/joint.ts';
import { plan } from '../../src/search/plan.ts';
import { finish } from '../../src/search/work.ts';

const EVERYONE = 'everyone';

/** A step's id, what each run makes of it, and the verdicts that it changes, a word a gate, by reading. */
type FactsOfStep = readonly [string, Record<string, unknown[]>, Record<string, string>];

export interface Facts {
  readonly initial: Record<string, string>;
  readonly events: readonly unknown[][];
  readonly gates: readonly string[];
  readonly searches: Record<string, unknown>;
  readonly scenarios: Record<string, readonly FactsOfStep[]>;
}

/** An agreement whose parties hold from the start what they hold at all, as all did before positions had days. */
export function withoutDays(agreement: Agreement): Agreement {
  const undated = (statement: Statement): Statement => ({ ...statement, from: LONG_AGO });
  return {
    ...agreement,
    readings: new Map(
      [...agreement.readings].map(([id, reading]) => [
        id,
        {
          ...reading,
          positions: new Map(
            [...reading.positions].map(([event, held]) => [event, held.map(undated)]),
          ),
        },
      ]),
    ),
  };
}

const LONG_AGO = '2000-01-01';

/**
 * Everything that an agreement answers without a word of prose, as plain data: what can be reached under each reading
 * and under everyone's, how far each gate is, and what every scenario comes to step by step.
 */
export function factsOf(agreement: Agreement, scenarios: ReadonlyMap<string, ScenarioFile>): Facts {
  const readings = [...agreement.readings.keys(), EVERYONE];
  return {
    initial: Object.fromEntries(
      agreement.statechart.regions.map(({ id, initial }) => [id, initial]),
    ),
    events: agreement.statechart.events.map(({ id, moves }) => [id, moves]),
    gates: [...agreement.gates.keys()],
    searches: Object.fromEntries(readings.map((id) => [id, searched(agreement, id)])),
    scenarios: Object.fromEntries(
      [...scenarios.values()].map((scenario) => [
        scenario.id,
        told(agreement, tell(scenario, scenarios)),
      ]),
    ),
  };
}

/** The exact number of reachable states, in all and by stage, and the fewest events to each gate, null where none lead there. */
function searched(agreement: Agreement, reading: string): unknown {
  const ids = reading === EVERYONE ? partyReadings(agreement).map(({ id }) => id) : [reading];
  const standpoints = ids.map((id) => ({
    terms: { reading: id, day: null, knownBy: null, waived: [] },
  }));
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
      [...agreement.gates.values()].map(({ id, event }) => {
        const found = finish(plan(agreement, { standpoints, goal: eventGoal(event) }));
        return [id, found.kind === 'found' ? found.length : null];
      }),
    ),
  };
}

/** Every step with what each run makes of it, and each reading's verdicts where they are not those of the step before. */
function told(agreement: Agreement, story: Story): FactsOfStep[] {
  const said = new Map<string, string>();
  const runner = new Runner(agreement);
  return story.steps.map((step, index) => {
    const moment = momentAt(agreement, story, NOW, runner, index);
    const played = moment.played.steps.at(-1) as PlayedStep;
    const outcomes = Object.entries({ ...played.outcomes, reported: played.reported });
    const verdicts = [...agreement.readings.keys()]
      .map((reading) => [reading, verdictsOf(agreement, reading, moment)] as const)
      .filter(([reading, now]) => said.get(reading) !== now);
    for (const [reading, now] of verdicts) said.set(reading, now);
    return [
      step.id,
      Object.fromEntries(
        outcomes
          .filter(([, { status }]) => status !== null)
          .map(([run, outcome]) => [run, pinned(outcome)]),
      ),
      Object.fromEntries(verdicts),
    ];
  });
}

/** A status as it was called then: what nobody opposes was recognised, and what the model holds back was refused. */
function pinned({ status, becauseOf }: Outcome): unknown[] {
  const then = { unopposed: 'recognised', held: 'refused' } as const;
  return [then[status as keyof typeof then] ?? status, becauseOf];
}

/** One word a gate, in the order of the gates; what the model requires closed a gate as a position does. */
function verdictsOf(agreement: Agreement, reading: string, moment: Moment): string {
  return [...agreement.gates.values()]
    .map(({ event }) => {
      const party = standing(moment, event, [reading]);
      const [of] = [...party.parties, ...party.terms];
      if (of === undefined) throw new Error(`There is no reading ${reading}.`);
      if (of.taken === true) return 'passed';
      return of.requirement === false ? 'closed' : of.verdict;
    })
    .join(' ');
}
