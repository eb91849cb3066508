import { rowsIn } from '../layout.ts';
import {
  askingOf,
  begun,
  choiceCount,
  type ExerciseOverlay,
  left,
  LETTERS,
  noQuestions,
  picked,
  turned,
  wentOn,
} from '../lab/exercising.ts';
import { resultAsked } from '../lab/result.ts';
import { exercisePage } from '../views/exercise.ts';
import { CHOOSE, CLOSE } from './keys/kinds.ts';
import { MOVING_BESIDE_LETTERS } from './keys/moving.ts';
import { PANE_MOVING } from './keys/pane-moving.ts';
import { EVERYWHERE, HELP } from './keys/program.ts';
import type { Binding, Screen } from './screen.ts';

/** Begins the exercise, or goes on with it. */
export const EXERCISE_KEY: Binding = {
  id: 'exercise',
  keys: ['X'],
  group: 'Ask',
  label: 'exercise',
  rank: 14,
  help: 'Go through the questions that the scenario on show carries, or go on with them.',
  does: begun,
  obstacle: (_session, state) => noQuestions(state),
};

/** The keys that move about, which move the board while that has them. */
function moving(): Binding<ExerciseOverlay>[] {
  return MOVING_BESIDE_LETTERS.map((binding): Binding<ExerciseOverlay> => {
    const onBoard = PANE_MOVING.find(({ id }) => id === binding.id);
    return {
      ...binding,
      rank: RANKS[binding.id] ?? 0,
      does: (session, state, overlay, screen) =>
        (overlay.isOnBoard ? (onBoard ?? binding) : binding).does(session, state, overlay, screen),
    };
  });
}

const RANKS: Readonly<Record<string, number>> = { down: 4, pageDown: 5 };

const KEYS: readonly Binding<ExerciseOverlay>[] = [
  { ...EXERCISE_KEY, label: 'begin again', help: 'Begin again, at the first question.' },
  {
    id: 'saveResult',
    keys: ['S', 'ctrl+s'],
    group: 'Ask',
    label: 'save the result',
    rank: 1.5,
    help: 'Write the result to a file, with your name and the day: your answers, what is right, and the sources.',
    does: (_session, state) => resultAsked(state),
    obstacle: (_session, _state, { stage }) =>
      stage === 'score' ? null : 'There is a result to save once every question is answered.',
  },
  {
    id: 'turn',
    keys: ['tab'],
    group: 'Ask',
    label: 'board',
    rank: 2,
    help: 'Go from the question to the gate board, and back.',
    does: (_session, state) => turned(state),
  },
  {
    id: 'pick',
    keys: [' '],
    group: 'Ask',
    label: 'take up',
    rank: 3,
    help: 'Take a choice up, or put it back, where several may be right. A letter does the same.',
    does: (session, state, { selected }) => picked(session, state, selected),
    obstacle: (session, state, overlay) =>
      overlay.stage === 'asked' && askingOf(session, state, overlay)?.asked.takesSeveral === true
        ? null
        : 'Nothing is to be taken up here: Enter answers, or goes on.',
  },
  {
    ...CHOOSE,
    group: 'Ask',
    label: 'answer, go on',
    help: 'Answer the question; once it is answered, go on.',
  },
  ...moving(),
  CLOSE,
  { ...HELP, help: 'Explain the exercise and its keys.' },
  ...EVERYWHERE,
];

/** The questions that a scenario carries. */
export const EXERCISE: Screen<ExerciseOverlay> = {
  title: 'Exercise',
  about:
    'The questions that the scenario carries, each asked where its step has just been played, with the gate board beside it or behind Tab; how the reading in question stands is kept back there. A letter or the arrows choose, Enter answers; then you see what the model says, why, and the sources. At the end there is the score, which can be saved as a file with your name and the day. Nothing is sent. Esc leaves, the cursor goes back to where it was, and X goes on from here.',
  keys: KEYS,
  view: exercisePage,
  rows: (session, state, overlay) =>
    overlay.stage === 'asked' ? choiceCount(session, state, overlay) : null,
  letter: (session, state, _overlay, text) => picked(session, state, LETTERS.indexOf(text)),
  enter: wentOn,
  closed: (_session, state, overlay) => left(state, overlay),
  // It takes the place of the step where there is room for the board beside it.
  spot({ isSpacious, slots }) {
    const all = slots.flat();
    const step = all.find(({ pane }) => pane === 'step');
    return isSpacious && all.length > 1 && step !== undefined
      ? { columns: step.width, rows: rowsIn(step), instead: step }
      : null;
  },
  still: (session, state, overlay) => (askingOf(session, state, overlay) === null ? null : overlay),
};
