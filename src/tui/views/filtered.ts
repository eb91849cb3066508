import { type Line, plain } from '../line.ts';
import type { Pane } from '../state.ts';
import { type Page, paragraph } from './page.ts';

/**
 * What of a page has all words of a filter in it: of the provisions the rows, of the other panes the passages between
 * blank lines, so that what is found is not torn from what it belongs to.
 */
export function filteredPage(page: Page, filter: string, pane: Pane, columns: number): Page {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return page;
  const lines: Line[] = [];
  let cursor: Page['cursor'] = null;
  for (const [first, passage] of passages(page.lines, pane)) {
    const text = passage.map(plain).join(' ').replaceAll(/\s+/g, ' ').toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    if (lines.length > 0 && pane !== 'provisions') lines.push([]);
    const at = page.cursor?.[0] ?? -1;
    if (at >= first && at < first + passage.length) {
      const from = lines.length + at - first;
      cursor = [from, from + (page.cursor?.[1] ?? at) - at];
    }
    lines.push(...passage);
  }
  if (lines.length === 0)
    return { lines: paragraph(`Nothing here has "${filter}" in it.`, columns, 0, 'quiet'), cursor };
  return { lines, cursor };
}

/** Runs of lines that belong together, each with the index of its first. */
function passages(lines: readonly Line[], pane: Pane): [first: number, lines: Line[]][] {
  const found: [number, Line[]][] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const isBlank = line.length === 0;
    // A provision's second line is set in, below its first.
    const isMore = pane === 'provisions' ? plain(line).startsWith('    ') : open;
    const last = found.at(-1);
    if (!isBlank && isMore && last !== undefined) last[1].push(line);
    else if (!isBlank) found.push([index, [line]]);
    open = !isBlank;
  }
  return found;
}
