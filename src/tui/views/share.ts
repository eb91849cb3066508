import { type Line, line, text } from '../line.ts';
import { commandLines } from '../model/command-lines.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';
import { TOUR } from '../model/tour.ts';
import { block, heading, page, type Page, paragraph } from './page.ts';

/** What is on screen as command lines, and a branch as a token: to be copied. */
export function sharePage(
  session: Session,
  state: State,
  { token }: { token: string | null },
  columns: number,
): Page {
  const lines: Line[] = commandLines(session, state).flatMap(({ about, line: command }) => [
    heading(about),
    // Copied from the screen, a broken line is still one command: the shell joins it at the blanks.
    ...block([text(command, 'title')], columns, 2, 0),
    [],
  ]);
  if (state.branches.includes(state.scenario)) {
    lines.push(heading('The branch as a token: play and open take it'));
    lines.push(
      ...(token === null
        ? [line('  one moment ...', 'quiet')]
        : paragraph(token, columns, 2, 'title')),
    );
    lines.push([], ...paragraph('S saves the branch as a file.', columns, 0, 'quiet'));
  }
  return page(lines);
}

/** One card of the tour. */
export function tourPage({ card }: { card: number }, columns: number): Page {
  const shown = TOUR[card];
  if (shown === undefined) return page([]);
  const room = Math.min(columns, 76);
  return page([
    ...block(
      [text(shown.title, 'title'), text(`   ${card + 1} of ${TOUR.length}`, 'quiet')],
      room,
      2,
    ),
    [],
    ...shown.text.flatMap((said) => [...paragraph(said, room, 2), []]),
    ...paragraph(
      card + 1 < TOUR.length ? 'Right: next card. Esc: leave the tour.' : 'Right: begin.',
      room,
      2,
      'quiet',
    ),
  ]);
}
