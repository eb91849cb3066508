import { layoutOf, rowsIn, showsChangesOnly, textColumns } from './layout.ts';
import { keptBack } from './lab/exercising.ts';
import { screenOf } from './screens/index.ts';
import { PANE_SCREENS } from './screens/pane-screens.ts';
import { spotOf } from './screens/screen.ts';
import type { Session } from './session.ts';
import type { Overlay, Pane, State } from './state.ts';
import { filteredPage } from './views/filtered.ts';
import { type Page, settledTop } from './views/page.ts';

/** Pages of one session by what they are made from: the reducer and the frame ask for the same ones. */
const made = new WeakMap<Session, Map<string, Page>>();
const MOST_PAGES = 64;

/** A pane's whole content at a width. Scrolling does not change it, so it is kept. */
export function panePage(session: Session, state: State, pane: Pane, columns: number): Page {
  let pages = made.get(session);
  if (pages === undefined) made.set(session, (pages = new Map()));
  const key = [
    pane,
    columns,
    numberOf(state.scenarios),
    state.scenario,
    state.position,
    state.clocks.asOf,
    state.clocks.knownBy,
    state.run,
    state.gate,
    state.region,
    state.focus,
    state.filters[pane],
    showsChangesOnly(state.size, session.theme, state.focus, state.zoomed),
    keptBack(session, state)?.reading,
    state.overlays.some(({ kind }) => kind === 'exercise'),
  ].join(' ');
  let page = pages.get(key);
  if (page === undefined) {
    if (pages.size >= MOST_PAGES) pages.clear();
    const whole = PANE_SCREENS[pane].view(session, state, columns);
    // The provisions filter their own rows, since one of them is chosen.
    page = pane === 'provisions' ? whole : filteredPage(whole, state.filters[pane], columns);
    pages.set(key, page);
  }
  return page;
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A number for each set of scenarios, so that a page made from another set is never taken for this one's. */
function numberOf(scenarios: object): number {
  let number = numbers.get(scenarios);
  if (number === undefined) numbers.set(scenarios, (number = lastNumber += 1));
  return number;
}

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
  }
  return page;
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
