import { text } from '../../draw/line.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { keptTitle, keptWhen } from '../../explain/kept-text.ts';
import { below, opened } from '../moves.ts';
import type { Session } from '../session.ts';
import { type ListRow, listPage } from '../views/listing.ts';
import { type Page, page } from '../views/page.ts';
import { keySaid } from '../bound-keys.ts';
import { LIST_KEYS } from './keys/kinds.ts';
import type { Binding, OverlayOf, Screen } from './screen.ts';

type Sessions = OverlayOf<'sessions'>;

export const SHOW_SESSIONS: Binding = {
  id: 'sessions',
  keys: ['P'],
  group: 'What if',
  label: 'kept work',
  rank: 0,
  help: 'List the work that was kept of every session, to resume one. What you have done here is kept too.',
  does: (_session, state) => ({
    ...opened(state, { kind: 'sessions', found: null, selected: 0, top: 0 }),
    request: { kind: 'sessions' },
  }),
};

/** All work that was kept of this agreement, the newest first. */
function sessionsPage(session: Session, { found, selected }: Sessions, columns: number): Page {
  if (found === null) return page(paragraph('Looking for what was kept ...', columns, 0, 'quiet'));
  const rows = found.sessions.map(({ savedAt, session: kept }): ListRow => ({
    spans: [text(keptTitle(kept)), text(`  kept ${keptWhen(savedAt)}`, 'quiet')],
  }));
  const notices = found.notices.flatMap((notice) => paragraph(notice, columns, 0, 'unsure'));
  if (rows.length === 0) {
    const take = keySaid(session, 'whatIf', 'w');
    const none = `Nothing was kept of this agreement yet. ${take} at any step begins a branch, and it is kept from then on.`;
    return page([...paragraph(none, columns), ...notices]);
  }
  const list = listPage(session, rows, selected, columns);
  return notices.length === 0 ? list : { ...list, lines: [...list.lines, [], ...notices] };
}

/** The work that was kept of every session, to go on with one of them. */
export const SESSIONS: Screen<Sessions> = {
  title: 'Kept work',
  about:
    'What was kept of your sessions with this agreement, the newest first: every step is kept as you take it. {accept} resumes the chosen one in place of what is on show, which stays in this list.',
  keys: LIST_KEYS,
  view: (session, _state, overlay, columns) => sessionsPage(session, overlay, columns),
  rows: (_session, _state, { found }) => found?.sessions.length ?? 0,
  enter(_session, state, { found, selected }) {
    const chosen = found?.sessions[selected];
    if (chosen === undefined) return state;
    if (state.unkept !== null && state.branches.length > 0)
      return { ...state, notice: 'What is on show is not kept: save it first.' };
    const request = { kind: 'goOn', session: chosen.session, replaces: true } as const;
    return { ...below(state), request };
  },
};
