import { composed, type Figure, fitted, textWidth } from './figure.ts';

const EDGE = 16;
const LINE = 20;
const TITLE = 15;
const TEXT = 12;

/** How high the heading of a picture with so many lines is. */
export function headingHeight(lines: number): number {
  return lines * LINE + EDGE;
}

/** What a picture is of, in lines, the first of them larger. */
export function headingFigure(said: readonly string[], width: number): Figure {
  return {
    width,
    height: headingHeight(said.length),
    shapes: said.map((text, index) => {
      const size = index === 0 ? TITLE : TEXT;
      return {
        kind: 'label',
        x: 0,
        y: 18 + index * LINE,
        text: fitted(text, width, size),
        ink: index === 0 ? 'ink' : 'quiet',
        size,
        isStrong: index === 0,
      };
    }),
  };
}

/** A figure as a picture by itself: what it is of above it, and below it what its signs mean. */
export function headed(said: readonly string[], figure: Figure, below: readonly string[]): Figure {
  const wide = Math.max(...said.map((text, index) => textWidth(text, index === 0 ? TITLE : TEXT)));
  // A small graph has room for its heading, as far as that is no wider than a page.
  const width = Math.max(figure.width, Math.min(wide * 1.15, 640), 240);
  const heading = headingFigure(said, width);
  const notes: Figure = {
    width,
    height: below.length * LINE,
    shapes: below.map((text, index) => ({
      kind: 'label',
      x: 0,
      y: 14 + index * LINE,
      text: fitted(text, width, TEXT),
      ink: 'quiet',
      size: TEXT,
    })),
  };
  const top = EDGE + heading.height;
  return composed(width + 2 * EDGE, top + figure.height + notes.height + EDGE, [
    { x: EDGE, y: EDGE, figure: heading },
    { x: EDGE + (width - figure.width) / 2, y: top, figure },
    { x: EDGE, y: top + figure.height, figure: notes },
  ]);
}
