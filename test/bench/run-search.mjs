/**
 * Measures the explorer, each measurement in a fresh process, beside what else is at hand in the same run:
 * the explicit search and xstate/graph always, SPIN and rumur where they are installed.
 *
 *     npm run bench
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-bench-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

/** @type {(line?: string) => void} */
const print = (line = '') => void process.stdout.write(`${line}\n`);

/**
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words) {
  const start = process.hrtime.bigint();
  const { status, stdout, error } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wholeMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (error !== undefined || status !== 0)
    throw new Error(`${command} ${words.join(' ')} failed: ${error ?? status}`);
  return { stdout, wholeMs };
}

/** @type {(command: string) => boolean} */
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

for (const [name, entry] of [
  ['search', 'test/bench/search.ts'],
  ['graph', 'test/bench/graph.ts'],
]) {
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry ?? ''],
    outfile: path.join(folder, `bench-${name}.mjs`),
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    define: { 'import.meta.url': JSON.stringify(new URL('../shipped.ts', import.meta.url).href) },
    banner: {
      js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere('/');",
    },
    logLevel: 'error',
  });
}

/**
 * The fastest of several rounds, each in a process of its own.
 * @param {string[]} words
 * @returns {any}
 */
function measured(words, rounds = 5) {
  let best = null;
  for (let round = 0; round < rounds; round += 1) {
    const { stdout, wholeMs } = run(process.execPath, [
      path.join(folder, 'bench-search.mjs'),
      ...words,
    ]);
    const answer = { ...JSON.parse(stdout), wholeMs };
    if (best === null || answer.elapsedMs < best.elapsedMs) best = answer;
  }
  return best;
}

const bareMs = Math.min(
  ...Array.from({ length: 7 }, () => run(process.execPath, ['--eval', '0']).wholeMs),
);
print(
  `Node ${process.version}; bare Node starts and ends in ${bareMs.toFixed(0)} ms; all searches cold, best of 5`,
);
print();
print(
  'The shipped agreement, reachable set and properties (aim: under 50 ms a reading, 150 MB in all)',
);
for (const reading of ['israel', 'hamas', 'us', 'mediators', 'turkiye', 'plan']) {
  const { states, properties, failing, elapsedMs, memoryMb } = measured(['reading', reading]);
  print(
    `  ${reading.padEnd(12)}${states.padStart(16)} states  ${properties} properties, ${failing} failing${elapsedMs.toFixed(0).padStart(7)} ms${String(memoryMb).padStart(6)} MB`,
  );
}
const verifyMs = Math.min(
  ...Array.from(
    { length: 7 },
    () => run(process.execPath, [path.join(root, 'dist/phasegate.js'), 'verify']).wholeMs,
  ),
);
print(
  `  phasegate verify as a whole process: ${verifyMs.toFixed(0)} ms, ${(verifyMs / bareMs).toFixed(2)} times bare Node (aim: under 3.3)`,
);
print();
print('Questions about the settlement, under everyone (aim: under 50 ms each, 150 MB in all)');
print(
  '  (from the very beginning, one state for all; from the end of the record, where the runs differ)',
);
for (const question of ['plan', 'unblock', 'coalitions', 'waits']) {
  const start = measured(['question', question]);
  const end = measured(['question', question, 'end']);
  const memoryMb = Math.max(start.memoryMb, end.memoryMb);
  print(
    `  ${question.padEnd(12)}${start.elapsedMs.toFixed(0).padStart(5)} ms${end.elapsedMs.toFixed(0).padStart(6)} ms${String(memoryMb).padStart(6)} MB`,
  );
}
print();
print('A made-up family of agreements, by number of regions');
for (const provisions of [7, 11, 15, 23, 31, 47, 63]) {
  const { states, nodes, elapsedMs, memoryMb } = measured(['family', String(provisions)], 3);
  const count =
    states.length > 12 ? `${states[0]}.${states.slice(1, 3)}e${states.length - 1}` : states;
  print(
    `  ${String(provisions + 1).padStart(2)} regions${count.padStart(16)} states${String(nodes).padStart(6)} nodes${elapsedMs.toFixed(0).padStart(7)} ms${String(memoryMb).padStart(6)} MB`,
  );
}
print();
const size = '12';
const ours = measured(['family', size]);
print(
  `${Number(size) + 1} regions of it, ${ours.states} states, side by side (search alone; whole process; times ours)`,
);
/** @type {(name: string, states: string, searchMs: number, wholeMs: number) => void} */
const row = (name, states, searchMs, wholeMs) =>
  print(
    `  ${name.padEnd(16)}${searchMs.toFixed(0).padStart(8)} ms${wholeMs.toFixed(0).padStart(8)} ms` +
      `${(searchMs / ours.elapsedMs).toFixed(1).padStart(9)}${(wholeMs / ours.wholeMs).toFixed(1).padStart(7)}  ${states === ours.states ? 'same count' : `COUNTS DIFFER: ${states}`}`,
  );
row('phasegate', ours.states, ours.elapsedMs, ours.wholeMs);
const explicit = measured(['explicit', size], 1);
row('explicit search', explicit.states, explicit.elapsedMs, explicit.wholeMs);
if (has('spin') && has('gcc')) {
  fs.writeFileSync(
    path.join(folder, 'model.pml'),
    JSON.parse(
      run(process.execPath, [path.join(folder, 'bench-search.mjs'), 'model', size, 'promela'])
        .stdout,
    ).text,
  );
  run('spin', ['-a', 'model.pml']);
  run('gcc', ['-O2', '-w', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c']);
  const { stdout, wholeMs } = run('./pan', ['-m10000000', '-w24']);
  const states =
    /(\d+) states, stored/.exec(stdout)?.[1] ??
    stdout.match(/([\d.e+]+) states, stored/)?.[1] ??
    '?';
  const seconds = /elapsed time ([\d.]+) seconds/.exec(stdout)?.[1];
  row(
    'SPIN',
    Number(states) === Number(ours.states) ? ours.states : states,
    seconds === undefined ? wholeMs : Number(seconds) * 1000,
    wholeMs,
  );
} else print('  SPIN            not installed (Debian packages spin and gcc)');
if (has('rumur') && has('gcc')) {
  fs.writeFileSync(
    path.join(folder, 'model.m'),
    JSON.parse(
      run(process.execPath, [path.join(folder, 'bench-search.mjs'), 'model', size, 'murphi'])
        .stdout,
    ).text,
  );
  run('rumur', ['--deadlock-detection', 'off', '--output', 'model.c', 'model.m']);
  run('gcc', ['-std=c11', '-O2', '-w', '-mcx16', '-o', 'checker', 'model.c', '-lpthread']);
  const { stdout, wholeMs } = run('./checker', []);
  row('rumur', [...stdout.matchAll(/(\d+) states/g)].at(-1)?.[1] ?? '?', wholeMs, wholeMs);
} else print('  rumur           not installed (Debian packages rumur and gcc)');

const small = JSON.parse(run(process.execPath, [path.join(folder, 'bench-graph.mjs')]).stdout);
print();
print(
  `xstate/graph on a part of the agreement that it finishes: ${small.states} states in ${small.graphMs.toFixed(0)} ms; ours ${small.oursMs.toFixed(1)} ms, ${(small.graphMs / small.oursMs).toFixed(0)} times faster`,
);
