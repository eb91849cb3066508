import { type Exercise, type Mark, mark, type Solution, solve } from '../answer/exercise.ts';
import type { MarkedQuestion } from '../explain/marked-text.ts';

/** How far somebody is with the questions of a scenario. */
export interface Progress {
  /** What was answered to each question so far, in their order. */
  readonly answers: readonly (readonly string[])[];
  /** What is ticked for the one that is asked: none of the choices where that is, null where nothing is yet. */
  readonly picked: readonly string[] | null;
  /** Whether the last answer is on show, marked. */
  readonly isMarked: boolean;
}

export const NOT_BEGUN: Progress = { answers: [], picked: null, isMarked: false };

export type ProgressMessage =
  | { readonly kind: 'pick'; readonly choice: string; readonly isSeveral: boolean }
  | { readonly kind: 'pickNone' }
  | { readonly kind: 'answer' }
  | { readonly kind: 'goOn' }
  | { readonly kind: 'beginAgain' };

/** The next state. Pure. */
export function progressReduce(state: Progress, message: ProgressMessage): Progress {
  switch (message.kind) {
    case 'pick': {
      const { choice, isSeveral } = message;
      if (state.isMarked) return state;
      if (!isSeveral) return { ...state, picked: [choice] };
      const before = state.picked ?? [];
      const isIn = before.includes(choice);
      const picked = isIn ? before.filter((each) => each !== choice) : [...before, choice];
      return { ...state, picked: picked.length === 0 ? null : picked };
    }
    case 'pickNone':
      if (state.isMarked) return state;
      return { ...state, picked: state.picked?.length === 0 ? null : [] };
    case 'answer':
      if (state.isMarked || state.picked === null) return state;
      return { answers: [...state.answers, state.picked], picked: null, isMarked: true };
    case 'goOn':
      return { ...state, isMarked: false };
    case 'beginAgain':
      return NOT_BEGUN;
  }
}

/** Which question is on show: the one that is asked or was just marked; their number where all are done. */
export function questionShown({ answers, isMarked }: Progress): number {
  return answers.length - (isMarked ? 1 : 0);
}

const solutions = new WeakMap<object, Solution>();

/** All that was answered so far, marked. */
export function markedSoFar(exercise: Exercise, { answers }: Progress): MarkedQuestion[] {
  return answers.flatMap((given, index) => {
    const asked = exercise.questions[index];
    if (asked === undefined) return [];
    let solution = solutions.get(asked);
    if (solution === undefined) solutions.set(asked, (solution = solve(exercise, asked)));
    const marked: Mark = mark(solution, given);
    return [{ asked, given, solution, mark: marked }];
  });
}
