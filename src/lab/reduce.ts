import { type Given, movingPerhaps } from '../answer/branch.ts';
import { type Day, dayAfter } from '../model/days.ts';
import { NO_CLOCKS, type PlayClocks } from '../model/run.ts';
import type { BranchAction } from '../model/assumed-step.ts';
import { BrokenReferenceError } from '../model/story.ts';
import { TooManyWorldsError } from '../model/worlds.ts';
import {
  adopted,
  type Bench,
  type Changed,
  continued,
  duplicated,
  type NewSpot,
  planned,
  pruned,
  renamed,
  type Spot,
  taken,
} from './branches.ts';
import { recorded, redone, undone, type Stepped } from './history.ts';
import type { LabMessage } from './message.ts';
import { stepChanged } from './own-steps.ts';
import { sceneOf, told } from './scene.ts';
import type { LabState, Setting } from './state.ts';
import { worded } from './worded.ts';

/** Why something cannot be done: what a client can say a way out of. */
export type Obstacle =
  /** It can be done to a branch of the user's own alone. */
  | 'notYours'
  /** Later steps that are played on are in the way. */
  | 'laterSteps'
  /** A day of the branch's own is later than those of steps to be played on. */
  | 'days'
  /** What had happened by the day that is set is not known. */
  | 'notKnown'
  | 'other';

/** What came of a message: where the user is now, and what to tell them; or why it was not done. */
export type Reduced =
  | {
      readonly ok: true;
      readonly lab: LabState;
      readonly said: string | null;
      /** Whether it can be undone. */
      readonly isWork: boolean;
    }
  | { readonly ok: false; readonly why: Obstacle; readonly said: string };

/**
 * What the laboratory makes of a message. Pure; nothing is done by half. Whether something can be done is asked by doing
 * it, so what came of a message is kept for the time when it is done.
 */
export function labReduce(setting: Setting, lab: LabState, said: LabMessage): Reduced {
  const last = known.get(said);
  if (last?.setting === setting && last.lab === lab) return last.reduced;
  const reduced = reducedAnew(setting, lab, said);
  known.set(said, { setting, lab, reduced });
  return reduced;
}

const known = new WeakMap<
  LabMessage,
  { readonly setting: Setting; readonly lab: LabState; readonly reduced: Reduced }
>();

function reducedAnew(setting: Setting, lab: LabState, said: LabMessage): Reduced {
  const message = worded(said);
  if (typeof message === 'string') return refused(message);
  switch (message.kind) {
    case 'take': {
      const spot = newSpot(setting, lab);
      if ('why' in spot) return spot;
      const { action, before, given } = message;
      const all = [...before.map((event): BranchAction => ({ kind: 'event', event })), action];
      const change = taken(setting.agreement, lab, spot, all, given);
      return worked(setting, seenOn(lab, given), change, 'laterSteps');
    }
    case 'lay': {
      const spot = newSpot(setting, lab);
      if ('why' in spot) return spot;
      const { title, events } = message;
      return worked(setting, lab, planned(setting.agreement, lab, spot, title, events));
    }
    case 'playOn': {
      if (!lab.branches.includes(lab.scenario)) return notYours('can be continued');
      const change = continued(lab, lab.scenario);
      if ('why' in change) return refused(change.said, change.why);
      const last = told(setting, change.bench.scenarios, lab.scenario).story.steps.length - 1;
      const spot = { scenario: lab.scenario, position: Math.min(lab.position, last) };
      return worked(setting, lab, { ...change, spot });
    }
    case 'change':
      return worked(setting, lab, stepChanged(lab, lab.scenario, message.place, message.change));
    case 'name': {
      if (!lab.branches.includes(message.scenario)) return notYours('can be named');
      const bench = renamed(lab, message.scenario, message.title);
      return worked(setting, lab, { bench, spot: spotOf(lab), label: `Named "${message.title}"` });
    }
    case 'copy': {
      const copy = duplicated(lab, message.scenario);
      if (copy === null) return notYours('can be copied');
      const label = `Copy of "${titleOf(lab, message.scenario)}"`;
      return worked(setting, lab, { bench: copy.bench, spot: spotOf(lab), label });
    }
    case 'prune':
      return withoutBranch(setting, lab, message.scenario);
    case 'adopt': {
      const { scenario } = message;
      const bench = adopted(lab, scenario);
      const obstacle = obstacleTo(setting, bench.scenarios, scenario.id);
      if (obstacle !== null) return refused(`It cannot be played: ${obstacle}`);
      const { inherited } = told(setting, bench.scenarios, scenario.id).story;
      const spot = { scenario: scenario.id, position: inherited - 1 };
      const next = worked(setting, lab, { bench, spot, label: `Opened "${scenario.title}"` });
      return next.ok ? { ...next, lab: { ...next.lab, gate: null } } : next;
    }
    case 'undo':
      return stepped(lab, undone(lab.history, spotOf(lab)), 'Undone');
    case 'redo':
      return stepped(lab, redone(lab.history, spotOf(lab)), 'Done again');
    case 'backTo':
      return fine(inHistory(lab, message.count));
    case 'show': {
      const { scenario, position } = message;
      const obstacle = obstacleTo(setting, lab.scenarios, scenario);
      if (obstacle !== null) return refused(`It cannot be played: ${obstacle}`);
      const isSame = scenario === lab.scenario;
      return fine({ ...lab, ...(isSame ? {} : { gate: null }), scenario, position });
    }
    case 'look': {
      const { kind: _, ...look } = message;
      const obstacle = obstacleTo(
        setting,
        lab.scenarios,
        lab.scenario,
        'clocks' in look ? look.clocks : lab.clocks,
      );
      return obstacle === null ? fine({ ...lab, ...look }) : refused(obstacle);
    }
  }
}

