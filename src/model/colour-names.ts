/** The sets of colours that there are. */
export const PALETTES = ['default', 'colour-blind', 'none'] as const;
export type PaletteName = (typeof PALETTES)[number];

/** What can have a colour of its own. */
export type Coloured = 'title' | 'good' | 'bad' | 'unsure' | 'contested' | 'changed';

/** The colours that every terminal has, in the order of their numbers; each has a bright one beside it. */
export const COLOUR_NAMES = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
] as const;
