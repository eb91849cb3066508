import { exerciseOf } from '../answer/exercise.ts';
import { obstacleTo } from '../lab/reduce.ts';
import { told } from '../lab/scene.ts';
import type { LabState, Setting } from '../lab/state.ts';
import type { KeptExercises } from '../load/kept-exercises.ts';
import { NOT_BEGUN, type Progress, questionShown } from './exercise-progress.ts';

/** How far somebody is with the questions of each scenario, by its id. */
export type Exercises = Readonly<Record<string, Progress>>;

/** The exercises that are under way or done, as they are kept: each answer with the id of its question. */
export function keptExercises(
  { scenarios }: Pick<LabState, 'scenarios'>,
  exercises: Exercises,
): KeptExercises {
  return Object.entries(exercises).flatMap(([scenario, { answers, isMarked, picked }]) => {
    const asked = scenarios.get(scenario)?.questions ?? [];
    if (answers.length === 0 && picked === null) return [];
    const own = answers.map((chosen, index) => ({ question: asked[index]?.id ?? '', chosen }));
    return [{ scenario, answers: own, isMarked, picked }];
  });
}

/** Those that still fit: whose scenario asks the same questions, with the same choices; and how many do not. */
export function fittingExercises(
  setting: Setting,
  scenarios: LabState['scenarios'],
  kept: KeptExercises,
): { readonly exercises: Exercises; readonly misfits: number } {
  const fit = kept.flatMap((each) => {
    const progress = fitting(setting, scenarios, each);
    return progress === null ? [] : [[each.scenario, progress] as const];
  });
  return { exercises: Object.fromEntries(fit), misfits: kept.length - fit.length };
}

function fitting(
  setting: Setting,
  scenarios: LabState['scenarios'],
  { scenario, answers, isMarked, picked }: KeptExercises[number],
): Progress | null {
  if (!scenarios.has(scenario) || obstacleTo(setting, scenarios, scenario) !== null) return null;
  const { story } = told(setting, scenarios, scenario);
  const asked = exerciseOf(setting.agreement, story, setting.runner)?.questions ?? [];
  const isOffered = (index: number, chosen: readonly string[]) =>
    chosen.every((choice) => asked[index]?.choices.includes(choice) === true);
  const progress: Progress = {
    ...NOT_BEGUN,
    answers: answers.map(({ chosen }) => chosen),
    isMarked: isMarked && answers.length > 0,
    picked,
  };
  const isFit =
    answers.every(
      ({ question, chosen }, index) =>
        asked[index]?.question.id === question && isOffered(index, chosen),
    ) && isOffered(questionShown(progress), picked ?? []);
  return isFit ? progress : null;
}