/** Why something cannot be done now, in a sentence; null where it can. */
export function whyNot(setting: Setting, lab: LabState, message: LabMessage): string | null {
  const reduced = labReduce(setting, lab, message);
  return reduced.ok ? null : reduced.said;
}

/**
 * The day that somebody who lets something happen here most likely means: the one that is set; else the day after the
 * last step, or the same day where what comes next lies on it already. Null where no step has a day.
 */
export function likelyDay(setting: Setting, lab: LabState): Day | null {
  const { moment, story, position } = sceneOf(setting, lab);
  if (isClocked(lab.clocks) || moment.day === null) return moment.day;
  const last = story.steps.slice(0, position + 1).findLast(({ date }) => date !== null);
  if (last === undefined) return moment.day;
  const next = story.steps.slice(position + 1).find(({ date }) => date !== null);
  const after = dayAfter(moment.day);
  return next !== undefined && (next.date?.to ?? after) < after ? moment.day : after;
}

/**
 * The day on or after which a step of the story most likely lies: that of what comes before it, since days do not run
 * back; else its own. Null where no step has a day.
 *
 * @param place of the step in the story on show
 */
export function likelyDayOf(setting: Setting, lab: LabState, place: number): Day | null {
  const { steps } = sceneOf(setting, lab).story;
  const before = steps.slice(0, place).findLast(({ date }) => date !== null);
  return before?.date?.to ?? steps[place]?.date?.from ?? likelyDay(setting, lab);
}

/** Why a scenario cannot be shown; null where it can. Content that was checked can still ask for more than a run keeps. */
export function obstacleTo(
  setting: Setting,
  scenarios: Bench['scenarios'],
  scenario: string,
  clocks: PlayClocks = NO_CLOCKS,
): string | null {
  try {
    told(setting, scenarios, scenario, clocks);
    return null;
  } catch (error) {
    if (!(error instanceof BrokenReferenceError || error instanceof TooManyWorldsError))
      throw error;
    return error.message;
  }
}

function refused(said: string, why: Obstacle = 'other'): Extract<Reduced, { ok: false }> {
  return { ok: false, why, said };
}

function notYours(what: string): Reduced {
  return refused(`Only a branch of yours ${what}.`, 'notYours');
}

function fine(lab: LabState, said: string | null = null): Reduced {
  return { ok: true, lab, said, isWork: false };
}

