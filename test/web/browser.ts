import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { CHROMIUM } from '../chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the built program, and gives what it says. */
export function phasegate(...words: readonly string[]) {
  const program = path.join(root, 'dist/phasegate.js');
  return spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', cwd: root });
}

/**
 * Writes a page, by the built program, into a folder of its own.
 *
 * @returns the file
 */
export function writtenPage(...words: readonly string[]): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-page-')), 'page.html');
  const { status, stderr } = phasegate('page', ...words, '-o', file);
  if (status !== 0) throw new Error(`The page could not be written: ${stderr}`);
  return file;
}

/** A browser without a network: what asks for anything is an error of the page. */
export async function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
}

/** A page that is open, and what went wrong on it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Exceptions, refusals of the policy, and whatever else the browser calls an error. */
  readonly errors: string[];
}

/** Opens a file as somebody would from a disk. */
export async function opened(
  browser: Browser,
  file: string,
  { hash = '', ...options }: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) errors.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${file}${hash}`);
  await page.getByRole('tablist').waitFor();
  return { page, errors };
}

/** A browser, and the file of the page as the built program writes it: both are there once a test runs. */
export interface InChromium {
  readonly browser: Browser;
  readonly file: string;
}

/** Tests in Chromium, which share one browser and one page. */
export function inChromium(name: string, tests: (given: InChromium) => void): void {
  // Only where there is a Chromium: `.ci/run` installs one and fails without.
  describe.skipIf(CHROMIUM === null)(`${name}, in Chromium`, () => {
    const given: { browser?: Browser; file?: string } = {};
    const there = <T>(one: T | undefined): T => {
      if (one === undefined) throw new Error('It is there only once a test runs.');
      return one;
    };
    beforeAll(async () => {
      given.file = writtenPage();
      given.browser = await launched();
    }, 60_000);
    afterAll(async () => {
      await given.browser?.close();
    });
    tests({
      get browser() {
        return there(given.browser);
      },
      get file() {
        return there(given.file);
      },
    });
  });
}
