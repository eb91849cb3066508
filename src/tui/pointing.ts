import { withKeys } from './bound-keys.ts';
import { keyAt } from './bottom.ts';
import { targetAt } from './frame.ts';
import { layoutOf, rowsIn, textColumns } from './layout.ts';
import type { MouseEvent } from './mouse.ts';
import { onTop, opened } from './moves.ts';
import { overlayPage } from './pages.ts';
import { screenOf, screenOn } from './screens/index.ts';
import { regionsShown } from './screens/keys/pane-moving.ts';
import { panePage } from './screens/pane-page.ts';
import { bindingFor, done, spotOf } from './screens/screen.ts';
import type { Session } from './session.ts';
import type { Target } from './spots.ts';
import { modeOf, type Overlay, type Pane, PANES, type State } from './state.ts';
import type { Page } from './views/page.ts';

/** Lines that one notch of the wheel leads on. */
const NOTCH = 3;

const CLOSE_FIRST = '{close} closes what is open: then this can be chosen.';

/** What the mouse does: the wheel moves what is below the pointer, a click goes to a pane, a row or a part of a screen. */
export function pointed(session: Session, state: State, event: MouseEvent): State {
  const beside = event.does === 'click' ? clickedBeside(session, state, event) : null;
  if (beside !== null) return beside;
  const target = targetAt(session, state, event.column, event.row);
  if (target === null) return state;
  switch (event.does) {
    case 'click':
      return clicked(session, state, target);
    case 'wheelUp':
      return wheeled(session, state, target, -NOTCH);
    case 'wheelDown':
      return wheeled(session, state, target, NOTCH);
  }
}

/** A click above or below the body: on the phases, or on a key in the line of keys; null for one on neither. */
function clickedBeside(session: Session, state: State, { column, row }: MouseEvent): State | null {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return null;
  // The last line of the terminal stays empty.
  if (row === state.size.rows - 2) {
    const key = keyAt(session, state, layout.columns, column);
    return key === null ? null : done(session, state, screenOn(state), key);
  }
  // Below the title.
  if (row < 1 || row > layout.phaseLines) return null;
  const phase = [...session.agreement.regions.values()].find(({ kind }) => kind === 'phase');
  if (phase === undefined) return null;
  return state.overlays.length > 0
    ? { ...state, notice: withKeys(session, screenOn(state), CLOSE_FIRST) }
    : regionClicked(session, state, regionsShown(session, state).indexOf(phase.id));
}

function isPane(on: Target['on']): on is Pane {
  return (PANES as readonly string[]).includes(on);
}

function clicked(session: Session, state: State, { on, row, tab, cites }: Target): State {
  const overlay = state.overlays.at(-1);
  if (isPane(on)) {
    if (overlay?.kind === 'exercise') return onTop(state, { ...overlay, isOnBoard: on === 'gate' });
    if (overlay !== undefined)
      return { ...state, notice: withKeys(session, screenOn(state), CLOSE_FIRST) };
    if (cites !== undefined) return citedOpened({ ...state, focus: on }, cites);
    const pane = tab === null ? on : (PANES[tab] ?? on);
    return row === null ? { ...state, focus: pane } : regionClicked(session, state, row);
  }
  if (overlay === undefined || overlay.kind !== on)
    return { ...state, notice: withKeys(session, screenOn(state), CLOSE_FIRST) };
  const screen = screenOn(state);
  if (tab !== null) return screen.toTab?.(session, state, overlay, tab) ?? state;
  if (overlay.kind === 'exercise' && overlay.isOnBoard)
    return onTop(state, { ...overlay, isOnBoard: false });
  if (cites !== undefined) return citedOpened(state, cites);
  if (row === null || !('selected' in overlay)) return state;
  return overlay.selected === row
    ? entered(session, state)
    : onTop(state, { ...overlay, selected: row });
}

/** Opens the claim that is cited; of several, the list of them. */
function citedOpened(state: State, cites: readonly string[]): State {
  const [id, ...others] = new Set(cites);
  if (id === undefined) return state;
  return opened(
    state,
    others.length === 0
      ? { kind: 'citation', id, top: 0 }
      : { kind: 'citations', section: 'cited', only: [id, ...others], selected: 0, top: 0 },
  );
}

/** Chooses a region in the provisions; where it is chosen already, opens it. */
function regionClicked(session: Session, state: State, row: number): State {
  const region = regionsShown(session, state)[row];
  if (region === undefined) return { ...state, focus: 'provisions' };
  return state.focus === 'provisions' && state.region === region
    ? entered(session, state)
    : { ...state, focus: 'provisions', region };
}

/** What Enter does. */
function entered(session: Session, state: State): State {
  const screen = screenOn(state);
  const binding = bindingFor(screen, 'enter');
  return binding === null ? state : done(session, state, screen, binding);
}

function wheeled(session: Session, state: State, { on }: Target, by: number): State {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return state;
  if (isPane(on)) {
    const slot = layout.slots.flat().find(({ pane }) => pane === on);
    if (slot === undefined) return state;
    const page = panePage(session, state, on, textColumns(slot.width));
    const top = movedTop(page, state.tops[on], by, rowsIn(slot));
    const next = { ...state, tops: { ...state.tops, [on]: top } };
    // What is chosen is kept in view, so it goes along; over the panes, it stays as it is.
    if (on !== 'provisions' || page.rows === undefined || modeOf(state) !== 'panes') return next;
    const ids = regionsShown(session, state);
    const row = rowInView(page.rows, ids.indexOf(state.region), top, rowsIn(slot));
    return { ...next, focus: 'provisions', region: ids[row] ?? state.region };
  }
  const index = state.overlays.findLastIndex(({ kind }) => kind === on);
  const overlay = state.overlays[index];
  if (overlay === undefined || !('top' in overlay)) return state;
  const page = overlayPage(session, state, overlay);
  if (page === null) return state;
  const { rows } = spotOf(screenOf(overlay), layout, overlay);
  const top = movedTop(page, overlay.top, by, rows);
  const next: Overlay =
    'selected' in overlay && page.cursor !== null && page.rows !== undefined
      ? { ...overlay, top, selected: rowInView(page.rows, overlay.selected, top, rows) }
      : { ...overlay, top };
  return { ...state, overlays: state.overlays.with(index, next) };
}

function movedTop({ lines }: Page, top: number, by: number, height: number): number {
  return Math.max(0, Math.min(top + by, lines.length - height));
}

/** The chosen row where it is in view as a whole, else the nearest that is. */
function rowInView(
  rows: NonNullable<Page['rows']>,
  chosen: number,
  top: number,
  height: number,
): number {
  const isIn = ([first, last]: readonly [number, number]) => first >= top && last < top + height;
  const at = rows[chosen];
  if (at === undefined || isIn(at)) return chosen;
  const found = at[0] < top ? rows.findIndex(isIn) : rows.findLastIndex(isIn);
  return found < 0 ? chosen : found;
}
