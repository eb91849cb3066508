import { REPORTED } from '../../model/terms.ts';
import { underRun } from '../../explain/words.ts';
import { opened } from '../moves.ts';
import { neighbour } from '../neighbour.ts';
import { gateShown, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { NO_GATES } from './keys/asking.ts';
import { CITATIONS } from './keys/showing.ts';
import type { Binding } from './screen.ts';

/** Another run on show, with what it is said to be. */
function withRun(session: Session, state: State, run: string): State {
  return {
    ...state,
    run,
    lastReading: run === REPORTED ? state.lastReading : run,
    notice: `Shown ${underRun(session.agreement, run)}.`,
  };
}

/** The gate before or behind on the board. */
function withGate(session: Session, state: State, by: 1 | -1): State {
  const gates = [...session.agreement.gates.keys()];
  const current = gateShown(session, state);
  if (current === null) return state;
  return { ...state, gate: neighbour(gates, current, by), tops: { ...state.tops, gate: 0 } };
}

/** The row of the gate on the board in the list of gates, below the one that lets it follow the steps. */
function gateIndex(session: Session, state: State): number {
  return state.gate === null ? 0 : [...session.agreement.gates.keys()].indexOf(state.gate) + 1;
}

/** What is reported, then every reading. */
function runsOf(session: Session): string[] {
  return [REPORTED, ...session.agreement.readings.keys()];
}

function readingObstacle({ agreement }: Session): string | null {
  return agreement.readings.size > 0 ? null : 'This agreement has no readings.';
}

function gateObstacle({ agreement }: Session): string | null {
  return agreement.gates.size > 0 ? null : NO_GATES;
}

export const CHOOSE_GATE: Binding = {
  id: 'chooseGate',
  keys: ['g'],
  group: 'What is on show',
  label: 'gates',
  rank: 4,
  help: 'Show every gate by reading: open, closed, passed or contested; choose the one for the board.',
  does: (session, state) =>
    opened(state, { kind: 'gates', selected: gateIndex(session, state), top: 0 }),
  obstacle: gateObstacle,
};

/** Over the panes, what chooses the run, the gate and the scenario on show. */
export const SHOW_KEYS: readonly Binding[] = [
  {
    id: 'nextRun',
    keys: ['r'],
    group: 'What is on show',
    label: 'reading',
    rank: 3,
    help: 'Show what the next party recognises; after the last one, what is reported.',
    does: (session, state) => withRun(session, state, neighbour(runsOf(session), state.run, 1)),
    obstacle: readingObstacle,
  },
  {
    id: 'previousRun',
    keys: ['R'],
    group: 'What is on show',
    label: 'reading before',
    rank: 0,
    help: 'Show what the party before recognises.',
    does: (session, state) => withRun(session, state, neighbour(runsOf(session), state.run, -1)),
    obstacle: readingObstacle,
  },
  {
    id: 'switchReported',
    keys: ['v'],
    group: 'What is on show',
    label: 'reported',
    rank: 11,
    help: 'Switch between what is reported and what the party you looked at last recognises.',
    does: (session, state) => {
      const reading = state.lastReading ?? runsOf(session)[1] ?? REPORTED;
      return withRun(session, state, state.run === REPORTED ? reading : REPORTED);
    },
    obstacle: readingObstacle,
  },
  CHOOSE_GATE,
  {
    id: 'nextGate',
    keys: [']'],
    group: 'What is on show',
    label: 'next gate',
    rank: 0,
    help: 'Put the next gate on the board.',
    does: (session, state) => withGate(session, state, 1),
    obstacle: gateObstacle,
  },
  {
    id: 'previousGate',
    keys: ['['],
    group: 'What is on show',
    label: 'gate before',
    rank: 0,
    help: 'Put the previous gate on the board.',
    does: (session, state) => withGate(session, state, -1),
    obstacle: gateObstacle,
  },
  {
    id: 'chooseScenario',
    keys: ['o'],
    group: 'What is on show',
    label: 'scenarios',
    rank: 6,
    help: 'Open the record or another scenario: one of this agreement, a branch of yours, or a file that you saved.',
    does: (_session, state) => {
      const selected = Math.max(0, [...state.scenarios.keys()].indexOf(state.scenario));
      const list = { kind: 'scenarios', files: null, filter: '', selected, top: 0 } as const;
      return { ...opened(state, list), request: { kind: 'files' } };
    },
  },
  CITATIONS,
  {
    id: 'front',
    keys: ['Q'],
    group: 'What is on show',
    label: 'in question',
    rank: 6.2,
    help: "Go back to the first page: what is in question, each party's answer, and every gate.",
    does: (_session, state) => opened(state, { kind: 'front', top: 0 }),
  },
];
