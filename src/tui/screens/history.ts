import { text } from '../../draw/line.ts';
import { historyLines } from '../../explain/branch-text.ts';
import { below, opened, sent } from '../moves.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import type { Page } from '../views/page.ts';
import { REDO, UNDO } from './keys/branching.ts';
import { LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

/** All that was done to the branches, and what of it was undone. */
function historyPage(
  session: Session,
  { history }: State,
  { selected }: { selected: number },
  columns: number,
): Page {
  const rows = historyLines(history).map(({ label, note }): ListRow => ({
    spans: [
      text(label, note === 'undone' ? 'quiet' : 'plain'),
      text(note === '' ? '' : `  ${note}`, 'quiet'),
    ],
  }));
  return listPage(session, rows, selected, columns);
}

export const SHOW_HISTORY: Binding = {
  id: 'history',
  keys: ['H'],
  group: 'What if',
  label: 'history',
  rank: 0,
  help: 'Show all that you did, and go back to any point.',
  does: (_session, state) =>
    opened(state, { kind: 'history', selected: state.history.done, top: 0 }),
};

/** What was done to the branches, to go back to any of it. */
export const HISTORY: Screen<OverlayOf<'history'>> = {
  title: 'History',
  about:
    'Everything that you did to your branches. {accept} goes back or forward to the chosen line.',
  keys: [UNDO, REDO, ...LIST_KEYS],
  view: historyPage,
  rows: (_session, { history }) => history.entries.length + 1,
  enter: (session, state, { selected }) =>
    sent(session, below(state), { kind: 'backTo', count: selected }),
  still: (_session, { history }, overlay) => ({
    ...overlay,
    selected: Math.min(overlay.selected, history.entries.length),
  }),
};
