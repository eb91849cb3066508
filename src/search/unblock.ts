import type { Agreement, Controllers } from '../model/agreement.ts';
import { type Condition, conditionsOf, NOTHING_ASKED } from '../model/condition.ts';
import { positionOf } from '../model/position.ts';
import type { Statement } from '../model/statement.ts';
import { controllersOf, eventsInto, takingPartIn, unheldBefore } from '../model/region-moves.ts';
import { REPORTED } from '../model/terms.ts';
import { type Aim, aimAt } from './aim.ts';
import { eventsAlive } from './alive.ts';
import { beginningsOf, type Case, fromEach, inAll } from './beginnings.ts';
import type { Standpoint } from './compile.ts';
import { coneOf } from './cone.ts';
import { eventGoal } from './goal.ts';
import { type Joint, joint } from './joint.ts';
import { EMPTY } from './node-store.ts';
import { type Opening, openingsOf } from './openings.ts';
import { type PlanStep, planSteps } from './plan-steps.ts';
import { reachableFrom } from './reachability.ts';
import type { StagePair } from './restrict.ts';
import { shortestWays } from './shortest.ts';
import { Space } from './space.ts';
import { allOf, type CompiledEvent, type Guard, holds, startState } from './system.ts';
import type { Work } from './work.ts';

/** A condition as a reading asks it, or may ask it. */
export interface HeldCondition {
  readonly condition: Condition;
  readonly reading: string;
  /** False where the statement that asks it may or may not be in force. */
  readonly isCertain: boolean;
}

/** An objection as a reading holds it, or may hold it. */
export interface HeldObjection {
  readonly objection: Statement;
  readonly isCertain: boolean;
}

/** A stage that a region has to come into, what it is needed for, and who can bring it about. */
export interface NeededStage extends StagePair {
  /** Where the region stands now. */
  readonly from: string;
  /** The readings in whose runs it has to. */
  readonly readings: readonly string[];
  /** Whether it is a stage that the event can be taken from. */
  readonly isHome: boolean;
  /** The conditions of the model's own that it meets. */
  readonly required: readonly Condition[];
  /** The conditions of these readings that it meets. */
  readonly asked: readonly HeldCondition[];
  /** Who can bring about an event that leads there; none where nobody can, null where no document says. */
  readonly controllers: Controllers;
  /** Claims that tell who takes part so far, where no document says who can. */
  readonly takingPart: readonly string[];
  /** The first event on every way there, before the last, that no document gives to anybody; null where there is none. */
  readonly unheldBefore: string | null;
}

/** Stages that open a gate together, everything else staying as it is; without any one of them it stays closed. */
export interface OpeningSet {
  readonly stages: readonly NeededStage[];
  /**
   * Whether events lead to a state in which the event can be taken and these stages have come about; null where the search
   * was stopped before that was known.
   */
  readonly reachable: boolean | null;
  /** The shortest such way, the event itself last; null where there is none, and where it was not looked for. */
  readonly way: readonly PlanStep[] | null;
}

/** From one beginning what would let an event happen. */
export type UnblockFromOne = Omit<UnblockAnswer, 'cases'>;

/** What would let an event happen: every smallest set of stages that does, all else as it is. */
export interface UnblockAnswer {
  readonly event: string;
  readonly gate: string | null;
  /** The readings under which it is asked, all at once. */
  readonly readings: readonly string[];
  /**
   * Those of them in whose runs there is nothing to do, since it has been taken there, or what it leads to stands: what can
   * let it happen is asked of the others.
   */
  readonly behind: readonly string[];
  /**
   * Where it hangs on what is not known: what it takes in each case. Empty where one answer does for all that may be: then
   * one row of events leads to every set that can be reached, or none can be from anywhere.
   */
  readonly cases: readonly Case<UnblockFromOne>[];
  /**
   * Whether there is anything to do: `behind` where the event has been taken in every run, or stands where it leads;
   * `open` where it can be taken at once; `closed` otherwise. Sets are listed only then. Null where that differs by case.
   */
  readonly state: 'behind' | 'open' | 'closed' | null;
  /** Smallest first. None at all against an objection, and where stages that are asked for exclude each other. */
  readonly sets: readonly OpeningSet[];
  /** Whether it can come to be taken: whether there is a plan to it, from each beginning; null where that is not known. */
  readonly reachable: boolean | null;
  /** What the model requires, waived by nobody. */
  readonly required: readonly Condition[];
  /** What the readings ask, or may ask; waived conditions left out. */
  readonly asked: readonly HeldCondition[];
  /** Objections that are, or may be, in force: no stages open the gate against one, it would have to be waived. */
  readonly objections: readonly HeldObjection[];
  /** False where the search was stopped. */
  readonly complete: boolean;
}

