import { TooManyWorldsError } from '../agreement/run.ts';
import { REPORTED } from '../agreement/runner.ts';
import type { ScenarioFile } from '../agreement/shapes/scenario.ts';
import { BrokenReferenceError } from '../agreement/story.ts';
import { type Action, actionFor } from './keymap.ts';
import { isText, type Key } from './keys.ts';
import { layoutOf, overlayRows, rowsIn, textColumns } from './layout.ts';
import { goToDate } from './model/go-to-date.ts';
import { provisionOrder } from './model/provisions.ts';
import { matchingScenarios } from './model/scenario-list.ts';
import { runTitle } from './model/wording.ts';
import { overlayPage, panePage } from './pages.ts';
import { gateOf, momentOf, type Session, told } from './session.ts';
import { graphemes } from './line.ts';
import { modeOf, type Overlay, PANES, type Pane, type Size, type State } from './state.ts';
import { settledTop } from './views/page.ts';

/** All that can happen to the UI. */
export type Message =
  { readonly kind: 'key'; readonly key: Key } | { readonly kind: 'resize'; readonly size: Size };

const LONGEST_INPUT = 60;

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
): State {
  told(session, scenarios, scenario);
  const state: State = {
    size,
    scenarios,
    scenario,
    position: -1,
    run: REPORTED,
    lastReading: null,
    gate: null,
    region: provisionIds(session)[0] ?? '',
    focus: 'step',
    zoomed: false,
    tops: { provisions: 0, step: 0, gate: 0, sources: 0 },
    overlays: [],
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
  const mode = modeOf(state);
  const action = actionFor(mode, message.key);
  if (action !== null) return settled(session, act(session, fresh, action));
  return isText(message.key) ? settled(session, typed(fresh, message.key)) : fresh;
}

function act(session: Session, state: State, action: Action): State {
  const overlay = state.overlays.at(-1);
  const { story, position } = momentOf(session, state);
  const last = story.steps.length - 1;
  switch (action) {
    case 'forward':
      return position < last
        ? at(state, position + 1)
        : { ...state, notice: 'This is the last step.' };
    case 'back':
      return position >= 0 ? at(state, position - 1) : { ...state, notice: 'This is the start.' };
    case 'toStart':
      return at(state, -1);
    case 'toEnd':
      return at(state, last);
    case 'toFork':
      return story.inherited > 0
        ? { ...at(state, story.inherited - 1), notice: 'From here on the steps are its own.' }
        : { ...state, notice: 'This scenario branches off no other.' };
    case 'toDate':
      return opened(state, { kind: 'date', typed: '', problem: null });
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
      return state.focus === 'gate'
        ? act(session, state, 'chooseGate')
        : { ...state, zoomed: !state.zoomed };
    case 'accept':
      return overlay === undefined ? state : accepted(session, state, overlay);
    case 'close':
      return closed(state);
    case 'erase':
      return edited(state, (input) => graphemes(input).slice(0, -1).join(''));
    case 'clear':
      return edited(state, () => '');
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
  }
}

/** What a step is about is read from its top; the other panes stay where they are. */
function at(state: State, position: number): State {
  return { ...state, position, tops: { ...state.tops, step: 0, gate: 0, sources: 0 } };
}

/** An overlay of a kind that is open already comes to the top and is not opened twice. */
function opened(state: State, overlay: Overlay): State {
  const others = state.overlays.filter(({ kind }) => kind !== overlay.kind);
  return { ...state, overlays: [...others, overlay] };
}

function closed(state: State): State {
  if (state.overlays.length > 0) return { ...state, overlays: state.overlays.slice(0, -1) };
  if (state.zoomed) return { ...state, zoomed: false };
  if (state.gate !== null)
    return { ...state, gate: null, notice: 'The gate board follows the steps again.' };
  return state;
}

function accepted(session: Session, state: State, overlay: Overlay): State {
  const below: State = { ...state, overlays: state.overlays.slice(0, -1) };
  switch (overlay.kind) {
    case 'scenarios': {
      const scenario = matchingScenarios(state.scenarios, overlay.filter)[overlay.selected];
      return scenario === undefined ? state : withScenario(session, below, scenario.id);
    }
    case 'gates': {
      const gate = [...session.agreement.gates.keys()][overlay.selected - 1] ?? null;
      const tops = { ...state.tops, gate: 0 };
      return { ...below, gate, focus: 'gate', tops };
    }
    case 'date': {
      const answer = goToDate(momentOf(session, state).story.steps, overlay.typed);
      return answer.kind === 'problem'
        ? { ...below, overlays: [...below.overlays, { ...overlay, problem: answer.message }] }
        : { ...at(below, answer.position), notice: answer.notice };
    }
    case 'provision':
    case 'help':
    case 'glossary':
      return below;
  }
}

function withScenario(session: Session, state: State, scenario: string): State {
  try {
    told(session, state.scenarios, scenario);
  } catch (error) {
    // Content that was checked at load can still ask for more than a run keeps.
    if (!(error instanceof BrokenReferenceError || error instanceof TooManyWorldsError))
      throw error;
    return { ...state, notice: `It cannot be played: ${error.message}` };
  }
  return { ...at(state, -1), scenario, gate: null, focus: 'step' };
}

function withRun(session: Session, state: State, run: string): State {
  return {
    ...state,
    run,
    lastReading: run === REPORTED ? state.lastReading : run,
    notice: `Shown ${runTitle(session.agreement, run)}.`,
  };
}

function withGate(session: Session, state: State, by: 1 | -1): State {
  const gates = [...session.agreement.gates.keys()];
  const current = gateOf(session, state);
  if (current === null) return state;
  return { ...state, gate: neighbour(gates, current, by), tops: { ...state.tops, gate: 0 } };
}

function gateIndex(session: Session, state: State): number {
  return state.gate === null ? 0 : [...session.agreement.gates.keys()].indexOf(state.gate) + 1;
}

function runsOf(session: Session): string[] {
  return [REPORTED, ...session.agreement.readings.keys()];
}

/** Regions in the order of the provisions pane. */
function provisionIds(session: Session): string[] {
  return provisionOrder(session.agreement).map(({ id }) => id);
}

function neighbour<T>(items: readonly T[], current: T, by: number): T {
  const index = (items.indexOf(current) + by + items.length) % items.length;
  return items[index] ?? current;
}

/** Moves what is chosen where something is, else the window. */
function moved(session: Session, state: State, by: number): State {
  const overlay = state.overlays.at(-1);
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  if (overlay === undefined) {
    if (state.focus !== 'provisions') {
      return { ...state, tops: { ...state.tops, [state.focus]: state.tops[state.focus] + by } };
    }
    const ids = provisionIds(session);
    const region = ids[within(ids.indexOf(state.region) + by, ids.length)] ?? state.region;
    return { ...state, region };
  }
  const below = state.overlays.slice(0, -1);
  switch (overlay.kind) {
    case 'scenarios': {
      const count = matchingScenarios(state.scenarios, overlay.filter).length;
      const selected = within(overlay.selected + by, count);
      return { ...state, overlays: [...below, { ...overlay, selected }] };
    }
    case 'gates': {
      const selected = within(overlay.selected + by, session.agreement.gates.size + 1);
      return { ...state, overlays: [...below, { ...overlay, selected }] };
    }
    case 'date':
      return state;
    default:
      return { ...state, overlays: [...below, { ...overlay, top: overlay.top + by }] };
  }
}

function pageLength(session: Session, state: State): number {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return 1;
  const overlay = state.overlays.at(-1);
  if (overlay?.kind === 'scenarios') return 3;
  if (overlay !== undefined) return Math.max(1, overlayRows(layout, overlay) - 1);
  const slot = layout.slots.flat().find(({ pane }) => pane === state.focus);
  return slot === undefined ? 1 : Math.max(1, rowsIn(slot) - 1);
}

function typed(state: State, key: Key): State {
  return edited(state, (input) => (graphemes(input).length < LONGEST_INPUT ? input + key : input));
}

function edited(state: State, edit: (input: string) => string): State {
  const overlay = state.overlays.at(-1);
  const below = state.overlays.slice(0, -1);
  switch (overlay?.kind) {
    case 'scenarios': {
      const filter = edit(overlay.filter);
      return { ...state, overlays: [...below, { ...overlay, filter, selected: 0, top: 0 }] };
    }
    case 'date':
      return {
        ...state,
        overlays: [...below, { ...overlay, typed: edit(overlay.typed), problem: null }],
      };
    default:
      return state;
  }
}

/** Brings every window back to where there is something to see, and what is chosen into view. */
function settled(session: Session, state: State): State {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return state;
  const tops: Record<Pane, number> = { ...state.tops };
  for (const slot of layout.slots.flat()) {
    const page = panePage(session, state, slot.pane, textColumns(slot.width));
    tops[slot.pane] = settledTop(page, tops[slot.pane], rowsIn(slot));
  }
  const overlays = state.overlays.map((overlay): Overlay => {
    if (!('top' in overlay)) return overlay;
    const page = overlayPage(session, state, overlay, textColumns(layout.columns));
    if (page === null) return overlay;
    return { ...overlay, top: settledTop(page, overlay.top, overlayRows(layout, overlay)) };
  });
  return { ...state, tops, overlays };
}
