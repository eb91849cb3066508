import { NO_CLOCKS } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { REPORTED } from '../model/terms.ts';
import { TYPING } from './bindings.ts';
import { tourGoneOn } from './tour.ts';
import { frontAct, leftFront } from './front.ts';
import { type Action, actionFor, keyName } from './keymap.ts';
import { NOTHING_TYPED } from './input.ts';
import { isText, type Key, pastedText } from './keys.ts';
import { labAccepted } from './lab/accept.ts';
import { labAct } from './lab/act.ts';
import { type Reply, replied } from './lab/answers.ts';
import { standalone } from '../lab/branches.ts';
import { left, withoutStale } from './lab/exercising.ts';
import type { TaskName } from '../lab/state.ts';
import { type History, NOTHING_DONE } from '../lab/history.ts';
import { gateIndex, neighbour, runsOf, withGate, withRun } from './choosing.ts';
import { layoutOf, overlaySpot, rowsIn, textColumns } from './layout.ts';
import { edited, moved, pageLength, typed } from './lists.ts';
import { withoutGone } from './gone.ts';
import { branchesShown } from './model/command-lines.ts';
import { clocksNotice, readClocks } from './model/go-to-date.ts';
import { provisionOrder } from './model/provisions.ts';
import { matchingScenarios } from './model/scenario-list.ts';
import { clocksText } from './model/wording.ts';
import { at, below, COPIED, opened } from './moves.ts';
import { obstacleTo } from '../lab/reduce.ts';
import { overlayPage, panePage } from './pages.ts';
import { sceneOf, type Session, told } from './session.ts';
import {
  type Mode,
  modeOf,
  type Overlay,
  PANES,
  type Pane,
  type Size,
  type State,
} from './state.ts';
import { footnoteOf, followable, idOfFollowed } from './views/citations.ts';
import { settledTop } from './views/page.ts';

/** All that can happen to the UI. */
export type Message =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resize'; readonly size: Size }
  | Reply;

/** What a session begins with beside the scenarios. */
export interface Beginning {
  /** The user's own among the scenarios. */
  readonly branches: readonly string[];
  readonly position: number;
  /** The run on show; null for what is reported. */
  readonly run: string | null;
  /** Whether the front is shown first: to whoever asked for nothing in particular. */
  readonly showsFront: boolean;
  /** What was done before, to be undone. */
  readonly history: History;
  /** The task that was taken up. */
  readonly task: TaskName | null;
}

export const AFRESH: Beginning = {
  branches: [],
  position: -1,
  run: null,
  showsFront: false,
  history: NOTHING_DONE,
  task: null,
};

/**
 * How the UI begins: before the first step of a scenario, as reported.
 *
 * @throws BrokenReferenceError or TooManyWorldsError where the scenario cannot be played
 */
export function begin(
  session: Session,
  scenarios: ReadonlyMap<string, ScenarioFile>,
  scenario: string,
  size: Size,
  { branches, position, run, showsFront, history, task }: Beginning = AFRESH,
): State {
  const { story } = told(session, scenarios, scenario);
  const state: State = {
    size,
    scenarios,
    branches,
    places: new Map(),
    history,
    scenario,
    position: Math.max(-1, Math.min(position, story.steps.length - 1)),
    clocks: NO_CLOCKS,
    run: run !== null && session.agreement.readings.has(run) ? run : REPORTED,
    lastReading: null,
    paused: null,
    gate: null,
    task,
    region: provisionIds(session)[0] ?? '',
    focus: 'step',
    zoomed: false,
    tops: { provisions: 0, step: 0, gate: 0, sources: 0 },
    filters: { provisions: '', step: '', gate: '', sources: '' },
    overlays: showsFront ? [{ kind: 'front', top: 0 }] : [],
    tour: null,
    kept: null,
    unkept: null,
    unsaved: null,
    notice: null,
    request: null,
  };
  return settled(session, state);
}

/** The next state. Pure: what is to be done outside it is left in `request`. */
export function reduce(session: Session, state: State, message: Message): State {
  const fresh: State = { ...state, notice: null, request: null };
  if (message.kind === 'resize') {
    return settled(session, { ...fresh, notice: state.notice, size: message.size });
  }
  // What comes back from outside must not take away what was just said of a key.
  if (message.kind !== 'key')
    return settled(session, replied(session, { ...fresh, notice: state.notice }, message));
  const mode = modeOf(state);
  const pasted = pastedText(message.key);
  if (pasted !== null) return settled(session, withPasted(session, fresh, mode, pasted));
  const action = actionFor(mode, message.key);
  if (action !== null)
    return settled(session, act(session, leftFront(session, fresh, action), action));
  const next = isText(message.key) ? typed(session, fresh, message.key) : fresh;
  // A key that does nothing says so, and where to find those that do something.
  if (next === fresh && !TYPING.includes(mode))
    return { ...fresh, notice: `${keyName(message.key, false)} does nothing here: ? explains.` };
  return settled(session, next);
}

