import { score } from '../../answer/exercise.ts';
import { line, type Line, text } from '../../draw/line.ts';
import { blockLines } from '../../draw/lines.ts';
import { block, paragraph } from '../../draw/paragraph.ts';
import { inBrief } from '../../explain/document.ts';
import { choiceWords, NONE_OF_THEM } from '../../explain/choice-text.ts';
import { whyBlocks } from '../../explain/exercise-why.ts';
import { markBlocks, saidBlocks } from '../../explain/marked-text.ts';
import { placeText } from '../../explain/place-text.ts';
import { capital } from '../../explain/words.ts';
import { rangeText } from '../../model/day-words.ts';
import {
  answeredSoFar,
  type Asking,
  askingOf,
  begun,
  choiceCount,
  type ExerciseOverlay,
  left,
  LETTERS,
  momentAsked,
  noQuestions,
  picked,
  turned,
  unanswered,
  wentOn,
} from '../lab/exercising.ts';
import { resultAsked } from '../lab/result.ts';
import { keySaid } from '../bound-keys.ts';
import { rowsIn } from '../layout.ts';
import { type Session, standingAt } from '../session.ts';
import type { State } from '../state.ts';
import { listPage, type ListRow } from '../views/listing.ts';
import { heading, page, type Page } from '../views/page.ts';
import { claimLines } from '../views/cited.ts';
import { COPY_BESIDE_TYPING } from './keys/copying.ts';
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
  help: 'Answer the questions on this scenario, or go on where you left them.',
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

function exerciseOn({ overlays }: State): ExerciseOverlay | null {
  const overlay = overlays.at(-1);
  return overlay?.kind === 'exercise' ? overlay : null;
}

/** What going on is, as far as one is. */
function onward(state: State): string {
  const overlay = exerciseOn(state);
  if (overlay === null) return 'go on';
  if (overlay.isOnBoard) return 'to the question';
  switch (overlay.stage) {
    case 'asked':
      return 'answer';
    case 'answered':
      return isLastQuestion(state, overlay) ? 'to the score' : 'next question';
    case 'score':
      return 'leave';
  }
}

function isLastQuestion({ scenarios }: State, { scenario, question }: ExerciseOverlay): boolean {
  return question + 1 === scenarios.get(scenario)?.questions?.length;
}

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
      stage === 'score' ? null : 'You can save the result once every question is answered.',
  },
  {
    id: 'turn',
    keys: ['tab'],
    group: 'Ask',
    label: (state) => (exerciseOn(state)?.isOnBoard === true ? 'question' : 'board'),
    rank: 2,
    help: 'Go from the question to the gate board, and back.',
    does: (_session, state) => turned(state),
  },
  {
    id: 'pick',
    keys: [' '],
    group: 'Ask',
    label: 'mark',
    rank: 3,
    help: 'Mark a choice, or unmark it, where several may be right. A letter does the same.',
    does: (session, state, { selected }) => picked(session, state, selected),
    obstacle: (session, state, overlay) => {
      const enter = keySaid(session, 'accept', 'enter');
      if (overlay.stage !== 'asked') return `There is nothing to mark here: ${enter} goes on.`;
      return askingOf(session, state, overlay)?.asked.takesSeveral === true
        ? null
        : `Only one choice is right here: ${enter} answers.`;
    },
  },
  {
    ...CHOOSE,
    group: 'Ask',
    label: onward,
    help: 'Answer the question; then go on to the next, and from the score back to where you were.',
    obstacle: unanswered,
  },
  ...moving(),
  CLOSE,
  { ...HELP, help: 'Explain the exercise and its keys.' },
  COPY_BESIDE_TYPING,
  ...EVERYWHERE,
];

