import { expect } from 'vitest';
import { playedOn } from '../../src/model/moment.ts';
import type { Runner } from '../../src/model/runner.ts';
import { type PartyStanding, type Standing, standing } from '../../src/model/standing.ts';
import { coalitions } from '../../src/search/coalitions.ts';
import { eventGoal } from '../../src/search/goal.ts';
import { plan, type PlanAnswer } from '../../src/search/plan.ts';
import { standpointsOf } from '../../src/search/standpoints.ts';
import { unblock } from '../../src/search/unblock.ts';
import { finish } from '../../src/search/work.ts';
import { placeOf } from './consistency.ts';
import { stepOf } from './options-from.ts';

/** Whether a run has an event behind it; null where that is not known. */
function isBehind({ taken, outcome }: PartyStanding): boolean | null {
  if (taken === true || outcome.status === 'already') return true;
  return taken === null || outcome.status === 'unknown' ? null : false;
}

/** How many events it takes to have an event happen in some runs: none, one, or more; null where that is not known. */
function eventsNeeded(parties: readonly PartyStanding[]): 0 | 1 | 'more' | null {
  if (parties.some((party) => isBehind(party) === null)) return null;
  const todo = parties.filter((party) => isBehind(party) === false);
  if (todo.length === 0) return 0;
  const takes = ({ outcome: { status } }: PartyStanding) =>
    status === 'recognised' || status === 'unopposed';
  // Who has it behind them must not refuse it when it happens for the others.
  const leaves = ({ outcome: { status } }: PartyStanding) =>
    status === 'already' || status === 'impossible';
  const all = parties.every((party) => takes(party) || (isBehind(party) === true && leaves(party)));
  return all ? 1 : 'more';
}

function lengthOf(answer: PlanAnswer): number | PlanAnswer['kind'] {
  return answer.kind === 'found' ? answer.length : answer.kind;
}

/**
 * Holds what the searches make of a gate's event to how the gate stands, under some readings at once: a plan of one step
 * is what every run takes now, and what unblock and coalitions find reachable is what there is a plan to.
 *
 * @returns what the plan came to, null where too much is not known for one
 */
export function searchesAgree(
  found: Standing,
  readings: readonly string[],
  runner: Runner,
): string | null {
  const { moment, event } = found;
  const { agreement } = moment;
  const place = placeOf(moment, `${event.id} under ${readings.join(', ')}`);
  const goal = eventGoal(event.id);
  const from = standpointsOf(moment, readings, [goal]);
  if (!from.ok) return null;
  const { standpoints } = from;
  const planned = finish(plan(agreement, { standpoints, goal }));
  const opened = finish(unblock(agreement, event.id, standpoints));
  const able = finish(coalitions(agreement, { standpoints, goal }));

  const all = [...found.parties, ...found.terms];
  const parties = all.filter(({ reading }) => readings.includes(reading));
  const needed = eventsNeeded(parties);
  const length = lengthOf(planned);
  const fits = [0, 1].includes(needed === 'more' ? -1 : (needed ?? -1))
    ? length === needed
    : needed === null || typeof length === 'string' || length > 1;
  expect([place, needed, length, fits]).toEqual([place, needed, length, true]);

  const isFound = ['found', 'fromEach'].includes(planned.kind);
  const isHanging = 'cases' in planned;
  const reachable = planned.kind === 'fromSome' ? null : isFound;
  expect([place, 'unblock', opened.reachable]).toEqual([place, 'unblock', reachable]);
  if (!isHanging) {
    const state = length === 0 ? 'behind' : length === 1 ? 'open' : 'closed';
    expect([place, 'unblock', opened.state]).toEqual([place, 'unblock', state]);
    expect([place, opened.sets.some((set) => set.reachable === true)]).toEqual([
      place,
      state === 'closed' && isFound,
    ]);
  }
  const isAble = able.isReached || able.minimal.length > 0 || (able.helped ?? []).length > 0;
  expect([place, 'coalitions', isAble && !isFound]).toEqual([place, 'coalitions', false]);
  expect([place, able.isReached]).toEqual([place, length === 0]);

  // What check lets pass is at most one event away.
  const asked = standing(moment, event.id, readings);
  const isNear = length === 0 || length === 1;
  const everyRunIsAsked = parties.every(({ verdict }) => verdict !== 'unstated');
  expect([place, asked.success && everyRunIsAsked && !isNear]).toEqual([place, false]);

  // Played, no step of a plan is refused or held back where everything is known.
  if (planned.kind !== 'found' || from.unknown.length > 0) return String(length);
  const steps = (planned.plans[0] ?? []).map((step) => stepOf(step.event));
  const { played } = playedOn(moment, steps, runner);
  for (const { step, outcomes } of played.steps.slice(moment.played.steps.length))
    for (const reading of readings)
      expect([place, step.title, reading, outcomes[reading]?.status]).not.toEqual([
        place,
        step.title,
        reading,
        expect.stringMatching(/refused|held|unknown|disputed/),
      ]);
  return String(length);
}
