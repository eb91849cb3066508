/** Control characters but line breaks, halves of surrogate pairs, and what turns the direction of text. */
const BAD = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u;

/** The first character that no text for people needs, as `U+202E`; null where there is none. */
export function badCharacterIn(text: string): string | null {
  const found = BAD.exec(text)?.[0].codePointAt(0);
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
}
