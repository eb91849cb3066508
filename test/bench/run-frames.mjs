/**
 * Measures the terminal UI's frames: see `frames.ts`, which is bundled as the program is and run several times. Each
 * process is cold; of each key the median over the processes counts, so that what else the machine does stays out.
 *
 *     npm run bench
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { optionsFor } from '../../src/build/bundler.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const outfile = fileURLToPath(new URL('../../dist/bench-frames.js', import.meta.url));
const options = optionsFor(root);
await esbuild.build({
  ...options,
  entryPoints: ['test/bench/frames.ts'],
  outfile,
  define: {
    ...options.define,
    'import.meta.url': JSON.stringify(new URL('../shipped.ts', import.meta.url).href),
  },
  banner: {
    js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere('/');",
  },
  write: true,
  logLevel: 'error',
});
const ROUNDS = 7;
const AIM_MS = 16;

/** @typedef {{ ms: number, what: string }} Taken */

/** @typedef {{ scenario: string, own: Taken[], withInk: Taken[] }} Round */

/** @type {(story: 'shipped' | 'long') => Round[]} */
const roundsOf = (story) =>
  Array.from({ length: ROUNDS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, story], {
      encoding: 'utf8',
      env: { ...process.env, CI: 'false' },
    });
    if (status !== 0) throw new Error(`The frames could not be measured: ${stderr}`);
    return JSON.parse(stdout);
  });

/** @type {(what: string, rounds: Round[], of: (round: Round) => Taken[]) => void} */
function report(what, rounds, of) {
  const keys = rounds.map(of);
  const all = (keys[0] ?? []).map(({ what: key }, index) => {
    const times = keys.map((each) => each[index]?.ms ?? 0).toSorted((left, right) => left - right);
    return { what: key, ms: times[Math.floor(times.length / 2)] ?? 0 };
  });
  const sorted = all.toSorted((left, right) => left.ms - right.ms);
  /** @type {(share: number) => string} */
  const at = (share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.ms ?? 0).toFixed(1);
  const late = sorted.filter(({ ms }) => ms >= AIM_MS).length;
  process.stdout.write(
    [
      `keystroke to finished frame, ${what}: 120x40, ${rounds[0]?.scenario}, ${sorted.length} keys, in ms, median of ${ROUNDS} cold processes`,
      `  median ${at(0.5)}   90% ${at(0.9)}   95% ${at(0.95)}   99% ${at(0.99)}   slowest ${at(1)}   ${late} over ${AIM_MS}`,
      ...sorted
        .slice(-4)
        .toReversed()
        .map(({ ms, what: key }) => `  ${ms.toFixed(1).padStart(7)}  ${key}`),
      '',
    ].join('\n'),
  );
}

for (const story of /** @type {const} */ (['shipped', 'long'])) {
  const rounds = roundsOf(story);
  report('our own work', rounds, ({ own }) => own);
  report('with Ink', rounds, ({ withInk }) => withInk);
}
