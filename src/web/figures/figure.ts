/** Colours that a figure is drawn in, by what they mean: tokens of style/tokens.css. */
export type Ink =
  | 'paper'
  | 'sheet'
  | 'ink'
  | 'quiet'
  | 'line'
  | 'accent'
  | 'on-accent'
  | 'good'
  | 'bad'
  | 'unsure'
  | 'contested'
  | 'changed'
  | 'wash-good'
  | 'wash-bad'
  | 'wash-unsure'
  | 'wash-contested'
  | `stage-${0 | 1 | 2 | 3}`
  | `on-stage-${0 | 1 | 2 | 3}`;

/** What a shape is filled with: one colour, or stripes of two. */
export type Fill = Ink | 'none' | readonly [Ink, Ink];

interface Part {
  /** What is said of it where it is pointed at. */
  readonly title?: string;
  /** What a click on it asks for, on a page: those that ask for the same stand next to each other. */
  readonly asks?: string;
}

/** How the strokes and the gaps of a dashed line follow each other. */
export type Dashes = keyof typeof DASHES;
export const DASHES = { dotted: '2 3', short: '3 2', long: '6 4' } as const;

interface Drawn extends Part {
  readonly fill: Fill;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly dashes?: Dashes;
}

export interface Box extends Drawn {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export interface Path extends Drawn {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  readonly d: string;
}

export interface Label extends Part {
  readonly kind: 'label';
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  readonly text: string;
  readonly ink: Ink;
  readonly size: number;
  readonly isStrong?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A rim in this colour, so that it can be read on stripes. */
  readonly rim?: Ink;
}

export type Shape = Box | Path | Label;

/** A drawing, as plain data: a page shows it and a file holds the same. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** A figure to be taken away by itself: with what it is of, and what it shows in words. */
export interface Picture {
  readonly figure: Figure;
  readonly title: string;
  readonly description: string;
}

/** A figure with others in places of its own. */
export function composed(
  width: number,
  height: number,
  parts: readonly { readonly x: number; readonly y: number; readonly figure: Figure }[],
): Figure {
  return {
    width,
    height,
    shapes: parts.flatMap(({ x, y, figure }) =>
      figure.shapes.map((shape) => ({ ...shape, x: shape.x + x, y: shape.y + y })),
    ),
  };
}

/** How much wider strong letters are. */
export const STRONG = 1.1;

/** As wide as a text will be, near enough to tell whether it fits: fonts differ from one machine to another. */
export function textWidth(text: string, size: number, isStrong = false): number {
  let width = 0;
  for (const sign of text)
    width += /[\u1100-\uFFEF\u{1F000}-\u{3FFFF}]/u.test(sign)
      ? 1
      : /[A-Z@%]/.test(sign)
        ? 0.68
        : 0.54;
  return width * size * (isStrong ? STRONG : 1);
}

/** A text cut to a width, with a mark that it was; empty where not even some letters fit. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, size) > width) break;
    kept += sign;
  }
  return kept.trimEnd().length < 3 ? '' : `${kept.trimEnd()}…`;
}

/** A text on two lines at most, cut where that is not enough. */
export function onTwoLines(text: string, width: number, size: number): string[] {
  if (textWidth(text, size) <= width) return [text];
  const words = text.split(' ');
  let count = 0;
  while (count < words.length - 1 && textWidth(words.slice(0, count + 1).join(' '), size) <= width)
    count += 1;
  if (count === 0) return [fitted(text, width, size)];
  return [words.slice(0, count).join(' '), fitted(words.slice(count).join(' '), width, size)];
}

/** The stripes that a figure is filled with, each pair once, and the name of each. */
export function stripesIn({ shapes }: Figure): ReadonlyMap<string, readonly [Ink, Ink]> {
  const found = new Map<string, readonly [Ink, Ink]>();
  for (const shape of shapes)
    if (shape.kind !== 'label' && typeof shape.fill !== 'string')
      found.set(stripesName(shape.fill), shape.fill);
  return found;
}

/** The name of a pair of stripes within one document. */
export function stripesName([under, over]: readonly [Ink, Ink]): string {
  return `stripes-${under}-${over}`;
}

/** The stripes themselves: a tile of so many pixels, with a line across. */
export const STRIPES = { tile: 8, d: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4', width: 3 } as const;
