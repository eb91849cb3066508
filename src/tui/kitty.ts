import { graphemes } from '../draw/line.ts';

/**
 * The keyboard protocol of kitty, https://sw.kovidgoyal.net/kitty/keyboard-protocol: where a terminal has it, it tells of a
 * key both what it types and where it lies.
 */
export const KITTY_QUERY = '\x1b[?u';
/** Keys apart from one another (1), where they lie (4), all of them (8), and what they type (16). */
export const KITTY_ON = '\x1b[>29u';
export const KITTY_OFF = '\x1b[<u';

// oxlint-disable-next-line no-control-regex
const REPLY = /^\x1b\[\?\d+u$/;
/** The key, shifted, and in its place on a Latin keyboard; what is held with it; what it types. */
// oxlint-disable-next-line no-control-regex
const KEY = /^\x1b\[(\d+)(?::(\d*))?(?::(\d*))?(?:;(\d*)(?::\d+)?)?(?:;([\d:]*))?u$/;

const SHIFT = 1;
const CONTROL = 4;
/** Alt, Super, Hyper and Meta. */
const OTHERS = 2 | 8 | 16 | 32;

/** Keys that have a name, by their numbers; those of the number pad as well. */
const NAMED: Readonly<Record<number, string>> = {
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57414: 'enter',
  57417: 'left',
  57418: 'right',
  57419: 'up',
  57420: 'down',
  57421: 'pageUp',
  57422: 'pageDown',
  57423: 'home',
  57424: 'end',
  57426: 'delete',
};
/** From here to there are keys that type nothing (Unicode's Private Use Area). */
const NO_CHARACTER = { from: 57344, to: 63743 };

/** What Control makes of letters, as terminals have it. */
const WITH_CONTROL: Readonly<Record<string, string>> = {
  h: 'backspace',
  i: 'tab',
  j: 'enter',
  m: 'enter',
  '[': 'escape',
};

/** What a Latin keyboard types with Shift (US). */
const SHIFTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...`1234567890-=[]\\;',./\``].map((key, at) => [key, [...'!@#$%^&*()_+{}|:"<>?~'][at] ?? key]),
);

/** Parts what a key types from what the key in its place types on a Latin keyboard. */
const PLACED = '\x1f';

/** Whether a terminal says that it has the protocol. */
export function isKittyReply(sequence: string): boolean {
  return REPLY.test(sequence);
}

/** Whether a sequence tells of a key in the protocol, be it of one that does nothing here. */
export function isKittyKey(sequence: string): boolean {
  return KEY.test(sequence);
}

/** What a key types, and what the key in its place types on a Latin keyboard; null where that is not told, or is the same. */
export function placesOf(key: string): { readonly own: string; readonly place: string | null } {
  const [own = key, place = null] = key.split(PLACED);
  return { own, place };
}

/** The keys that a sequence of the protocol stands for: one, or, for what is composed, one for each character. */
export function kittyKeys(sequence: string): readonly string[] {
  const [, code = '', shifted = '', base = '', held = '', typed = ''] = KEY.exec(sequence) ?? [];
  const modifiers = Math.max(0, Number(held) - 1);
  const number = Number(code);
  const name = NAMED[number];
  if (name !== undefined) return [name === 'tab' && modifiers & SHIFT ? 'backTab' : name];
  const own = characters(code);
  if ((modifiers & CONTROL) !== 0) return controlled(own, characters(base));
  const isShifted = (modifiers & SHIFT) !== 0;
  const text = characters(typed);
  if (text === '' && (modifiers & OTHERS) !== 0) return [];
  const said = text || (isShifted ? characters(shifted) || own.toUpperCase() : own);
  if (said === '' || isOutside(number, text)) return [];
  const all = graphemes(said);
  const [only = ''] = all;
  if (all.length !== 1 || base === '') return all;
  const place = isShifted ? withShift(characters(base)) : characters(base);
  // A Latin letter means itself, wherever it lies.
  return [place === only || /^\p{Script=Latin}$/u.test(only) ? only : only + PLACED + place];
}

function isOutside(number: number, text: string): boolean {
  return text === '' && number >= NO_CHARACTER.from && number <= NO_CHARACTER.to;
}

function controlled(own: string, base: string): readonly string[] {
  const letter = [own, base].find((each) => /^[a-z[]$/.test(each));
  if (letter === undefined) return [];
  const named = WITH_CONTROL[letter];
  return [named ?? `ctrl+${letter}`];
}

function withShift(character: string): string {
  return SHIFTED[character] ?? character.toUpperCase();
}

/** Code points, parted by colons, as text; what controls a terminal is left out. */
function characters(codes: string): string {
  return codes
    .split(':')
    .filter((code) => code !== '' && Number(code) > 0 && Number(code) <= 0x10ffff)
    .map((code) => String.fromCodePoint(Number(code)))
    .join('')
    .replaceAll(/\p{Cc}/gu, '');
}
