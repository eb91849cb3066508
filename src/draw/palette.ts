import { COLOUR_NAMES, type Coloured, type PaletteName } from '../model/colour-names.ts';
import type { WrittenColour } from '../model/shapes/config-file.ts';

/** How many colours a terminal has. */
export type ColourDepth = 16 | 256 | 'any';

/** Codes that switch a colour on (ECMA-48, SGR), by what has it; null for the colour of the text around it. */
export type Palette = Readonly<Record<Coloured, string | null>>;

/** The terminal's own sixteen colours only, so that whoever chose them can read them. */
const DEFAULT: Readonly<Record<Coloured, WrittenColour>> = {
  title: 'cyan',
  good: 'green',
  bad: 'red',
  unsure: 'yellow',
  contested: 'magenta',
  changed: 'cyan',
};

/**
 * Colours that people who see no red or no green tell apart, too, by Okabe and Ito's set ("Color Universal Design", 2008):
 * those of it that are at least three times as bright or as dark as black and white (WCAG 2.2, 1.4.11).
 */
const COLOUR_BLIND: Readonly<Record<Coloured, WrittenColour>> = {
  title: 'none',
  good: '#0072b2',
  bad: '#d55e00',
  unsure: '#888888',
  contested: '#cc79a7',
  changed: '#009e73',
};
/** The same where there are sixteen colours: what is called yellow there is mostly a brown or an orange. */
const COLOUR_BLIND_OF_16: typeof COLOUR_BLIND = {
  title: 'none',
  good: 'bright-blue',
  bad: 'yellow',
  unsure: 'none',
  contested: 'magenta',
  changed: 'cyan',
};

/** The colours of a set, single ones put in place of its own. */
export function paletteOf(
  name: PaletteName,
  tones: Readonly<Partial<Record<Coloured, WrittenColour | undefined>>>,
  depth: ColourDepth,
): Palette {
  const set =
    name === 'colour-blind' ? (depth === 16 ? COLOUR_BLIND_OF_16 : COLOUR_BLIND) : DEFAULT;
  const code = (of: Coloured) => codeOf(tones[of] ?? set[of], depth);
  return {
    title: code('title'),
    good: code('good'),
    bad: code('bad'),
    unsure: code('unsure'),
    contested: code('contested'),
    changed: code('changed'),
  };
}

/** How many colours the terminal has, as its environment says. */
export function colourDepthOf(env: Readonly<Record<string, string | undefined>>): ColourDepth {
  const { COLORTERM: color = '', TERM: term = '' } = env;
  if (/^(?:truecolor|24bit)$/i.test(color) || term.endsWith('-direct')) return 'any';
  return term.includes('256') ? 256 : 16;
}

function codeOf(written: WrittenColour, depth: ColourDepth): string | null {
  if (written === 'none') return null;
  if (typeof written === 'number') {
    if (written < 16) return sixteenth(written);
    return depth === 16 ? sixteenth(nearest(BASE, rgbOf256(written))) : `38;5;${written}`;
  }
  if (written.startsWith('#')) {
    const rgb = rgbOf(written);
    if (depth === 'any') return `38;2;${rgb.join(';')}`;
    return depth === 256
      ? `38;5;${16 + nearest(CUBE_AND_GREYS, rgb)}`
      : sixteenth(nearest(BASE, rgb));
  }
  const [, bright, name] = /^(bright-)?(\w+)$/.exec(written) ?? [];
  const index = COLOUR_NAMES.findIndex((each) => each === name);
  return sixteenth(index + (bright === undefined ? 0 : 8));
}

function sixteenth(index: number): string {
  return String(index < 8 ? 30 + index : 82 + index);
}

type Rgb = readonly [red: number, green: number, blue: number];

function rgbOf(hex: string): Rgb {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

/** XTerm's 256 colours from 16 on: a cube of six levels each, then 24 greys. */
const LEVELS = [0, 95, 135, 175, 215, 255] as const;
const CUBE_AND_GREYS: readonly Rgb[] = [
  ...LEVELS.flatMap((red) =>
    LEVELS.flatMap((green) => LEVELS.map((blue): Rgb => [red, green, blue])),
  ),
  ...Array.from({ length: 24 }, (_, index): Rgb => {
    const grey = 8 + 10 * index;
    return [grey, grey, grey];
  }),
];

function rgbOf256(index: number): Rgb {
  return CUBE_AND_GREYS[index - 16] ?? [0, 0, 0];
}

/** XTerm's own sixteen colours. */
const BASE: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];

/** Index of the nearest of some colours. */
function nearest(colours: readonly Rgb[], [red, green, blue]: Rgb): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
