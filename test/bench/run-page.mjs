/**
 * Measures the page in Chromium: how large it is, when something is painted and when it can be used, whether anything moves
 * by itself, and from a key on a slider to the next frame, in the record and in a scenario of a thousand steps. Bare is
 * an empty page in the same run.
 *
 *     npm run bench
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { optionsFor } from '../../src/build/bundler.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const executablePath = process.env['PHASEGATE_CHROMIUM'] ?? '/usr/bin/chromium';
const AIMS = { size: 900_000, paint: 300, ready: 600, frame: 50 };
const ROUNDS = 5;
const KEYS = 40;

if (!fs.existsSync(executablePath)) {
  process.stdout.write('the page: there is no Chromium to measure it in\n');
  process.exit(0);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-bench-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const bare = path.join(folder, 'bare.html');
  fs.writeFileSync(bare, '<!doctype html><title>bare</title><p>bare');
  const bareMs = median(
    await rounds(async () => {
      const { page, close } = await open(bare);
      const { paint } = await page.evaluate(timings);
      await close();
      return paint;
    }),
  );
  await report('record', writtenPage('record', ['record']), bareMs);
  await report('a-thousand-steps', writtenPage('long', [await longScenario()]), bareMs);
} finally {
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** @type {(what: string, file: string, bareMs: number) => Promise<void>} */
async function report(what, file, bareMs) {
  const opened = await rounds(async () => {
    const { page, close } = await open(file);
    await page.getByRole('tablist').waitFor();
    await page.waitForTimeout(300);
    const found = await page.evaluate(timings);
    await close();
    return found;
  });
  const { page, close } = await open(file);
  await page.getByRole('tablist').waitFor();
  await page.waitForTimeout(1000);
  const views = await page.getByRole('tab').allInnerTexts();
  const lines = [];
  for (const view of views) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await page.waitForTimeout(500);
    const times = await sliderTimes(page);
    lines.push(line(view, times));
  }
  const steps = await stepTimes(page);
  const whatIfs = await whatIfTimes(page);
  await close();
  const size = fs.statSync(file).size;
  const paint = median(opened.map((each) => each.paint));
  const ready = median(opened.map((each) => each.ready));
  const moved = Math.max(...opened.map((each) => each.moved));
  process.stdout.write(
    [
      `the page of ${what}: ${Math.round(size / 1000)} KB ${aim(size, AIMS.size)}`,
      `  first paint ${ms(paint)} ${aim(paint, AIMS.paint)}, ${(paint / bareMs).toFixed(1)} times that of a bare page; ready ${ms(ready)} ${aim(ready, AIMS.ready)}; layout shift ${moved.toFixed(3)}`,
      `  from a key on the slider of days to the next frame, ${KEYS} keys:`,
      ...lines,
      '  from a key that goes to another step, and from the one that lets something happen, to the next frame:',
      line(`${steps.length} steps in Time`, steps),
      line(`${whatIfs.length} what-ifs`, whatIfs),
      '',
    ].join('\n'),
  );
}

/** @type {(name: string, times: number[]) => string} */
function line(name, times) {
  return `  ${name.padEnd(18)} median ${ms(median(times))}   95% ${ms(at(times, 0.95))} ${aim(at(times, 0.95), AIMS.frame)}`;
}

/** @type {(file: string) => Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>} */
async function open(file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(`
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role=tablist]') === null) return;
      window.ready = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  `);
  await page.goto(pathToFileURL(file).href);
  await page.waitForTimeout(100);
  return { page, close: () => context.close() };
}

function timings() {
  const [paint] = performance.getEntriesByName('first-paint');
  const { ready = 0, moved = 0 } = /** @type {any} */ (globalThis);
  return { paint: paint?.startTime ?? 0, ready, moved };
}

/** @type {(page: import('playwright-core').Page) => Promise<number[]>} */
async function stepTimes(page) {
  await page.getByRole('tab', { name: 'Time', exact: true }).click();
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'Previous step' }).focus();
  await startTimes(page);
  for (let key = 0; key < KEYS / 2; key += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(80);
  }
  return timesSoFar(page);
}

/** @type {(page: import('playwright-core').Page) => Promise<number[]>} */
async function whatIfTimes(page) {
  await page.getByRole('tab', { name: 'What if', exact: true }).click();
  const times = [];
  for (let round = 0; round < 8; round += 1) {
    await page.waitForTimeout(500);
    await page.locator('[role=option]:not([data-can=false])').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it' }).focus();
    await startTimes(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    times.push(...(await timesSoFar(page)));
  }
  return times;
}

/** @type {(page: import('playwright-core').Page) => Promise<number[]>} */
async function sliderTimes(page) {
  await page.evaluate(`document.querySelector('.clocks input[type=range]').focus()`);
  await startTimes(page);
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key < KEYS / 2 ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForTimeout(60);
  }
  return timesSoFar(page);
}

/** @type {(page: import('playwright-core').Page) => Promise<unknown>} */
async function startTimes(page) {
  return page.evaluate(`
    window.times = [];
    window.timed ??= addEventListener('keydown', () => {
      const began = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.times.push(performance.now() - began);
        port2.postMessage(null);
      });
    }, { capture: true }) ?? true;
  `);
}

/** @type {(page: import('playwright-core').Page) => Promise<number[]>} */
async function timesSoFar(page) {
  return /** @type {number[]} */ (await page.evaluate('window.times'));
}

/** @type {(name: string, words: string[]) => string} */
function writtenPage(name, words) {
  const file = path.join(folder, `${name}.html`);
  const program = path.join(root, 'dist/phasegate.js');
  const { status, stderr } = spawnSync(process.execPath, [program, 'page', ...words, '-o', file], {
    encoding: 'utf8',
    cwd: root,
  });
  if (status !== 0) throw new Error(stderr);
  return file;
}

async function longScenario() {
  const outfile = path.join(root, 'dist/bench-long-scenario.js');
  const options = optionsFor(root);
  await esbuild.build({
    ...options,
    entryPoints: [path.join(root, 'test/bench/long-scenario.ts')],
    outfile,
    define: {
      ...options.define,
      'import.meta.url': JSON.stringify(new URL('../shipped.ts', import.meta.url).href),
    },
    banner: {
      js: "import { createRequire as requireHere } from 'node:module'; const require = requireHere('/');",
    },
    write: true,
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
  fs.rmSync(outfile);
  if (status !== 0) throw new Error(stderr);
  const file = path.join(folder, 'long.yaml');
  fs.writeFileSync(file, stdout);
  return file;
}

/** @template T @param {() => Promise<T>} one @returns {Promise<T[]>} */
async function rounds(one) {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await one());
  return found;
}

/** @type {(values: number[]) => number} */
function median(values) {
  return at(values, 0.5);
}

/** @type {(values: number[], share: number) => number} */
function at(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** @type {(value: number) => string} */
function ms(value) {
  return `${value.toFixed(0)} ms`;
}

/** @type {(value: number, most: number) => string} */
function aim(value, most) {
  return value <= most ? '' : `(aim: ${most}, MISSED)`;
}
