import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { BrokenReferenceError, type Story, type StoryStep, tell } from '../model/story.ts';
import type { ParsedFile } from './parse.ts';
import type { Path, ReferenceReport } from './reference-report.ts';
import { quote } from './show.ts';
import { didYouMeanOneOf } from './suggest.ts';

type File = ParsedFile<ScenarioFile>;

/**
 * Checks how scenarios hang together: what they branch off and replay, that no step has another's id, and that
 * days do not run backwards along the told story.
 *
 * @param files the scenarios to check
 * @param scenarios all that they can refer to, by id
 * @param allRead false where a scenario could not be read, so that one may be missing for that reason
 */
export function checkStories(
  files: readonly File[],
  scenarios: ReadonlyMap<string, ScenarioFile>,
  allRead: boolean,
  report: ReferenceReport,
): void {
  const broken = new Set<string>();
  for (const file of files) {
    const { value } = file;
    const once = report.register('step');
    for (const [index, step] of value.steps.entries()) once(file, ['steps', index, 'id'], step.id);
    try {
      const story = tell(value, scenarios);
      checkStepIds(file, story, report);
      checkDays(file, story, report);
      checkOrigin(file, story, scenarios, report);
      checkQuestions(file, story, report);
      checkTasks(file, story, report);
    } catch (error) {
      if (!(error instanceof BrokenReferenceError)) throw error;
      reportBroken(error, file, files, allRead, broken, report);
    }
  }
}

/** Each scenario that leads to a broken reference finds it again; it is reported once, where it stands. */
function reportBroken(
  error: BrokenReferenceError,
  told: File,
  files: readonly File[],
  allRead: boolean,
  broken: Set<string>,
  report: ReferenceReport,
): void {
  const key = `${error.scenario} ${error.path.join('.')}`;
  const isPerhapsUnread = !allRead && error.path.at(-1) === 'scenario' && error.missing !== null;
  if (broken.has(key) || isPerhapsUnread) return;
  broken.add(key);
  const file = files.find(({ value }) => value.id === error.scenario);
  if (file === undefined) {
    // The reference stands in a scenario that is not among the checked ones, and was whole without them.
    const way = told.value.branchesFrom ? 'branchesFrom' : 'replay';
    report.at(
      told,
      [way],
      error.missing === null ? 'goes-round' : 'unknown-id',
      `it leads to the scenario ${error.scenario}: ${error.message}`,
    );
    return;
  }
  const hint =
    error.missing === null
      ? 'take branchesFrom or replay out of one of them'
      : didYouMeanOneOf(error.missing, error.candidates);
  report.at(
    file,
    error.path,
    error.missing === null ? 'goes-round' : 'unknown-id',
    error.message,
    hint,
  );
}

/** Two steps of one file are found before; here it is those that meet in the story only. */
function checkStepIds(file: File, story: Story, report: ReferenceReport): void {
  const taken = new Map<string, StoryStep>();
  for (const [index, step] of story.steps.entries()) {
    const first = taken.get(step.id);
    taken.set(step.id, first ?? step);
    if (first === undefined) continue;
    if (first.scenario === step.scenario) {
      if (!step.replayed || first.replayed) continue;
      const message = `the replay has the step ${quote(step.id)}, which the scenario has already`;
      report.at(file, ['replay', 'after'], 'second-id', message);
      return;
    }
    const isOwn = !step.replayed && index >= story.inherited;
    const own = isOwn ? step : first;
    const ownIndex = file.value.steps.findIndex(({ id }) => id === step.id);
    const other = own === step ? first : step;
    report.at(
      file,
      ownIndex >= 0 ? ['steps', ownIndex, 'id'] : ['replay', 'after'],
      'second-id',
      `the step ${quote(step.id)} has the id of a step that comes from ${other.scenario}`,
    );
  }
}

/** What happened rests on what happened alone, and a replay replays something. */
function checkOrigin(
  file: File,
  story: Story,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  report: ReferenceReport,
): void {
  const { kind, replay } = file.value;
  if (replay !== undefined && !story.steps.some(({ replayed }) => replayed))
    report.at(
      file,
      ['replay'],
      'no-effect',
      `the replay has no step of ${replay.scenario}`,
      'begin it after an earlier step, end it at a later one, or leave it out',
    );
  const foreign = story.steps.find(
    (step) =>
      step.scenario !== file.value.id && scenarios.get(step.scenario)?.kind !== 'documented',
  );
  if (kind === 'documented' && foreign !== undefined)
    report.at(
      file,
      ['kind'],
      'rests-on-less',
      `the scenario is documented, but has the step ${quote(foreign.id)} of ${foreign.scenario}, which is not`,
      'write kind: projected or kind: hypothetical',
    );
}

/** A question needs the step behind which it is asked, and one about the next step an event to come next. */
function checkQuestions(file: File, story: Story, report: ReferenceReport): void {
  let last = -1;
  for (const [index, question] of (file.value.questions ?? []).entries()) {
    const at = story.steps.findIndex(({ id }) => id === question.after);
    const path = ['questions', index, 'after'];
    if (at < 0) {
      reportNoStep(file, path, question.after, story, report);
      continue;
    }
    if (at < last)
      report.at(
        file,
        path,
        'wrong-order',
        'the question comes after an earlier step than the question before it',
      );
    last = Math.max(at, last);
    if (question.kind === 'outcome' && story.steps[at + 1]?.action.kind !== 'event')
      report.at(file, path, 'at-odds', 'the question is about the next step, which has no event');
  }
}

/** A task goes on from a step, on days that lie behind it. */
function checkTasks(file: File, story: Story, report: ReferenceReport): void {
  for (const [index, { after, before }] of (file.value.tasks ?? []).entries()) {
    const at =
      after === undefined
        ? story.steps.length - 1
        : story.steps.findIndex(({ id }) => id === after);
    if (after !== undefined && at < 0) {
      reportNoStep(file, ['tasks', index, 'after'], after, story, report);
      continue;
    }
    const begins = story.steps.slice(0, at + 1).findLast(({ date }) => date !== null)?.date?.to;
    if (before === undefined || begins === undefined || before > begins) continue;
    report.at(
      file,
      ['tasks', index, 'before'],
      'wrong-order',
      `no step can be before ${before}: the steps to be found begin on ${begins}`,
      'write a later day in before, or an earlier step in after',
    );
  }
}

function reportNoStep(
  file: File,
  path: Path,
  missing: string,
  { steps }: Story,
  report: ReferenceReport,
): void {
  const ids = steps.map(({ id }) => id);
  const message = `there is no step ${quote(missing)}`;
  report.at(file, path, 'unknown-id', message, didYouMeanOneOf(missing, ids));
}

function checkDays(file: File, story: Story, report: ReferenceReport): void {
  let last: StoryStep | null = null;
  for (const [index, step] of story.steps.entries()) {
    if (step.date === null) continue;
    const isBackwards = last?.date && step.date.to < last.date.to;
    // A step inside another scenario's part is reported with that scenario.
    const isOwn = index >= story.inherited && !step.replayed;
    const isSeam = step.replayed && last !== null && !last.replayed;
    if (isBackwards && last?.date && (isOwn || isSeam)) {
      report.at(
        file,
        isOwn ? ['steps', index - story.inherited, 'date'] : ['replay', 'after'],
        'wrong-order',
        `the step ${quote(step.id)} (${step.date.to}) comes after ${quote(last.id)} (${last.date.to}), ` +
          'so days run backwards',
        'order steps by the last day that each can have happened on',
      );
    }
    if (!isBackwards) last = step;
  }
}
