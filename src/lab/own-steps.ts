import { dayText } from '../model/day-words.ts';
import type { Day } from '../model/days.ts';
import type { ScenarioFile, StepFile } from '../model/shapes/scenario.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { rewritten, withReplay } from '../answer/branch.ts';
import { adopted, type Bench, type Changed } from './branches.ts';
import { obstacleIn } from './bench-obstacle.ts';
import { storyOf } from './story-of.ts';

/** What can be done to a step of a branch once it is there. */
export type StepChange =
  | { readonly kind: 'day'; readonly day: Day | null }
  | { readonly kind: 'because'; readonly text: string | null }
  | { readonly kind: 'note'; readonly text: string | null }
  | { readonly kind: 'earlier' }
  | { readonly kind: 'later' }
  | { readonly kind: 'strike' };

/**
 * Changes a step of a branch: its day, its reason, its note, its place among the branch's own, or takes it out. Of the
 * steps that are played on after the branch's own, each can only be taken out.
 *
 * @param id the branch, as it is on show
 * @param place the place of the step in the branch's story
 * @returns what changed, with the place of the step, or of the one before it where it is gone; or why it cannot be done
 */
export function stepChanged(
  bench: Bench,
  id: string,
  place: number,
  change: StepChange,
): Changed | string {
  const story = storyOf(bench, id);
  const step = story.steps[place];
  if (step === undefined) return 'Nothing has happened yet: there is no step to change.';
  const index = place - story.inherited;
  const isOwn = index >= 0 && index < story.scenario.steps.length;
  if (!bench.branches.includes(id) || index < 0) return notItsOwn(bench, step, id);
  const scenario = isOwn ? ownChanged(story, index, change) : leftOut(story, step, change);
  if (typeof scenario === 'string') return scenario;
  const next = adopted(bench, scenario);
  const hurt = obstacleIn(next);
  if (hurt !== null) return hurt;
  const by = { earlier: -1, later: 1, strike: -1 } as const;
  const position = place + (change.kind in by ? by[change.kind as keyof typeof by] : 0);
  return { bench: next, spot: { scenario: id, position }, label: labelOf(step, change) };
}

function notItsOwn(bench: Bench, { title, scenario }: StoryStep, id: string): string {
  const whose = bench.scenarios.get(scenario)?.title ?? scenario;
  return scenario !== id && bench.branches.includes(scenario)
    ? `"${title}" is a step of "${whose}": open that branch to change it.`
    : `"${title}" is a step of "${whose}", and no what-if of yours: it stays as it is.`;
}

/** The branch with a step of its own changed; or why it cannot be. */
function ownChanged({ scenario }: Story, index: number, change: StepChange): ScenarioFile | string {
  const { steps } = scenario;
  const step = steps[index];
  if (step === undefined) return 'There is no such step.';
  const isStart = step.id === `${scenario.id}-starts`;
  const withStep = (next: StepFile) => rewritten(scenario, steps.with(index, next));
  switch (change.kind) {
    case 'day': {
      if (change.day === null && isStart) return 'It says on which day the branch starts.';
      const { date: _, ...rest } = step;
      const title = isStart ? movedTo(step, change.day) : step.title;
      return withStep(
        change.day === null ? rest : { ...rest, title, date: { from: change.day, to: change.day } },
      );
    }
    case 'because': {
      const { because: _, ...rest } = step;
      if (step.status !== 'assumed') return `"${step.title}" is not assumed: it has its claims.`;
      return withStep(change.text === null ? rest : { ...rest, because: change.text });
    }
    case 'note': {
      const { note: _, ...rest } = step;
      return withStep(change.text === null ? rest : { ...rest, note: change.text });
    }
    case 'earlier':
    case 'later': {
      const to = index + (change.kind === 'earlier' ? -1 : 1);
      const other = steps[to];
      if (isStart || other?.id === `${scenario.id}-starts`)
        return 'The branch starts there: nothing of it comes before that.';
      if (other === undefined)
        return change.kind === 'earlier'
          ? "It is the first of the branch's own steps: what comes before is not the branch's to move."
          : "It is the last of the branch's own steps.";
      return rewritten(scenario, steps.with(index, other).with(to, step));
    }
    case 'strike':
      if (isStart) return 'The branch starts there: it says on which day.';
      if (isAskedAfter(scenario, step))
        return `A question or a task of "${scenario.title}" comes after "${step.title}", so it stays.`;
      return rewritten(scenario, steps.toSpliced(index, 1));
  }
}

/** The title of the note that a branch starts from, of another day; files of before have the day in digits. */
function movedTo({ title, date }: StepFile, day: Day | null): string {
  if (date === undefined || day === null) return title;
  const said = [dayText(date.to), date.to].find((each) => title.includes(each));
  return said === undefined ? title : title.replace(said, dayText(day));
}

function isAskedAfter({ questions = [], tasks = [] }: ScenarioFile, { id }: StepFile): boolean {
  return [...questions, ...tasks].some(({ after }) => after === id);
}

/** The branch without one of the steps that it plays on. */
function leftOut(
  { scenario, steps }: Story,
  step: StoryStep,
  { kind }: StepChange,
): ScenarioFile | string {
  const { replay } = scenario;
  if (replay === undefined || kind !== 'strike')
    return `"${step.title}" is played on as it happened: it can only be struck out.`;
  const isLast = steps.filter(({ replayed }) => replayed).length === 1;
  const without = [...(replay.without ?? []), step.id];
  return withReplay(scenario, isLast ? null : { ...replay, without });
}

function labelOf({ title }: StoryStep, change: StepChange): string {
  switch (change.kind) {
    case 'day':
      return change.day === null ? `"${title}" has no day` : `"${title}" on ${dayText(change.day)}`;
    case 'because':
      return change.text === null ? `No reason for "${title}"` : `Reason for "${title}"`;
    case 'note':
      return change.text === null ? `No note on "${title}"` : `Note on "${title}"`;
    case 'earlier':
      return `"${title}" moved up`;
    case 'later':
      return `"${title}" moved down`;
    case 'strike':
      return `"${title}" struck out`;
  }
}
