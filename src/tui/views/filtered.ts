import { type Line, plain } from '../../draw/line.ts';
import { matcher } from '../../explain/filter.ts';
import { paragraph } from '../../draw/paragraph.ts';
import { keySaid } from '../bound-keys.ts';
import type { Session } from '../session.ts';
import { type Page } from './page.ts';

/**
 * What of a page has all words of a filter in it: the passages between blank lines, so that what is found is not torn
 * from what it belongs to.
 */
export function filteredPage(session: Session, page: Page, filter: string, columns: number): Page {
  if (filter.trim() === '') return page;
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  for (const [first, passage] of passages(page.lines)) {
    if (!has(passage, filter)) continue;
    if (lines.length > 0) lines.push([]);
    const at = page.cursor?.[0] ?? -1;
    if (at >= first && at < first + passage.length) {
      const from = lines.length + at - first;
      cursor = [from, from + (page.cursor?.[1] ?? at) - at];
    }
    lines.push(...passage);
  }
  return lines.length === 0 ? nothingFound(session, filter, columns) : { lines, cursor };
}

/** What a pane says where nothing in it has what was typed. */
export function nothingFound(session: Session, filter: string, columns: number): Page {
  const said = `Nothing here has "${filter}" in it. ${keySaid(session, 'close', 'escape')} shows all again.`;
  return { lines: paragraph(said, columns, 0, 'quiet'), cursor: null };
}

/** How much a filter lets pass, and of how much. */
export interface Passing {
  readonly found: number;
  readonly all: number;
}

/** How many passages of a page have all words of a filter in them, and how many there are. */
export function passing({ lines }: Page, filter: string): Passing {
  const all = passages(lines);
  const found = all.filter(([, passage]) => has(passage, filter));
  return { found: found.length, all: all.length };
}

function has(passage: readonly Line[], filter: string): boolean {
  return matcher(filter)(passage.map(plain).join(' ').replaceAll(/\s+/g, ' '));
}

/** Runs of lines between blank ones, each with the index of its first. */
function passages(lines: readonly Line[]): [first: number, lines: Line[]][] {
  const found: [number, Line[]][] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.length === 0;
    const last = found.at(-1);
    if (!isBlank && open && last !== undefined) last[1].push(line);
    else if (!isBlank) found.push([index, [line]]);
    open = !isBlank;
  }
  return found;
}
