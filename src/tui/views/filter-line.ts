import { type Line, line, text } from '../../draw/line.ts';
import type { Session } from '../session.ts';

/** The line in which the filter is typed. */
export function filterLine(session: Session, filter: string): Line {
  const cursorSign = session.theme.screenReader ? '' : '_';
  return filter === ''
    ? [text('  Type to filter: '), text(cursorSign)]
    : [...line('  Type to filter: '), text(filter, 'strong'), text(cursorSign)];
}
