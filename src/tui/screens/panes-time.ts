import { nearestChange } from '../../lab/changes.ts';
import { NO_CHANGE } from '../../explain/change-text.ts';
import { toChange } from '../changes.ts';
import { keySaid } from '../bound-keys.ts';
import { NOTHING_TYPED } from '../input.ts';
import { clocksText } from '../model/wording.ts';
import { at, opened } from '../moves.ts';
import { sceneOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import type { Binding } from './screen.ts';

const AT_START = 'This is the start.';
const NO_FORK = 'This scenario branches off no other.';

/** That there is no step to go on to. */
function noLater(session: Session, { clocks }: State): string {
  const by = clocksText(clocks);
  return by === ''
    ? 'This is the last step.'
    : `No later step ${by}. ${keySaid(session, 'close', 'escape')} takes the date away.`;
}

function laterObstacle(session: Session, state: State): string | null {
  const { places, position } = sceneOf(session, state);
  return places.some((place) => place > position) ? null : noLater(session, state);
}

/** As many steps are looked at to tell whether a key has something to do: it is asked for every frame. */
const MOST_LOOKED_AT = 60;

function changeObstacle(session: Session, state: State, by: 1 | -1): string | null {
  if (nearestChange(session, state, by, MOST_LOOKED_AT) !== null) return null;
  const { places, position } = sceneOf(session, state);
  const index = places.indexOf(position);
  const isFar = (by > 0 ? places.length - 1 - index : index) > MOST_LOOKED_AT;
  return isFar ? null : NO_CHANGE[by];
}

/** Over the panes, what goes from step to step. */
export const TIME_KEYS: readonly Binding[] = [
  {
    id: 'forward',
    keys: ['right', 'l', ' '],
    group: 'Time',
    label: 'next step',
    rank: 1,
    help: 'Play the next step.',
    does: (session, state) => {
      const { places, position } = sceneOf(session, state);
      return at(state, places.find((place) => place > position) ?? position);
    },
    obstacle: laterObstacle,
  },
  {
    id: 'back',
    keys: ['left', 'h', 'b'],
    group: 'Time',
    label: 'back',
    rank: 2,
    help: 'Go back one step.',
    does: (session, state) => {
      const { places, position } = sceneOf(session, state);
      return at(state, places.findLast((place) => place < position) ?? -1);
    },
    obstacle: (session, state) => (sceneOf(session, state).position >= 0 ? null : AT_START),
  },
  {
    id: 'toStart',
    keys: ['home', '0'],
    group: 'Time',
    label: 'start',
    rank: 0,
    help: 'Go to the start, before the first step.',
    does: (_session, state) => at(state, -1),
  },
  {
    id: 'toEnd',
    keys: ['end', '$'],
    group: 'Time',
    label: 'end',
    rank: 12,
    help: 'Play all steps to the end.',
    does: (session, state) => at(state, sceneOf(session, state).places.at(-1) ?? -1),
    obstacle: laterObstacle,
  },
  {
    id: 'toDate',
    keys: ['t'],
    group: 'Time',
    label: 'to a date',
    rank: 10,
    help: 'Look at how things stood on a day, at what was published by a day, or both (2026-01-24 known 2025-12-31). {close} takes the date away.',
    does: (_session, state) => opened(state, { kind: 'date', input: NOTHING_TYPED, problem: null }),
  },
  {
    id: 'toFork',
    keys: ['f'],
    group: 'Time',
    label: 'to the fork',
    rank: 0,
    help: 'Go to where the scenario parts from the one that it branches off.',
    does: (session, state) => {
      const { inherited } = sceneOf(session, state).story;
      return { ...at(state, inherited - 1), notice: 'From here on the steps are its own.' };
    },
    obstacle: (session, state) => (sceneOf(session, state).story.inherited > 0 ? null : NO_FORK),
  },
  {
    id: 'nextChange',
    keys: ['n'],
    group: 'Time',
    label: 'next change',
    rank: 2.2,
    help: 'Go to the next step that changes the phase or a verdict on the gate shown. The board then stays with that gate.',
    does: (session, state) => toChange(session, state, 1),
    obstacle: (session, state) => changeObstacle(session, state, 1),
  },
  {
    id: 'previousChange',
    keys: ['N'],
    group: 'Time',
    label: 'change before',
    rank: 0,
    help: 'Go to the previous step that changes the phase or a verdict on the gate shown.',
    does: (session, state) => toChange(session, state, -1),
    obstacle: (session, state) => changeObstacle(session, state, -1),
  },
];
