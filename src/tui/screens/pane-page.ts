import { showsChangesOnly } from '../layout.ts';
import { keptBack } from '../lab/exercising.ts';
import type { Session } from '../session.ts';
import type { Pane, State } from '../state.ts';
import { filteredPage } from '../views/filtered.ts';
import type { Page } from '../views/page.ts';
import { PANE_SCREENS } from './pane-screens.ts';

/** Pages of one session by what they are made from: whoever draws and whoever reads keys ask for the same ones. */
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
    page =
      pane === 'provisions' ? whole : filteredPage(session, whole, state.filters[pane], columns);
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
