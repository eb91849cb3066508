import { partyReadings } from '../../model/agreement.ts';
import type { Shown } from '../../search/verify.ts';
import type { Verified } from '../../search/verify-all.ts';
import { eventsFound, wanted } from '../lab/day-and-reason.ts';
import { type PropertyRow, propertyRows, readingsOf, shownBy } from '../../answer/property-rows.ts';
import { below, sent } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { questionPage } from '../views/question.ts';
import { asked, ASKING } from './keys/asking.ts';
import { CHOOSE, PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Asked = OverlayOf<'question'>;

/** Why nothing can be taken over; null where something can. */
function playObstacle({ question, answer, selected }: Asked): string | null {
  if (question.wanted !== undefined) return answer === null ? 'It is still searched for.' : null;
  if (answer?.kind === 'properties') {
    const shown = shownOf(propertyRows(answer.answer)[selected]);
    if (shown === null) return 'There is no course of events that would show it.';
    const { events, forEver } = shown;
    return events.length + (forEver?.length ?? 0) > 0
      ? null
      : 'It is so already: nothing need happen.';
  }
  return eventsFound(answer).length > 0 ? null : 'There is nothing to play here.';
}

/** Whether it can be asked under all readings at once as well as under one. */
function hasBoth({ question: { kind, wanted: event } }: Asked): boolean {
  return event === undefined && ['plan', 'coalitions'].includes(kind);
}

const KEYS: readonly Binding<Asked>[] = [
  SHARE,
  ...ASKING,
  {
    id: 'everyone',
    keys: ['e'],
    group: 'Ask',
    label: 'everyone or one',
    rank: 4,
    help: "Ask under every party's reading at once, or under the chosen one.",
    does: (session, state, { question }) =>
      asked(session, state, question.kind, !question.isForEveryone),
    obstacle: (_session, _state, overlay) =>
      hasBoth(overlay) ? null : 'This is not asked under one reading or all of them.',
  },
  {
    ...CHOOSE,
    group: 'Ask',
    label: 'play it',
    help: 'Take a plan, or what shows a property to hold or to fail, over as a branch, to be played step by step.',
    obstacle: (_session, _state, overlay) => playObstacle(overlay),
  },
  CITATIONS,
];

/** Something that was asked from here, and its answer. */
export const QUESTION: Screen<Asked> = {
  title: 'Asked from here',
  about:
    'Answers from where the runs stand now. Plans and coalitions are exact: every reachable state was looked at.',
  keys: [...KEYS, ...PAGE_KEYS],
  view: (session, _state, overlay, columns) => questionPage(session, overlay, columns),
  rows: (_session, _state, { answer }) =>
    answer?.kind === 'properties' ? propertyRows(answer.answer).length : null,
  enter(session, state, overlay) {
    const { question, answer } = overlay;
    if (answer?.kind === 'properties') return played(session, state, overlay, answer.answer);
    if (question.wanted !== undefined) return wanted(session, state, overlay);
    const events = eventsFound(answer);
    const gate = session.agreement.gates.get(question.gate)?.title ?? '';
    return sent(session, below(state), { kind: 'lay', title: `A way: ${gate}`, events });
  },
};

function shownOf(row: PropertyRow | undefined): Shown | null {
  return row === undefined ? null : shownBy(row.under);
}

/** What shows the chosen property to hold or to fail, as a branch from here; where nothing does, that is said. */
function played(session: Session, state: State, { selected }: Asked, verified: Verified): State {
  const { agreement } = session;
  const row = propertyRows(verified)[selected];
  if (row === undefined) return below(state);
  const { property, verdict } = row;
  const shown = shownOf(row);
  if (shown === null) return state;
  const parties = partyReadings(agreement).map(({ id }) => id);
  const [one] = readingsOf(row, parties);
  const title = `${verdict === 'fails' ? 'How it fails' : 'How it comes about'}: ${property.title}`;
  const events = [...shown.events, ...(shown.forEver ?? [])];
  const next = sent(session, below(state), { kind: 'lay', title, events });
  // It comes out so under these readings: the run on show is one of them.
  return one === undefined || next.scenario === state.scenario ? next : { ...next, run: one };
}
