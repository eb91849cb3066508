/** Joiners shape Persian, Indic and emoji text and move nothing on a screen. */
const JOINERS = /^[\u200C\u200D]$/;

/** Control and formatting characters, line and paragraph separators, and halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Quoted input is cut to this many characters. */
const LONGEST_QUOTE = 60;

/**
 * Makes text from anywhere safe to print on one line: what could move the cursor, reorder the line or hide
 * is written out as an escape. Text in any script stays as it is. Showing text twice changes nothing more.
 */
export function show(text: string): string {
  return text.replaceAll(UNSAFE, (character) =>
    JOINERS.test(character) ? character : (NAMED[character] ?? escaped(character)),
  );
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}}`;
}

/** A value from a file as a message quotes it: text in quotes, safe and cut short; anything else by its kind. */
export function quote(value: unknown): string {
  if (typeof value === 'string')
    return `"${cut(show(value.slice(0, 4 * LONGEST_QUOTE)), LONGEST_QUOTE)}"`;
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys and values';
  return cut(show(String(value)), LONGEST_QUOTE);
}

/** Text of at most so many characters, an ellipsis in place of what is left out. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Of a megabyte only the beginning is taken apart; a character has two units at most.
  const characters = Array.from(text.slice(0, 2 * longest + 1));
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
