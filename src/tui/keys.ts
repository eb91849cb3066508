import { graphemes } from '../draw/line.ts';
import { isKittyKey, isKittyReply, kittyKeys } from './kitty.ts';
import { isMouseReport, mouseOf } from './mouse.ts';

/**
 * A key: a name of two or more letters (`left`, `enter`, `ctrl+c`), or the text that was typed, one
 * user-perceived character. No character is spelt like a name, so the two never meet. What was pasted in one go is
 * one key as well, see {@link pastedText}; so is what is done with the mouse, see {@link mouseOf}, and what the terminal
 * says of its keyboard, see {@link isKittyReply}. Where it says so, a key knows its place as well: see {@link placesOf}.
 */
export type Key = string;

const CONTROL: Readonly<Record<string, Key>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
};

const SEQUENCES: Readonly<Record<string, Key>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'backTab',
  '1~': 'home',
  '7~': 'home',
  '4~': 'end',
  '8~': 'end',
  '3~': 'delete',
  P: 'f1',
  '11~': 'f1',
  '5~': 'pageUp',
  '6~': 'pageDown',
};

/** What terminals without mode 1006 tell of the mouse in three characters of their own. */
// oxlint-disable-next-line no-control-regex
const OLD_MOUSE = /^\x1b\[M[^]{3}/;
/** A sequence from CSI (`ESC [`) or SS3 (`ESC O`) up to its last byte. */
// oxlint-disable-next-line no-control-regex
const SEQUENCE = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/;
// oxlint-disable-next-line no-control-regex
const UNFINISHED = /^\x1b(?:\[[0-?]*[ -/]*|O|\[M[^]{0,2})?$/;
/** Nothing waits for longer than this for the rest of a sequence. */
const LONGEST_SEQUENCE = 64;

/** A string from OSC, DCS, SOS, PM or APC up to its end: what a terminal answers with (ECMA-48, 5.6). */
// oxlint-disable-next-line no-control-regex
const STRING = /^\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)/;
// oxlint-disable-next-line no-control-regex
const UNFINISHED_STRING = /^\x1b[\]PX^_][^\x07\x1b]*\x1b?$/;
const LONGEST_STRING = 4096;

/** What a terminal puts around what is pasted (XTerm's bracketed paste mode). */
const PASTE = { on: '\x1b[200~', off: '\x1b[201~' };
/** As much of a paste is kept; nothing that is typed here is longer. */
const LONGEST_PASTE = 64 * 1024;

/** What was pasted, where a key stands for that; null for a key that was pressed. */
export function pastedText(key: Key): string | null {
  return key.startsWith(PASTE.on) ? key.slice(PASTE.on.length) : null;
}

/** Keys read from a chunk, and what of it may be the beginning of one more. */
export interface Reading {
  readonly keys: readonly Key[];
  readonly rest: string;
}

/**
 * Splits what a terminal sent into keys: several in one chunk, and one over several chunks. A sequence that
 * is none of ours is dropped whole, so that its letters are not taken for keys.
 *
 * @param rest what the last chunk left over; a lone escape waits there for what may follow it
 */
export function readKeys(rest: string, chunk: string): Reading {
  const keys: Key[] = [];
  let left = rest + chunk;
  while (left !== '') {
    if (left.startsWith(PASTE.on)) {
      const end = left.indexOf(PASTE.off);
      if (end < 0 && left.length < LONGEST_PASTE) return { keys, rest: left };
      keys.push(left.slice(0, end < 0 ? LONGEST_PASTE : end));
      left = end < 0 ? '' : left.slice(end + PASTE.off.length);
      continue;
    }
    if (left.startsWith('\x1b')) {
      const sequence = sequenceIn(left);
      if (sequence !== undefined && !UNFINISHED.test(left)) {
        keys.push(...keysOf(sequence));
        left = left.slice(sequence.length);
      } else if (
        (UNFINISHED.test(left) && left.length < LONGEST_SEQUENCE) ||
        (UNFINISHED_STRING.test(left) && left.length < LONGEST_STRING)
      ) {
        return { keys, rest: left };
      } else {
        keys.push('escape');
        left = left.slice(1);
      }
      continue;
    }
    const end = left.search(/\p{Cc}/u);
    if (end === 0) {
      const code = left.charCodeAt(0);
      const key =
        CONTROL[left[0] ?? ''] ?? (code < 27 ? `ctrl+${String.fromCharCode(code + 96)}` : null);
      if (key !== null) keys.push(key);
      left = left.slice(1);
    } else {
      keys.push(...graphemes(end < 0 ? left : left.slice(0, end)));
      left = end < 0 ? '' : left.slice(end);
    }
  }
  return { keys, rest: '' };
}

/**
 * What an unfinished sequence comes to when nothing follows it: a lone escape is the escape key, a paste what was pasted
 * so far; what has gone on any further is no key.
 */
export function flushKeys(rest: string): readonly Key[] {
  if (rest.startsWith(PASTE.on)) return [rest];
  return rest === '\x1b' ? ['escape'] : [];
}

/** Whether a text is one whole sequence, of a key or of a terminal's answer. */
export function isSequence(text: string): boolean {
  return sequenceIn(text) === text;
}

/** Whether a text is the whole sequence of a key, of the mouse, or of a reply that is asked for. */
export function isKnownSequence(text: string): boolean {
  return isSequence(text) && (keysOf(text).length > 0 || isMouseReport(text) || isKittyKey(text));
}

/** The sequence that a text begins with. */
function sequenceIn(text: string): string | undefined {
  return (OLD_MOUSE.exec(text) ?? SEQUENCE.exec(text) ?? STRING.exec(text))?.[0];
}

/** Whether a key types something, rather than naming one. */
export function isText(key: Key): boolean {
  return graphemes(key).length === 1 && !/^\p{Cc}$/u.test(key);
}

/** What a sequence stands for: nothing where it is none of ours. */
function keysOf(sequence: string): readonly Key[] {
  if (isKittyKey(sequence)) return kittyKeys(sequence);
  // It is no key, but whoever asked must hear of it.
  if (isKittyReply(sequence)) return [sequence];
  const key = named(sequence);
  return key === null ? [] : [key];
}

/** Modifiers (`1;2C`) are dropped: a shifted arrow is still an arrow. */
function named(sequence: string): Key | null {
  // oxlint-disable-next-line no-control-regex
  if (!/^\x1b[[O]/.test(sequence)) return null;
  if (isMouseReport(sequence)) return mouseOf(sequence) === null ? null : sequence;
  const body = sequence
    .slice(2)
    .replace(/^1?(?:;\d+)(?=[A-Z]$)/, '')
    .replace(/;\d+(?=~$)/, '');
  return SEQUENCES[body] ?? null;
}
