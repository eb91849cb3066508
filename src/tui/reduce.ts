import { NO_CLOCKS } from '../model/run.ts';
import type { ScenarioFile } from '../model/shapes/scenario.ts';
import { REPORTED } from '../model/terms.ts';
import type { TaskName } from '../lab/state.ts';
import type { KeptExercise } from '../model/saved-session.ts';
import { type History, NOTHING_DONE } from '../lab/history.ts';
import { keySaid } from './bound-keys.ts';
import { keyName } from './key-names.ts';
import { isText, type Key, pastedText } from './keys.ts';
import { placesOf } from './kitty.ts';
import { type Reply, replied } from './lab/answers.ts';
import { wentOnWith } from './lab/exercising.ts';
import { provisionOrder } from '../model/provision-order.ts';
import { mouseOf } from './mouse.ts';
import { asDrawn } from './pages.ts';
import { withPlacesKept } from './places-kept.ts';
import { pointed } from './pointing.ts';
import { screenOf, screenOn } from './screens/index.ts';
import { typed } from './screens/keys/typing.ts';
import { type Binding, bindingFor, done, type Screen } from './screens/screen.ts';
import { type Session, told } from './session.ts';
import type { Size, State } from './state.ts';
import { tourGoneOn } from './tour.ts';

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
  /** The exercise that is under way. */
  readonly exercise: KeptExercise | null;
}

export const AFRESH: Beginning = {
  branches: [],
  position: -1,
  run: null,
  showsFront: false,
  history: NOTHING_DONE,
  task: null,
  exercise: null,
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
  { branches, position, run, showsFront, history, task, exercise }: Beginning = AFRESH,
): State {
  const { story } = told(session, scenarios, scenario);
  const state: State = {
    size,
    readAt: size,
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
    isExerciseEnded: false,
    gate: null,
    task,
    region: provisionIds(session)[0] ?? '',
    focus: 'step',
    zoomed: false,
    tops: { provisions: 0, step: 0, gate: 0, sources: 0 },
    filters: { provisions: '', step: '', gate: '', sources: '' },
    find: null,
    overlays: showsFront ? [{ kind: 'front', top: 0 }] : [],
    tour: null,
    kept: null,
    unreadable: [],
    unkept: null,
    unsaved: null,
    notice: null,
    request: null,
    copied: null,
    isMouseOn: session.preferences.mouse && !session.theme.screenReader,
  };
  return unstale(session, exercise === null ? state : wentOnWith(session, state, exercise));
}

/** The next state. Pure: what is to be done outside it is left in `request`. */
export function reduce(session: Session, state: State, message: Message): State {
  // What is done is done to what is in view.
  const fresh: State = { ...asDrawn(session, state), notice: null, request: null };
  const { notice } = state;
  switch (message.kind) {
    case 'resize':
      return unstale(
        session,
        withPlacesKept(session, fresh, { ...withoutMatch(fresh), notice, size: message.size }),
      );
    case 'key': {
      const pressedOne = withPlacesKept(session, fresh, pressed(session, fresh, message.key));
      const next =
        pressedOne.copied === fresh.copied ? { ...pressedOne, copied: null } : pressedOne;
      return unstale(session, next.find === fresh.find ? withoutMatch(next) : next);
    }
    default:
      // What comes back from outside must not take away what was just said of a key.
      return unstale(session, replied(session, { ...fresh, notice }, message));
  }
}

/** What was found is marked until the next key, and while the lines are where they were. */
function withoutMatch(state: State): State {
  const { find } = state;
  return find === null || find.at === null ? state : { ...state, find: { ...find, at: null } };
}

/** What a key does: what the screen on top says, else it types, else that it does nothing is said. */
function pressed(session: Session, state: State, key: Key): State {
  const mouse = mouseOf(key);
  if (mouse !== null) return pointed(session, state, mouse);
  const screen = screenOn(state);
  const pasted = pastedText(key);
  if (pasted !== null) return withPasted(session, state, screen, pasted);
  const { own, place } = placesOf(key);
  const binding = bindingAt(session, screen, own, place);
  const next =
    binding === null
      ? written(session, state, screen, own, place)
      : done(session, state, screen, binding);
  const help = keySaid(session, 'help', '?');
  // A key that does nothing says so, and where to find those that do something.
  return next === state && screen.typing === undefined
    ? { ...state, notice: `${keyName(own, false)} does nothing here: ${help} explains.` }
    : next;
}

/** What a key does on a screen; where nothing is typed, one that does nothing does what the key in its place does. */
function bindingAt(
  { preferences }: Session,
  screen: Screen,
  own: Key,
  place: Key | null,
): Binding | null {
  const binding = bindingFor(screen, own, preferences);
  return binding !== null || place === null || screen.typing !== undefined
    ? binding
    : bindingFor(screen, place, preferences);
}

/** What a character does that is no key of the screen. */
function written(
  session: Session,
  state: State,
  screen: Screen,
  own: Key,
  place: Key | null,
): State {
  if (!isText(own)) return state;
  if (screen.typing !== undefined) return typed(session, state, screen, own);
  const answers = (key: Key) =>
    screen.letter?.(session, state, state.overlays.at(-1) ?? null, key) ?? state;
  const next = answers(own);
  return next === state && place !== null ? answers(place) : next;
}

/** Pasted text is text, never a row of keys: where nothing is typed it does nothing. */
function withPasted(session: Session, state: State, screen: Screen, pasted: string): State {
  return screen.typing === undefined
    ? {
        ...state,
        notice: `What is pasted does nothing here. ${keySaid(session, 'openFile', 'O')} opens a file or a token.`,
      }
    : typed(session, state, screen, pasted);
}

/** Without what is about something that is there no more, or not as it was; the tour goes on to what comes next. */
function unstale(session: Session, unsettled: State): State {
  const state = tourGoneOn(session, unsettled);
  const overlays = state.overlays.flatMap((overlay) => {
    const screen = screenOf(overlay);
    if (screen.still === undefined) return [overlay];
    return screen.still(session, state, overlay) ?? [];
  });
  return { ...state, overlays };
}

/** Regions in the order of the provisions pane. */
function provisionIds(session: Session): string[] {
  return provisionOrder(session.agreement).map(({ id }) => id);
}
