import { NO_CLOCKS } from '../model/run.ts';
import { BrokenReferenceError } from '../model/story.ts';
import { TooManyWorldsError } from '../model/worlds.ts';
import type { Bench, Spot } from '../lab/branches.ts';
import { recorded } from '../lab/history.ts';
import { type Session, told } from './session.ts';
import type { Overlay, State } from './state.ts';

/** What is said of what was handed to the terminal to be copied: whether it took it cannot be known. */
export const COPIED = 'Copied, where the terminal lets programs copy.';

/** What a step is about is read from its top; the other panes stay where they are. */
export function at(state: State, position: number): State {
  return { ...state, position, tops: { ...state.tops, step: 0, gate: 0, sources: 0 } };
}

/** An overlay of a kind that is open already comes to the top and is not opened twice. */
export function opened(state: State, overlay: Overlay): State {
  const others = state.overlays.filter(({ kind }) => kind !== overlay.kind);
  return { ...state, overlays: [...others, overlay] };
}

/** The state without its topmost overlay. */
export function below(state: State): State {
  return { ...state, overlays: state.overlays.slice(0, -1) };
}

/** The state with its topmost overlay changed. */
export function onTop(state: State, overlay: Overlay): State {
  return { ...state, overlays: [...state.overlays.slice(0, -1), overlay] };
}

export function benchOf({ scenarios, branches }: State): Bench {
  return { scenarios, branches };
}

export function placeOf({ scenario, position }: State): Spot {
  return { scenario, position };
}

/** The state at another place among other branches. What was chosen there (gate, run, pane) stays. */
export function moveTo(state: State, bench: Bench, { scenario, position }: Spot): State {
  const isSame = scenario === state.scenario && position === state.position;
  return { ...(isSame ? state : at(state, position)), ...bench, scenario };
}

/** Why a scenario cannot be shown; null where it can. Content that was checked can still ask for more than a run keeps. */
export function obstacleTo(
  session: Session,
  scenarios: State['scenarios'],
  scenario: string,
  clocks: State['clocks'] = NO_CLOCKS,
): string | null {
  try {
    told(session, scenarios, scenario, clocks);
    return null;
  } catch (error) {
    if (!(error instanceof BrokenReferenceError || error instanceof TooManyWorldsError))
      throw error;
    return error.message;
  }
}

/** Does something to the branches, and enters it into the history; what cannot be played is not done. */
export function done(
  session: Session,
  state: State,
  change: { readonly bench: Bench; readonly spot: Spot; readonly label: string },
): State {
  const { bench, spot, label } = change;
  const obstacle = obstacleTo(session, bench.scenarios, spot.scenario, state.clocks);
  if (obstacle !== null) return { ...state, notice: `That cannot be played: ${obstacle}` };
  const entry = {
    label,
    before: { bench: benchOf(state), place: placeOf(state) },
    after: { bench, place: spot },
  };
  return {
    ...moveTo(state, bench, spot),
    history: recorded(state.history, entry),
    notice: `${label}. u undoes it.`,
  };
}
