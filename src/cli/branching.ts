/** What `what-if` does, loaded when it is asked for. */
import { type Agreement, readingTitle } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { freshId, idFrom } from '../model/fresh-id.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { type Story, tell } from '../model/story.ts';
import {
  type BranchAction,
  branchOff,
  type Given,
  laterSteps,
  stepIdsOf,
  titleOf,
  withReplay,
} from '../answer/branch.ts';
import { daysBack, daysBackText } from '../answer/days-back.ts';
import { playWhatIf, type WhatIf } from '../answer/what-if.ts';
import { quote, show } from '../load/show.ts';
import { didYouMean } from '../load/suggest.ts';
import { stepAsked } from '../load/wrong-in-moment.ts';
import { heldTitle } from '../explain/condition-text.ts';
import type { Day } from '../model/days.ts';
import { typedDay } from '../model/typed-day.ts';
import { askedAssumption, askedEvent, askedRegion, known } from './asked.ts';
import { keptBranch, notToBeKept } from './kept-branch.ts';
import type { AskedMoment } from './moment.ts';
import { UsageError } from './usage-error.ts';

export { notToBeKept } from './kept-branch.ts';
export { whatIfJson } from '../explain/what-if-json.ts';
export { whatIfText } from '../explain/what-if-text.ts';

/** One of the repeatable options, as written. */
export interface WrittenAction {
  readonly option: 'event' | 'waive' | 'restore' | 'acknowledge' | 'assume' | 'unknown';
  readonly text: string;
  /** What is given with it, as written: the day, the reason for assuming it, a note. */
  readonly on?: string;
  readonly because?: string;
  readonly note?: string;
}

export interface WhatIfAsked {
  /** In the order of the command line. */
  readonly actions: readonly WrittenAction[];
  readonly replays: boolean;
  /** The later steps that are not played on. */
  readonly without: readonly string[];
  readonly title: string | null;
  /** What the branch is called after, if anything: the name of its file. */
  readonly name: string | null;
}

/**
 * Builds the branch asked for and plays it.
 *
 * @param shipped what a file may refer to: everything else that the branch needs is written out in it
 */
export function whatIfOf(
  { agreement, moment, scenarios }: AskedMoment,
  shipped: ReadonlyMap<string, ScenarioFile>,
  asked: WhatIfAsked,
): WhatIf {
  const { story, stepIndex } = moment;
  const actions = asked.actions.map((written) => ({
    ...actionOf(agreement, written),
    given: givenWith(written, moment.day),
  }));
  const [first] = actions;
  const title =
    asked.title ??
    `What if: ${first === undefined ? 'nothing more happens' : titleOf(first, agreement)}`;
  const id = freshId(idFrom(asked.name ?? 'what-if', 'what-if'), new Set(scenarios.keys()));
  let draft = branchOff(moment, { id, title }, actions, stepIdsOf(scenarios.values()));
  if (asked.without.length > 0 && !asked.replays)
    throw new UsageError(
      'wrong-form',
      '--without leaves out steps that --replay plays on, and --replay is not given',
      'add --replay',
    );
  if (asked.replays) {
    const replay = laterSteps(story, stepIndex);
    const why = notToBeKept(moment);
    if (why !== null)
      throw new UsageError(
        'not-possible',
        `--replay plays on from a step: ${why}`,
        'without --replay such a day can be branched off, too',
      );
    if (replay === null)
      throw new UsageError(
        'not-possible',
        `nothing comes after the last step of ${quote(story.scenario.title)}`,
        'branch off earlier, as SCENARIO@STEP or SCENARIO@DAY, or leave --replay out',
      );
    const left = asked.without.map((step) => laterStep(story, stepIndex, step));
    const without = left.length === 0 ? {} : { without: [...new Set(left)] };
    draft = withReplay(draft, { ...replay, ...without });
  }
  const whole = keptBranch(draft, scenarios, shipped);
  refuseDaysBack(
    tell(draft, new Map(scenarios).set(draft.id, draft)),
    shipped.has(story.scenario.id) ? story.scenario.id : 'SCENARIO',
  );
  return playWhatIf(moment, whole, scenarios);
}

/**
 * A step behind a place of a story by its id, its number or its title.
 *
 * @throws UsageError where there is none of that name, or several, with those that there are
 */
function laterStep({ scenario, steps }: Story, place: number, name: string): string {
  const later = steps.slice(place + 1);
  const asked = stepAsked(
    scenario.id,
    steps.map(({ id }) => id),
    name,
  );
  if (asked.ok && asked.index > place) return steps[asked.index]?.id ?? name;
  const called = name.trim().toLowerCase();
  const [step, ...others] = later.filter(({ title }) => title.toLowerCase() === called);
  if (step !== undefined && others.length === 0) return step.id;
  throw new UsageError(
    'unknown-id',
    step === undefined
      ? `there is no later step ${quote(name)}`
      : `several later steps are called ${quote(name)}`,
    `give a step by its id, its number or its title: ${later
      .map(({ id, title }) => `${id} (${show(title)})`)
      .join('; ')}`,
  );
}

