import { layoutOf, rowsIn, textColumns } from './layout.ts';
import { screenOf } from './screens/index.ts';
import { panePage } from './screens/pane-page.ts';
import { spotOf } from './screens/screen.ts';
import type { Session } from './session.ts';
import type { Overlay, Pane, State } from './state.ts';
import { type Page, settledTop } from './views/page.ts';

/** Pages of overlays, by the state that they are drawn of. */
const laid = new WeakMap<Session, WeakMap<State, Map<Overlay, Page | null>>>();

/**
 * The whole content of an overlay that lies over the panes, at the width that it is drawn with; null for one that
 * leaves them in view. It is made once for a state: when that is drawn, or when the next key is understood.
 */
export function overlayPage(session: Session, state: State, overlay: Overlay): Page | null {
  let states = laid.get(session);
  if (states === undefined) laid.set(session, (states = new WeakMap()));
  let pages = states.get(state);
  if (pages === undefined) states.set(state, (pages = new Map()));
  let page = pages.get(overlay);
  if (page === undefined) {
    const screen = screenOf(overlay);
    const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
    const before = last.get(session);
    if (before !== undefined && isOnlyMoved(before, state, overlay)) page = before.page;
    else
      page =
        layout === null
          ? null
          : screen.view(
              session,
              state,
              overlay,
              textColumns(spotOf(screen, layout, overlay).columns),
            );
    pages.set(overlay, page);
    last.set(session, { state, overlay, page });
  }
  return page;
}

/** A page that was made, and what it was made of. */
interface Made {
  readonly state: State;
  readonly overlay: Overlay;
  readonly page: Page | null;
}

/** The page of each session that was made last. */
const last = new WeakMap<Session, Made>();

/** What is said besides, what was looked for and where windows are: no page shows any of it. */
const BESIDE: ReadonlySet<string> = new Set(['notice', 'request', 'find', 'tops', 'top', 'copied']);

/** Whether nothing that an overlay's page could show is another than when it was made: its window has moved at most. */
function isOnlyMoved(before: Made, state: State, overlay: Overlay): boolean {
  const { overlays, ...rest } = state;
  const { overlays: earlier, ...others } = before.state;
  return (
    isAlike(before.overlay, overlay) &&
    isAlike(others, rest) &&
    earlier.length === overlays.length &&
    overlays.every((one, index) => isAlike(earlier[index] ?? {}, one))
  );
}

function isAlike(one: object, other: object): boolean {
  if (one === other) return true;
  const [ours, theirs] = [Object.entries(one), Object.entries(other)];
  return (
    ours.length === theirs.length &&
    ours.every(([key, value]) => BESIDE.has(key) || Object.is(value, Reflect.get(other, key)))
  );
}

/**
 * The state with every window where it is drawn: no further than there is something to see, and what is chosen in view.
 * Windows are moved without looking where they end; this is the one place that does.
 */
export function asDrawn(session: Session, state: State): State {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return state;
  const tops: Record<Pane, number> = { ...state.tops };
  for (const slot of layout.slots.flat()) {
    const page = panePage(session, state, slot.pane, textColumns(slot.width));
    tops[slot.pane] = settledTop(page, tops[slot.pane], rowsIn(slot));
  }
  const overlays = state.overlays.map((overlay): Overlay => {
    if (!('top' in overlay)) return overlay;
    const page = overlayPage(session, state, overlay);
    if (page === null) return overlay;
    const { rows } = spotOf(screenOf(overlay), layout, overlay);
    return { ...overlay, top: settledTop(page, overlay.top, rows) };
  });
  return { ...state, tops, overlays };
}
