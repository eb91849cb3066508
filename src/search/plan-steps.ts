import type { Agreement, Controllers } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { outcomeOf } from '../model/outcome.ts';
import { positionOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import { takingPartIn, waysRound } from '../model/region-moves.ts';
import type { StageMap } from '../model/statechart.ts';
import { REPORTED, type Terms } from '../model/terms.ts';
import type { Joint } from './joint.ts';
import type { StagePair } from './restrict.ts';
import { type CompiledEvent, startState, type State, type System, take } from './system.ts';

/** A region that a step moves, and in whose runs; a run that has the event behind it already stays. */
export interface Change extends StagePair {
  readonly from: string;
  readonly readings: readonly string[];
}

/** One event of a way that was found, and what each reading makes of it there. */
export interface PlanStep {
  readonly event: string;
  readonly gate: string | null;
  readonly controllers: Controllers;
  /** The claims that name the controllers. */
  readonly claims: readonly string[];
  /** Claims that tell who takes part so far, where no document says who can bring it about. */
  readonly takingPart: readonly string[];
  /** What the model assumes by having the event at all; null where a document speaks of it. */
  readonly assumed: string | null;
  readonly changes: readonly Change[];
  /** The readings whose party backs it, or asks only what is met by then. */
  readonly recognised: readonly string[];
  /** The readings whose party states nothing on it, or perhaps nothing: no agreement of theirs. */
  readonly unopposed: readonly string[];
  /** The readings in whose runs it has happened already. */
  readonly already: readonly string[];
  /** Statements that may or may not be in force; what they ask was counted all the same. */
  readonly perhaps: readonly Statement[];
  /** The gates into whose stage it leads without the gate's own event: a way round them. */
  readonly round: readonly string[];
}

/**
 * A way in the agreement's words, with all that its events move, the regions outside the cone included.
 *
 * @param system that the way was found in; its first regions are those of the joint system
 */
export function planSteps(
  agreement: Agreement,
  together: Joint,
  system: System,
  way: readonly CompiledEvent[],
): PlanStep[] {
  const round = roundGates(agreement);
  let state = startState(system);
  return way.map((step): PlanStep => {
    const before = state;
    const taken = system.events.find(
      (candidate) => candidate.id === step.id && take(candidate, before) !== null,
    );
    state = (taken && take(taken, before)) ?? before;
    const changes = changesBetween(together, before, state);
    const event = agreement.events.get(step.id);
    return {
      event: step.id,
      gate: step.gate,
      controllers: step.controllers,
      claims: event?.claims ?? [],
      takingPart: event === undefined ? [] : takingPartIn([event]),
      assumed: step.assumed,
      changes,
      ...stancesOn(agreement, together, step.id, before),
      round: (round.get(step.id) ?? [])
        .filter(({ region, stage }) =>
          changes.some((change) => change.region === region && change.stage === stage),
        )
        .map(({ gate }) => gate),
    };
  });
}

function changesBetween(together: Joint, before: State, after: State): Change[] {
  const changes = together.parts.flatMap(({ region, runs }, place): Change[] => {
    if (before[place] === after[place]) return [];
    const { id = '', stages = [] } = together.runs[0]?.system.regions[region] ?? {};
    const readings = runs.flatMap((run) => together.runs[run]?.readings ?? []);
    const [from = '', stage = ''] = [before, after].map((state) => stages[state[place] ?? 0]);
    return [{ region: id, from, stage, readings: [...new Set(readings)] }];
  });
  // Where it is not known from where a run comes several of its ways may come to the same.
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change]));
  return [...distinct.values()];
}

/** What each reading makes of an event where its runs stand; as a run that was there would. */
function stancesOn(
  agreement: Agreement,
  together: Joint,
  eventId: string,
  state: State,
): Pick<PlanStep, 'recognised' | 'unopposed' | 'already' | 'perhaps'> {
  const statuses = new Map<string, Set<string>>();
  const perhaps = new Set<Statement>();
  for (const [run, { standpoints }] of together.runs.entries()) {
    const stages = together.stagesOf(state, run);
    for (const { terms } of standpoints) {
      const known = statuses.get(terms.reading) ?? new Set();
      statuses.set(terms.reading, known.add(statusOf(agreement, eventId, terms, stages)));
      if (terms.reading === REPORTED) continue;
      const {
        certain,
        perhaps: open,
        conditions,
      } = positionOf(agreement, terms.reading, eventId, terms);
      const unsure = new Set(
        conditions.flatMap((each) => (each.isCertain ? [] : [each.condition])),
      );
      const partly = certain.filter(({ asked }) =>
        conditionsOf(asked).some((each) => unsure.has(each)),
      );
      for (const statement of [...open, ...partly])
        if (!terms.waived.includes(statement.id)) perhaps.add(statement);
    }
  }
  const readings = [...statuses.keys()];
  const isAny = (reading: string, status: string) => statuses.get(reading)?.has(status) === true;
  return {
    recognised: readings.filter(
      (reading) => isAny(reading, 'recognised') && !isAny(reading, 'unopposed'),
    ),
    unopposed: readings.filter((reading) => isAny(reading, 'unopposed')),
    already: readings.filter(
      (reading) => !isAny(reading, 'recognised') && !isAny(reading, 'unopposed'),
    ),
    perhaps: [...perhaps],
  };
}

function statusOf(agreement: Agreement, eventId: string, terms: Terms, stages: StageMap): string {
  const event = agreement.events.get(eventId);
  if (event === undefined)
    throw new Error(`The agreement ${agreement.id} has no event ${eventId}.`);
  const worlds = { known: stages, open: [] };
  const state = { worlds, facts: {}, waived: terms.waived, kept: {} };
  return outcomeOf(agreement, event, terms, state).status ?? '';
}

/** By event: the gates round which it leads, and the stage in which it comes out behind them. */
function roundGates(
  agreement: Agreement,
): Map<string, { gate: string; region: string; stage: string }[]> {
  const found = new Map<string, { gate: string; region: string; stage: string }[]>();
  for (const gate of agreement.gates.values()) {
    const event = agreement.events.get(gate.event);
    if (event === undefined) continue;
    for (const { stage, events } of waysRound(agreement, event))
      for (const { id } of events)
        found.set(id, [...(found.get(id) ?? []), { gate: gate.id, region: event.home, stage }]);
  }
  return found;
}
