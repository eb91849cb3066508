import { showsChangesOnly } from './layout.ts';
import { keptBack } from './lab/exercising.ts';
import { against } from './lists.ts';
import type { Session } from './session.ts';
import type { Overlay, Pane, State } from './state.ts';
import { branchesPage, commandsPage, historyPage, stepsPage } from './views/branches.ts';
import { citationPage, citationsPage } from './views/citations.ts';
import { differencePage } from './views/difference.ts';
import { eventsPage } from './views/events.ts';
import { exercisePage } from './views/exercise.ts';
import { filteredPage } from './views/filtered.ts';
import { frontPage } from './views/front.ts';
import { gatePage } from './views/gate.ts';
import { gatesPage } from './views/gates.ts';
import { glossaryPage, helpPage } from './views/help.ts';
import type { Page } from './views/page.ts';
import { provisionPage } from './views/provision.ts';
import { provisionsPage } from './views/provisions.ts';
import { questionPage } from './views/question.ts';
import { scenariosPage } from './views/scenarios.ts';
import { sharePage } from './views/share.ts';
import { taskPage, tasksPage } from './views/tasks.ts';
import { sourcesPage } from './views/sources.ts';
import { stepPage } from './views/step.ts';

const VIEWS: Readonly<Record<Pane, (session: Session, state: State, columns: number) => Page>> = {
  provisions: provisionsPage,
  step: stepPage,
  gate: gatePage,
  sources: sourcesPage,
};

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
    const whole = VIEWS[pane](session, state, columns);
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

/** The whole content of an overlay that lies over the panes; null for one that leaves them in view. */
export function overlayPage(
  session: Session,
  state: State,
  overlay: Overlay,
  columns: number,
): Page | null {
  switch (overlay.kind) {
    case 'scenarios':
      return scenariosPage(session, state, overlay, columns);
    case 'gates':
      return gatesPage(session, state, overlay, columns);
    case 'front':
      return frontPage(session, state, columns);
    case 'provision':
      return provisionPage(session, state, columns);
    case 'help':
      return helpPage(session, overlay.about, state.focus, columns);
    case 'glossary':
      return glossaryPage(columns);
    case 'events':
      return eventsPage(session, state, overlay, columns);
    case 'history':
      return historyPage(session, state, overlay, columns);
    case 'branches':
      return branchesPage(session, state, overlay, columns);
    case 'steps':
      return stepsPage(session, state, overlay, columns);
    case 'against':
      return scenariosPage(session, state, overlay, columns, against(state, overlay));
    case 'difference':
      return differencePage(session, state, overlay, columns);
    case 'question':
      return questionPage(session, overlay, columns);
    case 'share':
      return sharePage(session, state, overlay, columns);
    case 'citations':
      return citationsPage(session, state, overlay, columns);
    case 'citation':
      return citationPage(session, state, overlay, columns);
    case 'commands':
      return commandsPage(session, state, overlay, columns);
    case 'tasks':
      return tasksPage(session, state, overlay, columns);
    case 'task':
      return taskPage(session, state, columns);
    case 'exercise':
      return exercisePage(session, state, overlay, columns);
    case 'date':
    case 'prompt':
      return null;
  }
}
