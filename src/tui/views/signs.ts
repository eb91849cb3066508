import type { Basis, Verdict } from '../../model/shapes/scenario.ts';
import { type Span, text, type Tone } from '../line.ts';
import type { CellMark } from '../model/gate-board.ts';
import type { OutcomeMark } from '../model/step-card.ts';
import type { Glyphs, Theme } from '../theme.ts';

export const CELL_WORDS: Readonly<Record<CellMark, string>> = {
  met: 'met',
  unmet: 'not met',
  unknown: 'not known',
  waived: 'waived',
  notAsked: 'not asked',
  unstated: 'no position stated',
  later: 'stated later',
};

const CELL_TONES: Readonly<Record<CellMark, Tone>> = {
  met: 'good',
  unmet: 'bad',
  unknown: 'unsure',
  waived: 'unsure',
  notAsked: 'quiet',
  unstated: 'quiet',
  later: 'quiet',
};

export const VERDICT_WORDS: Readonly<Record<Verdict | 'contested', string>> = {
  open: 'open',
  passed: 'passed',
  closed: 'closed',
  unknown: 'not known',
  unstated: 'no position stated',
  contested: 'CONTESTED',
};

/** A reading's verdict in words; where a refusal is reported, that nothing is stated is not that there is no position. */
export function verdictWords(verdict: Verdict, isRefusalReported: boolean): string {
  return verdict === 'unstated' && isRefusalReported
    ? 'no condition reported'
    : VERDICT_WORDS[verdict];
}

const VERDICT_SIGNS: Readonly<Record<Verdict | 'contested', readonly [keyof Glyphs, Tone]>> = {
  open: ['met', 'good'],
  passed: ['here', 'good'],
  closed: ['unmet', 'bad'],
  unknown: ['unknown', 'unsure'],
  unstated: ['unstated', 'quiet'],
  contested: ['contested', 'contested'],
};

/** A sign for a leaf under a reading; a screen reader gets its word instead. */
export function cellSign(theme: Theme, mark: CellMark): Span {
  return text(theme.screenReader ? CELL_WORDS[mark] : theme.glyphs[mark], CELL_TONES[mark]);
}

/** A sign for a verdict; nothing for a screen reader, since its word is always beside it. */
export function verdictSign(theme: Theme, verdict: Verdict | 'contested'): Span {
  const [glyph, tone] = VERDICT_SIGNS[verdict];
  return text(theme.screenReader ? '' : theme.glyphs[glyph], tone);
}

export function verdictTone(verdict: Verdict | 'contested'): Tone {
  return VERDICT_SIGNS[verdict][1];
}

/** A sign for what a reading makes of a step; its word is always beside it. */
export function outcomeSign(theme: Theme, mark: OutcomeMark): Span {
  return text(theme.screenReader ? '' : theme.glyphs[mark], CELL_TONES[mark]);
}

const NO_LEVEL = '   ';

/** The implementation level as a bar of three, or in words. */
export function levelBar(theme: Theme, level: number | null): string {
  if (theme.screenReader) return level === null ? 'level not known' : `level ${level} of 3`;
  if (level === null) return NO_LEVEL;
  return theme.glyphs.full.repeat(level) + theme.glyphs.empty.repeat(3 - level);
}

/** Sourced, derived or assumed in one letter, where a row has no room for the word. */
export function basisLetter(theme: Theme, basis: Basis): string {
  return theme.screenReader ? basis : basis.charAt(0);
}
