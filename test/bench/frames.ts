/**
 * Keystroke to finished frame, at 120x40 on the shipped scenario with the most steps, or, told `long`, on one of a
 * thousand: our own work (the state after the key, the frame, its lines painted), and the whole with Ink's drawing, into
 * a terminal that takes everything at once. Nothing is warmed up but as the program does it, since a user's first
 * keystroke counts as well. Prints one JSON object, of one process: see run-frames.mjs.
 */
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { tell } from '../../src/model/story.ts';
import { frameOf } from '../../src/tui/frame.ts';
import { flushKeys, readKeys } from '../../src/tui/keys.ts';
import { begin, reduce } from '../../src/tui/reduce.ts';
import { makeSession } from '../../src/tui/session.ts';
import { paint, makeTheme } from '../../src/draw/theme.ts';
import { openTerminal } from '../../src/tui/start.ts';
import { loadShipped } from '../shipped.ts';
import { longStory } from './long-story.ts';

const RIGHT = '\x1b[C';
const LEFT = '\x1b[D';
const END = '\x1b[F';
const DOWN = '\x1b[B';
const ESCAPE = '\x1b';

/** What people do, key by key. */
const JOURNEYS: Readonly<Record<string, readonly string[]>> = {
  'stepping through': Array.from({ length: 48 }, () => RIGHT),
  'readings and gates': [...'rrrrrrgjjjj', '\r', ...'[]]]]', 'v', 'v'],
  'the palette': [
    'w',
    ...'crossing',
    ...Array.from({ length: 8 }, () => '\x7f'),
    DOWN,
    DOWN,
    RIGHT,
    '\t',
    DOWN,
    '\t',
    DOWN,
    '\t',
  ],
  'branching and undoing': [
    'w',
    '\r',
    'w',
    DOWN,
    '\r',
    'w',
    '\r',
    'u',
    'u',
    'U',
    'U',
    'c',
    'u',
    'B',
    'H',
  ],
  comparing: ['d', '\r', DOWN, DOWN, DOWN],
  asking: ['a', 'p', 'C', 'W', 'e'],
  finding: [':', ...'way', '/', ...'force'],
  'the steps': ['L', DOWN, DOWN, DOWN],
  panes: ['\t', '\t', '\t', 'z', 'z', '1', 'j', 'j', 'j', '\r'],
};

/** The same in a scenario of a thousand steps, from its end back. */
const LONG_JOURNEYS: typeof JOURNEYS = {
  'to the end and back': [END, ...Array.from({ length: 48 }, () => LEFT)],
  ...JOURNEYS,
};

type Taken = { readonly ms: number; readonly what: string };

/** The shipped scenario with the most steps. */
function shippedStory() {
  const { agreement, scenarios } = loadShipped();
  const [largest] = [...scenarios.values()].toSorted(
    (left, right) => tell(right, scenarios).steps.length - tell(left, scenarios).steps.length,
  );
  return { agreement, scenarios, opens: largest?.id ?? '' };
}

const isLong = process.argv[2] === 'long';
const { agreement, scenarios, opens } = isLong ? longStory() : shippedStory();
const journeys = Object.entries(isLong ? LONG_JOURNEYS : JOURNEYS);

/** Our own work: the state after each key, and the painted lines of its frame. */
function ownWork(): Taken[] {
  const taken: Taken[] = [];
  const session = makeSession(
    agreement,
    makeTheme({ ascii: false, color: true, screenReader: false }),
  );
  let state = begin(session, scenarios, opens, { columns: 120, rows: 40 });
  const draw = () => {
    const { top, body, bottom } = frameOf(session, state);
    for (const line of [...top, ...body, ...bottom]) paint(session.theme, line);
  };
  // The first frame is there before any key is; it is measured with the start.
  draw();
  for (const [name, keys] of journeys) {
    for (const [index, typed] of [...keys, ESCAPE, ESCAPE, ESCAPE].entries()) {
      const start = performance.now();
      const { keys: read, rest } = readKeys('', typed);
      for (const key of [...read, ...flushKeys(rest)]) {
        state = reduce(session, state, { kind: 'key', key });
      }
      draw();
      taken.push({ ms: performance.now() - start, what: `${name}, key ${index + 1}` });
    }
  }
  return taken;
}

const own = ownWork();

const stdin = new PassThrough() as PassThrough & ReadStream;
const stdout = new PassThrough() as PassThrough & WriteStream;
Object.assign(stdin, {
  isTTY: true,
  setRawMode: () => stdin,
  ref: () => stdin,
  unref: () => stdin,
});
Object.assign(stdout, { isTTY: true, columns: 120, rows: 40 });
let frames = 0;
stdout.on('data', () => (frames += 1));

const over = openTerminal(
  { agreement, scenarios, opens },
  { scenario: opens, ascii: false, color: true },
  { stdin, stdout, env: {} },
);
// Ink is loaded by then, so that all keys are drawn by it, and what is done ahead has been done: the first key is that
// of somebody who has looked at the first frame for as long.
await new Promise((resolve) => setTimeout(resolve, 2000));

let drawn = 0;
const taken: Taken[] = [];
for (const [name, keys] of journeys) {
  for (const [index, key] of keys.entries()) {
    const before = frames;
    const start = performance.now();
    stdin.emit('data', key);
    const ms = performance.now() - start;
    taken.push({ ms, what: `${name}, key ${index + 1}` });
    // Frames are written within the keystroke; let what was asked for in the background come in.
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (frames > before) drawn += 1;
  }
  for (let back = 0; back < 3; back += 1) {
    stdin.emit('data', ESCAPE);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
stdin.emit('data', '\x03');
await over;

// A key that changes nothing draws nothing; were it most of them, nothing would have been measured.
if (drawn < taken.length * 0.9) throw new Error(`Only ${drawn} keystrokes drew a frame.`);

process.stdout.write(`${JSON.stringify({ scenario: opens, own, withInk: taken })}\n`);