/** The questions that a scenario carries. */
export const EXERCISE: Screen<ExerciseOverlay> = {
  title: 'Exercise',
  about:
    'Questions on the scenario, each asked just after its step. The gate board stands beside the question, or behind {turn}, without the answer. A letter chooses or marks, {accept} answers; then you see what the model says, why, and the sources. At the end there is the score, which can be saved as a file with your name and the day. Nothing is sent. {close} leaves, the cursor goes back to where it was, and there {exercise} goes on from here.',
  keys: KEYS,
  view: exercisePage,
  rows: (session, state, overlay) =>
    overlay.stage === 'asked' ? choiceCount(session, state, overlay) : null,
  letter: (session, state, _overlay, typed) => picked(session, state, LETTERS.indexOf(typed)),
  enter: wentOn,
  closed: (session, state, overlay) => left(session, state, overlay),
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

/** A question with its choices; once it is answered, what is right and why; at the end, the score. */
function exercisePage(
  session: Session,
  state: State,
  overlay: ExerciseOverlay,
  columns: number,
): Page {
  const asking = askingOf(session, state, overlay);
  if (asking === null) return page(paragraph('This exercise is over.', columns));
  switch (overlay.stage) {
    case 'asked':
      return askedPage(session, asking, overlay, columns);
    case 'answered':
      return answeredPage(session, asking, overlay, columns);
    case 'score':
      return scorePage(session, asking, overlay, columns);
  }
}

function promptLines(
  session: Session,
  { exercise, asked }: Asking,
  overlay: ExerciseOverlay,
  columns: number,
): Line[] {
  const step = exercise.story.steps[asked.position];
  const { dash } = session.theme.glyphs;
  const where =
    step === undefined
      ? ''
      : `, ${placeText(asked.position, exercise.story.steps.length)}, "${step.title}", ${rangeText(step.date, dash)}`;
  return [
    ...block(
      [
        text(`Question ${overlay.question + 1} of ${exercise.questions.length}`, 'title'),
        text(where, 'quiet'),
      ],
      columns,
    ),
    ...paragraph(asked.question.prompt, columns, 0, 'strong'),
    [],
  ];
}

function askedPage(
  session: Session,
  asking: Asking,
  overlay: ExerciseOverlay,
  columns: number,
): Page {
  const { choices, takesSeveral } = asking.asked;
  const { screenReader } = session.theme;
  const above = promptLines(session, asking, overlay, columns);
  const boxOf = (isMarked: boolean) =>
    screenReader ? (isMarked ? 'marked, ' : '') : isMarked ? '[x] ' : '[ ] ';
  const rows = choices.map((choice, index): ListRow => {
    const box = boxOf(overlay.picked?.includes(choice) === true);
    return {
      above: index === 0 ? above : [],
      spans: [
        text(`${LETTERS[index] ?? ' '}  ${takesSeveral ? box : ''}`, 'title'),
        text(capital(choiceWords(session.agreement, asking.asked, choice))),
      ],
    };
  });
  if (takesSeveral)
    rows.push({
      spans: [
        text(`${LETTERS[choices.length] ?? ' '}  ${boxOf(overlay.picked?.length === 0)}`, 'title'),
        text(NONE_OF_THEM),
      ],
    });
  const list = listPage(session, rows, overlay.selected, columns);
  const enter = keySaid(session, 'accept', 'enter', EXERCISE);
  const how = takesSeveral
    ? `More than one may be right, or none: a letter or ${keySaid(session, 'pick', ' ', EXERCISE)} marks a choice, ${enter} answers.`
    : `One is right: a letter chooses, ${enter} answers.`;
  return { ...list, lines: [...list.lines, [], ...paragraph(how, columns, 0, 'quiet')] };
}

function answeredPage(
  session: Session,
  asking: Asking,
  overlay: ExerciseOverlay,
  columns: number,
): Page {
  const answered = answeredSoFar(asking.exercise, overlay).at(-1);
  if (answered === undefined) return page([]);
  const claims = answered.solution.claims.flatMap(
    (reference) => session.agreement.claims.get(reference) ?? [],
  );
  return page([
    ...blockLines(session.theme, inBrief(markBlocks(session.agreement, answered)), columns),
    [],
    ...promptLines(session, asking, overlay, columns),
    heading('Why', 'derived'),
    ...blockLines(
      session.theme,
      whyBlocks(asking, { depth: 1, before: momentAsked(asking), standingAt }),
      columns,
    ),
    [],
    heading('Sources', claims.length === 0 ? '' : 'sourced'),
    ...(claims.length === 0
      ? paragraph('It rests on no claim: it follows from the model alone.', columns, 2)
      : claims.flatMap((claim) => claimLines(session, claim, columns))),
    [],
    ...paragraph(
      `${keySaid(session, 'accept', 'enter', EXERCISE)} goes on. ${keySaid(session, 'close', 'escape', EXERCISE)} leaves, and ${keySaid(session, 'exercise', 'X')} comes back to here.`,
      columns,
      0,
      'quiet',
    ),
  ]);
}

function scorePage(
  session: Session,
  asking: Asking,
  overlay: ExerciseOverlay,
  columns: number,
): Page {
  const all = answeredSoFar(asking.exercise, overlay);
  const { right, of } = score(all.map(({ mark }) => mark));
  const missed = all.filter(({ mark }) => !mark.isRight);
  return page([
    line(`${right} of ${of} right`, 'title'),
    [],
    ...(missed.length === 0
      ? paragraph('Nothing was missed.', columns)
      : [heading('What was missed')]),
    ...missed.flatMap((each) => [
      ...paragraph(each.asked.question.prompt, columns),
      ...blockLines(session.theme, inBrief(saidBlocks(session.agreement, each, 1)), columns),
      [],
    ]),
    ...paragraph(
      `Nothing of this is sent. ${keySaid(session, 'saveResult', 'S')} writes it to a file of yours; ${keySaid(session, 'accept', 'enter', EXERCISE)} goes back to where you were.`,
      columns,
      0,
      'quiet',
    ),
  ]);
}
