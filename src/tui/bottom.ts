import { boundKeys, keySaid } from './bound-keys.ts';
import { dayText } from '../model/day-words.ts';
import { hasKeySigns, keyName } from './key-names.ts';
import { layoutOf } from './layout.ts';
import { overlayPage } from './pages.ts';
import { screenOn } from './screens/index.ts';
import {
  type Binding,
  labelOf,
  obstacleTo,
  rankOf,
  type Screen,
  spotOf,
} from './screens/screen.ts';
import { type Line, lineWidth, type Span, spread, text } from '../draw/line.ts';
import { block } from '../draw/paragraph.ts';
import { unmetCount } from '../explain/task-text.ts';
import { markedNow, taskUp } from '../lab/tasks.ts';
import { capital, toldTitle, underRun } from '../explain/words.ts';
import { REPORTED } from '../model/terms.ts';
import { settledTop } from './views/page.ts';
import { sceneOf, type Session } from './session.ts';
import type { State } from './state.ts';

/** What is on show and where the record ends, or what there is to say just now, or what is being typed. */
export function statusLine(session: Session, state: State, columns: number): Line {
  const { agreement, theme } = session;
  const { ellipsis } = theme.glyphs;
  const overlay = state.overlays.at(-1) ?? null;
  const typed = screenOn(state).line?.(session, state, overlay, columns);
  if (typed !== undefined) return typed;
  const { played } = sceneOf(session, state);
  const date = played?.step.date ?? null;
  const { recordEnds } = agreement;
  const isBeyond = date !== null && recordEnds !== null && date.to > recordEnds;
  const end = endSpan(session, state, isBeyond);
  const set = taskUp(session, state);
  const run =
    state.run === REPORTED
      ? toldTitle(sceneOf(session, state).story.scenario.kind)
      : underRun(agreement, state.run);
  const about =
    set === null
      ? `Shown ${run}`
      : `${state.run === REPORTED ? '' : `${capital(run)}. `}Task: ${set.task.task.text}`;
  const notice = noticeFits(session, state, columns) ? state.notice : null;
  const said = text(` ${notice ?? about}`, notice === null ? 'plain' : 'strong');
  // What there is to say just now matters more than what is always there.
  const isTight = notice !== null && lineWidth([said, end]) > columns;
  return spread([said], isTight && !staysAtEnd(session, state) ? [] : [end], columns, ellipsis);
}

/** What stands at the end of the line: that the work is not kept, how far the task is met, where the record ends. */
function endSpan(session: Session, state: State, isBeyond = false): Span {
  const { recordEnds } = session.agreement;
  if (state.unkept !== null) return text(`  SESSION NOT KEPT${saving(session, state)} `, 'bad');
  if (taskUp(session, state) !== null) return taskMark(session, state);
  if (recordEnds === null) return text('');
  const ends = dayText(recordEnds);
  return text(isBeyond ? `  After the record's end, ${ends} ` : `  Record ends ${ends} `);
}

/** Whether what stands at the end of the line stays there, whatever there is to say. */
function staysAtEnd(session: Session, state: State): boolean {
  return state.unkept !== null || taskUp(session, state) !== null;
}

/** Whether there is room in the line for what there is to say just now. */
function noticeFits(session: Session, state: State, columns: number): boolean {
  const end = staysAtEnd(session, state) ? [endSpan(session, state)] : [];
  return state.notice === null || lineWidth([text(` ${state.notice}`), ...end]) <= columns;
}

/** What there is to say just now where a line has no room for it: whole, however narrow the screen. */
export function noticeLines(session: Session, state: State, columns: number): Line[] {
  const { notice } = state;
  const isTyping = screenOn(state).line !== undefined;
  return notice === null || isTyping || noticeFits(session, state, columns)
    ? []
    : block([text(notice, 'strong')], columns - 1, 1);
}

/** How to save what cannot be kept, where there is something. */
function saving(session: Session, { branches }: State): string {
  return branches.length === 0 ? '' : `: ${keySaid(session, 'save', 'S')} saves the branch`;
}

