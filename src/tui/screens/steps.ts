import { rangeText } from '../../model/day-words.ts';
import type { PlayedStep } from '../../model/run.ts';
import { authorTexts } from '../../explain/author-text.ts';
import { plainWords } from '../../explain/document.ts';
import { phaseWarning } from '../../explain/phase-warning.ts';
import { type StepChange, stepChanged } from '../../lab/own-steps.ts';
import { line, text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { outcomeSign } from '../../draw/signs.ts';
import { askedOfStep } from '../lab/day-and-reason.ts';
import { stepRow as stepOutcome } from '../../explain/outcome-row.ts';
import { underRun } from '../../explain/words.ts';
import { at as atPlace, below, onTop, opened, sent } from '../moves.ts';
import { type Scene, sceneIn, sceneOf, type Session, standingAt, told } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { heading, type Page } from '../views/page.ts';
import { COMPARE, isOwn, notYours, REDO, SAVE, UNDO } from './keys/branching.ts';
import { beside, LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Steps = OverlayOf<'steps'>;

/** Every step of the story with what the run on show makes of it: an impossibility names the step that caused it. */
function stepsPage(
  session: Session,
  state: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const { scenarios, run, clocks, scenario } = state;
  const { story, places } = sceneOf(session, state);
  const ownFrom = story.inherited;
  const ownTo = ownFrom + story.scenario.steps.length;
  const { played: all } = told(session, scenarios, scenario, clocks).whole;
  const warning = phaseWarning(session.agreement, scenario, all.steps, all.start);
  const rows: ListRow[] = [
    {
      above: [heading(`What the steps come to, ${underRun(session.agreement, run)}`, 'derived')],
      sign: text(' '),
      spans: [text('Before the first step')],
    },
    ...places.flatMap((place, index): ListRow[] => {
      const after = sceneIn(session, scenarios, { scenario, position: place }, clocks);
      const step = after.played?.step;
      if (step === undefined) return [];
      const before = places[index - 1] ?? -1;
      const part =
        step.replayed && place >= ownTo && before < ownTo
          ? `${PLAYED_ON} "${scenarios.get(step.scenario)?.title ?? step.scenario}"`
          : ownFrom > 0 && place >= ownFrom && before < ownFrom
            ? 'Its own'
            : null;
      const row = stepRow(session, state, after, columns);
      if (part === null) return [row];
      const isPlayedOn = part.startsWith(PLAYED_ON);
      const above = [
        [],
        line(part, 'strong'),
        ...(isPlayedOn ? paragraph(warning, columns, 2) : []),
      ];
      return [{ ...row, above }];
    }),
  ];
  return listPage(session, rows, selected, columns);
}

/**
 * Rows that were made, by the step that they are of: of a thousand steps, all but two are as they were before the key,
 * and what a branch inherits was played once.
 */
const rowsMade = new WeakMap<PlayedStep, Map<string, ListRow>>();

/** What the run on show makes of the step that a scene comes behind, as the list of steps has it. */
export function stepRow(session: Session, state: State, after: Scene, columns: number): ListRow {
  const { played, places, position } = after;
  if (played === null) return { spans: [] };
  const { run, clocks } = state;
  const isOnShow = position === sceneOf(session, state).position;
  // The last step is looked at as of the day asked about, and not as of its own.
  const isLast = position === places.at(-1);
  const key = `${run} ${isOnShow} ${isLast} ${columns} ${clocks.asOf} ${clocks.knownBy}`;
  let made = rowsMade.get(played);
  if (made === undefined) rowsMade.set(played, (made = new Map()));
  let row = made.get(key);
  if (row === undefined)
    made.set(key, (row = rowOf(session, state, { ...after, played }, isOnShow, columns)));
  return row;
}

function rowOf(
  session: Session,
  { run, scenarios, scenario, clocks }: State,
  { played, moment, position }: Scene & { readonly played: PlayedStep },
  isOnShow: boolean,
  columns: number,
): ListRow {
  const { theme } = session;
  const { step, isCertain } = played;
  const before = () =>
    sceneIn(session, scenarios, { scenario, position: position - 1 }, clocks).moment;
  const { mark, words } = stepOutcome(run, { before, after: moment }, played, standingAt);
  const isNote = step.action.kind === 'note';
  const date = step.date === null ? '' : `  ${rangeText(step.date, theme.glyphs.dash)}`;
  const perhaps = isCertain ? '' : ', may have happened';
  const isSaid = !isNote && (isCertain || mark !== 'unstated');
  return {
    sign: isNote ? text(' ') : outcomeSign(theme, isCertain ? mark : 'unknown'),
    spans: [
      text(step.title, isOnShow ? 'strong' : 'plain'),
      text(`${date}${perhaps}${isSaid ? `  ${plainWords(words)}` : ''}`, 'quiet'),
    ],
    below: authorTexts(step).flatMap((said) => paragraph(said, columns, 4)),
  };
}

const PLAYED_ON = 'Played on from';

/** The row of the step on show in the list of steps, below the one before the first step. */
function chosenAtFirst(session: Session, state: State): number {
  const { places, position } = sceneOf(session, state);
  return places.indexOf(position) + 1;
}

export const LIST_STEPS: Binding = {
  id: 'steps',
  keys: ['L'],
  group: 'What if',
  label: 'steps',
  // On a branch of the user's own its steps can be changed there.
  rank: (state) => (isOwn(state) ? 2.8 : 0),
  help: 'List all steps, each with what becomes of it in the run on show. Those of a branch of yours can be dated, annotated, moved and struck out there.',
  does: listed,
};

function listed(session: Session, state: State): State {
  return opened(state, listAt(session, state));
}

/** The list, with the step on show chosen. */
function listAt(session: Session, state: State): Steps {
  return { kind: 'steps', selected: chosenAtFirst(session, state), top: 0 };
}

/** Plays the later steps of what the branch departs from, and lists what they come to; or leaves them out. */
export const PLAY_ON: Binding = {
  id: 'continueBase',
  keys: ['c'],
  group: 'What if',
  label: ({ scenarios, scenario }) =>
    scenarios.get(scenario)?.replay === undefined ? 'play on' : 'leave out',
  rank: 2.7,
  help: 'Play on the later steps of the scenario that it branches off, or leave them out again.',
  does(session, state) {
    const next = sent(session, state, { kind: 'playOn' });
    if (next.history === state.history) return next;
    return next.scenarios.get(next.scenario)?.replay === undefined
      ? next
      : // The window begins at the step that the later ones follow.
        opened(next, {
          kind: 'steps',
          selected: chosenAtFirst(session, next),
          top: Number.MAX_SAFE_INTEGER,
        });
  },
  obstacle: (session, state) => (isOwn(state) ? null : notYours(session, 'continued')),
};

/** The place in the story of the step that is chosen; -1 before the first. */
function placeChosen(session: Session, state: State, { selected }: Steps): number {
  return sceneOf(session, state).places[selected - 1] ?? -1;
}

/** Asks for something of the step that is chosen. */
function askedFor(
  session: Session,
  state: State,
  overlay: Steps,
  ask: 'day' | 'because' | 'note',
): State {
  return askedOfStep(session, state, placeChosen(session, state, overlay), ask);
}

/** Changes the step that is chosen; the choice stays on it. */
function changedInList(
  session: Session,
  state: State,
  overlay: Steps,
  kind: 'earlier' | 'later' | 'strike',
): State {
  const place = placeChosen(session, state, overlay);
  const next = sent(session, state, { kind: 'change', place, change: { kind } });
  if (next.history === state.history) return next;
  return onTop(next, { ...overlay, selected: chosenAtFirst(session, next) });
}

/** Why the chosen step cannot be changed so; null where it may be. Which day it may have is only known once one is typed. */
function changeObstacle(
  session: Session,
  state: State,
  overlay: Steps,
  change: StepChange,
): string | null {
  const place = placeChosen(session, state, overlay);
  const { story } = sceneOf(session, state);
  const index = place - story.inherited;
  const isOwnStep = isOwn(state) && index >= 0 && index < story.scenario.steps.length;
  if (isOwnStep && (change.kind === 'day' || change.kind === 'note')) return null;
  const changed = stepChanged(state, state.scenario, place, change);
  return typeof changed === 'string' ? changed : null;
}

const changing = (change: StepChange) =>
  ({
    group: 'What if',
    obstacle: (session: Session, state: State, overlay: Steps) =>
      changeObstacle(session, state, overlay, change),
  }) as const;

const CHANGING: readonly Binding<Steps>[] = [
  {
    ...changing({ kind: 'day', day: null }),
    id: 'dateStep',
    keys: ['t'],
    label: 'day',
    rank: 2,
    help: 'Date the step: give it a day, or none.',
    does: (session, state, overlay) => askedFor(session, state, overlay, 'day'),
  },
  {
    ...changing({ kind: 'because', text: null }),
    id: 'reasonStep',
    keys: ['b'],
    label: 'reason',
    rank: 2.1,
    help: 'Say why you assume the step. Your reason is kept with it.',
    does: (session, state, overlay) => askedFor(session, state, overlay, 'because'),
  },
  {
    ...changing({ kind: 'note', text: null }),
    id: 'noteStep',
    keys: ['n'],
    label: 'note',
    rank: 2.2,
    help: 'Annotate the step: write a note on it.',
    does: (session, state, overlay) => askedFor(session, state, overlay, 'note'),
  },
  {
    ...changing({ kind: 'earlier' }),
    id: 'moveEarlier',
    keys: ['K'],
    label: 'move up',
    rank: 2.5,
    help: "Reorder the branch's own steps: move the step up. Days must stay in order.",
    does: (session, state, overlay) => changedInList(session, state, overlay, 'earlier'),
  },
  {
    ...changing({ kind: 'later' }),
    id: 'moveLater',
    keys: ['J'],
    label: 'move down',
    rank: 2.6,
    help: "Reorder the branch's own steps: move the step down. Days must stay in order.",
    does: (session, state, overlay) => changedInList(session, state, overlay, 'later'),
  },
  {
    ...changing({ kind: 'strike' }),
    id: 'strikeStep',
    keys: ['x', 'delete'],
    label: 'strike out',
    rank: 2.3,
    help: 'Delete the step: remove it from the branch, be it one of its own or one that is played on.',
    does: (session, state, overlay) => changedInList(session, state, overlay, 'strike'),
  },
];

/**
 * The same over the panes, found by its name: the list opens at the step on show, and there it is done to that step.
 */
export const STEP_WORK: readonly Binding[] = CHANGING.map(
  ({ does, obstacle, ...binding }): Binding => ({
    ...binding,
    keys: [],
    path: [LIST_STEPS, binding],
    rank: 0,
    does: (session, state) => does(session, listed(session, state), listAt(session, state), STEPS),
    obstacle: (session, state) => obstacle?.(session, state, listAt(session, state), STEPS) ?? null,
  }),
);

const KEYS: readonly Binding<Steps>[] = [UNDO, REDO, ...CHANGING, COMPARE, SAVE];

/** Every step, with what can be done to it. */
export const STEPS: Screen<Steps> = {
  title: 'Steps',
  about:
    'All steps, each with what becomes of it in the run on show: first the inherited steps, then your own, then those played on. A step that is impossible names the step that made it so. {accept} goes to the chosen step. You can give a step of your own a day, a reason and a note, move it, and strike it out; a step that is played on can be struck out. Nothing else is ever changed, and {undo} undoes it.',
  keys: beside(KEYS, LIST_KEYS),
  view: stepsPage,
  rows: (session, state) => sceneOf(session, state).places.length + 1,
  enter: (session, state, overlay) => atPlace(below(state), placeChosen(session, state, overlay)),
  still: (session, state, overlay) => ({
    ...overlay,
    selected: Math.min(overlay.selected, sceneOf(session, state).places.length),
  }),
};
