import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inChromium, opened } from './browser.ts';

inChromium('what is looked at in a view', (given) => {
  const to = async (page: Page, name: string) => page.getByRole('tab', { name }).click();

  it('is as it was left when one comes back from another view', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await to(page, 'What if');
    await page.getByRole('button', { name: 'Waived, granted' }).click();
    await page.getByLabel('Show only what has this in it').fill('remains');
    await page.getByLabel('Held against').selectOption({ index: 2 });
    const against = await page.getByLabel('Held against').inputValue();
    await to(page, 'Sources');
    await page.getByLabel('Words').fill('Rafah');
    await page.getByLabel('Disputed only').check();
    await to(page, 'Time');
    await expect(page.getByLabel('Held against').inputValue()).resolves.toBe(against);
    await page.getByLabel('Lanes that no step is about').check();

    await to(page, 'What if');
    await expect(page.getByLabel('Show only what has this in it').inputValue()).resolves.toBe(
      'remains',
    );
    const waivers = page.getByRole('button', { name: 'Waived, granted' });
    await expect(waivers.getAttribute('aria-pressed')).resolves.toBe('true');
    await expect(page.getByLabel('Held against').inputValue()).resolves.toBe(against);
    await to(page, 'Sources');
    await expect(page.getByLabel('Words').inputValue()).resolves.toBe('Rafah');
    await expect(page.getByLabel('Disputed only').isChecked()).resolves.toBe(true);
    await to(page, 'Time');
    await expect(page.getByLabel('Lanes that no step is about').isChecked()).resolves.toBe(true);
    expect(errors).toEqual([]);
  });

  it('is as far down as it was left, and begins at its top where it was not open yet', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await to(page, 'Sources');
    await page.evaluate('scrollTo(0, 900)');
    await page.waitForFunction('scrollY === 900');
    // By keyboard, since the tabs are out of sight.
    await page.evaluate('document.querySelector("[role=tab]").click()');
    await page.getByRole('region', { name: 'What is in question' }).waitFor();
    await expect(page.evaluate('scrollY')).resolves.toBe(0);
    await to(page, 'Sources');
    await page.waitForFunction('scrollY === 900');
    expect(errors).toEqual([]);
  });

  it('is as it was left when the tab is loaded again, and nowhere else', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await to(page, 'What if');
    await page.getByRole('button', { name: 'Waived, granted' }).click();
    await page.getByLabel('Show only what has this in it').fill('remains');
    await page.getByLabel('Held against').selectOption({ index: 2 });
    const folded = page.locator('.compared details').filter({ hasText: 'Steps' }).first();
    const wasOpen = (await folded.getAttribute('open')) !== null;
    await folded.locator('summary').click();
    await to(page, 'Sources');
    await page.getByLabel('Words').fill('Rafah');
    await to(page, 'What if');
    await page.waitForURL((url) => url.hash.includes('view=whatIf'));
    await page.evaluate('scrollTo(0, 400)');

    await page.reload();
    const filter = page.getByLabel('Show only what has this in it');
    await filter.waitFor();
    expect(await filter.inputValue()).toBe('remains');
    await folded.waitFor();
    expect((await folded.getAttribute('open')) !== null).toBe(!wasOpen);
    await expect.poll(() => page.evaluate('scrollY')).toBe(400);
    await to(page, 'Sources');
    expect(await page.getByLabel('Words').inputValue()).toBe('Rafah');
    expect(errors).toEqual([]);

    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByLabel('Words').waitFor();
    expect(await other.getByLabel('Words').inputValue()).toBe('');
  });

  it('is as at first where the browser keeps nothing, and all works', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page.addInitScript(
      "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    );
    await page.reload();
    await to(page, 'Sources');
    await page.getByLabel('Words').fill('Rafah');
    await page.waitForURL((url) => url.hash.includes('view=sources'));
    await page.reload();
    await page.getByLabel('Words').waitFor();
    expect(await page.getByLabel('Words').inputValue()).toBe('');
    expect(errors).toEqual([]);
  });
});
