import { beforeAll, expect, it } from 'vitest';
import { inChromium, opened, phasegate } from './browser.ts';

inChromium('links to what is on show', (given) => {
  let token: string;

  beforeAll(() => {
    const { stdout } = phasegate('what-if', 'record', '--event', 'remains.handedOver', '--json');
    ({ token } = JSON.parse(stdout) as { token: string });
  });

  it('opens in another browser with the branch, the day and the run', async () => {
    const { page, errors } = await opened(given.browser, given.file, {
      hash: `#scenario=${token}&run=israel&asOf=2026-01-20`,
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    await page.getByLabel('Shown').selectOption('reported');
    await page.waitForURL((url) => /agreement=.*pg1-/.test(url.hash) && !url.hash.includes('run='));
    const hash = new URL(page.url()).hash;
    expect(hash).toContain('asOf=2026-01-20');
    expect(errors).toEqual([]);

    const other = await opened(given.browser, given.file, { hash });
    await other.page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    const shown = (each: typeof page) => each.getByLabel('Scenario').inputValue();
    expect(await shown(other.page)).toBe(await shown(page));
    expect(await other.page.getByRole('region', { name: 'Days' }).innerText()).toBe(
      await page.getByRole('region', { name: 'Days' }).innerText(),
    );
    expect(other.errors).toEqual([]);
  });

  it('takes along a branch that one is held against, and leaves both as they are on the way back', async () => {
    const other = JSON.parse(
      phasegate('what-if', 'record', '--event', 'weapons.frozen', '--json').stdout,
    ) as { token: string };
    const { page, errors } = await opened(given.browser, given.file, {
      hash: `#view=whatIf&scenario=${token}&against=${other.token}`,
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    const against = page.getByLabel('Held against');
    const title = 'What if: The use of weapons is frozen (yours)';
    expect(await against.locator('option:checked').innerText()).toBe(title);
    await page.waitForURL((url) => url.hash.split('pg1-').length === 3);
    const done = page.getByRole('region', { name: 'What you did' });
    const before = await done.innerText();
    await page.getByRole('tab', { name: 'Time' }).click();
    expect(await against.locator('option:checked').innerText()).toBe(title);
    await page.waitForURL((url) => url.hash.includes('view=time'));
    await page.goBack();
    await done.waitFor();
    expect(await done.innerText()).toBe(before);
    expect(errors).toEqual([]);
  });

  it('goes where the address goes while the page is open', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page.goto(`file://${given.file}#run=israel`);
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
    const { page, errors } = await opened(given.browser, given.file, { hash: hashOf(token) });
    await page.getByRole('status').filter({ hasText: sentence }).waitFor();
    await expect(
      page.getByRole('region', { name: 'What is in question' }).isVisible(),
    ).resolves.toBe(true);
    expect(errors).toEqual([]);
  });
});
