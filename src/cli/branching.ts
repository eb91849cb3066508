/** What `what-if` does, loaded when it is asked for. */
import type { Agreement } from '../model/agreement.ts';
import { conditionsOf } from '../model/condition.ts';
import { freshId, idFrom } from '../model/fresh-id.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import {
  type BranchAction,
  branchOff,
  laterSteps,
  stepIdsOf,
  titleOf,
  withReplay,
} from '../answer/branch.ts';
import { playWhatIf, type WhatIf } from '../answer/what-if.ts';
import { quote } from '../load/show.ts';
import { askedAssumption, askedEvent, known } from './asked.ts';
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
}

export interface WhatIfAsked {
  /** In the order of the command line. */
  readonly actions: readonly WrittenAction[];
  readonly replays: boolean;
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
  const actions = asked.actions.map((written) => actionOf(agreement, written));
  const [first] = actions;
  const title =
    asked.title ??
    `What if: ${first === undefined ? 'nothing more happens' : titleOf(first, agreement)}`;
  const id = freshId(idFrom(asked.name ?? 'what-if', 'what-if'), new Set(scenarios.keys()));
  let draft = branchOff(moment, { id, title }, actions, stepIdsOf(scenarios.values()));
  if (asked.replays) {
    const replay = laterSteps(story, stepIndex);
    const why = notToBeKept(moment);
    if (why !== null) throw new UsageError('not-possible', `--replay plays on from a step: ${why}`);
    if (replay === null)
      throw new UsageError(
        'not-possible',
        `nothing comes after the last step of ${story.scenario.id}`,
        'fork it earlier, as SCENARIO@STEP or SCENARIO@DAY, or leave --replay out',
      );
    draft = withReplay(draft, replay);
  }
  const whole = keptBranch(draft, scenarios, shipped);
  return playWhatIf(moment, whole, scenarios);
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
      return { kind: 'unknown', region: known('region', text, agreement.regions.keys()) };
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
      `${condition} is of the reading ${reading}, not of ${quote(readingId)}; a reading waives its own only`,
    );
  refuseTerms(agreement, reading, 'waives');
  return { reading, condition };
}

/** Terms as reported are no party's: a file that says so could not be read again. */
function refuseTerms(agreement: Agreement, reading: string, does: 'waives' | 'grants'): void {
  if (agreement.readings.get(reading)?.kind !== 'terms') return;
  throw new UsageError(
    'not-its-own',
    `${reading} is no party's reading, so nobody ${does} anything by it`,
    "name a party's reading: `phasegate list readings` lists them",
  );
}

/** `reading:event`: whose party grants that what has happened. */
function grantedBy(agreement: Agreement, text: string): { reading: string; event: string } {
  const [reading = '', event, ...rest] = text.split(':');
  if (event === undefined || rest.length > 0)
    throw new UsageError('wrong-form', `--acknowledge takes reading:event, not ${quote(text)}`);
  known('reading', reading, agreement.readings.keys());
  refuseTerms(agreement, reading, 'grants');
  return { reading, event: askedEvent(agreement, event).id };
}
