import { REPORTED } from '../model/terms.ts';
import { runTitle } from './model/wording.ts';
import { gateShown, type Session } from './session.ts';
import type { State } from './state.ts';

/** Another run on show, with what it is said to be. */
export function withRun(session: Session, state: State, run: string): State {
  return {
    ...state,
    run,
    lastReading: run === REPORTED ? state.lastReading : run,
    notice: `Shown ${runTitle(session.agreement, run)}.`,
  };
}

/** The gate before or behind on the board. */
export function withGate(session: Session, state: State, by: 1 | -1): State {
  const gates = [...session.agreement.gates.keys()];
  const current = gateShown(session, state);
  if (current === null) return state;
  return { ...state, gate: neighbour(gates, current, by), tops: { ...state.tops, gate: 0 } };
}

/** The row of the gate on the board in the list of gates, below the one that lets it follow the steps. */
export function gateIndex(session: Session, state: State): number {
  return state.gate === null ? 0 : [...session.agreement.gates.keys()].indexOf(state.gate) + 1;
}

/** What is reported, then every reading. */
export function runsOf(session: Session): string[] {
  return [REPORTED, ...session.agreement.readings.keys()];
}

/** The one before or behind, round and round. */
export function neighbour<T>(items: readonly T[], current: T, by: number): T {
  const index = (items.indexOf(current) + by + items.length) % items.length;
  return items[index] ?? current;
}
