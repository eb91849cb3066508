import {
  type AskedQuestion,
  type Exercise,
  exerciseOf,
  type Mark,
  mark,
  type Solution,
  solve,
} from '../../answer/exercise.ts';
import { NONE_OF_THEM } from '../../explain/choice-text.ts';
import { gateOf } from '../../model/agreement.ts';
import { type Moment, momentUpTo } from '../../model/moment.ts';
import { NO_CLOCKS } from '../../model/run.ts';
import { obstacleTo } from '../../lab/reduce.ts';
import type { KeptExercise } from '../../model/saved-session.ts';
import type { Story } from '../../model/story.ts';
import { keySaid } from '../bound-keys.ts';
import { tourLeft } from '../tour.ts';
import { at, below, onTop, opened } from '../moves.ts';
import { sceneOf, type Session, told } from '../session.ts';
import type { ExerciseOverlay, Overlay, State } from '../state.ts';
import { clocksText } from '../model/wording.ts';

export type { ExerciseOverlay } from '../state.ts';

/** What one types to take a choice. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const known = new WeakMap<Story, Exercise | null>();

/** The exercise of a scenario, made once for every telling of it; null where it carries none. */
function exerciseIn(
  session: Session,
  state: Pick<State, 'scenarios'>,
  scenario: string,
): Exercise | null {
  if (!state.scenarios.has(scenario)) return null;
  const { story } = told(session, state.scenarios, scenario);
  let found = known.get(story);
  if (found === undefined)
    known.set(story, (found = exerciseOf(session.agreement, story, session.runner)));
  return found;
}

/** A question under way, with the exercise that it is part of. */
export interface Asking {
  readonly exercise: Exercise;
  readonly asked: AskedQuestion;
}

/** What an overlay asks; null where the scenario or the cursor is no longer the one that it was asked at. */
export function askingOf(session: Session, state: State, overlay: ExerciseOverlay): Asking | null {
  // The questions are asked of the whole record, whatever the day.
  if (overlay.scenario !== state.scenario || clocksText(state.clocks) !== '') return null;
  const exercise = exerciseIn(session, state, overlay.scenario);
  const asked = exercise?.questions[overlay.question];
  if (exercise === null || asked?.position !== state.position) return null;
  return { exercise, asked };
}

/** How many rows there are to choose from: the choices, and none of them where several may be right. */
export function choiceCount(session: Session, state: State, overlay: ExerciseOverlay): number {
  const asking = askingOf(session, state, overlay);
  if (asking === null) return 0;
  return asking.asked.choices.length + (asking.asked.takesSeveral ? 1 : 0);
}

const moments = new WeakMap<AskedQuestion, Moment>();

/** Where things stand when a question is asked, found out once. */
export function momentAsked({ exercise, asked }: Asking): Moment {
  let found = moments.get(asked);
  if (found === undefined) moments.set(asked, (found = momentUpTo(exercise.end, asked.position)));
  return found;
}

const solutions = new WeakMap<AskedQuestion, Solution>();

function solutionOf(exercise: Exercise, asked: AskedQuestion): Solution {
  let found = solutions.get(asked);
  if (found === undefined) solutions.set(asked, (found = solve(exercise, asked)));
  return found;
}

/** A question that was answered, with what is right. */
export interface Answered {
  readonly asked: AskedQuestion;
  readonly given: readonly string[];
  readonly solution: Solution;
  readonly mark: Mark;
}

/** All that was answered so far, marked. */
export function answeredSoFar(
  exercise: Exercise,
  overlay: Pick<ExerciseOverlay, 'answers'>,
): Answered[] {
  return overlay.answers.flatMap((given, index) => {
    const asked = exercise.questions[index];
    if (asked === undefined) return [];
    const solution = solutionOf(exercise, asked);
    return [{ asked, given, solution, mark: mark(solution, given) }];
  });
}

/** That the scenario on show carries no questions, and which do; null where it carries some. */
export function noQuestions({ scenarios, scenario }: State): string | null {
  if (scenarios.get(scenario)?.questions !== undefined) return null;
  const others = [...scenarios.values()].filter(({ questions }) => questions !== undefined);
  const where = others.map(({ title }) => `"${title}"`).join(', ');
  const hint = where === '' ? '' : ` There are some on ${where}: o opens it.`;
  return `This scenario carries no questions.${hint}`;
}

