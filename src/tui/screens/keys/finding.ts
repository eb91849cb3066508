import { inputOf } from '../../input.ts';
import { layoutOf, textColumns } from '../../layout.ts';
import { matchingLines } from '../../model/matches.ts';
import { onTop, opened } from '../../moves.ts';
import type { Session } from '../../session.ts';
import type { Mode, Pane, State } from '../../state.ts';
import type { Page } from '../../views/page.ts';
import { panePage } from '../pane-page.ts';
import { type Binding, type Screen, spotOf } from '../screen.ts';

/** What can be looked through: the page on top, or the pane in focus. */
export interface Sheet {
  readonly on: Mode | Pane;
  readonly page: Page;
  readonly top: number;
}

/** What can be looked through or copied now; null where there is nothing but a line to be typed. */
export function sheetOn(session: Session, state: State, screen: Screen): Sheet | null {
  const { focus, tops, overlays } = state;
  const layout = layoutOf(state.size, session.theme, focus, state.zoomed);
  if (layout === null) return null;
  const overlay = overlays.at(-1);
  if (overlay === undefined) {
    const slot = layout.slots.flat().find(({ pane }) => pane === focus);
    if (slot === undefined) return null;
    const page = panePage(session, state, focus, textColumns(slot.width));
    return { on: focus, page, top: tops[focus] };
  }
  const { columns } = spotOf(screen, layout, overlay);
  const page = screen.view(session, state, overlay, textColumns(columns));
  return page === null || !('top' in overlay) ? null : { on: overlay.kind, page, top: overlay.top };
}

const CHOOSES = 'What is chosen stays in view here: the arrow keys choose.';
/** As many lines are shown above what was found. */
const ABOVE = 2;

/** Looks for words from the top of what is in view on. */
export function foundFirst(session: Session, state: State, screen: Screen, words: string): State {
  return found(session, { ...state, find: { words, at: null } }, screen, 1, -1);
}

/**
 * Goes to the next line, or to the one before, that has what was looked for, round and round.
 *
 * @param shift where to begin where nothing is marked, in lines from the top of what is in view
 */
function found(session: Session, state: State, screen: Screen, by: 1 | -1, shift = 0): State {
  const words = state.find?.words ?? '';
  const sheet = sheetOn(session, state, screen);
  if (sheet === null || sheet.page.cursor !== null) return { ...state, notice: CHOOSES };
  const { on, page, top } = sheet;
  const lines = matchingLines(page.lines, words);
  const from = state.find?.at?.on === on ? state.find.at.line : top + shift;
  const next = by > 0 ? lines.find((each) => each > from) : lines.findLast((each) => each < from);
  const line = next ?? lines.at(by > 0 ? 0 : -1);
  if (line === undefined) return { ...state, notice: `Nothing here has "${words}" in it.` };
  const round =
    next === undefined ? (by > 0 ? ', from the top again' : ', from the end again') : '';
  const marked: State = {
    ...state,
    find: { words, at: { on, line } },
    notice: `"${words}": ${lines.indexOf(line) + 1} of ${lines.length}${round}.`,
  };
  const overlay = state.overlays.at(-1);
  if (overlay === undefined)
    return { ...marked, tops: { ...state.tops, [state.focus]: line - ABOVE } };
  return 'top' in overlay ? onTop(marked, { ...overlay, top: line - ABOVE }) : marked;
}

const chooses = (_session: Session, { focus, overlays }: State): string | null => {
  const overlay = overlays.at(-1);
  const hasRows =
    overlay === undefined
      ? focus === 'provisions'
      : overlay.kind === 'question' && overlay.answer?.kind === 'properties';
  return hasRows ? CHOOSES : null;
};

const NOTHING_LOOKED_FOR = 'Nothing was looked for yet.';

const FIND: Binding = {
  id: 'find',
  keys: ['/', 'ctrl+f'],
  group: 'Panes',
  label: 'find',
  rank: 8,
  help: 'Search for words in what is open. Ctrl-N goes to the next match, Ctrl-P to the previous one.',
  does: (_session, state) =>
    opened(state, {
      kind: 'prompt',
      ask: 'find',
      scenario: '',
      place: '',
      input: inputOf(state.find?.words ?? ''),
      problem: null,
      isSuggested: true,
    }),
  obstacle: chooses,
};
const NEXT: Binding = {
  id: 'nextMatch',
  keys: ['n', 'ctrl+n'],
  group: 'Panes',
  label: 'next place',
  rank: 0,
  help: 'Go to the next match.',
  does: (session, state, _, screen) => found(session, state, screen, 1),
  obstacle: (session, state) =>
    state.find === null ? NOTHING_LOOKED_FOR : chooses(session, state),
};
const PREVIOUS: Binding = {
  ...NEXT,
  id: 'previousMatch',
  keys: ['N', 'ctrl+p'],
  label: 'place before',
  help: 'Go to the previous match.',
  does: (session, state, _, screen) => found(session, state, screen, -1),
};

/** In a page to be read. */
export const FINDING: readonly Binding[] = [FIND, NEXT, PREVIOUS];

/** In the pane in focus: there the letters go to changes, and the slash leaves out what has not the words. */
export const FINDING_IN_PANES: readonly Binding[] = [
  {
    ...FIND,
    keys: ['ctrl+f'],
    rank: 0,
    help: 'Search for words in this pane. Ctrl-N goes to the next match, Ctrl-P to the previous one.',
  },
  { ...NEXT, keys: ['ctrl+n'] },
  { ...PREVIOUS, keys: ['ctrl+p'] },
];
