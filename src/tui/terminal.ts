import type { ReadStream, WriteStream } from 'node:tty';
import { KITTY_OFF, KITTY_ON, KITTY_QUERY } from './kitty.ts';
import { MOUSE_OFF, MOUSE_ON } from './mouse.ts';

const ALTERNATE_ON = '\x1b[?1049h';
const ALTERNATE_OFF = '\x1b[?1049l';
const CURSOR_OFF = '\x1b[?25l';
const CURSOR_ON = '\x1b[?25h';
/** Tells what is pasted from what is typed. */
const PASTE_ON = '\x1b[?2004h';
const PASTE_OFF = '\x1b[?2004l';
const CLEAR = '\x1b[2J\x1b[H';
const HOME = '\x1b[H';
const ERASE_LINE = '\x1b[2K';
const ERASE_BELOW = '\x1b[J';
const ERASE_SCROLLBACK = '\x1b[3J';
/** Between these a terminal that knows them shows nothing: the frame appears in one go. */
const IN_ONE_GO = { on: '\x1b[?2026h', off: '\x1b[?2026l' };
const ATTRIBUTES_OFF = '\x1b[0m';

/** What Ink writes before a frame to erase the one before it. */
// oxlint-disable-next-line no-control-regex
const ERASED_LINES = /^(?:\x1b\[2K\x1b\[1A)*\x1b\[2K\x1b\[G/;

/** The terminal while it is ours: the other screen, keys as they are pressed, no cursor. */
export interface Terminal {
  /** What Ink draws on. Nothing is drawn while the terminal is not ours. */
  readonly canvas: WriteStream;
  readonly isOurs: boolean;
  /** Takes the terminal, or takes it back. Doing so twice does no more. */
  enter(): void;
  /** Listens to the mouse, or no longer does, from the next taking on at the latest. */
  mouse(isOn: boolean): void;
  /** Has it tell where keys lie, as it says that it can; until it is left. */
  tellPlaces(): void;
  /** Leaves it as it was found. Doing so twice does no more, and never throws. */
  leave(): void;
  /** Draws lines from the top on, before Ink does; nothing for screen readers, who get what Ink makes for them. */
  paint(lines: readonly string[]): void;
  /** Draws the last frame once more, on a clear screen. */
  repaint(): void;
  /** Puts a text on the clipboard (XTerm's OSC 52), where the terminal lets programs do that. */
  copy(text: string): void;
}

/**
 * @param linear for screen readers: Ink's output stays as it is, and so does the cursor
 */
export function makeTerminal(stdin: ReadStream, stdout: WriteStream, linear: boolean): Terminal {
  let isOurs = false;
  let hasMouse = false;
  let tellsPlaces = false;
  let frame = '';
  /** Whether the screen has a frame that Ink knows nothing of, and would draw below. */
  let isPainted = false;

  const write = (chunk: unknown, ...rest: unknown[]): boolean => {
    if (!isOurs || typeof chunk !== 'string') return send(stdout, '', rest);
    // The scrollback is the user's; Ink would clear it whenever the terminal shrinks.
    const kept = chunk.replaceAll(ERASE_SCROLLBACK, '');
    const isFrame = kept.includes('\n');
    const placed = isFrame && isPainted ? inPlace(kept) : paintedInPlace(kept);
    const painted = linear ? kept : IN_ONE_GO.on + placed + IN_ONE_GO.off;
    if (isFrame) {
      frame = painted;
      isPainted = false;
    }
    return send(stdout, painted, rest);
  };

  return {
    canvas: new Proxy(stdout, {
      get(target, property) {
        if (property === 'write') return write;
        // Told that this is no terminal, Ink leaves the cursor alone, which is ours to hide and to bring back.
        if (property === 'isTTY') return false;
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    get isOurs() {
      return isOurs;
    },
    enter() {
      if (isOurs) return;
      isOurs = true;
      stdin.setRawMode(true);
      const query = linear ? '' : KITTY_QUERY;
      stdout.write(ALTERNATE_ON + PASTE_ON + query + CLEAR + (linear ? '' : CURSOR_OFF));
      if (hasMouse) stdout.write(MOUSE_ON);
    },
    tellPlaces() {
      if (!isOurs || tellsPlaces) return;
      tellsPlaces = true;
      stdout.write(KITTY_ON);
    },
    mouse(isOn) {
      if (isOurs && isOn !== hasMouse) stdout.write(isOn ? MOUSE_ON : MOUSE_OFF);
      hasMouse = isOn;
    },
    leave() {
      if (!isOurs) return;
      isOurs = false;
      const modes = (tellsPlaces ? KITTY_OFF : '') + (hasMouse ? MOUSE_OFF : '');
      tellsPlaces = false;
      try {
        stdout.write(ATTRIBUTES_OFF + modes + PASTE_OFF + CURSOR_ON + ALTERNATE_OFF);
      } catch {
        // The terminal may be gone, and then there is nothing to restore.
      }
      try {
        stdin.setRawMode(false);
      } catch {
        // As above.
      }
    },
    paint(lines) {
      if (linear) return;
      isPainted = true;
      frame = IN_ONE_GO.on + inPlace([...lines, ''].join('\n')) + IN_ONE_GO.off;
      stdout.write(frame);
    },
    repaint() {
      stdout.write(CLEAR + frame);
    },
    copy(text) {
      stdout.write(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
    },
  };
}

function send(stdout: WriteStream, chunk: unknown, rest: unknown[]): boolean {
  return Reflect.apply(stdout.write, stdout, [chunk, ...rest]) as boolean;
}

/**
 * Ink erases the frame line by line and then draws the next one, which flickers, and trusts the cursor to be where
 * it left it, which a resize breaks. A frame fills the screen, so each line can be replaced in its place.
 */
export function paintedInPlace(chunk: string): string {
  const erased = ERASED_LINES.exec(chunk)?.[0];
  return erased === undefined ? chunk : inPlace(chunk.slice(erased.length));
}

/** A frame's lines in the place of what stands on the screen. */
function inPlace(frame: string): string {
  const lines = frame.split('\n');
  // What is below the last line is erased from the one after it: at the end of a full line that would take its end away.
  if (lines.at(-1) !== '') lines.push('');
  return HOME + lines.map((line) => ERASE_LINE + line).join('\n') + ERASE_BELOW;
}
