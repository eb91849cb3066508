import {
  DASHES,
  type Fill,
  type Ink,
  type Picture,
  type Shape,
  STRIPES,
  stripesIn,
  stripesName,
} from './figure.ts';
import { escaped } from '../../draw/html.ts';

/** No font is named that a machine may not have. */
const FONT = 'system-ui, sans-serif';

/**
 * A picture as an SVG file: every colour written out, so that it needs no style sheet, and every text a text, whatever
 * signs it has.
 *
 * @param colour what each colour is: as the page has it at the time, or the name of a token where there are tokens
 * @param own what the names in it begin with, so that several stand in one document
 */
export function svgText(
  { figure, title, description }: Picture,
  colour: (ink: Ink) => string,
  own = '',
): string {
  const { width, height, shapes } = figure;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${own}title" aria-describedby="${own}description" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="${FONT}">`,
    `<title id="${own}title">${escapedText(title)}</title>`,
    `<desc id="${own}description">${escapedText(description)}</desc>`,
    '<defs>',
    ...[...stripesIn(figure).values()].map(
      (pair) =>
        `<pattern id="${own}${stripesName(pair)}" width="${STRIPES.tile}" height="${STRIPES.tile}" patternUnits="userSpaceOnUse"><rect width="${STRIPES.tile}" height="${STRIPES.tile}" fill="${colour(pair[0])}"/><path d="${STRIPES.d}" stroke="${colour(pair[1])}" stroke-width="${STRIPES.width}"/></pattern>`,
    ),
    '</defs>',
    `<rect width="100%" height="100%" fill="${colour('paper')}"/>`,
    ...shapes.map((shape) => shapeText(shape, colour, own)),
    '</svg>',
    '',
  ].join('\n');
}

function shapeText(shape: Shape, colour: (ink: Ink) => string, own: string): string {
  const title = shape.title === undefined ? '' : `<title>${escapedText(shape.title)}</title>`;
  const [x, y] = [round(shape.x), round(shape.y)];
  switch (shape.kind) {
    case 'box': {
      const { width, height, radius = 0 } = shape;
      return `<rect x="${x}" y="${y}" width="${round(width)}" height="${round(height)}" rx="${radius}" ${dress(shape, colour, own)}>${title}</rect>`;
    }
    case 'path':
      return `<path transform="translate(${x} ${y})" d="${escaped(shape.d)}" ${dress(shape, colour, own)}>${title}</path>`;
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
  { fill, stroke, strokeWidth = 1, dashes }: Exclude<Shape, { kind: 'label' }>,
  colour: (ink: Ink) => string,
  own: string,
): string {
  const edge =
    stroke === undefined ? '' : ` stroke="${colour(stroke)}" stroke-width="${strokeWidth}"`;
  const dashed = dashes === undefined ? '' : ` stroke-dasharray="${DASHES[dashes]}"`;
  return `fill="${filled(fill, colour, own)}"${edge}${dashed}`;
}

function filled(fill: Fill, colour: (ink: Ink) => string, own: string): string {
  if (fill === 'none') return 'none';
  return typeof fill === 'string' ? colour(fill) : `url(#${own}${stripesName(fill)})`;
}

/** XML has no way to write most control characters: they are left out. */
function escapedText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return escaped(text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
