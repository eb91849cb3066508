import { type Agreement, leafTitle, readingTitle, regionTitle, stageTitle } from './agreement.ts';
import { leavesOf } from './condition.ts';
import { freshId, wordsOf } from './fresh-id.ts';
import type { ScenarioFile, StepFile } from './shapes/scenario.ts';
import type { Action } from './story.ts';

/** What a step of a what-if does: any action but a note. */
export type BranchAction = Exclude<Action, { kind: 'note' }>;

export const EMPTY_STEP: Pick<StepFile, 'by' | 'status' | 'claims' | 'disputedBy'> = {
  by: [],
  status: 'assumed',
  claims: [],
  disputedBy: [],
};

/**
 * A step that a user assumes, with a title and a readable id from the agreement's data.
 *
 * @param taken ids that it must not have
 * @param date the day or days that the user gives it, if any
 */
export function assumedStep(
  action: BranchAction,
  agreement: Agreement,
  taken: ReadonlySet<string>,
  date?: StepFile['date'],
): StepFile {
  return {
    ...EMPTY_STEP,
    id: freshId(stepIdOf(action), taken),
    ...(date === undefined ? {} : { date }),
    title: titleOf(action, agreement),
    ...asWrittenAction(action),
  };
}

function stepIdOf(action: BranchAction): string {
  switch (action.kind) {
    case 'event':
      return wordsOf(action.event);
    case 'waive':
      return `${action.reading}-waives-${wordsOf(action.leaf)}`;
    case 'restore':
      return `${action.reading}-restores-${wordsOf(action.leaf)}`;
    case 'assume':
      return `${wordsOf(action.region)}-taken-as-${wordsOf(action.stage)}`;
    case 'unknown':
      return `${wordsOf(action.region)}-taken-as-unknown`;
  }
}

/** A condition that is waived or taken up again, in words: what it asks for, and before which gate. */
function waiverTitle(
  agreement: Agreement,
  { reading, leaf: id }: { readonly reading: string; readonly leaf: string },
  [never, asks]: readonly [never: string, asks: string],
): string {
  for (const [gate, { stated }] of agreement.readings.get(reading)?.gates ?? []) {
    const leaf = stated && leavesOf(stated.condition).find((each) => each.id === id);
    if (!leaf) continue;
    const before = `"${agreement.gates.get(gate)?.title ?? gate}"`;
    return leaf.region === null
      ? `${never} ${before}`
      : `${asks} ${leafTitle(agreement, leaf)} before ${before}`;
  }
  return `${asks} ${id}`;
}

/** What an action is called in a title, from the agreement's own titles. */
export function titleOf(action: BranchAction, agreement: Agreement): string {
  const region = (id: string) => regionTitle(agreement, id);
  switch (action.kind) {
    case 'event':
      return agreement.events.get(action.event)?.title ?? action.event;
    case 'waive':
      return `${readingTitle(agreement, action.reading)} ${waiverTitle(agreement, action, ['no longer rules out', 'no longer asks for'])}`;
    case 'restore':
      return `${readingTitle(agreement, action.reading)} ${waiverTitle(agreement, action, ['rules out again', 'asks again for'])}`;
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
      return { waive: { reading: action.reading, leaf: action.leaf } };
    case 'restore':
      return { restore: { reading: action.reading, leaf: action.leaf } };
    case 'assume':
      return { assume: { region: action.region, stage: action.stage } };
    case 'unknown':
      return { unknown: { region: action.region } };
  }
}

/** What a branch assumes, in a sentence or two: its summary as long as nobody writes another. */
export function summaryOf(draft: ScenarioFile): string {
  const from =
    draft.branchesFrom === undefined
      ? 'From the start of the agreement'
      : `After the step ${draft.branchesFrom.step} of ${draft.branchesFrom.scenario}`;
  // What is told again of a record, with its claims, is not assumed.
  const titles = draft.steps
    .filter((step) => !isNote(step) && step.claims.length === 0)
    .map((step) => step.title);
  const assumed = titles.length === 0 ? 'nothing is assumed yet' : `assumed: ${titles.join('; ')}`;
  const on =
    draft.replay === undefined
      ? ''
      : ` Then the later steps of ${draft.replay.scenario} are played on.`;
  return `${from}, ${assumed}.${on}`;
}

function isNote(step: StepFile): boolean {
  return !(step.event ?? step.waive ?? step.restore ?? step.assume ?? step.unknown);
}
