import { partyReadings } from '../../../model/agreement.ts';
import { REPORTED } from '../../../model/terms.ts';
import type { Question, QuestionKind } from '../../../lab/question.ts';
import { opened } from '../../moves.ts';
import { gateShown, sceneOf, type Session } from '../../session.ts';
import type { State } from '../../state.ts';
import type { Binding } from '../screen.ts';

/** Asks something of the gate on the board, or who waits for whom; what must be searched for is requested. */
export function asked(
  session: Session,
  state: State,
  kind: QuestionKind,
  everyone: boolean | null = null,
): State {
  const { agreement } = session;
  const gate = gateShown(session, state) ?? '';
  if (gate === '' && isOfGate(kind)) return { ...state, notice: NO_GATES };
  const before = state.overlays.find((one) => one.kind === 'question');
  const isForEveryone =
    kind === 'waits' ||
    !isOfGate(kind) ||
    (everyone ?? before?.question.isForEveryone ?? state.run === REPORTED);
  const parties = partyReadings(agreement).map(({ id }) => id);
  const one = state.run === REPORTED ? (state.lastReading ?? parties[0] ?? REPORTED) : state.run;
  const question: Question = {
    kind,
    gate,
    isForEveryone,
    readings:
      kind === 'properties' ? [...agreement.readings.keys()] : isForEveryone ? parties : [one],
    moment: sceneOf(session, state).moment,
  };
  const next = opened(state, { kind: 'question', question, answer: null, selected: 0, top: 0 });
  return kind === 'missing' || kind === 'duties' || question.moment.nothingPublished
    ? next
    : { ...next, request: { kind: 'work', question } };
}

function isOfGate(kind: QuestionKind): boolean {
  return kind !== 'properties' && kind !== 'duties';
}

export const NO_GATES = 'This agreement has no gates.';

const asking = (
  kind: QuestionKind,
  binding: Pick<Binding, 'id' | 'keys' | 'label' | 'rank' | 'help'>,
): Binding => ({
  ...binding,
  group: 'Ask',
  does: (session, state) => asked(session, state, kind),
  obstacle: ({ agreement }, _state, overlay) => {
    if (overlay?.kind === 'question' && overlay.question.kind === kind)
      return 'This is what is being answered.';
    return isOfGate(kind) && agreement.gates.size === 0 ? NO_GATES : null;
  },
});

export const ASK_WHAT_IS_MISSING = asking('missing', {
  id: 'ask',
  keys: ['a'],
  label: 'what is missing',
  rank: 6.5,
  help: 'Show all about the gate on the board: what is still asked for, who can bring it about, and the sources.',
});

/** What can be asked from the panes, and on from one answer to another. */
export const ASKING: readonly Binding[] = [
  ASK_WHAT_IS_MISSING,
  asking('plan', {
    id: 'plan',
    keys: ['p'],
    label: 'show me a path',
    rank: 7.2,
    help: 'Find the shortest path through the gate on the board.',
  }),
  asking('coalitions', {
    id: 'coalitions',
    keys: ['C'],
    label: 'coalitions',
    rank: 0,
    help: 'Show which parties can get through the gate on their own.',
  }),
  asking('waits', {
    id: 'waits',
    keys: ['W'],
    label: 'who waits',
    rank: 0,
    help: 'Show who waits for whom.',
  }),
  asking('properties', {
    id: 'properties',
    keys: ['V'],
    label: 'properties',
    rank: 0,
    help: 'Check which properties hold whatever happens from here, with the positions and waivers now in force.',
  }),
  asking('duties', {
    id: 'duties',
    keys: ['D'],
    label: 'duties',
    rank: 0,
    help: 'Show the duties: who must bring about what, by when, and whether it is met, party by party.',
  }),
];
