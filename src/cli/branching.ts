/** What `what-if` does, loaded when it is asked for. */
import type { Agreement } from '../model/agreement.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import {
  addStep,
  type BranchAction,
  forkAt,
  laterSteps,
  standingAlone,
  stepIdsOf,
  titleOf,
  withReplay,
} from '../answer/branch.ts';
import { freshId, idFrom } from '../model/fresh-id.ts';
import { leavesById } from '../answer/grouped-options.ts';
import { playWhatIf, type WhatIf } from '../answer/what-if.ts';
import { tell } from '../model/story.ts';
import { quote } from '../load/show.ts';
import { askedAssumption, askedStep, known } from './asked.ts';
import type { AskedStory } from './context.ts';
import { UsageError } from './usage-error.ts';

export { whatIfJson } from '../report/what-if-json.ts';
export { whatIfText } from '../report/what-if-text.ts';

/** One of the repeatable options, as written. */
export interface WrittenAction {
  readonly option: 'event' | 'waive' | 'restore' | 'assume' | 'unknown';
  readonly text: string;
}

export interface WhatIfAsked {
  readonly at: string | null;
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
  { agreement, story, scenarios }: AskedStory,
  shipped: ReadonlyMap<string, ScenarioFile>,
  asked: WhatIfAsked,
): WhatIf {
  const position = asked.at === null ? story.steps.length - 1 : askedStep(story, '--at', asked.at);
  const actions = asked.actions.map((written) => actionOf(agreement, written));
  const [first] = actions;
  const title =
    asked.title ??
    `What if: ${first === undefined ? 'nothing more happens' : titleOf(first, agreement)}`;
  const id = freshId(idFrom(asked.name ?? 'what-if', 'what-if'), new Set(scenarios.keys()));
  const taken = stepIdsOf(scenarios.values());
  let draft = actions.reduce<ScenarioFile>(
    (branch, action) => addStep(branch, action, agreement, taken),
    forkAt(agreement, story, position, { id, title }),
  );
  if (asked.replays) {
    const replay = laterSteps(story, position);
    if (replay === null)
      throw new UsageError(
        `nothing comes after the last step of ${story.scenario.id}`,
        'fork it earlier with --at, or leave --replay out',
      );
    draft = withReplay(draft, replay);
  }
  // An edited copy has the id of a scenario that ships and is another: it may not be referred to.
  const referable = new Set(
    [...shipped].flatMap(([key, each]) => (scenarios.get(key) === each ? [key] : [])),
  );
  const whole = standingAlone(tell(draft, new Map(scenarios).set(id, draft)), referable);
  return playWhatIf(agreement, whole, story, position, scenarios);
}

function actionOf(agreement: Agreement, { option, text }: WrittenAction): BranchAction {
  switch (option) {
    case 'event':
      return { kind: 'event', event: known('event', text, agreement.events.keys()) };
    case 'waive':
    case 'restore':
      return { kind: option, ...leafOf(agreement, text) };
    case 'assume': {
      const { region, stage } = askedAssumption(agreement, text);
      return stage === 'unknown' ? { kind: 'unknown', region } : { kind: 'assume', region, stage };
    }
    case 'unknown':
      return { kind: 'unknown', region: known('region', text, agreement.regions.keys()) };
  }
}

/** `leaf`, or `reading:leaf`; a reading waives its own only, so that naming it is for the reader's sake. */
function leafOf(agreement: Agreement, text: string): { reading: string; leaf: string } {
  const [leafId = '', readingId] = text.split(':').toReversed();
  const leaves = leavesById(agreement);
  const { reading, id } = leaves.get(known('leaf', leafId, leaves.keys())) ?? {
    reading: '',
    id: '',
  };
  if (!agreement.readings.has(reading))
    throw new UsageError(
      `${id} holds under every reading, so no party can waive it`,
      'assume a stage that meets it instead',
    );
  if (readingId !== undefined && readingId !== reading)
    throw new UsageError(
      `${id} is a leaf of ${reading}, not of ${quote(readingId)}; a reading waives its own only`,
    );
  return { reading, leaf: id };
}