/** So many of the sets that can be reached come with a way. */
const MOST_WAYS = 30;

/**
 * What it takes for an event to be taken from here: all smallest sets of stages that let it pass, under one reading or
 * under several at once, with the way to each. It can be reached by some set exactly where there is a plan to it.
 *
 * @param standpoints the readings, each from the stages in which its run stands
 * @throws UnknownNameError for an event that is not there
 */
export function* unblock(
  agreement: Agreement,
  eventId: string,
  standpoints: readonly Standpoint[],
): Work<UnblockAnswer> {
  const beginnings = beginningsOf(standpoints);
  const together = yield* unblockFrom(agreement, eventId, standpoints);
  if (together.reachable === true || beginnings.length === 1) return { ...together, cases: [] };
  const cases = yield* fromEach(beginnings, (own) => unblockFrom(agreement, eventId, own));
  const reachable = inAll(cases, (answer) => answer.reachable);
  if (reachable === false) return { ...together, cases: [] };
  return {
    ...together,
    state: inAll(cases, ({ state }) => state) ?? null,
    sets: [],
    reachable: reachable ?? null,
    complete: cases.every(({ answer }) => answer.complete),
    cases,
  };
}

/** What it takes for all standpoints at once. */
function* unblockFrom(
  agreement: Agreement,
  eventId: string,
  standpoints: readonly Standpoint[],
): Work<UnblockFromOne> {
  const together = joint(agreement, standpoints);
  const aim = aimAt(together, eventGoal(eventId));
  const start = startState(aim.system);
  const event = agreement.events.get(eventId);
  const said = {
    event: eventId,
    gate: event?.gate ?? null,
    readings: [...new Set(together.runs.flatMap((run) => run.readings))],
    behind: behindIn(together, aim),
    required: conditionsOf(event?.requirement ?? NOTHING_ASKED),
    ...heldOn(agreement, eventId, standpoints),
  };
  const isOpen = holds(aim.ready, start);
  if (aim.isReached || isOpen) {
    const state = aim.isReached ? 'behind' : 'open';
    return { ...said, state, sets: [], reachable: true, complete: true };
  }
  const openings = openingsOf(aim.ready, start);
  const found = yield* waysTo(agreement, together, aim, openings);
  const sets = openings.map((opening, index): OpeningSet => ({
    stages: [...opening].map(([place, stage]) =>
      neededStage(agreement, together, { ...said, eventId }, place, stage),
    ),
    reachable: found.sets[index]?.reachable ?? null,
    way: found.sets[index]?.way ?? null,
  }));
  const isAny = sets.some((set) => set.reachable === true);
  const reachable = isAny || (found.complete ? false : null);
  return { ...said, state: 'closed', sets, reachable, complete: found.complete };
}

/** The readings all of whose runs have the event behind them. */
function behindIn({ runs }: Joint, { behind }: Aim): string[] {
  const ahead = new Set(
    runs.flatMap(({ readings }, run) => (behind.includes(run) ? [] : readings)),
  );
  const settled = behind.flatMap((run) => runs[run]?.readings ?? []);
  return [...new Set(settled)].filter((reading) => !ahead.has(reading));
}

