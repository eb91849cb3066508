import fs from 'node:fs';
import { expect, it } from 'vitest';
import { inChromium } from './browser.ts';

inChromium('a page that cannot be unpacked', (given) => {
  it('says so where the browser is too old', async () => {
    const page = await given.browser.newPage();
    await page.addInitScript('delete globalThis.DecompressionStream');
    await page.goto(`file://${given.file}`);
    await page.getByText('This browser is too old for this page').waitFor();
    expect(await page.getByRole('heading').allInnerTexts()).toHaveLength(1);
  });

  it.each([
    ['cut short', (text: string) => text.replace(/(id="phasegate-data">.{500})[^<]*/, '$1')],
    ['changed', (text: string) => text.replace(/(id="phasegate-program">.{900})./, '$1!')],
  ])('says so where its file was %s', async (_, damaged) => {
    const hurt = `${given.file}.hurt.html`;
    const text = fs.readFileSync(given.file, 'utf8');
    expect(damaged(text)).not.toBe(text);
    fs.writeFileSync(hurt, damaged(text));
    const page = await given.browser.newPage();
    await page.goto(`file://${hurt}`);
    await page.getByText('This page is not whole').waitFor();
  });

  it('stays small', () => {
    expect(fs.statSync(given.file).size).toBeLessThan(900_000);
  });
});
