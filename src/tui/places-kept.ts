import type { Line } from '../draw/line.ts';
import { layoutOf, type Layout, textColumns } from './layout.ts';
import { overlayPage } from './pages.ts';
import { panePage } from './screens/pane-page.ts';
import type { Session } from './session.ts';
import { type Overlay, PANES, type Pane, type State } from './state.ts';

/**
 * The state with every window on what was read in it, where lines have become longer or shorter: by another size of the
 * terminal, by a pane on the whole screen, or beside others again. A size that is too small for any is passed over.
 */
export function withPlacesKept(session: Session, earlier: State, later: State): State {
  const layout = ({ size, focus, zoomed }: State) => layoutOf(size, session.theme, focus, zoomed);
  const to = layout(later);
  if (to === null) return later;
  const before = earlier.size === earlier.readAt ? earlier : { ...earlier, size: earlier.readAt };
  const after = later.size === later.readAt ? later : { ...later, readAt: later.size };
  const isSame =
    before.size === after.size && before.zoomed === after.zoomed && before.focus === after.focus;
  const from = layout(before);
  if (isSame || from === null) return after;
  const tops: Record<Pane, number> = { ...after.tops };
  for (const pane of PANES) {
    const [was, is] = [widthOf(from, pane), widthOf(to, pane)];
    if (was === null || is === null || was === is || tops[pane] === 0) continue;
    tops[pane] = sameText(
      panePage(session, before, pane, was).lines,
      panePage(session, after, pane, is).lines,
      tops[pane],
    );
  }
  const overlays = after.overlays.map((overlay, index): Overlay => {
    const same = before.overlays[index];
    if (same?.kind !== overlay.kind || !('top' in overlay) || overlay.top === 0) return overlay;
    const [was, is] = [overlayPage(session, before, same), overlayPage(session, after, overlay)];
    return was === null || is === null
      ? overlay
      : { ...overlay, top: sameText(was.lines, is.lines, overlay.top) };
  });
  return { ...after, tops, overlays };
}

/** How wide the text of a pane is; null where it is not on screen. */
function widthOf({ slots }: Layout, pane: Pane): number | null {
  const slot = slots.flat().find((one) => one.pane === pane);
  return slot === undefined ? null : textColumns(slot.width);
}

/**
 * The line that begins nearest to where another line began in the same text, which was broken otherwise; that line where
 * it is another text.
 */
function sameText(was: readonly Line[], is: readonly Line[], top: number): number {
  const [earlier, later] = [was, is].map(beginnings);
  const begins = earlier?.[top];
  if (begins === undefined || later === undefined || earlier?.at(-1) !== later.at(-1)) return top;
  let nearest = 0;
  for (const [index, at] of later.slice(0, is.length).entries())
    // A blank line begins where the one below it does, and that one is meant.
    if (Math.abs(at - begins) <= Math.abs((later[nearest] ?? 0) - begins)) nearest = index;
  return nearest;
}

/** How many letters stand before each line, and last how many there are: blanks, which come and go, do not count. */
function beginnings(lines: readonly Line[]): number[] {
  let letters = 0;
  const found = lines.map((line) => {
    const before = letters;
    for (const { text } of line) letters += text.replaceAll(/\s/g, '').length;
    return before;
  });
  return [...found, letters];
}
