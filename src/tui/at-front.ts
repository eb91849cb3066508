import { type Session, told } from './session.ts';
import type { State } from './state.ts';

/**
 * The state with what the front speaks of on show: where the steps lead while none has been played, since what is in
 * question is not seen at their start; else the step on show.
 */
export function atFront(session: Session, state: State): State {
  const { scenarios, scenario, clocks, position } = state;
  if (position >= 0) return state;
  return { ...state, position: told(session, scenarios, scenario, clocks).places.at(-1) ?? -1 };
}