/** What readings ask and object to before an event, or may; what is waived is left out. */
function heldOn(
  agreement: Agreement,
  event: string,
  standpoints: readonly Standpoint[],
): Pick<UnblockAnswer, 'asked' | 'objections'> {
  const asked = new Map<string, HeldCondition>();
  const objections = new Map<string, HeldObjection>();
  for (const { terms } of standpoints) {
    const { reading, waived } = terms;
    if (reading === REPORTED) continue;
    const { certain, perhaps, conditions } = positionOf(agreement, reading, event, terms);
    for (const statement of [...certain, ...perhaps])
      if (statement.stance === 'objects' && !waived.includes(statement.id))
        objections.set(statement.id, {
          objection: statement,
          isCertain: certain.includes(statement),
        });
    for (const { condition, isCertain } of conditions)
      if (!waived.includes(condition.id))
        asked.set(condition.id, { condition, reading, isCertain });
  }
  return { asked: [...asked.values()], objections: [...objections.values()] };
}

/** A stage of an opening in the agreement's words, with what it is needed for. */
function neededStage(
  agreement: Agreement,
  together: Joint,
  said: Pick<UnblockAnswer, 'required' | 'asked'> & { readonly eventId: string },
  place: number,
  stage: number,
): NeededStage {
  const { region = 0, runs = [] } = together.parts[place] ?? {};
  const { id = '', stages = [] } = together.runs[0]?.system.regions[region] ?? {};
  const name = stages[stage] ?? '';
  const from = stages[together.system.regions[place]?.start ?? 0] ?? '';
  const readings = [...new Set(runs.flatMap((run) => together.runs[run]?.readings ?? []))];
  const isMetByIt = (condition: Condition): boolean =>
    condition.region === id && condition.stages.includes(name) && !condition.stages.includes(from);
  const event = agreement.events.get(said.eventId);
  const events = eventsInto(agreement, id, [name], [from]);
  return {
    region: id,
    stage: name,
    from,
    readings,
    isHome: event?.home === id && name in (event.moves[id] ?? {}),
    required: said.required.filter(isMetByIt),
    asked: said.asked.filter(
      ({ condition, reading }) => readings.includes(reading) && isMetByIt(condition),
    ),
    controllers: controllersOf(events),
    takingPart: takingPartIn(events),
    unheldBefore: unheldBefore(agreement, { region: id, stages: [name] }, [from]),
  };
}

/** Whether events lead to each opening, and how, the event itself last. */
function* waysTo(
  agreement: Agreement,
  together: Joint,
  { system, ready }: Aim,
  openings: readonly Opening[],
): Work<{ sets: Pick<OpeningSet, 'reachable' | 'way'>[]; complete: boolean }> {
  if (openings.length === 0) return { sets: [], complete: true };
  const mark = system.regions.length - 1;
  const isLast = ({ moves }: CompiledEvent) => moves.some(({ region }) => region === mark);
  const last = system.events.filter(isLast);
  const before = { ...system, events: system.events.filter((event) => !isLast(event)) };
  const targets = openings.map((opening) =>
    allOf([
      ready,
      ...[...opening].map(([region, stage]): Guard => ({ kind: 'in', region, stages: [stage] })),
    ]),
  );
  const space = new Space(before);
  // Not only towards the first state that is ready: some openings may lie behind another.
  const cone = coneOf({ ...before, events: eventsAlive(before, before.events) }, ready);
  const { set, complete } = yield* reachableFrom(space, space.start, space.steps(cone.events));
  const sets: Pick<OpeningSet, 'reachable' | 'way'>[] = [];
  let ways = 0;
  for (const target of targets) {
    const goal = space.set(target);
    const isReached = space.diagram.intersection(set, goal) !== EMPTY;
    const reachable = isReached || (complete ? false : null);
    if (!isReached || ways === MOST_WAYS) {
      sets.push({ reachable, way: null });
      continue;
    }
    ways += 1;
    const found = yield* shortestWays(space, goal, cone);
    const [way] = found.ways;
    const steps = way === undefined ? null : [...way, ...last.slice(0, 1)];
    sets.push({
      reachable,
      way: steps === null ? null : planSteps(agreement, together, system, steps),
    });
  }
  return { sets, complete };
}
