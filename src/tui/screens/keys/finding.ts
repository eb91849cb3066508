import { withKeys } from '../../bound-keys.ts';
import { inputOf } from '../../input.ts';
import { layoutOf, textColumns } from '../../layout.ts';
import { matchingLines } from '../../model/matches.ts';
import { onTop, opened } from '../../moves.ts';
import type { Session } from '../../session.ts';
import type { Mode, Pane, State } from '../../state.ts';
import type { Page } from '../../views/page.ts';
import { panePage } from '../pane-page.ts';
import { type Binding, type Screen, spotOf } from '../screen.ts';
import { regionsShown } from './pane-moving.ts';

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

/** As many lines are shown above what was found. */
const ABOVE = 2;

/** Looks for words from the top of what is in view on, or from the chosen row on. */
export function foundFirst(session: Session, state: State, screen: Screen, words: string): State {
  return found(session, { ...state, find: { words, at: null } }, screen, 1, -1);
}

/**
 * Goes to the next line, or to the one before, that has what was looked for, round and round; in a list, to the next row,
 * which is then the chosen one.
 *
 * @param shift where to begin where nothing is marked, from the top of what is in view or from the chosen row
 */
function found(session: Session, state: State, screen: Screen, by: 1 | -1, shift = 0): State {
  const words = state.find?.words ?? '';
  const sheet = sheetOn(session, state, screen);
  if (sheet === null) return { ...state, notice: NOTHING_TO_SEARCH };
  const { on, page, top } = sheet;
  const lines = matchingLines(page.lines, words);
  const list = listOn(session, state, page);
  const places = list === null ? lines : rowsWith(page.rows ?? [], lines);
  const isMarked = list === null && state.find?.at?.on === on;
  const from = isMarked ? (state.find?.at?.line ?? 0) : (list?.chosen ?? top) + shift;
  const next = by > 0 ? places.find((each) => each > from) : places.findLast((each) => each < from);
  const place = next ?? places.at(by > 0 ? 0 : -1);
  if (place === undefined) return { ...state, notice: `Nothing here has "${words}" in it.` };
  const round =
    next === undefined ? (by > 0 ? ', from the top again' : ', from the end again') : '';
  // It is said once, with what is found first.
  const more =
    shift === 0 || places.length === 1
      ? ''
      : withKeys(session, screen, ' {nextMatch} goes to the next.');
  const said: State = {
    ...state,
    find: { words, at: null },
    notice: `"${words}": ${places.indexOf(place) + 1} of ${places.length}${round}.${more}`,
  };
  if (list !== null) return list.choose(said, place);
  const marked: State = { ...said, find: { words, at: { on, line: place } } };
  const overlay = state.overlays.at(-1);
  if (overlay === undefined)
    return { ...marked, tops: { ...state.tops, [state.focus]: place - ABOVE } };
  return 'top' in overlay ? onTop(marked, { ...overlay, top: place - ABOVE }) : marked;
}

/** A list whose rows can be chosen, where that is on top. */
function listOn(
  session: Session,
  state: State,
  { rows }: Page,
): { readonly chosen: number; readonly choose: (state: State, row: number) => State } | null {
  if (rows === undefined) return null;
  const overlay = state.overlays.at(-1);
  if (overlay === undefined) {
    if (state.focus !== 'provisions') return null;
    const ids = regionsShown(session, state);
    return {
      chosen: ids.indexOf(state.region),
      choose: (next, row) => ({ ...next, region: ids[row] ?? next.region }),
    };
  }
  if (!('selected' in overlay)) return null;
  const { selected: chosen } = overlay;
  return { chosen, choose: (next, row) => onTop(next, { ...overlay, selected: row }) };
}

/** The rows of a list that have one of some lines. */
function rowsWith(rows: NonNullable<Page['rows']>, lines: readonly number[]): number[] {
  return rows.flatMap(([first, last], row) =>
    lines.some((line) => line >= first && line <= last) ? [row] : [],
  );
}

const NOTHING_TO_SEARCH = 'There is nothing to look through here.';
const NOTHING_LOOKED_FOR = 'Nothing was looked for yet.';

const FIND: Binding = {
  id: 'find',
  keys: ['/', 'ctrl+f'],
  group: 'Panes',
  label: 'find',
  rank: 8,
  help: 'Search for words in what is open. {nextMatch} goes to the next match, {previousMatch} to the previous one.',
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
};
const NEXT: Binding = {
  id: 'nextMatch',
  keys: ['n', 'ctrl+n'],
  group: 'Panes',
  label: 'next place',
  rank: 0,
  help: 'Go to the next match.',
  does: (session, state, _, screen) => found(session, state, screen, 1),
  obstacle: (_session, { find }) => (find === null ? NOTHING_LOOKED_FOR : null),
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

const IN_ROWS =
  '{nextMatch} goes to the next match, {previousMatch} to the previous one; the row that has it is then chosen.';

/** In a list: what is found is chosen. */
export const FINDING_IN_LISTS: readonly Binding[] = [
  { ...FIND, help: `Search for words in the rows. ${IN_ROWS}` },
  NEXT,
  PREVIOUS,
];

/** The same where letters do something else: in the pane in focus, and where they are typed. */
const BESIDE_LETTERS: readonly Binding[] = [
  { ...NEXT, keys: ['ctrl+n'] },
  { ...PREVIOUS, keys: ['ctrl+p'] },
];

/** In the pane in focus: there the letters go to changes. */
export const FINDING_IN_PANES: readonly Binding[] = [
  {
    ...FIND,
    rank: 0,
    help: 'Search for words in this pane. {nextMatch} goes to the next match, {previousMatch} to the previous one; a provision is then chosen.',
  },
  ...BESIDE_LETTERS,
];

/** In a list that is narrowed down by typing. */
export const FINDING_BESIDE_TYPING: readonly Binding[] = [
  {
    ...FIND,
    keys: ['ctrl+f'],
    rank: 0,
    help: `Search for words in the rows that are listed. ${IN_ROWS}`,
  },
  ...BESIDE_LETTERS,
];