/** How much of the task that was taken up is met by what is on show. */
function taskMark(session: Session, state: State): Span {
  const marked = markedNow(session, state);
  if (marked === null) return text('');
  return marked.isMet
    ? text('  m: the task is met ', 'good')
    : text(`  m: ${unmetCount(marked)} not met `, 'unsure');
}

/** What is wrong with what was typed, or what it is asked for: whole, however narrow the screen. */
export function problemLines(session: Session, state: State, columns: number): Line[] {
  const overlay = state.overlays.at(-1) ?? null;
  const said = screenOn(state).foot?.(session, state, overlay) ?? null;
  return said === null ? [] : block(said, columns - 1, 1);
}

/** Whether a key that moves about goes anywhere: to another row, or to lines that are out of view. */
function canMove(session: Session, state: State, screen: Screen, binding: Binding): boolean {
  const overlay = state.overlays.at(-1);
  const layout = layoutOf(state.size, session.theme, state.focus, state.zoomed);
  if (overlay === undefined || layout === null) return true;
  const after = binding.does(session, state, overlay, screen);
  const next = after.overlays.at(-1);
  if (next?.kind !== overlay.kind || after.tops !== state.tops) return true;
  const hasRows = (screen.rows?.(session, state, overlay) ?? null) !== null;
  if (hasRows && 'selected' in next && 'selected' in overlay)
    return next.selected !== overlay.selected;
  const page = overlayPage(session, state, overlay);
  if (page === null || !('top' in next) || !('top' in overlay)) return false;
  const { rows } = spotOf(screen, layout, overlay);
  return settledTop(page, next.top, rows) !== settledTop(page, overlay.top, rows);
}

/** The keys that matter most here, as many as there is room for. */
export function keysLine(session: Session, state: State, columns: number): Line {
  return [text(' '), ...keysShown(session, state, columns).flatMap(({ spans }) => spans)];
}

/** The key that is named at a column of that line; null where none is. */
export function keyAt(
  session: Session,
  state: State,
  columns: number,
  column: number,
): Binding | null {
  let left = 1;
  for (const { binding, spans } of keysShown(session, state, columns)) {
    if (column >= left && column < left + lineWidth(spans.slice(0, NAMED))) return binding;
    left += lineWidth(spans);
  }
  return null;
}

/** What the keys in that line do, in its order. */
export function keysNamed(session: Session, state: State, columns: number): Binding[] {
  return keysShown(session, state, columns).map(({ binding }) => binding);
}

/** What names a key in that line: the key, and what it does; what is behind them parts it from the next. */
const NAMED = 2;

function keysShown(
  session: Session,
  state: State,
  columns: number,
): { readonly binding: Binding; readonly spans: Line }[] {
  const screen = screenOn(state);
  const signs = hasKeySigns(session.theme);
  const here = screen.keys.filter(
    (entry) =>
      rankOf(entry, state) > 0 &&
      obstacleTo(session, state, screen, entry) === null &&
      (entry.isMoving !== true || canMove(session, state, screen, entry)),
  );
  // The panes have their keys in the order of the day; over them, what one came for is first.
  const bindings =
    state.overlays.length === 0
      ? here
      : here.toSorted((a, b) => rankOf(a, state) - rankOf(b, state));
  const shown = bindings.map((entry) => ({
    binding: entry,
    rank: rankOf(entry, state),
    spans: [
      text(keyName(boundKeys(session.preferences, screen, entry)[0] ?? '', signs), 'title'),
      text(` ${labelOf(entry, state)}`, 'quiet'),
      text(session.theme.screenReader ? ', ' : '   '),
    ],
  }));
  let room = columns - 1;
  const kept = new Set<Line>();
  for (const { spans } of shown.toSorted((left, right) => left.rank - right.rank)) {
    room -= lineWidth(spans);
    if (room < 0) break;
    kept.add(spans);
  }
  const left = shown.filter(({ spans }) => kept.has(spans));
  return left.map(({ binding, spans }, index) => ({
    binding,
    spans: index === left.length - 1 ? spans.slice(0, NAMED) : spans,
  }));
}
