import { treeOf } from '../lab/branches.ts';
import { tasksAtHand } from '../lab/tasks.ts';
import { choiceCount, isOnBoard, LETTERS, picked } from './lab/exercising.ts';
import {
  type Edit,
  edited as editedInput,
  type Input,
  inputOf,
  inserted,
  NOTHING_TYPED,
} from './input.ts';
import { layoutOf, overlaySpot, rowsIn } from './layout.ts';
import type { Choice } from './model/choice.ts';
import { choices, firstWelcome } from './model/choices.ts';
import { matchingCommands } from './model/commands.ts';
import { matchingScenarios } from './model/scenario-list.ts';
import { propertyRows } from './model/property-rows.ts';
import { matchingRows, provisionRows } from './model/provisions.ts';
import { onTop } from './moves.ts';
import { sceneOf, type Session } from './session.ts';
import type { Overlay, State } from './state.ts';
import { followable } from './views/citations.ts';
import { copies } from './model/command-lines.ts';

const LONGEST_INPUT = 200;
/** A path or a token may be long. */
const LONGEST_PATH = 2000;

/** How many rows an overlay has to choose from; null for one that has none. */
export function rowCount(session: Session, state: State, overlay: Overlay): number | null {
  switch (overlay.kind) {
    case 'scenarios':
      return matchingScenarios(state.scenarios, overlay.filter).length;
    case 'against':
      return against(state, overlay).length;
    case 'gates':
      return session.agreement.gates.size + 1;
    case 'events': {
      return offered(session, state, overlay).length;
    }
    case 'history':
      return state.history.entries.length + 1;
    case 'branches':
      return treeOf(state, state.scenario).length;
    case 'share':
      return overlay.tokens === null ? null : copies(session, state, overlay.tokens).length;
    case 'question':
      return overlay.answer?.kind === 'properties'
        ? propertyRows(overlay.answer.answer).length
        : null;
    case 'exercise':
      return overlay.stage === 'asked' ? choiceCount(session, state, overlay) : null;
    case 'tasks':
      return tasksAtHand(session, state.scenarios).length;
    case 'steps':
      return sceneOf(session, state).places.length + 1;
    case 'citations':
      return followable(session, state, overlay).length;
    case 'commands':
      return matchingCommands(session, state, overlay.filter).length;
    default:
      return null;
  }
}

/** What the palette offers. */
export function offered(
  session: Session,
  state: State,
  { section, filter }: Pick<Extract<Overlay, { kind: 'events' }>, 'section' | 'filter'>,
): readonly Choice[] {
  return choices(session, sceneOf(session, state), state.run, section, filter);
}

/** The scenarios that one can be compared with: what it departs from first, then branches, then the others. */
export function against(
  state: State,
  { scenario, filter }: { scenario: string; filter: string },
): ReturnType<typeof matchingScenarios> {
  const base = state.scenarios.get(scenario)?.branchesFrom?.scenario;
  const rank = (id: string) => (id === base ? 0 : state.branches.includes(id) ? 1 : 2);
  return matchingScenarios(state.scenarios, filter)
    .filter(({ id }) => id !== scenario)
    .toSorted((left, right) => rank(left.id) - rank(right.id));
}

/** Moves what is chosen where something is, else the window. */
export function moved(session: Session, state: State, by: number): State {
  const overlay = state.overlays.at(-1);
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  if (overlay === undefined || isOnBoard(overlay)) {
    if (state.focus !== 'provisions') {
      return { ...state, tops: { ...state.tops, [state.focus]: state.tops[state.focus] + by } };
    }
    const ids = regionsShown(session, state);
    const region = ids[within(ids.indexOf(state.region) + by, ids.length)] ?? state.region;
    return { ...state, region };
  }
  const count = rowCount(session, state, overlay);
  if ('selected' in overlay && count !== null) {
    return onTop(state, { ...overlay, selected: within(overlay.selected + by, count) });
  }
  return 'top' in overlay ? onTop(state, { ...overlay, top: overlay.top + by }) : state;
}

/** How far a page leads. */
export function pageLength(session: Session, state: State): number {
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (layout === null) return 1;
  const overlay = state.overlays.at(-1);
  if (overlay?.kind === 'scenarios' || overlay?.kind === 'against') return 3;
  if (overlay !== undefined && !isOnBoard(overlay))
    return Math.max(1, overlaySpot(layout, overlay).rows - 1);
  const slot = layout.slots.flat().find(({ pane }) => pane === state.focus);
  return slot === undefined ? 1 : Math.max(1, rowsIn(slot) - 1);
}

/** Puts in what was typed or pasted; what there is no room for is not put in, and the user is told. */
export function typed(session: Session, state: State, text: string): State {
  const overlay = state.overlays.at(-1);
  if (overlay?.kind === 'exercise') return picked(session, state, LETTERS.indexOf(text));
  const isPath = overlay?.kind === 'prompt' && ['open', 'save', 'result'].includes(overlay.ask);
  const longest = isPath ? LONGEST_PATH : LONGEST_INPUT;
  let isFull = false;
  const next = withInput(session, state, (input) => {
    const longer = inserted(input, text, longest);
    isFull = longer === null;
    return longer ?? input;
  });
  return isFull ? { ...next, notice: `No more than ${longest} characters fit here.` } : next;
}

/** Changes what is being typed, or where in it. */
export function edited(session: Session, state: State, edit: Edit): State {
  return withInput(session, state, (input) => editedInput(input, edit));
}

/** Changes what was typed; a list that it narrows down begins at its top again. */
function withInput(session: Session, state: State, change: (input: Input) => Input): State {
  const overlay = state.overlays.at(-1);
  if (overlay === undefined) return state;
  if ('filter' in overlay) {
    const filter = change(inputOf(overlay.filter)).text;
    const narrowed = { ...overlay, filter, top: 0 };
    const selected =
      narrowed.kind === 'events' ? firstWelcome(offered(session, state, narrowed)) : 0;
    return onTop(state, { ...narrowed, selected });
  }
  if (overlay.kind === 'date')
    return onTop(state, { ...overlay, input: change(overlay.input), problem: null });
  if (overlay.kind !== 'prompt') return state;
  const { isSuggested, ...rest } = overlay;
  const changed = change(overlay.input);
  const isTaken = isSuggested === true && changed.text !== overlay.input.text;
  const input = isTaken ? change(NOTHING_TYPED) : changed;
  const next = onTop(state, { ...rest, input, problem: null });
  if (overlay.ask !== 'filter') return next;
  // A filter takes effect as it is typed; what is chosen is one of those that are left.
  const filtered = { ...next, filters: { ...state.filters, [state.focus]: input.text } };
  const shown = regionsShown(session, filtered);
  const region = shown.includes(state.region) ? state.region : (shown[0] ?? state.region);
  return { ...filtered, region };
}

/** The regions that the provisions pane shows, in its order. */
function regionsShown(session: Session, state: State): string[] {
  const rows = provisionRows(session, sceneOf(session, state), state.run);
  return matchingRows(rows, state.filters.provisions).map(({ region }) => region.id);
}
