import type { Goal } from './goal.ts';
import { alreadyThere, type Joint, movesOf } from './joint.ts';
import { resolve, UnknownNameError } from './predicate.ts';
import { subsetsOf } from './subsets.ts';
import {
  allOf,
  ALWAYS,
  anyOf,
  type CompiledEvent,
  type Guard,
  holds,
  negated,
  NEVER,
  startState,
  type System,
} from './system.ts';

/** A goal in a joint system. */
export interface Aim {
  /**
   * The joint system. Where the goal is an event it has one region more, the last, which tells whether the event has been
   * taken; taking it is the only way into that region's second stage.
   */
  readonly system: System;
  /** The states in which the goal is reached. */
  readonly goal: Guard;
  /** The states in which it is reached or, where it is an event, can be taken in every run that has it to take. */
  readonly ready: Guard;
  /** Whether nothing has to be done: the goal is reached, or has been taken, in every run. */
  readonly isReached: boolean;
  /** The runs that have nothing to do: all where it is reached; of an event those that have it behind them. */
  readonly behind: readonly number[];
}

/** The region that tells whether the event has been taken. No region of an agreement has a dot in its id. */
const MARK = 'goal.taken';

/**
 * What it is to reach a goal in all runs.
 *
 * A state is reached where it holds in every run. An event is reached by being taken from here on: a run in which it has
 * been taken, or whose home region stands where it leads, has nothing to do. In every other it has to pass, all at once;
 * those that have it behind them must not refuse it then.
 *
 * @throws UnknownNameError for a region, stage or event that is not there
 */
export function aimAt(together: Joint, goal: Goal): Aim {
  const { system, runs, inRun } = together;
  if (goal.kind === 'event') return aimAtEvent(together, goal.event);
  const reached = allOf(runs.map((run, index) => inRun(resolve(goal.holds, run.system), index)));
  const isReached = holds(reached, startState(system));
  const behind = isReached ? [...runs.keys()] : [];
  return { system, goal: reached, ready: reached, isReached, behind };
}

function aimAtEvent(together: Joint, eventId: string): Aim {
  const { system, runs } = together;
  const todo = runs.flatMap(({ system: own, passed }, run) => {
    const event = own.events.find(({ id }) => id === eventId);
    if (event === undefined) throw new UnknownNameError(`event ${eventId}`);
    const isBehind = passed.has(eventId) || holds(alreadyThere(event), startState(own));
    return isBehind ? [] : [run];
  });
  const behind = [...runs.keys()].filter((run) => !todo.includes(run));
  if (todo.length === 0) return { system, goal: ALWAYS, ready: ALWAYS, isReached: true, behind };

  const last = lastCases(together, eventId, todo);
  const ready = anyOf(last.map(({ guard }) => guard));
  const mark = system.regions.length;
  const marking = last.map((event) => ({
    ...event,
    moves: [...event.moves, { region: mark, to: [1, 1] }],
  }));
  // With their home region in common all runs take it at once; else some may take it while the others have it behind them.
  const home = runs[0]?.system.events.find(({ id }) => id === eventId)?.home ?? 0;
  const isCommon = together.partition.sizes[home] === 1;
  const notReady = isCommon ? NEVER : negated(ready, system.regions);
  const events = system.events.flatMap((event): CompiledEvent[] => {
    if (event.id !== eventId) return [event];
    return isCommon ? [] : [{ ...event, guard: allOf([event.guard, notReady]) }];
  });
  return {
    system: {
      regions: [...system.regions, { id: MARK, stages: ['ahead', 'taken'], start: 0 }],
      events: [...events, ...marking],
    },
    goal: { kind: 'in', region: mark, stages: [1] },
    ready,
    isReached: false,
    behind,
  };
}

/** The cases in which an event is taken by every run that has it to take. */
function lastCases(together: Joint, eventId: string, todo: readonly number[]): CompiledEvent[] {
  const { system, runs, partition, inRun } = together;
  const shared = system.events.find(({ id }) => id === eventId);
  const versions = runs.flatMap((run) => run.system.events.find(({ id }) => id === eventId) ?? []);
  const [event] = versions;
  if (shared === undefined || event === undefined) return [];
  const everyRun = [...runs.keys()];
  const taken = versions.map(({ guard }, run) => inRun(guard, run));
  const left = versions.map((version, run) => inRun(leftAlone(version, runs[run]?.passed), run));
  const blocks = partition.blocks[event.home] ?? [];
  const needed = new Set(todo.map((run) => blocks[run] ?? 0));
  const isNeeded = (run: number) => needed.has(blocks[run] ?? 0);
  const caseOf = (guardOf: (run: number) => Guard, takers: readonly number[]): CompiledEvent => ({
    ...shared,
    guard: allOf(everyRun.map(guardOf)),
    moves: movesOf(together, event, takers),
  });
  // An event that moves its home region alone leaves a run as it is where that cannot leave.
  if (event.moves.length === 1) {
    const either = (run: number) => anyOf([taken[run] ?? NEVER, left[run] ?? NEVER]);
    return [caseOf((run) => (isNeeded(run) ? (taken[run] ?? NEVER) : either(run)), everyRun)];
  }
  const others = [...new Set(blocks)].filter((block) => !needed.has(block));
  return subsetsOf(others).map((chosen) => {
    const isTaker = (run: number) => isNeeded(run) || chosen.includes(blocks[run] ?? 0);
    const takers = everyRun.filter(isTaker);
    return caseOf((run) => (isTaker(run) ? taken[run] : left[run]) ?? NEVER, takers);
  });
}

/** Where a run that has an event behind it does not take it, and does not refuse it either. */
function leftAlone(event: CompiledEvent, passed: ReadonlySet<string> | undefined): Guard {
  const { home, from, moves } = event;
  if (passed?.has(event.id) !== true) return alreadyThere(event);
  const stages = moves.find(({ region }) => region === home)?.to.keys() ?? [];
  return { kind: 'in', region: home, stages: [...stages].filter((stage) => !from.includes(stage)) };
}
