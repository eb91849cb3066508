import { authorTexts } from '../explain/author-text.ts';
import { plainWords } from '../explain/document.ts';
import type { Mark } from '../explain/mark.ts';
import { stepRow } from '../explain/outcome-row.ts';
import { phaseWarning } from '../explain/phase-warning.ts';
import { sceneIn, standingAt, told } from '../lab/scene.ts';
import type { LabState, Setting } from '../lab/state.ts';
import { rangeText } from '../model/day-words.ts';

/** A step of a branch, as it is listed. */
export interface ListedStep {
  readonly place: number;
  readonly id: string;
  readonly title: string;
  /** Empty where it has no day. */
  readonly day: string;
  /** Null where there is nothing to judge: a note, or a step that does not count by the days that are set. */
  readonly mark: Mark | null;
  /** What the run on show makes of it. */
  readonly words: string;
  /** The author's reason and note. */
  readonly said: readonly string[];
  readonly canMove: { readonly earlier: boolean; readonly later: boolean };
  readonly canStrike: boolean;
  /** Whether it is the branch's own; one that is played on can only be struck out. */
  readonly isOwn: boolean;
}

/** The steps of a branch: how many it inherits, its own, and those that it plays on. */
export interface BranchSteps {
  readonly inherited: number;
  readonly own: readonly ListedStep[];
  readonly playedOn: readonly ListedStep[];
  /** The title of the scenario whose later steps are played on; null where none are. */
  readonly from: string | null;
  /** What is not to be read into them; empty where there is nothing to say. */
  readonly warning: string;
}

/**
 * The steps of the scenario on show, from those that are its own.
 *
 * @param most as many of those played on are judged
 */
export function stepsOfBranch(setting: Setting, lab: LabState, most: number): BranchSteps {
  const { story, whole, places } = told(setting, lab.scenarios, lab.scenario, lab.clocks);
  const { inherited, scenario, steps } = story;
  const ownTo = inherited + scenario.steps.length;
  const counts = new Set(places);
  const listed = (place: number) => listedStep(setting, lab, place, counts.has(place));
  const range = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).flatMap(
      (place) => listed(place) ?? [],
    );
  const replay = scenario.replay?.scenario;
  return {
    inherited,
    own: range(inherited, ownTo),
    playedOn: range(ownTo, Math.min(steps.length, ownTo + most)),
    from: replay === undefined ? null : (lab.scenarios.get(replay)?.title ?? replay),
    warning: phaseWarning(setting.agreement, lab.scenario, whole.played.steps, whole.played.start),
  };
}

function listedStep(
  setting: Setting,
  lab: LabState,
  place: number,
  doesCount: boolean,
): ListedStep | null {
  const { scenarios, scenario, clocks, run } = lab;
  const { story } = told(setting, scenarios, scenario, clocks);
  const step = story.steps[place];
  if (step === undefined) return null;
  const at = (position: number) => sceneIn(setting, scenarios, { scenario, position }, clocks);
  const after = doesCount ? at(place) : null;
  const played = after?.played ?? null;
  const judged =
    after === null || played === null || step.action.kind === 'note'
      ? null
      : stepRow(
          run,
          { before: () => at(place - 1).moment, after: after.moment },
          played,
          standingAt,
        );
  const index = place - story.inherited;
  const starts = story.scenario.steps[0]?.id === `${scenario}-starts`;
  const isOwn = index < story.scenario.steps.length;
  const isStart = starts && index === 0;
  const perhaps = played?.isCertain === false ? 'may have happened; ' : '';
  return {
    place,
    id: step.id,
    title: step.title,
    day: step.date === null ? '' : rangeText(step.date),
    mark: judged === null ? null : played?.isCertain === false ? 'unknown' : judged.mark,
    words: doesCount
      ? judged === null
        ? ''
        : `${perhaps}${plainWords(judged.words)}`
      : 'does not count by the days that are set',
    said: authorTexts(step),
    canMove: {
      earlier: isOwn && index > (starts ? 1 : 0),
      later: isOwn && !isStart && index < story.scenario.steps.length - 1,
    },
    canStrike: !isStart,
    isOwn,
  };
}
