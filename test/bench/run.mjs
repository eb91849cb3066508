/**
 * Measures how long commands and the terminal UI take to start, as ratios to bare Node's start in the same run:
 *
 *     npm run bench
 *
 * Whole processes, the fastest of several rounds, rounds interleaved so that a busy moment meets all alike.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pty from '@lydell/node-pty';

const ROUNDS = 15;
const stateHome = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-bench-'));
process.on('exit', () => fs.rmSync(stateHome, { recursive: true, force: true }));
fs.mkdirSync(path.join(stateHome, 'phasegate'));
const program = fileURLToPath(new URL('../../dist/phasegate.js', import.meta.url));

/** @type {[name: string, words: string[], aim: number | null][]} */
const commands = [
  ['check phaseTwo', ['check', 'phaseTwo'], 2],
  ['check (every gate)', ['check'], 2],
  ['play record', ['play', 'record'], 2],
  ['timeline phaseTwo', ['timeline', 'phaseTwo'], null],
  ['list', ['list'], 2],
  ['pivots phaseTwo', ['pivots', 'phaseTwo'], null],
];

/**
 * Milliseconds that a process takes from its start to its end.
 * @param {string[]} words
 */
function wholeProcess(words) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(process.execPath, words, { stdio: 'ignore' });
  const elapsedMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${words.join(' ')} did not run: ${error ?? status}`);
  return elapsedMs;
}

/**
 * Milliseconds until the UI has drawn its first frame: the line at the bottom that ends it.
 * @returns {Promise<number>}
 */
function firstFrame() {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const terminal = pty.spawn(process.execPath, [program], {
      cols: 120,
      rows: 40,
      env: { ...process.env, CI: 'false', TERM: 'xterm-256color', XDG_STATE_HOME: stateHome },
    });
    let screen = '';
    /** @type {number | null} */
    let elapsedMs = null;
    terminal.onData((data) => {
      screen += data;
      if (elapsedMs === null && screen.includes('quit')) {
        elapsedMs = Number(process.hrtime.bigint() - start) / 1e6;
        terminal.write('q');
      }
    });
    terminal.onExit(() =>
      elapsedMs === null ? reject(new Error('The UI drew no frame.')) : resolve(elapsedMs),
    );
  });
}

/** @type {Map<string, number>} */
const best = new Map();
/** @type {(name: string, elapsedMs: number) => void} */
const note = (name, elapsedMs) =>
  void best.set(name, Math.min(best.get(name) ?? Infinity, elapsedMs));
for (let round = 0; round < ROUNDS; round += 1) {
  note('node', wholeProcess(['--eval', '0']));
  for (const [name, words] of commands) note(name, wholeProcess([program, ...words]));
  note('first frame of the UI', await firstFrame());
}

/** @type {(line: string) => void} */
const print = (line) => void process.stdout.write(`${line}\n`);
/** @type {(name: string) => number} */
const fastest = (name) => best.get(name) ?? Number.NaN;
const bare = fastest('node');
print(
  `Node ${process.version}, best of ${ROUNDS} rounds; bare Node starts and ends in ${bare.toFixed(0)} ms\n`,
);
/** @type {typeof commands} */
const all = [...commands, ['first frame of the UI', [], 3]];
for (const [name, , target] of all) {
  const ratio = fastest(name) / bare;
  const aim = target === null ? '' : `  (aim: under ${target}${ratio < target ? '' : ', MISSED'})`;
  print(
    `${name.padEnd(24)}${fastest(name).toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(8)} times bare Node${aim}`,
  );
}
