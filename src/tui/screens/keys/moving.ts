import { layoutOf } from '../../layout.ts';
import { onTop } from '../../moves.ts';
import type { Session } from '../../session.ts';
import type { State } from '../../state.ts';
import { type Binding, type Screen, spotOf } from '../screen.ts';

/** Moves what is chosen where something is, else the window. */
export function moved(session: Session, state: State, screen: Screen, by: number): State {
  const overlay = state.overlays.at(-1);
  if (overlay === undefined) return state;
  const count = screen.rows?.(session, state, overlay) ?? null;
  if ('selected' in overlay && count !== null) {
    const selected = Math.max(0, Math.min(overlay.selected + by, count - 1));
    return onTop(state, { ...overlay, selected });
  }
  return 'top' in overlay ? onTop(state, { ...overlay, top: overlay.top + by }) : state;
}

/** How far a page leads. */
function pageLength(session: Session, state: State, screen: Screen): number {
  if (screen.pageLength !== undefined) return screen.pageLength;
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  const overlay = state.overlays.at(-1);
  return layout === null || overlay === undefined
    ? 1
    : Math.max(1, spotOf(screen, layout, overlay).rows - 1);
}

const FAR = Number.MAX_SAFE_INTEGER;
const moving = { group: 'Panes', isMoving: true } as const;

const UP: Binding = {
  ...moving,
  id: 'up',
  keys: ['up', 'k'],
  label: 'up',
  rank: 0,
  help: 'Move up by a line.',
  does: (session, state, _, screen) => moved(session, state, screen, -1),
};
const DOWN: Binding = {
  ...moving,
  id: 'down',
  keys: ['down', 'j'],
  label: 'down',
  rank: 3,
  help: 'Move down by a line.',
  does: (session, state, _, screen) => moved(session, state, screen, 1),
};

const UP_BY_PAGE: Binding = {
  ...moving,
  id: 'pageUp',
  keys: ['pageUp'],
  label: 'page up',
  rank: 0,
  help: 'Move up by a page.',
  does: (session, state, _, screen) =>
    moved(session, state, screen, -pageLength(session, state, screen)),
};
const DOWN_BY_PAGE: Binding = {
  ...moving,
  id: 'pageDown',
  keys: ['pageDown'],
  label: 'page down',
  rank: 6,
  help: 'Move down by a page.',
  does: (session, state, _, screen) =>
    moved(session, state, screen, pageLength(session, state, screen)),
};

/** By half of what is in view: where nothing is typed. */
export const HALF_PAGES: readonly Binding[] = [
  {
    ...moving,
    id: 'halfPageUp',
    keys: ['ctrl+u'],
    label: 'half a page up',
    rank: 0,
    help: 'Move up by half a page.',
    does: (session, state, _, screen) =>
      moved(session, state, screen, -half(pageLength(session, state, screen))),
  },
  {
    ...moving,
    id: 'halfPageDown',
    keys: ['ctrl+d'],
    label: 'half a page down',
    rank: 0,
    help: 'Move down by half a page.',
    does: (session, state, _, screen) =>
      moved(session, state, screen, half(pageLength(session, state, screen))),
  },
];

/** Half of a page, and never nothing. */
export function half(page: number): number {
  return Math.max(1, Math.ceil(page / 2));
}

const TO_TOP: Binding = {
  ...moving,
  id: 'first',
  keys: ['home', '<'],
  label: 'top',
  rank: 0,
  help: 'Go to the top.',
  does: (session, state, _, screen) => moved(session, state, screen, -FAR),
};
const TO_BOTTOM: Binding = {
  ...moving,
  id: 'last',
  keys: ['end', '>'],
  label: 'bottom',
  rank: 0,
  help: 'Go to the bottom.',
  does: (session, state, _, screen) => moved(session, state, screen, FAR),
};

/** Where letters are commands. */
export const MOVING: readonly Binding[] = [
  UP,
  DOWN,
  UP_BY_PAGE,
  DOWN_BY_PAGE,
  ...HALF_PAGES,
  TO_TOP,
  TO_BOTTOM,
];

/** Where letters are typed. */
export const MOVING_BESIDE_TYPING: readonly Binding[] = [
  { ...UP, keys: ['up'], help: 'Move up by one.' },
  { ...DOWN, keys: ['down'], help: 'Move down by one.' },
  UP_BY_PAGE,
  DOWN_BY_PAGE,
  { ...TO_TOP, keys: ['home'] },
  { ...TO_BOTTOM, keys: ['end'] },
];

/** Where letters choose: what they are not can move about. */
export const MOVING_BESIDE_LETTERS: readonly Binding[] = [
  ...MOVING_BESIDE_TYPING.slice(0, 4),
  ...HALF_PAGES,
  TO_TOP,
  TO_BOTTOM,
];
