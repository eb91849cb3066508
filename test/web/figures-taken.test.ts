import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inChromium, opened } from './browser.ts';

const FIGURES = [
  ['Time', 'Time, drawn'],
  ['Statechart', 'Phase'],
  ['Who moves whom', 'Who waits for whom'],
] as const;

inChromium('a figure that is taken away', (given) => {
  it.each(FIGURES)(
    'is a file that looks alike without the page, of %s',
    async (tab, name) => {
      const { page, errors } = await opened(given.browser, given.file);
      await page.getByRole('tab', { name: tab }).click();
      const view = page.getByRole('region', { name });
      const svg = await saved(page, view, 'SVG');
      expect(svg.name).toMatch(/^gaza-ceasefire-record-[\w-]+\.svg$/);
      const text = svg.content.toString('utf8');
      expect(text).not.toMatch(/class=|var\(/);
      await page
        .getByRole('status')
        .filter({ hasText: `Saved ${svg.name}.` })
        .waitFor();

      const alone = await given.browser.newPage();
      await alone.goto(`data:image/svg+xml;base64,${svg.content.toString('base64')}`);
      await expect(alone.evaluate('document.documentElement.nodeName')).resolves.toBe('svg');
      // No text is wider than the picture, and every colour is one that a browser knows.
      const bad = await alone.evaluate(`[...document.querySelectorAll('text, rect, path')]
        .filter((each) => {
          const { fill, stroke } = getComputedStyle(each);
          const { left, right } = each.getBoundingClientRect();
          const isOut = each.nodeName === 'text' && (left < 0 || right > innerWidth && right > document.documentElement.width.baseVal.value);
          return isOut || [fill, stroke].some((value) => value === '');
        }).map(({ outerHTML }) => outerHTML)`);
      expect(bad).toEqual([]);

      const png = await saved(page, view, 'PNG');
      expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(errors).toEqual([]);
    },
    30_000,
  );

  it('is copied as a picture, or it is said that it was not', async () => {
    const { page, errors } = await opened(given.browser, given.file, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('tab', { name: 'Statechart' }).click();
    await page.getByRole('button', { name: 'Copy picture' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied the picture.' }).waitFor();
    const types = await page.evaluate(
      'navigator.clipboard.read().then((items) => items.flatMap(({ types }) => types))',
    );
    expect(types).toEqual(['image/png']);

    await page.evaluate('navigator.clipboard.write = () => Promise.reject(new Error("no"))');
    await page.getByRole('button', { name: 'Copy picture' }).click();
    await page.getByRole('status').filter({ hasText: 'save it instead' }).waitFor();
    expect(errors).toEqual([]);
  });
});

async function saved(page: Page, view: Locator, kind: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    view.getByRole('button', { name: `Save as ${kind}` }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    content: fs.readFileSync(await download.path()),
  };
}