/** Begins the exercise of the scenario on show, or goes on with the one that was left; begun while it runs, it begins anew. */
export function begun(session: Session, state: State): State {
  const running = state.overlays.find((each) => each.kind === 'exercise');
  const exercise = exerciseIn(session, state, state.scenario);
  const first = exercise?.questions[0];
  if (exercise === null || first === undefined) return state;
  const { position } = sceneOf(session, state);
  const { clocks, tops, gate, focus, zoomed } = state;
  // Begun anew while it runs, it still leads back to where the first one began.
  const back = running?.back ?? { position, clocks, tops, gate, focus, zoomed };
  const paused =
    running === undefined && state.paused?.scenario === state.scenario ? state.paused : null;
  const asked = exercise.questions[paused?.question ?? 0];
  const overlay: ExerciseOverlay = {
    kind: 'exercise',
    scenario: state.scenario,
    question: 0,
    stage: 'asked',
    picked: null,
    answers: [],
    who: '',
    selected: 0,
    top: 0,
    ...(asked === undefined ? {} : paused),
    back,
    isOnBoard: false,
  };
  const opening = {
    ...tourLeft(state),
    clocks: NO_CLOCKS,
    paused: null,
    isExerciseEnded: running !== undefined || paused?.stage === 'score',
    focus: 'gate',
    zoomed: false,
  } as const;
  const next = opened(askedAt(session, opening, asked ?? first), overlay);
  return paused === null || asked === undefined
    ? next
    : {
        ...next,
        notice: `${paused.stage === 'score' ? 'Your result' : `You go on with question ${paused.question + 1}`}. ${keySaid(session, 'exercise', 'X')} begins again.`,
      };
}

/** The exercise that is under way, on screen or left, as it is kept; null where nothing of it was answered yet. */
export function exerciseUnderWay({
  overlays,
  paused,
  scenarios,
}: Pick<State, 'overlays' | 'paused' | 'scenarios'>): KeptExercise | null {
  const open = overlays.find((each) => each.kind === 'exercise');
  const one = open ?? paused;
  if (one === null || one.stage === 'score') return null;
  const { scenario, answers, picked: taken, stage, who } = one;
  if (answers.length === 0 && taken === null) return null;
  const asked = scenarios.get(scenario)?.questions ?? [];
  return {
    scenario,
    answers: answers.map((chosen, index) => ({ question: asked[index]?.id ?? '', chosen })),
    isMarked: stage === 'answered',
    picked: taken ?? [],
    picksNone: taken?.length === 0,
    who,
    isOpen: open !== undefined,
  };
}

/** An exercise that was kept, left to be gone on with; null where its scenario no longer asks the same. */
export function leftBefore(
  session: Session,
  state: State,
  { scenario, answers, isMarked, picked: taken, picksNone = false, who }: KeptExercise,
): ExerciseOverlay | null {
  const isThere =
    state.scenarios.has(scenario) && obstacleTo(session, state.scenarios, scenario) === null;
  const questions = (isThere ? exerciseIn(session, state, scenario)?.questions : null) ?? [];
  const isOffered = (index: number, chosen: readonly string[]) =>
    chosen.every((choice) => questions[index]?.choices.includes(choice) === true);
  const question = isMarked ? answers.length - 1 : answers.length;
  const fits =
    question in questions &&
    isOffered(question, taken) &&
    answers.every(
      (each, index) =>
        questions[index]?.question.id === each.question && isOffered(index, each.chosen),
    );
  if (!fits) return null;
  const { position, clocks, tops, gate, focus, zoomed } = state;
  return {
    kind: 'exercise',
    scenario,
    back: { position, clocks, tops, gate, focus, zoomed },
    isOnBoard: false,
    question,
    stage: isMarked ? 'answered' : 'asked',
    picked: taken.length > 0 || picksNone ? taken : null,
    answers: answers.map(({ chosen }) => chosen),
    who,
    selected: 0,
    top: 0,
  };
}

/** Goes on with an exercise that was kept: where it was on screen, it is so again. */
export function wentOnWith(session: Session, state: State, kept: KeptExercise): State {
  const paused = leftBefore(session, state, kept);
  if (paused === null) return { ...state, notice: EXERCISE_LEFT_OUT };
  const next = { ...state, paused };
  return kept.isOpen && state.scenario === kept.scenario ? begun(session, next) : next;
}

const EXERCISE_LEFT_OUT = 'Left out: the exercise, since its questions are not what they were.';

/** The state where a question is asked, its gate on the board. */
function askedAt(session: Session, state: State, { question, position }: AskedQuestion): State {
  const { agreement } = session;
  if ('gate' in question)
    return { ...at(state, position), gate: gateOf(agreement, question.gate)?.id ?? null };
  // It is about what happens next.
  const next = told(session, state.scenarios, state.scenario).story.steps[position + 1]?.action;
  const event = next?.kind === 'event' ? agreement.events.get(next.event) : undefined;
  return { ...at(state, position), gate: event?.gate ?? null };
}

