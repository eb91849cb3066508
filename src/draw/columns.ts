import { eastAsianWidth } from 'get-east-asian-width';

/** Letters, punctuation and lines that every terminal draws one column wide: nearly all of our text. */
const NARROW = /^[ -~\u00A0-\u02FF\u2010-\u2027\u2500-\u259F✓✗●○◐·…▮▯▸≠→←↑↓]*$/;

/** Whether a text is of characters that each stand for themselves and take one column: it has as many as it is long. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Two regional indicators are a flag. */
const FLAG = /^[\u{1F1E6}-\u{1F1FF}]{2}/u;

/**
 * Terminal columns that a text without escape sequences takes, grapheme by grapheme. The string-width package does the
 * same and more, but loading its table of emoji costs a start half as much again as Node itself; a test holds the two
 * against each other.
 */
export function columns(text: string): number {
  if (isNarrow(text)) return text.length;
  let sum = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    sum += widthOf(segment);
  }
  return sum;
}

function widthOf(segment: string): number {
  if (/^[\p{Mark}\p{Control}\p{Format}\p{Surrogate}]/u.test(segment)) return 0;
  if (segment.includes('\uFE0F') || FLAG.test(segment)) return 2;
  return eastAsianWidth(segment.codePointAt(0) ?? 0);
}