/** Pasted text is text, never a row of keys: where nothing is typed it does nothing. */
function withPasted(session: Session, state: State, mode: Mode, pasted: string): State {
  if (TYPING.includes(mode)) return typed(session, state, pasted);
  return { ...state, notice: 'What is pasted does nothing here. O opens a file or a token.' };
}

function act(session: Session, state: State, action: Action): State {
  const overlay = state.overlays.at(-1);
  const { story, places, position } = sceneOf(session, state);
  switch (action) {
    case 'forward': {
      const next = places.find((place) => place > position);
      return next === undefined ? { ...state, notice: noLater(state) } : at(state, next);
    }
    case 'back':
      return position >= 0
        ? at(state, places.findLast((place) => place < position) ?? -1)
        : { ...state, notice: 'This is the start.' };
    case 'toStart':
      return at(state, -1);
    case 'toEnd':
      return at(state, places.at(-1) ?? -1);
    case 'toFork':
      return story.inherited > 0
        ? { ...at(state, story.inherited - 1), notice: 'From here on the steps are its own.' }
        : { ...state, notice: 'This scenario branches off no other.' };
    case 'toDate':
      return opened(state, { kind: 'date', input: NOTHING_TYPED, problem: null });
    case 'nextRun':
      return withRun(session, state, neighbour(runsOf(session), state.run, 1));
    case 'previousRun':
      return withRun(session, state, neighbour(runsOf(session), state.run, -1));
    case 'switchReported':
      return withRun(
        session,
        state,
        state.run === REPORTED ? (state.lastReading ?? runsOf(session)[1] ?? REPORTED) : REPORTED,
      );
    case 'chooseGate':
      return opened(state, { kind: 'gates', selected: gateIndex(session, state), top: 0 });
    case 'nextGate':
      return withGate(session, state, 1);
    case 'previousGate':
      return withGate(session, state, -1);
    case 'chooseScenario': {
      const selected = [...state.scenarios.keys()].indexOf(state.scenario);
      return opened(state, {
        kind: 'scenarios',
        filter: '',
        selected: Math.max(0, selected),
        top: 0,
      });
    }
    case 'focusProvisions':
      return { ...state, focus: 'provisions' };
    case 'focusStep':
      return { ...state, focus: 'step' };
    case 'focusGate':
      return { ...state, focus: 'gate' };
    case 'focusSources':
      return { ...state, focus: state.focus === 'sources' ? 'step' : 'sources' };
    case 'nextPane':
      return { ...state, focus: neighbour(PANES, state.focus, 1) };
    case 'previousPane':
      return { ...state, focus: neighbour(PANES, state.focus, -1) };
    case 'zoom':
      return { ...state, zoomed: !state.zoomed };
    case 'up':
      return moved(session, state, -1);
    case 'down':
      return moved(session, state, 1);
    case 'pageUp':
      return moved(session, state, -pageLength(session, state));
    case 'pageDown':
      return moved(session, state, pageLength(session, state));
    case 'first':
      return moved(session, state, -Number.MAX_SAFE_INTEGER);
    case 'last':
      return moved(session, state, Number.MAX_SAFE_INTEGER);
    case 'details':
      if (state.focus === 'provisions') return opened(state, { kind: 'provision', top: 0 });
      if (state.focus === 'sources') return act(session, state, 'citations');
      return state.focus === 'gate'
        ? act(session, state, 'chooseGate')
        : { ...state, zoomed: !state.zoomed };
    case 'accept':
      return overlay === undefined ? state : accepted(session, state, overlay);
    case 'close':
      return closed(state);
    case 'erase':
    case 'eraseNext':
    case 'eraseWord':
    case 'clear':
    case 'eraseRest':
    case 'caretLeft':
    case 'caretRight':
    case 'caretToStart':
    case 'caretToEnd':
      return edited(session, state, action);
    case 'citations':
      return opened(state, { kind: 'citations', section: 'cited', selected: 0, top: 0 });
    case 'copyFootnote':
      return overlay?.kind === 'citation' ? withFootnote(session, state, overlay.id) : state;
    case 'toDocument': {
      const source =
        overlay?.kind === 'citation' ? session.agreement.claims.get(overlay.id)?.source : undefined;
      return source === undefined
        ? { ...state, notice: 'This is the document. Esc goes back.' }
        : opened(state, { kind: 'citation', id: source.id, top: 0 });
    }
    case 'help':
      return opened(state, { kind: 'help', about: modeOf(state), top: 0 });
    case 'glossary':
      return opened(state, { kind: 'glossary', top: 0 });
    case 'redraw':
      return { ...state, request: { kind: 'redraw' } };
    case 'suspend':
      return { ...state, request: { kind: 'suspend' } };
    case 'quit':
      return { ...state, request: { kind: 'exit', code: 0 } };
    case 'interrupt':
      return { ...state, request: { kind: 'exit', code: 130 } };
    case 'commands':
      return opened(state, { kind: 'commands', filter: '', selected: 0, top: 0 });
    case 'share': {
      const own = branchesShown(state);
      const tokens = own.length === 0 ? {} : null;
      const next = opened(state, { kind: 'share', tokens, selected: 0, top: 0 });
      if (own.length === 0) return next;
      const scenarios = new Map(own.map((id) => [id, standalone(state, id)]));
      return { ...next, request: { kind: 'tokens', scenarios } };
    }
    default:
      return frontAct(session, state, action) ?? labAct(session, state, action) ?? state;
  }
}

