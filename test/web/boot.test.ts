import fs from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launched, writtenPage } from './browser.ts';

// Only where there is a Chromium: `.ci/run` installs one and fails without.
describe.skipIf(CHROMIUM === null)('a page that cannot be unpacked', () => {
  let browser: Browser;
  let file: string;

  beforeAll(async () => {
    file = writtenPage();
    browser = await launched();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  it('says so where the browser is too old', async () => {
    const page = await browser.newPage();
    await page.addInitScript('delete globalThis.DecompressionStream');
    await page.goto(`file://${file}`);
    await page.getByText('This browser is too old for this page').waitFor();
    expect(await page.getByRole('heading').allInnerTexts()).toHaveLength(1);
  });

  it.each([
    ['cut short', (text: string) => text.replace(/(id="phasegate-data">.{500})[^<]*/, '$1')],
    ['changed', (text: string) => text.replace(/(id="phasegate-program">.{900})./, '$1!')],
  ])('says so where its file was %s', async (_, damaged) => {
    const hurt = `${file}.hurt.html`;
    const text = fs.readFileSync(file, 'utf8');
    expect(damaged(text)).not.toBe(text);
    fs.writeFileSync(hurt, damaged(text));
    const page = await browser.newPage();
    await page.goto(`file://${hurt}`);
    await page.getByText('This page is not whole').waitFor();
  });

  it('stays small', () => {
    expect(fs.statSync(file).size).toBeLessThan(900_000);
  });
});
