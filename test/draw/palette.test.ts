import { describe, expect, it } from 'vitest';
import { text } from '../../src/draw/line.ts';
import { colourDepthOf, paletteOf } from '../../src/draw/palette.ts';
import { makeTheme, paint } from '../../src/draw/theme.ts';

type Rgb = readonly [number, number, number];

/** The colour that a code of any depth but sixteen switches on. */
function rgbOf(code: string | null): Rgb {
  const [, , ...parts] = (code ?? '').split(';').map(Number);
  const [red = 0, green = 0, blue = 0] = parts;
  return [red, green, blue];
}

const linear = (part: number) =>
  part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4;

/** WCAG 2.2: how much brighter one colour is than another. */
function contrast(one: Rgb, other: Rgb): number {
  const of = (rgb: Rgb) => {
    const [red = 0, green = 0, blue = 0] = rgb.map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [of(one), of(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** What is seen without the red or the green cones (Machado, Oliveira and Fernandes, 2009, severity 1). */
const SEEN_WITHOUT = {
  red: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  green: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const;

function apart(one: Rgb, other: Rgb, by: keyof typeof SEEN_WITHOUT): number {
  const seen = (rgb: Rgb) =>
    SEEN_WITHOUT[by].map((row) =>
      row.reduce((sum, part, at) => sum + part * linear(rgb[at] ?? 0), 0),
    );
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)));
}

const STATES = ['good', 'bad', 'unsure', 'contested'] as const;

describe('the colours for those who see no red or no green', () => {
  const palette = paletteOf('colour-blind', {}, 'any');

  it.each(['red', 'green'] as const)('are told apart without %s', (by) => {
    for (const [index, one] of STATES.entries())
      for (const other of STATES.slice(index + 1))
        expect([one, other, apart(rgbOf(palette[one]), rgbOf(palette[other]), by) > 0.1]).toEqual([
          one,
          other,
          true,
        ]);
  });

  it('are read on black and on white', () => {
    for (const state of STATES)
      for (const ground of [
        [0, 0, 0],
        [255, 255, 255],
      ] as const)
        expect(contrast(rgbOf(palette[state]), ground)).toBeGreaterThan(3);
  });

  it('are none of green and red where there are sixteen', () => {
    const sixteen = paletteOf('colour-blind', {}, 16);
    for (const code of Object.values(sixteen)) expect(['31', '32', '91', '92']).not.toContain(code);
    expect(sixteen.good).not.toBe(sixteen.bad);
  });
});

describe('a palette', () => {
  it('is the sixteen colours of the terminal unless another is asked for', () => {
    for (const depth of [16, 256, 'any'] as const)
      expect(paletteOf('default', {}, depth)).toEqual({
        title: '36',
        good: '32',
        bad: '31',
        unsure: '33',
        contested: '35',
        changed: '36',
      });
  });

  it('takes single colours as they are written, as near as the terminal has them', () => {
    const good = (written: string | number, depth: 16 | 256 | 'any') =>
      paletteOf('default', { good: written }, depth).good;
    expect(good('bright-blue', 'any')).toBe('94');
    expect(good('none', 'any')).toBeNull();
    expect(good(208, 256)).toBe('38;5;208');
    expect(good(9, 256)).toBe('91');
    expect(good(196, 16)).toBe('91');
    expect(good('#d55e00', 'any')).toBe('38;2;213;94;0');
    expect(good('#d55e00', 256)).toBe('38;5;166');
    expect(good('#ff0000', 16)).toBe('91');
  });

  it('dresses what is drawn, and nothing where there is no colour or a screen reader', () => {
    const look = { ascii: false, screenReader: false };
    const palette = paletteOf('colour-blind', {}, 256);
    const words = [text('met', 'good'), text('two', 'contested')];
    expect(paint(makeTheme({ ...look, color: true, palette }), words)).toBe(
      '\x1b[38;5;25mmet\x1b[39m\x1b[1m\x1b[38;5;175mtwo\x1b[22m\x1b[39m',
    );
    expect(paint(makeTheme({ ...look, color: false, palette }), words)).toBe(
      'met\x1b[1mtwo\x1b[22m',
    );
    expect(paint(makeTheme({ ...look, color: true, screenReader: true, palette }), words)).toBe(
      'mettwo',
    );
  });

  it('is as rich as the environment says', () => {
    expect(colourDepthOf({ TERM: 'xterm' })).toBe(16);
    expect(colourDepthOf({})).toBe(16);
    expect(colourDepthOf({ TERM: 'xterm-256color' })).toBe(256);
    expect(colourDepthOf({ TERM: 'xterm-256color', COLORTERM: 'truecolor' })).toBe('any');
  });
});
