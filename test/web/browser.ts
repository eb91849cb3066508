import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where Chromium is; null where there is none, and what needs one is skipped. `.ci/run` installs it and demands it. */
export const CHROMIUM = ((): string | null => {
  const named = process.env['PHASEGATE_CHROMIUM'] ?? '';
  if (named !== '') return named;
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return usual.find((place) => fs.existsSync(place)) ?? null;
})();

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
