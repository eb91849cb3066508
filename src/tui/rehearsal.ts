import { paint } from '../draw/theme.ts';
import { REPORTED } from '../model/terms.ts';
import { boundKeys } from './bound-keys.ts';
import { frameOf } from './frame.ts';
import type { Key } from './keys.ts';
import { textColumns } from './layout.ts';
import { reduce } from './reduce.ts';
import { PANES_SCREEN } from './screens/panes.ts';
import type { Binding } from './screens/screen.ts';
import { stepRow } from './screens/steps.ts';
import { sceneIn, sceneOf, type Session } from './session.ts';
import type { State } from './state.ts';
import { listPage } from './views/listing.ts';

const ENTER: Key = 'enter';
/** Keys are let through as often as this. */
const TURN_MS = 8;
/** More questions than are asked before a what-if is made. */
const MOST_ASKED = 6;
/** What takes longest the first time, in this order before the rest. */
const SLOWEST: readonly string[] = ['whatIf', 'compare'];

/** When work may be done ahead. */
interface Quiet {
  readonly isOver: () => boolean;
  readonly quietFrom: () => number;
  readonly now: () => number;
}

/**
 * Does all of `rehearsed` in short turns, while nobody types.
 *
 * @param quietFrom when nobody will have typed for long enough, by the same clock as `now`, in milliseconds
 */
export function rehearse(session: Session, state: State, { isOver, quietFrom, now }: Quiet): void {
  const pieces = rehearsed(session, state);
  const turn = () => {
    const from = now();
    const isTurnOver = () => now() > from + TURN_MS;
    if (isOver() || (from >= quietFrom() && isDoneBy(pieces, isTurnOver))) return;
    // Timers let what was typed come in first.
    setTimeout(turn, Math.max(0, quietFrom() - from));
  };
  turn();
}

/**
 * Works until the turn is over, and says whether nothing is left. A piece that goes wrong is the last: that is said when
 * somebody presses its key.
 */
function isDoneBy(pieces: Iterator<unknown>, isTurnOver: () => boolean): boolean {
  try {
    do if (pieces.next().done === true) return true;
    while (!isTurnOver());
    return false;
  } catch {
    return true;
  }
}

/**
 * Does ahead what the first keys would wait for, while nobody types: opens what the keys of the panes open and takes its
 * first row, on a copy of the state and on a what-if of it, draws it for nobody, and asks how each step stands. The first
 * comparison or list of events takes several times as long as the next ones, since nothing of theirs has been worked out
 * or compiled yet.
 *
 * @returns after each piece of work, so that whoever asks can hear keys in between and stop; what is given is the state
 *   that was drawn or looked at
 */
export function* rehearsed(session: Session, state: State): Generator<State, void> {
  const { preferences } = session;
  const press = (at: State, key: Key) => reduce(session, at, { kind: 'key', key });
  const keyOf = (binding: Binding) => boundKeys(preferences, PANES_SCREEN, binding)[0] ?? ENTER;
  const keys = slowestFirst(PANES_SCREEN.keys).map(keyOf);
  const bare: State = { ...state, overlays: [], tour: null };
  const end: State = { ...bare, position: sceneOf(session, bare).story.steps.length - 1 };
  yield* drawn(session, end);
  yield* drawn(session, { ...end, position: Math.max(-1, end.position - 1) });
  const branch = branched(press, press(bare, keys[0] ?? ENTER));
  for (const from of [bare, { ...branch, overlays: [] }]) {
    yield* stepsOf(session, from, from.run);
    for (const key of keys) {
      const opens = press(from, key);
      if (opens.overlays.length === 0) continue;
      yield* drawn(session, opens);
      yield* drawn(session, press(opens, ENTER));
    }
  }
  for (const run of [REPORTED, ...session.agreement.readings.keys()])
    yield* stepsOf(session, bare, run);
}

/** The what-if that comes of taking what is offered: an event, its day, its reason. */
function branched(press: (at: State, key: Key) => State, offered: State): State {
  let at = offered;
  for (let asked = 0; asked < MOST_ASKED && at.branches.length === 0; asked += 1)
    at = press(at, ENTER);
  return at;
}

function slowestFirst(keys: readonly Binding[]): readonly Binding[] {
  const slowest = SLOWEST.flatMap((id) => keys.filter((binding) => binding.id === id));
  return [...slowest, ...keys.filter((binding) => !slowest.includes(binding))];
}

function* drawn(session: Session, state: State): Generator<State, void> {
  const { top, body, bottom } = frameOf(session, state);
  for (const line of [...top, ...body, ...bottom]) paint(session.theme, line);
  yield state;
}

/** How each step stands in a run, as the list of them has it. */
function* stepsOf(session: Session, at: State, run: string): Generator<State, void> {
  const state = { ...at, run };
  const { scenarios, scenario, clocks, size } = state;
  const columns = textColumns(size.columns);
  for (const position of sceneOf(session, state).places) {
    const after = sceneIn(session, scenarios, { scenario, position }, clocks);
    listPage(session, [stepRow(session, state, after, columns)], -1, columns);
    yield state;
  }
}
