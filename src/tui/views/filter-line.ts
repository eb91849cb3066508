import { type Line, line, text } from '../../draw/line.ts';
import type { Session } from '../session.ts';
import type { Passing } from './filtered.ts';

/** The line in which the filter is typed, with how much it lets pass. */
export function filterLine(session: Session, filter: string, passing: Passing | null): Line {
  const cursorSign = session.theme.screenReader ? '' : '_';
  return filter === ''
    ? [text('  Type to filter: '), text(cursorSign)]
    : [
        ...line('  Type to filter: '),
        text(filter, 'strong'),
        text(cursorSign),
        ...countOf(passing),
      ];
}

function countOf(passing: Passing | null): Line {
  return passing === null ? [] : line(`  ${passing.found} of ${passing.all}`, 'quiet');
}