function withFootnote(session: Session, state: State, id: string): State {
  const text = footnoteOf(session, id);
  return text === null ? state : { ...state, request: { kind: 'copy', text }, notice: COPIED };
}

/** That there is no step to go on to. */
function noLater({ clocks }: State): string {
  const by = clocksText(clocks);
  return by === '' ? 'This is the last step.' : `No later step ${by}. Esc takes the date away.`;
}

function closed(state: State): State {
  const overlay = state.overlays.at(-1);
  if (overlay !== undefined) {
    const next = below(state);
    if (overlay.kind === 'exercise') return left(state, overlay);
    if (overlay.kind === 'prompt' && overlay.ask !== 'filter') return { ...next, unsaved: null };
    const isFilter = overlay.kind === 'prompt';
    return isFilter ? { ...next, filters: { ...state.filters, [state.focus]: '' } } : next;
  }
  if (state.tour !== null)
    return { ...state, tour: null, notice: 'You have left the tour. T begins it again.' };
  if (state.filters[state.focus] !== '')
    return { ...state, filters: { ...state.filters, [state.focus]: '' } };
  if (state.zoomed) return { ...state, zoomed: false };
  if (state.gate !== null)
    return { ...state, gate: null, notice: 'The gate board follows the steps again.' };
  if (clocksText(state.clocks) !== '') return withoutClocks(state);
  return state;
}

/** Without a date all steps count again; the one on show stays. */
function withoutClocks(state: State): State {
  return { ...state, clocks: NO_CLOCKS, notice: 'No date is set any more: all steps count.' };
}

function accepted(session: Session, state: State, overlay: Overlay): State {
  const next = below(state);
  switch (overlay.kind) {
    case 'scenarios': {
      const scenario = matchingScenarios(state.scenarios, overlay.filter)[overlay.selected];
      return scenario === undefined ? state : withScenario(session, next, scenario.id);
    }
    case 'gates': {
      const gate = [...session.agreement.gates.keys()][overlay.selected - 1] ?? null;
      const tops = { ...state.tops, gate: 0 };
      return { ...next, gate, focus: 'gate', tops };
    }
    case 'date': {
      const words = overlay.input.text;
      if (words.trim() === '' && clocksText(state.clocks) !== '') return withoutClocks(next);
      const answer = readClocks(words);
      if (answer.kind === 'problem')
        return { ...next, overlays: [...next.overlays, { ...overlay, problem: answer.message }] };
      const { clocks } = answer;
      const problem = obstacleTo(session, state.scenarios, state.scenario, clocks);
      if (problem !== null)
        return { ...next, overlays: [...next.overlays, { ...overlay, problem }] };
      const found = told(session, state.scenarios, state.scenario, clocks);
      const position = found.places.at(-1) ?? -1;
      return { ...at(next, position), clocks, notice: clocksNotice(found) };
    }
    case 'citations': {
      const row = followable(session, state, overlay)[overlay.selected];
      return row === undefined
        ? state
        : opened(state, { kind: 'citation', id: idOfFollowed(row), top: 0 });
    }
    case 'provision':
    case 'help':
    case 'glossary':
      return next;
    default:
      return (
        labAccepted(session, state, overlay, (from, action) => act(session, from, action)) ?? state
      );
  }
}

function withScenario(session: Session, state: State, scenario: string): State {
  const obstacle = obstacleTo(session, state.scenarios, scenario);
  if (obstacle !== null) return { ...state, notice: `It cannot be played: ${obstacle}` };
  if (scenario === state.scenario) return state;
  return { ...at(state, -1), scenario, clocks: NO_CLOCKS, gate: null, focus: 'step' };
}

/** Regions in the order of the provisions pane. */
function provisionIds(session: Session): string[] {
  return provisionOrder(session.agreement).map(({ id }) => id);
}

/** Brings every window back to where there is something to see, and what is chosen into view. */
function settled(session: Session, unsettled: State): State {
  const state = withoutStale(session, withoutGone(session, tourGoneOn(unsettled)));
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return state;
  const tops: Record<Pane, number> = { ...state.tops };
  for (const slot of layout.slots.flat()) {
    const page = panePage(session, state, slot.pane, textColumns(slot.width));
    tops[slot.pane] = settledTop(page, tops[slot.pane], rowsIn(slot));
  }
  const overlays = state.overlays.map((overlay): Overlay => {
    if (!('top' in overlay)) return overlay;
    const { columns, rows } = overlaySpot(layout, overlay);
    const page = overlayPage(session, state, overlay, textColumns(columns));
    if (page === null) return overlay;
    return { ...overlay, top: settledTop(page, overlay.top, rows) };
  });
  return { ...state, tops, overlays };
}
