import { LINE_HEIGHT } from './figure-text.ts';
import type { Dashes, Ink, Label, Shape } from './figure.ts';
import type { Placed, PlacedArrow } from './graph-layout.ts';

/** From the top of a line to where its letters stand. */
const BASELINE = 13;
const TEXT = 13;

/** Lines of text below each other, around a middle. */
export function linesShapes(
  lines: readonly string[],
  x: number,
  top: number,
  how: Pick<Label, 'isStrong' | 'asks'> & { readonly ink?: Ink } = {},
): Shape[] {
  return lines.map((text, index) => ({
    kind: 'label',
    x,
    y: top + BASELINE + index * LINE_HEIGHT,
    text,
    size: TEXT,
    anchor: 'middle',
    ink: 'ink',
    ...how,
  }));
}

/** An arrow with its head. */
export function arrowShapes(
  { path, head }: Pick<PlacedArrow, 'path' | 'head'>,
  how: { readonly ink: Ink; readonly width: number; readonly dashes?: Dashes | undefined },
): Shape[] {
  const { ink, width, dashes } = how;
  return [
    {
      kind: 'path',
      x: 0,
      y: 0,
      d: path,
      fill: 'none',
      stroke: ink,
      strokeWidth: width,
      ...(dashes === undefined ? {} : { dashes }),
    },
    { kind: 'path', x: 0, y: 0, d: head, fill: ink },
  ];
}

/** What is said of an arrow stands on paper of its own, so that no line goes through it. */
export function paperShape({ x, y, width, height }: Placed): Shape {
  return { kind: 'box', x, y, width, height, radius: 3, fill: 'paper' };
}