/** Marks a row, or unmarks it; where one choice is right, it only moves there. */
export function picked(session: Session, state: State, row: number): State {
  const overlay = state.overlays.at(-1);
  if (overlay?.kind !== 'exercise' || overlay.stage !== 'asked') return state;
  const asking = askingOf(session, state, overlay);
  if (asking === null || row < 0 || row >= choiceCount(session, state, overlay)) return state;
  const { choices, takesSeveral } = asking.asked;
  const choice = choices[row];
  const moved = { ...overlay, selected: row, isOnBoard: false };
  if (!takesSeveral) return onTop(state, moved);
  const before = overlay.picked ?? [];
  // The row behind the choices is for none of them.
  if (choice === undefined) {
    const isMarked = overlay.picked?.length === 0;
    return onTop(state, { ...moved, picked: isMarked ? null : [] });
  }
  const all = choices.filter((each) => before.includes(each) !== (each === choice));
  return onTop(state, { ...moved, picked: all.length === 0 ? null : all });
}

/** Answers the question, goes on to the next, or ends: what Enter does depends on how far one is. */
export function wentOn(session: Session, state: State, overlay: ExerciseOverlay): State {
  if (overlay.isOnBoard) return turned(state);
  const asking = askingOf(session, state, overlay);
  if (asking === null) return left(session, state, overlay);
  const { exercise, asked } = asking;
  switch (overlay.stage) {
    case 'asked': {
      // Where one choice is right, it is the row that the cursor is on.
      const given = asked.takesSeveral
        ? overlay.picked
        : asked.choices.slice(overlay.selected, overlay.selected + 1);
      if (given === null) return { ...state, notice: nothingMarked(session) };
      const answers = [...overlay.answers, given];
      return onTop(state, { ...overlay, stage: 'answered', answers, picked: null, top: 0 });
    }
    case 'answered': {
      const next = exercise.questions[overlay.question + 1];
      if (next === undefined)
        return onTop({ ...state, isExerciseEnded: true }, { ...overlay, stage: 'score', top: 0 });
      const question = overlay.question + 1;
      const asks = { question, stage: 'asked', selected: 0, top: 0 } as const;
      return onTop(askedAt(session, state, next), { ...overlay, ...asks, isOnBoard: false });
    }
    case 'score':
      return left(session, state, overlay);
  }
}

/** Why there is no answer to give yet, where several choices may be right; null where there is one. */
export function unanswered(
  session: Session,
  state: State,
  overlay: ExerciseOverlay,
): string | null {
  const { stage, picked: marked } = overlay;
  const isToBeMarked = stage === 'asked' && !isOnBoard(overlay) && marked === null;
  return isToBeMarked && askingOf(session, state, overlay)?.asked.takesSeveral === true
    ? nothingMarked(session)
    : null;
}

function nothingMarked(session: Session): string {
  const space = keySaid(session, 'pick', ' ');
  return `Mark what holds with ${space}, then ${keySaid(session, 'accept', 'enter')}; or mark "${NONE_OF_THEM}".`;
}

/** Leaves the exercise: everything goes back to where it was, and what is not finished can be gone on with. */
export function left(session: Session, state: State, overlay: ExerciseOverlay): State {
  const isOver = overlay.stage === 'score';
  const does = isOver ? 'shows your result again' : 'goes on with the exercise';
  const notice = `${keySaid(session, 'exercise', 'X')} ${does}.`;
  return { ...below(state), ...overlay.back, paused: overlay, notice };
}

/** Whether the arrows move the board, and not the exercise that is under way. */
export function isOnBoard(overlay: Overlay): boolean {
  return overlay.kind === 'exercise' && overlay.isOnBoard;
}

/** From the question to the board, and back. */
export function turned(state: State): State {
  const overlay = state.overlays.at(-1);
  return overlay?.kind === 'exercise'
    ? onTop(state, { ...overlay, isOnBoard: !overlay.isOnBoard })
    : state;
}

/** The event and the reading that are in question just now, whose standing the board keeps back; null where none are. */
export function keptBack(
  session: Session,
  state: State,
): { readonly event: string; readonly reading: string } | null {
  const overlay = state.overlays.find((each) => each.kind === 'exercise');
  if (overlay?.stage !== 'asked') return null;
  const question = askingOf(session, state, overlay)?.asked.question;
  if (question === undefined || !('gate' in question)) return null;
  const event = gateOf(session.agreement, question.gate)?.event ?? question.gate;
  return { event, reading: question.reading };
}
