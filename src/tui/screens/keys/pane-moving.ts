import { layoutOf, rowsIn } from '../../layout.ts';
import { matchingRows, provisionRows } from '../../model/provisions.ts';
import { sceneOf, type Session } from '../../session.ts';
import type { State } from '../../state.ts';
import type { Binding } from '../screen.ts';
import { half } from './moving.ts';

/** The regions that the provisions pane shows, in its order. */
export function regionsShown(session: Session, state: State): string[] {
  const rows = provisionRows(session, sceneOf(session, state), state.run);
  return matchingRows(rows, state.filters.provisions).map(({ region }) => region.id);
}

/** Moves the window of the pane in focus; in the provisions, what is chosen. */
function moved(session: Session, state: State, by: number): State {
  const { focus, tops } = state;
  if (focus !== 'provisions') return { ...state, tops: { ...tops, [focus]: tops[focus] + by } };
  const ids = regionsShown(session, state);
  const index = Math.max(0, Math.min(ids.indexOf(state.region) + by, ids.length - 1));
  return { ...state, region: ids[index] ?? state.region };
}

/** How far a page leads in the pane in focus. */
function pageLength({ theme }: Session, { size, focus, zoomed }: State): number {
  const slots = layoutOf(size, theme, focus, zoomed)?.slots.flat() ?? [];
  const slot = slots.find(({ pane }) => pane === focus);
  return slot === undefined ? 1 : Math.max(1, rowsIn(slot) - 1);
}

const FAR = Number.MAX_SAFE_INTEGER;

const moving = (
  id: string,
  keys: Binding['keys'],
  label: string,
  help: string,
  by: (session: Session, state: State) => number,
): Binding => ({
  id,
  keys,
  group: 'Panes',
  label,
  rank: 0,
  isMoving: true,
  help,
  does: (session, state) => moved(session, state, by(session, state)),
});

/** What moves about in the pane in focus. Home and End go to the ends of the steps there. */
export const PANE_MOVING: readonly Binding[] = [
  moving('up', ['up', 'k'], 'up', 'Move up by a line.', () => -1),
  moving('down', ['down', 'j'], 'down', 'Move down by a line.', () => 1),
  moving('pageUp', ['pageUp'], 'page up', 'Move up by a page.', (...at) => -pageLength(...at)),
  moving('pageDown', ['pageDown'], 'page down', 'Move down by a page.', pageLength),
  moving(
    'halfPageUp',
    ['ctrl+u'],
    'half a page up',
    'Move up by half a page.',
    (...at) => -half(pageLength(...at)),
  ),
  moving('halfPageDown', ['ctrl+d'], 'half a page down', 'Move down by half a page.', (...at) =>
    half(pageLength(...at)),
  ),
  moving('first', ['<'], 'top', 'Go to the top of the pane.', () => -FAR),
  moving('last', ['>'], 'bottom', 'Go to the bottom of the pane.', () => FAR),
];
