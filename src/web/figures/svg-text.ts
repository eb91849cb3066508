import {
  type Figure,
  type Fill,
  type Ink,
  type Shape,
  STRIPES,
  stripesIn,
  stripesName,
} from './figure.ts';
import { escaped } from '../../draw/html.ts';

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/**
 * A figure as an SVG file: every colour written out, so that it needs no style sheet, and every text a text, whatever
 * signs it has.
 *
 * @param title what the figure is of
 * @param colour what each colour is on the page at the time
 */
export function svgText(figure: Figure, title: string, colour: (ink: Ink) => string): string {
  const { width, height, shapes } = figure;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${escaped(FONT)}">`,
    `<title>${escapedText(title)}</title>`,
    '<defs>',
    ...[...stripesIn(figure).values()].map(
      (pair) =>
        `<pattern id="${stripesName(pair)}" width="${STRIPES.tile}" height="${STRIPES.tile}" patternUnits="userSpaceOnUse"><rect width="${STRIPES.tile}" height="${STRIPES.tile}" fill="${colour(pair[0])}"/><path d="${STRIPES.d}" stroke="${colour(pair[1])}" stroke-width="${STRIPES.width}"/></pattern>`,
    ),
    '</defs>',
    `<rect width="100%" height="100%" fill="${colour('paper')}"/>`,
    ...shapes.map((shape) => shapeText(shape, colour)),
    '</svg>',
    '',
  ].join('\n');
}

function shapeText(shape: Shape, colour: (ink: Ink) => string): string {
  const title = shape.title === undefined ? '' : `<title>${escapedText(shape.title)}</title>`;
  const [x, y] = [round(shape.x), round(shape.y)];
  switch (shape.kind) {
    case 'box': {
      const { width, height, radius = 0 } = shape;
      return `<rect x="${x}" y="${y}" width="${round(width)}" height="${round(height)}" rx="${radius}" ${dress(shape, colour)}>${title}</rect>`;
    }
    case 'path':
      return `<path transform="translate(${x} ${y})" d="${escaped(shape.d)}" ${dress(shape, colour)}>${title}</path>`;
    case 'label': {
      const { ink, size, anchor = 'start', isStrong = false, rim, text } = shape;
      const edge =
        rim === undefined
          ? ''
          : ` stroke="${colour(rim)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
      const weight = isStrong ? ' font-weight="650"' : '';
      return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour(ink)}"${weight}${edge}>${title}${escapedText(text)}</text>`;
    }
  }
}

function dress(
  { fill, stroke, strokeWidth = 1, isDashed = false }: Exclude<Shape, { kind: 'label' }>,
  colour: (ink: Ink) => string,
): string {
  const edge =
    stroke === undefined ? '' : ` stroke="${colour(stroke)}" stroke-width="${strokeWidth}"`;
  return `fill="${filled(fill, colour)}"${edge}${isDashed ? ' stroke-dasharray="3 2"' : ''}`;
}

function filled(fill: Fill, colour: (ink: Ink) => string): string {
  if (fill === 'none') return 'none';
  return typeof fill === 'string' ? colour(fill) : `url(#${stripesName(fill)})`;
}

/** XML has no way to write most control characters: they are left out. */
function escapedText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return escaped(text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
