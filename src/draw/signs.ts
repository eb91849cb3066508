import type { ConditionStatus } from '../model/condition-status.ts';
import type { Basis } from '../model/shapes/scenario.ts';
import type { Overall } from '../model/standing.ts';
import { MARK_TONES, VERDICT_TONES } from '../explain/tones.ts';
import { CONDITION_WORDS } from '../explain/words.ts';
import { type Span, text, type Tone } from './line.ts';
import type { Mark } from '../explain/mark.ts';
import type { Sign } from '../explain/document.ts';
import type { Glyphs, Theme } from './theme.ts';

const CONDITION_TONES: Readonly<Record<ConditionStatus['status'], Tone>> = {
  met: 'good',
  unmet: 'bad',
  unknown: 'unsure',
  waived: 'unsure',
};

const VERDICT_GLYPHS: Readonly<Record<Overall, keyof Glyphs>> = {
  open: 'met',
  passed: 'here',
  closed: 'unmet',
  unknown: 'unknown',
  unstated: 'unstated',
  contested: 'contested',
};

/** A sign for how a condition stands; a screen reader gets its word instead. */
export function conditionSign(theme: Theme, status: ConditionStatus['status']): Span {
  const words = theme.screenReader ? CONDITION_WORDS[status].word : theme.glyphs[status];
  return text(words, CONDITION_TONES[status]);
}

/** A sign for a verdict; nothing for a screen reader, since its word is always beside it. */
export function verdictSign(theme: Theme, verdict: Overall): Span {
  return text(...signOf(theme, verdict));
}

/** The sign and the tone for how something stands; no sign for a screen reader, since its word is always beside it. */
export function signOf(theme: Theme, sign: Sign): readonly [mark: string, tone: Tone] {
  const [glyph, tone]: readonly [keyof Glyphs, Tone] =
    sign in VERDICT_GLYPHS
      ? [VERDICT_GLYPHS[sign as Overall], VERDICT_TONES[sign as Overall]]
      : sign === 'waived'
        ? ['waived', CONDITION_TONES.waived]
        : [sign as Mark, MARK_TONES[sign as Mark]];
  return [theme.screenReader ? '' : theme.glyphs[glyph], tone];
}

/** A sign for what a reading makes of a step; its word is always beside it. */
export function outcomeSign(theme: Theme, mark: Mark): Span {
  return text(theme.screenReader ? '' : theme.glyphs[mark], MARK_TONES[mark]);
}

/** Signs that answers begin a line with, as this screen draws them. */
export function signed(theme: Theme, words: string): Span[] {
  for (const [status, { mark }] of Object.entries(CONDITION_WORDS)) {
    if (!words.startsWith(`${mark} `)) continue;
    const rest = text(words.slice(mark.length));
    return theme.screenReader
      ? [text(words.slice(mark.length + 1))]
      : [conditionSign(theme, status as ConditionStatus['status']), rest];
  }
  return [text(words)];
}

const NO_LEVEL = '   ';

/** The implementation level as a bar of three, or in words. */
export function levelBar(theme: Theme, level: number | null): string {
  if (theme.screenReader)
    return level === null ? 'level not known or not coded' : `level ${level} of 3`;
  if (level === null) return NO_LEVEL;
  return theme.glyphs.full.repeat(level) + theme.glyphs.empty.repeat(3 - level);
}

/** Sourced, derived or assumed in one letter, where a row has no room for the word; nothing where there is no basis. */
export function basisLetter(theme: Theme, basis: Basis | null): string {
  if (basis === null) return theme.screenReader ? 'no source counts' : ' ';
  return theme.screenReader ? basis : basis.charAt(0);
}
