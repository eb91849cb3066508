import type { Action } from './bindings.ts';
import { toChange } from './changes.ts';
import { at, below, opened } from './moves.ts';
import { type Session, told } from './session.ts';
import { modeOf, type State } from './state.ts';

/** What leaves the front where it is. */
const STAYS: readonly Action[] = [
  'up',
  'down',
  'pageUp',
  'pageDown',
  'first',
  'last',
  'close',
  'goOn',
  'help',
  'glossary',
  'redraw',
  'suspend',
  'quit',
  'interrupt',
];

/** What is asked of how things stand, and not of where they lead. */
const ASKS: readonly Action[] = [
  'ask',
  'plan',
  'coalitions',
  'waits',
  'properties',
  'duties',
  'whatIf',
  'chooseGate',
  'nextGate',
  'previousGate',
  'focusProvisions',
  'focusGate',
  'focusSources',
];

/**
 * The state with what the front speaks of on show: where the steps lead while none has been played, since what is in
 * question is not seen at their start; else the step on show.
 */
export function atFront(session: Session, state: State): State {
  const { scenarios, scenario, clocks, position } = state;
  if (position >= 0) return state;
  return { ...state, position: told(session, scenarios, scenario, clocks).places.at(-1) ?? -1 };
}

/** The state in which a key of the panes is understood over the front: what is asked there is asked of what it shows. */
export function leftFront(session: Session, state: State, action: Action): State {
  if (modeOf(state) !== 'front' || STAYS.includes(action)) return state;
  const next = below(state);
  return ASKS.includes(action) ? at(next, atFront(session, state).position) : next;
}

/** What the keys of the front do, and those that follow a verdict; null for any other action. */
export function frontAct(session: Session, state: State, action: Action): State | null {
  if (action === 'nextChange') return toChange(session, state, 1);
  if (action === 'previousChange') return toChange(session, state, -1);
  if (action === 'front') return opened(state, { kind: 'front', top: 0 });
  if (action !== 'goOn') return null;
  // Once something was done here the kept work is no longer offered, since it would take the place of that.
  return state.kept === null || state.branches.length > 0
    ? { ...state, notice: 'There is no kept work to go on with here.' }
    : { ...state, request: { kind: 'goOn', session: state.kept.session } };
}