/** @throws UsageError where the days of a branch run back, with what to write instead */
function refuseDaysBack(branch: Story, base: string): void {
  const back = daysBack(branch);
  if (back === null) return;
  const { upTo, late, after } = back.ways;
  const ways = [
    ...(upTo === null
      ? []
      : [
          `give ${late === 1 ? '' : 'each '}--on a day up to ${upTo}, or leave ${late === 1 ? 'it' : '--on'} out`,
        ]),
    ...(after === null ? [] : [`branch off later, as ${base}@${after.id}`]),
  ];
  throw new UsageError(
    'wrong-order',
    daysBackText(back).replace(/\.$/, ''),
    ways.length > 0 ? ways.join('; or ') : 'give --on a later day, or leave it out',
  );
}

/** What is given with a step; a day without a year is the first such day from the one that the branch begins on. */
function givenWith({ on, because, note }: WrittenAction, near: Day | null): Given {
  const day = on === undefined ? null : typedDay(on, near);
  if (day?.ok === false)
    throw new UsageError(
      'wrong-form',
      `--on: ${inSentence(show(day.problem))}`,
      inSentence(day.mend),
    );
  return {
    ...(day === null ? {} : { date: { from: day.day, to: day.day } }),
    ...(because === undefined ? {} : { because: sentence('--because', because) }),
    ...(note === undefined ? {} : { note: sentence('--note', note) }),
  };
}

/** What is a sentence by itself, as a part of an error. */
function inSentence(text: string): string {
  const said = text.replace(/\.$/, '');
  return `${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

function sentence(option: string, text: string): string {
  if (text.trim() === '')
    throw new UsageError(
      'wrong-form',
      `${option} takes a sentence, not an empty text`,
      'write one in quotes, or leave the option out',
    );
  return text.trim();
}

function actionOf(agreement: Agreement, { option, text }: WrittenAction): BranchAction {
  switch (option) {
    case 'event':
      return { kind: 'event', event: askedEvent(agreement, text).id };
    case 'waive':
    case 'restore':
      return { kind: option, ...waivedBy(agreement, text) };
    case 'acknowledge':
      return { kind: 'acknowledge', ...grantedBy(agreement, text) };
    case 'assume': {
      const { region, stage } = askedAssumption(agreement, text);
      return stage === 'unknown' ? { kind: 'unknown', region } : { kind: 'assume', region, stage };
    }
    case 'unknown':
      return { kind: 'unknown', region: askedRegion(agreement, text) };
  }
}

/** `condition`, or `reading:condition`; a reading waives its own only, so that naming it is for the reader's sake. */
function waivedBy(agreement: Agreement, text: string): { reading: string; condition: string } {
  const [condition = '', readingId] = text.split(':').toReversed();
  const owners = new Map<string, string>();
  for (const { id: reading, positions } of agreement.readings.values())
    for (const statement of [...positions.values()].flat()) {
      if (statement.stance === 'objects') owners.set(statement.id, reading);
      for (const { id } of conditionsOf(statement.asked)) owners.set(id, reading);
    }
  const all = [...agreement.conditions.keys(), ...agreement.objections.keys()];
  const own = [...owners].flatMap(([id, reading]) => (reading === readingId ? [id] : []));
  if (own.length > 0 && !all.includes(condition))
    throw new UsageError(
      'unknown-id',
      `there is no condition or objection ${quote(condition)} of ${readingTitle(agreement, readingId ?? '')}`,
      didYouMean(condition, own) ??
        `these can be waived: ${own.map((id) => `${id} (${show(heldTitle(agreement, id))})`).join('; ')}`,
    );
  known('condition or objection', condition, all);
  const reading = owners.get(condition);
  if (reading === undefined)
    throw new UsageError(
      'not-its-own',
      `${condition} is required by the model itself, so no party can waive it`,
      'assume a stage that meets it instead',
    );
  if (readingId !== undefined && readingId !== reading)
    throw new UsageError(
      'not-its-own',
      `${condition} is of the reading ${reading}, not of ${quote(readingId)}; a reading can waive only its own`,
      `leave the reading out, or write ${reading}:${condition}`,
    );
  refuseTerms(agreement, reading, 'waives');
  return { reading, condition };
}

/** Terms as reported are no party's: a file that says so could not be read again. */
function refuseTerms(agreement: Agreement, reading: string, does: 'waives' | 'grants'): void {
  if (agreement.readings.get(reading)?.kind !== 'terms') return;
  throw new UsageError(
    'not-its-own',
    `${reading} is no party's reading, so it ${does} nothing`,
    "name a party's reading: `phasegate list readings` lists them",
  );
}

/** `reading:event`: whose party grants that what has happened. */
function grantedBy(agreement: Agreement, text: string): { reading: string; event: string } {
  const [reading = '', event, ...rest] = text.split(':');
  if (event === undefined || rest.length > 0)
    throw new UsageError(
      'wrong-form',
      `--acknowledge takes reading:event, not ${quote(text)}`,
      '`phasegate list readings` and `phasegate list events` have both',
    );
  known('reading', reading, agreement.readings.keys());
  refuseTerms(agreement, reading, 'grants');
  return { reading, event: askedEvent(agreement, event).id };
}