/** Enters something done into the history; what cannot be played is not done. */
function worked(
  setting: Setting,
  lab: LabState,
  change: Changed | string,
  why: Obstacle = 'other',
): Reduced {
  if (typeof change === 'string') return refused(change, why);
  const { bench, spot, label } = change;
  const obstacle = obstacleTo(setting, bench.scenarios, spot.scenario, lab.clocks);
  if (obstacle !== null) return refused(`That cannot be played: ${obstacle}`);
  const { scenarios, branches } = lab;
  const before = { bench: { scenarios, branches }, place: spotOf(lab) };
  const history = recorded(lab.history, { label, before, after: { bench, place: spot } });
  return { ok: true, lab: { ...lab, ...bench, ...spot, history }, said: `${label}.`, isWork: true };
}

/**
 * Where something new happens: behind the step on show. As of a day it happens on that day, behind what has certainly
 * happened by then; but not where that is not known, since a branch could not say so.
 */
function newSpot(setting: Setting, lab: LabState): NewSpot | Extract<Reduced, { ok: false }> {
  const { position, moment } = sceneOf(setting, lab);
  const { scenario, clocks } = lab;
  if (!isClocked(clocks)) return { scenario, position, day: null };
  // A branch is shown by the clocks that are set, and so is what it departs from; what only may have happened and comes
  // later in the story would be left out of it.
  const ids = moment.story.steps.slice(moment.stepIndex + 1).map(({ id }) => id);
  const what = movingPerhaps(moment).find(({ id }) => ids.includes(id));
  if (what === undefined) return { scenario, position: moment.stepIndex, day: moment.day };
  return refused(
    `Whether "${what.title}" had happened by then is not known, so no branch can begin there.`,
    'notKnown',
  );
}

/** What happens later than the day that is set is seen all the same: that day follows. */
function seenOn(lab: LabState, { date }: Given): LabState {
  const { asOf } = lab.clocks;
  if (asOf === null || date === undefined || date.to <= asOf) return lab;
  return { ...lab, clocks: { ...lab.clocks, asOf: date.to } };
}

function isClocked({ asOf, knownBy }: PlayClocks): boolean {
  return asOf !== null || knownBy !== null;
}

function withoutBranch(setting: Setting, lab: LabState, id: string): Reduced {
  const scenario = lab.scenarios.get(id);
  if (scenario === undefined || !lab.branches.includes(id)) return notYours('can be taken away');
  const bench = pruned(lab, id);
  const label = `Pruned "${scenario.title}"`;
  if (bench.scenarios.has(lab.scenario))
    return worked(setting, lab, { bench, spot: spotOf(lab), label });
  // What was on show is gone: back to where the pruned branch began.
  const from = scenario.branchesFrom;
  const left = from?.scenario ?? [...bench.scenarios.keys()][0] ?? lab.scenario;
  const obstacle = obstacleTo(setting, bench.scenarios, left);
  if (obstacle !== null) return refused(`It cannot be played: ${obstacle}`);
  const { steps } = told(setting, bench.scenarios, left).story;
  const position = steps.findIndex((step) => step.id === from?.step);
  return worked(setting, lab, { bench, spot: { scenario: left, position }, label });
}

function stepped(lab: LabState, to: Stepped | null, how: string): Reduced {
  if (to === null)
    return refused(how === 'Undone' ? 'There is nothing to undo.' : 'There is nothing to redo.');
  return fine(back(lab, to), `${how}: ${to.entry.label}.`);
}

function back(lab: LabState, { bench, place, history }: Stepped): LabState {
  return { ...lab, ...bench, ...place, history };
}

function inHistory(lab: LabState, count: number): LabState {
  let next = lab;
  while (next.history.done !== count) {
    const by = next.history.done > count ? undone : redone;
    const to = by(next.history, spotOf(next));
    if (to === null) return next;
    next = back(next, to);
  }
  return next;
}

function spotOf({ scenario, position }: LabState): Spot {
  return { scenario, position };
}

function titleOf({ scenarios }: LabState, id: string): string {
  return scenarios.get(id)?.title ?? id;
}
