import { nothingPublishedText } from '../../explain/moment-text.ts';
import { gateText } from '../../explain/check-text.ts';
import { inBrief } from '../../explain/document.ts';
import { blockLines, withoutHead } from '../../draw/lines.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { boardOf, type Session } from '../session.ts';
import type { State } from '../state.ts';
import { page, type Page } from './page.ts';

/** The gate board: the answer to how the gate stands, in brief. */
export function gatePage(session: Session, state: State, columns: number): Page {
  const standing = boardOf(session, state);
  if (standing === null) return page(paragraph('This agreement has no gates.', columns));
  const [head, ...blocks] = withoutHead(inBrief(gateText(standing, { verbose: false })));
  const kept = 'Kept on the board; Esc lets it follow the steps again.';
  const more = 'a says who could change what, and what everything rests on.';
  return page([
    ...blockLines(session.theme, head === undefined ? [] : [head], columns),
    ...(state.gate === null ? [] : paragraph(kept, columns, 0, 'quiet')),
    ...blockLines(session.theme, blocks, columns),
    ...(nothingPublishedText(standing.moment) === ''
      ? [[], ...paragraph(more, columns, 0, 'quiet')]
      : []),
  ]);
}
