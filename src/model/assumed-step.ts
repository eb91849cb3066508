import {
  type Agreement,
  conditionTitle,
  readingTitle,
  regionTitle,
  stageTitle,
} from './agreement.ts';
import { conditionsOf } from './condition.ts';
import { freshId, wordsOf } from './fresh-id.ts';
import type { ScenarioFile, StepFile } from './shapes/scenario.ts';
import type { Action } from './story.ts';

/** What whoever assumes a step gives with it: when it happens, why it is assumed, and what else there is to say. */
export type Given = Pick<StepFile, 'date' | 'because' | 'note'>;

/** What a step of a what-if does: any action but a note. */
export type BranchAction = Exclude<Action, { kind: 'note' }>;

export const EMPTY_STEP: Pick<StepFile, 'by' | 'status' | 'claims' | 'bearing' | 'disputedBy'> = {
  by: [],
  status: 'assumed',
  claims: [],
  bearing: [],
  disputedBy: [],
};

/**
 * A step that a user assumes, with a title and a readable id from the agreement's data.
 *
 * @param taken ids that it must not have
 */
export function assumedStep(
  action: BranchAction,
  agreement: Agreement,
  taken: ReadonlySet<string>,
  { date, because, note }: Given = {},
): StepFile {
  return {
    ...EMPTY_STEP,
    id: freshId(stepIdOf(action), taken),
    ...(date === undefined ? {} : { date }),
    title: titleOf(action, agreement),
    ...(because === undefined ? {} : { because }),
    ...(note === undefined ? {} : { note }),
    ...asWrittenAction(action),
  };
}

function stepIdOf(action: BranchAction): string {
  switch (action.kind) {
    case 'event':
      return wordsOf(action.event);
    case 'waive':
      return `${action.reading}-waives-${wordsOf(action.condition)}`;
    case 'restore':
      return `${action.reading}-restores-${wordsOf(action.condition)}`;
    case 'acknowledge':
      return `${action.reading}-acknowledges-${wordsOf(action.event)}`;
    case 'assume':
      return `${wordsOf(action.region)}-taken-as-${wordsOf(action.stage)}`;
    case 'unknown':
      return `${wordsOf(action.region)}-taken-as-unknown`;
  }
}

/** What is waived or taken up again, in words: what it asks for or rules out, and before which event. */
function waiverTitle(
  agreement: Agreement,
  { condition: id }: { readonly condition: string },
  [objects, asks]: readonly [objects: string, asks: string],
): string {
  const objection = agreement.objections.get(id);
  const condition = agreement.conditions.get(id);
  const asking = [...agreement.readings.values()]
    .flatMap(({ positions }) => [...positions.values()].flat())
    .find(({ asked }) => conditionsOf(asked).some((each) => each.id === id));
  const event = objection?.event ?? asking?.event ?? '';
  const before = `"${agreement.events.get(event)?.title ?? event}"`;
  if (objection !== undefined) return `${objects} ${before}`;
  if (condition === undefined) return `${asks} ${id}`;
  return `${asks} ${conditionTitle(agreement, condition)} before ${before}`;
}

/** What an action is called in a title, from the agreement's own titles. */
export function titleOf(action: BranchAction, agreement: Agreement): string {
  const region = (id: string) => regionTitle(agreement, id);
  switch (action.kind) {
    case 'event':
      return agreement.events.get(action.event)?.title ?? action.event;
    case 'waive':
      return `${readingTitle(agreement, action.reading)} ${waiverTitle(agreement, action, ['no longer objects to', 'no longer asks for'])}`;
    case 'restore':
      return `${readingTitle(agreement, action.reading)} ${waiverTitle(agreement, action, ['objects again to', 'asks again for'])}`;
    case 'acknowledge':
      return `${readingTitle(agreement, action.reading)} grants that it has happened: ${agreement.events.get(action.event)?.title ?? action.event}`;
    case 'assume':
      return `Taken for granted: ${region(action.region)} is ${stageTitle(agreement, action.region, action.stage)}`;
    case 'unknown':
      return `Taken as unknown: ${region(action.region)}`;
  }
}

/** What a step does, as a scenario's file has it. */
export function asWrittenAction(action: BranchAction): Partial<StepFile> {
  switch (action.kind) {
    case 'event':
      return { event: action.event };
    case 'waive':
      return { waive: { reading: action.reading, condition: action.condition } };
    case 'restore':
      return { restore: { reading: action.reading, condition: action.condition } };
    case 'acknowledge':
      return { acknowledge: { reading: action.reading, event: action.event } };
    case 'assume':
      return { assume: { region: action.region, stage: action.stage } };
    case 'unknown':
      return { unknown: { region: action.region } };
  }
}

/**
 * What a branch assumes, in a sentence or two: its summary as long as nobody writes another. From where it goes on is
 * told beside it, by the title of the step.
 */
export function summaryOf(draft: ScenarioFile): string {
  // What is told again of a record, with its claims, is not assumed.
  const titles = draft.steps
    .filter((step) => !isNote(step) && step.claims.length === 0)
    .map((step) => step.title);
  const assumed = titles.length === 0 ? 'Nothing is assumed yet' : `Assumed: ${titles.join('; ')}`;
  const { replay } = draft;
  const without = replay?.without === undefined ? '' : `, without ${replay.without.length} of them`;
  const on =
    replay === undefined
      ? ''
      : ` Then the later steps of ${replay.scenario} are played on${without}.`;
  return `${assumed}.${on}`;
}

/** Whether the summary of a branch is the program's own and no person's. */
export function isOwnSummary(draft: ScenarioFile): boolean {
  const { summary, branchesFrom: from } = draft;
  // As it was worded up to 0.3: kept work and files have it still.
  const before =
    from === undefined
      ? 'From the start of the agreement, '
      : `After the step ${from.step} of ${from.scenario}, `;
  return summary === summaryOf(draft) || summary?.startsWith(before) === true;
}

function isNote(step: StepFile): boolean {
  return !(
    step.event ??
    step.waive ??
    step.restore ??
    step.acknowledge ??
    step.assume ??
    step.unknown
  );
}
