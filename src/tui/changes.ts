import { changeText, NO_CHANGE } from '../explain/change-text.ts';
import { nearestChange } from '../lab/changes.ts';
import { at } from './moves.ts';
import type { Session } from './session.ts';
import type { State } from './state.ts';

/** Goes to the nearest step at which a verdict on the board or the phase changes, and says what changed there. */
export function toChange(session: Session, state: State, by: 1 | -1): State {
  const change = nearestChange(session, state, by);
  if (change === null) return { ...state, notice: NO_CHANGE[by] };
  const { gate, before, after } = change;
  // The board is held, so that the next change looked for is one of the same gate.
  return {
    ...at(state, after.position),
    gate,
    notice: changeText(session.agreement, gate, before.moment, after.moment),
  };
}
