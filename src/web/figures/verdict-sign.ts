import { signOf } from '../../draw/signs.ts';
import { makeTheme } from '../../draw/theme.ts';
import { VERDICT_TONES } from '../../explain/tones.ts';
import { VERDICT_WORDS } from '../../explain/words.ts';
import type { Overall } from '../../model/standing.ts';
import type { Ink } from './figure.ts';

const THEME = makeTheme({ ascii: false, color: true, screenReader: false });

/** How a verdict is drawn: its sign, its word, and the colour of both. */
export function verdictSign(verdict: Overall): {
  readonly sign: string;
  readonly word: string;
  readonly ink: Ink;
} {
  const [sign] = signOf(THEME, verdict);
  const tone = VERDICT_TONES[verdict];
  const ink = tone === 'plain' || tone === 'strong' ? 'ink' : tone;
  return { sign, word: VERDICT_WORDS[verdict].word, ink };
}
