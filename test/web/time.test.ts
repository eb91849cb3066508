import fs from 'node:fs';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, phasegate } from './browser.ts';

inChromium('time, drawn', (given) => {
  const atTime = async (options: Parameters<typeof opened>[2] = {}) => {
    const found = await opened(given.browser, given.file, options);
    await found.page.getByRole('tab', { name: 'Time' }).click();
    const view = found.page.getByRole('region', { name: 'Time, drawn' });
    await view.waitFor();
    return { ...found, view, step: found.page.getByRole('region', { name: 'The step on show' }) };
  };

  it('goes to a step by its mark and by the arrows, and tells what play tells of it', async () => {
    const { page, view, step, errors } = await atTime();
    const marks = view.getByRole('list', { name: 'Steps' }).getByRole('button');
    const count = await marks.count();
    await marks.first().click();
    await expect(step.getByRole('heading').first().textContent()).resolves.toBe(
      `After step 1 of ${count}`,
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(step.getByRole('heading').first().textContent()).resolves.toBe(
      `After step 3 of ${count}`,
    );
    const current = view.locator('[aria-current="step"]');
    await expect.poll(async () => current.and(view.locator(':focus')).count()).toBe(1);
    await marks.nth(4).focus();
    await page.keyboard.press('Enter');
    await view.getByRole('button', { name: 'Next step' }).click();
    await expect(step.getByRole('heading').first().textContent()).resolves.toContain('step 6 of');
    const said = (await step.textContent()) ?? '';
    const told = phasegate('play', 'record', '--verbose').stdout.replaceAll(/\s+/g, ' ');
    const [, title = ''] = /\d{4}: (.*?) \(/.exec(said) ?? [];
    expect(title).not.toBe('');
    expect(told).toContain(title);
    expect(errors).toEqual([]);
  });

  it('goes to a day by a click on the lanes and by its name, and the page follows', async () => {
    const { page, view } = await atTime();
    await view.locator('.time-lanes').click({ position: { x: 120, y: 20 } });
    const moment = page.locator('.moment');
    await expect(moment.textContent()).resolves.toMatch(/^As of \d+ Oct 2025/);
    await view.getByRole('button', { name: 'As of 1 Dec 2025' }).press('Enter');
    await expect(moment.textContent()).resolves.toContain('As of 1 Dec 2025');
    await view.getByRole('list', { name: 'Steps' }).getByRole('button').last().click();
    await expect(moment.textContent()).resolves.not.toMatch(/as of/i);
  });

  it('goes from change to change, and says what changed', async () => {
    const { page, view } = await atTime();
    await view.getByRole('button', { name: 'Previous change' }).click();
    await expect(page.locator('.said').textContent()).resolves.toContain(', was ');
    for (let times = 0; times < 30; times += 1)
      await view.getByRole('button', { name: 'Previous change' }).click();
    await expect(page.locator('.said').textContent()).resolves.toContain('No earlier step');
  });

  it('is heard as a list, with the verdicts that timeline tells', async () => {
    const { view } = await atTime();
    const list = view.getByRole('list', { name: 'The lanes as a list' });
    const said = (await list.textContent()) ?? '';
    expect(said).toContain('not known');
    const { changes } = JSON.parse(phasegate('timeline', 'phaseTwo', '--json').stdout) as {
      changes: { verdict: string }[];
    };
    const overall = await list
      .locator(':scope > li', { hasText: /^Overall/ })
      .locator('li')
      .allTextContents();
    const verdicts = changes
      .map(({ verdict }) => verdict)
      .filter((verdict, index, all) => verdict !== all[index - 1]);
    expect(overall.map((part) => part.split(': ').at(-1))).toEqual(verdicts);
    await expect(view.locator('svg:not([aria-hidden="true"])').count()).resolves.toBe(0);
  });

  it('shows beside a branch what it branches off, and saves the whole as SVG and PNG', async () => {
    const { page, view, errors } = await atTime();
    await page.getByLabel('Scenario').selectOption('rafah-opens-before-remains');
    await view.getByText('in record').first().waitFor({ state: 'attached' });
    for (const kind of ['SVG', 'PNG']) {
      const download = page.waitForEvent('download');
      await view.getByRole('button', { name: `Save as ${kind}` }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(
        new RegExp(`rafah-opens-before-remains-time.${kind.toLowerCase()}$`),
      );
      const bytes = fs.readFileSync(await saved.path());
      if (kind === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      else {
        expect(bytes.toString()).toContain('≠');
        expect(bytes.toString()).not.toContain('var(');
        expect(bytes.toString()).toMatch(/fill="rgb\(/);
      }
    }
    expect(errors).toEqual([]);
  });

  it('keeps the names in view on a phone, where the lanes alone move sideways', async () => {
    const { page, view } = await atTime({ viewport: { width: 390, height: 800 } });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    const name = view.locator('.time-names');
    const before = await name.boundingBox();
    const moved = await page.evaluate<number[]>(`(() => {
      const place = document.querySelector('.time-scroll');
      const most = place.scrollWidth - place.clientWidth;
      place.scrollLeft = 0;
      place.scrollLeft = most;
      return [most, place.scrollLeft];
    })()`);
    expect(moved[0]).toBeGreaterThan(50);
    expect(moved[1]).toBe(moved[0]);
    await expect(name.boundingBox()).resolves.toEqual(before);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await atTime({ colorScheme });
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
