import { momentsOf } from '../model/difference.ts';
import { onTop } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { differencePage } from '../views/difference.ts';
import { REDO, UNDO } from './keys/branching.ts';
import { PAGE_KEYS } from './keys/kinds.ts';
import { CITATIONS, SHARE } from './keys/showing.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Difference = OverlayOf<'difference'>;

/** Compares at the moment before or behind; there is none before the two part, and none behind their ends. */
function atMoment(session: Session, state: State, overlay: Difference, by: 1 | -1): State {
  const moments = momentsOf(session, state, overlay);
  const moment = moments[moments.indexOf(overlay.at) + by];
  if (moment === undefined) {
    const notice =
      by < 0 ? 'Here they part: before it they are the same.' : 'These are their ends.';
    return { ...state, notice };
  }
  return onTop(state, { ...overlay, at: moment });
}

const KEYS: readonly Binding<Difference>[] = [
  UNDO,
  REDO,
  {
    id: 'earlierMoment',
    keys: ['left', 'h'],
    group: 'What if',
    label: 'earlier',
    rank: 2.2,
    help: 'Compare them after the step before, as far back as where they part.',
    does: (session, state, overlay) => atMoment(session, state, overlay, -1),
  },
  {
    id: 'laterMoment',
    keys: ['right', 'l'],
    group: 'What if',
    label: 'later',
    rank: 2.4,
    help: 'Compare them after the next step, at the last at both their ends.',
    does: (session, state, overlay) => atMoment(session, state, overlay, 1),
  },
  SHARE,
  CITATIONS,
];

/** Two scenarios side by side. */
export const DIFFERENCE: Screen<Difference> = {
  title: 'Side by side',
  about:
    'Two scenarios side by side: where they part, which stages, verdicts and possible events differ, and in whose run.',
  keys: [...KEYS, ...PAGE_KEYS],
  view: differencePage,
  still(session, state, overlay) {
    const { left, right, at } = overlay;
    if (![left, right].every((id) => id === '' || state.scenarios.has(id))) return null;
    const isMoment = at === null || momentsOf(session, state, overlay).includes(at);
    return isMoment ? overlay : { ...overlay, at: null };
  },
};
