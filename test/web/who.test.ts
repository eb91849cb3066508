import { beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, type OpenPage, phasegate, writtenPage } from './browser.ts';
import { SLOW_GATE, slowAgreement } from './slow-agreement.ts';

inChromium('who moves whom', (given) => {
  let slow: string;

  beforeAll(() => {
    slow = writtenPage('-A', slowAgreement());
  });

  const shown = async (which: string, options = {}): Promise<OpenPage> => {
    const open = await opened(given.browser, which, options);
    await open.page.getByRole('tab', { name: 'Who moves whom' }).click();
    return open;
  };

  it('searches in a worker, and says what the command does', async () => {
    const { page, errors } = await shown(given.file);
    const path = page.getByRole('region', { name: 'The shortest path' });
    await path.getByText('COMPLETE:').waitFor();
    expect(page.workers()).toHaveLength(1);
    const said = phasegate('plan', 'phaseTwo').stdout.split('\n');
    const steps = said.filter((line) => /^ *\d+\. /.test(line)).map((line) => line.trim());
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) await expect(path.textContent()).resolves.toContain(step);
    const own = page.getByRole('region', { name: 'Who can on their own' });
    await own.getByText('COMPLETE:').waitFor();
    expect(errors).toEqual([]);
  });

  it('draws who waits for whom, each arrow with a way to its claims', async () => {
    const { page, errors } = await shown(given.file);
    const { waits } = JSON.parse(phasegate('waits', '--json').stdout) as {
      waits: { fromTitle: string; toTitle: string }[];
    };
    expect(waits.length).toBeGreaterThan(0);
    const names = await page.locator('.graph text[font-weight]').allTextContents();
    for (const { fromTitle, toTitle } of waits)
      for (const title of [fromTitle, toTitle])
        expect(names.some((name) => name.endsWith(title))).toBe(true);
    await page.locator('.figure-asks').first().click();
    await page.getByRole('dialog').getByText('said by').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('plays the path that was found as a branch', async () => {
    const { page, errors } = await shown(given.file);
    await page.getByRole('button', { name: 'Play it as a branch' }).click();
    await page.getByText(/^New branch: A path: /).waitFor();
    expect(errors).toEqual([]);
  });

  it('lets others be done while a search goes on, which can be stopped and begun again', async () => {
    const { page, errors } = await shown(slow);
    await page.getByLabel('Gate').selectOption({ label: SLOW_GATE });
    const path = page.getByRole('region', { name: 'The shortest path' });
    await path.getByText(/\d+ done/).waitFor();
    // Another thread searches, and what is pressed here is heard meanwhile.
    expect(page.workers()).toHaveLength(1);
    const field = page.getByLabel('By the reading of');
    await field.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.evaluate('document.activeElement?.tagName')).resolves.toBe('SELECT');
    await path.getByText(/\d+ done/).waitFor();
    await path.getByRole('button', { name: 'Cancel' }).click();
    await path.getByText('Stopped.').waitFor();
    await path.getByRole('button', { name: 'Search again' }).click();
    await path.getByText(/\d+ done/).waitFor();
    // Another question stops this one.
    await page.getByLabel('Gate').selectOption({ index: 0 });
    await path.getByText('COMPLETE:').waitFor();
    expect(errors).toEqual([]);
  });

  it('searches on its own thread where workers are refused', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page.evaluate(() => {
      Object.defineProperty(globalThis, 'Worker', {
        value: () => {
          throw new Error('refused');
        },
      });
    });
    await page.getByRole('tab', { name: 'Who moves whom' }).click();
    const path = page.getByRole('region', { name: 'The shortest path' });
    await path.getByText('COMPLETE:').waitFor();
    expect(page.workers()).toHaveLength(0);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await shown(given.file, { colorScheme });
    await page
      .getByRole('region', { name: 'Who can on their own' })
      .getByText('COMPLETE:')
      .waitFor();
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
