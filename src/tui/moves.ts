import { NO_CLOCKS } from '../model/run.ts';
import type { LabMessage } from '../lab/message.ts';
import { labReduce, type Obstacle } from '../lab/reduce.ts';
import { keySaid, WHERE_TYPED } from './bound-keys.ts';
import type { Session } from './session.ts';
import type { Overlay, State } from './state.ts';

/** What is said of what was handed to the terminal to be copied: whether it took it cannot be known. */
export const COPIED = 'Copied, where the terminal lets programs copy.';

/** What is said where nothing of a list has been chosen, by anybody. */
export function chooseOne(session: Session): string {
  return `Nothing is chosen yet: ${keySaid(session, 'down', 'down', WHERE_TYPED)} chooses one.`;
}

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

/** Without a date all steps count again; the one on show stays. */
export function withoutClocks(state: State): State {
  return { ...state, clocks: NO_CLOCKS, notice: 'No date is set any more: all steps count.' };
}

/** Does something in the laboratory, and says what came of it: what was done, or why not and what helps. */
export function sent(session: Session, state: State, message: LabMessage): State {
  const reduced = labReduce(session, state, message);
  if (!reduced.ok)
    return { ...state, notice: [reduced.said, wayOut(session, reduced.why)].join(' ').trim() };
  const { lab, said, isWork } = reduced;
  const isSame = lab.scenario === state.scenario && lab.position === state.position;
  return {
    ...(isSame ? state : at(state, lab.position)),
    scenarios: lab.scenarios,
    branches: lab.branches,
    history: lab.history,
    scenario: lab.scenario,
    clocks: lab.clocks,
    run: lab.run,
    gate: lab.gate,
    notice:
      said === null
        ? state.notice
        : isWork
          ? `${said} ${keySaid(session, 'undo', 'u')} undoes it.`
          : said,
  };
}

/** The keys that lead out of what is in the way. */
function wayOut(session: Session, why: Obstacle): string {
  switch (why) {
    case 'notYours':
      return `${keySaid(session, 'whatIf', 'w')} begins one.`;
    case 'notKnown':
      return `${keySaid(session, 'close', 'escape')} takes the day away.`;
    case 'days':
      return `${keySaid(session, 'steps', 'L')} lists its steps; ${keySaid(session, 'dateStep', 't')} there changes a day.`;
    case 'laterSteps':
    case 'other':
      return '';
  }
}
