import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launched, opened, phasegate, writtenPage } from './browser.ts';

// Only where there is a Chromium: `.ci/run` installs one and fails without.
describe.skipIf(CHROMIUM === null)('links to what is on show', () => {
  let browser: Browser;
  let file: string;
  let token: string;

  beforeAll(async () => {
    file = writtenPage();
    browser = await launched();
    const { stdout } = phasegate('what-if', 'record', '--event', 'remains.handedOver', '--json');
    ({ token } = JSON.parse(stdout) as { token: string });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  it('opens in another browser with the branch, the day and the run', async () => {
    const { page, errors } = await opened(browser, file, {
      hash: `#scenario=${token}&run=israel&asOf=2026-01-20`,
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    await page.getByLabel('Shown').selectOption('reported');
    await page.waitForURL((url) => /agreement=.*pg1-/.test(url.hash) && !url.hash.includes('run='));
    const hash = new URL(page.url()).hash;
    expect(hash).toContain('asOf=2026-01-20');
    expect(errors).toEqual([]);

    const other = await opened(browser, file, { hash });
    await other.page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    const shown = (each: typeof page) => each.getByLabel('Scenario').inputValue();
    expect(await shown(other.page)).toBe(await shown(page));
    expect(await other.page.getByRole('region', { name: 'Days' }).innerText()).toBe(
      await page.getByRole('region', { name: 'Days' }).innerText(),
    );
    expect(other.errors).toEqual([]);
  });

  it('goes where the address goes while the page is open', async () => {
    const { page, errors } = await opened(browser, file);
    await page.goto(`file://${file}#run=israel`);
    await expect.poll(() => page.getByLabel('Shown').inputValue()).toBe('israel');
    expect(errors).toEqual([]);
  });

  it.each([
    ['a damaged token', (whole: string) => `#scenario=${whole.slice(0, -9)}`, 'missing or changed'],
    [
      'a token of another version',
      (whole: string) => `#scenario=${whole.replace('pg1', 'pg9')}`,
      'version 9',
    ],
    ['another agreement', () => '#agreement=%3Cb%3Eelsewhere', 'of the agreement "<b>elsewhere"'],
  ])('%s is said, and the rest works', async (_, hashOf, sentence) => {
    const { page, errors } = await opened(browser, file, { hash: hashOf(token) });
    await page.getByRole('status').filter({ hasText: sentence }).waitFor();
    await expect(
      page.getByRole('region', { name: 'What is in question' }).isVisible(),
    ).resolves.toBe(true);
    expect(errors).toEqual([]);
  });
});
