import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, type OpenPage, phasegate } from './browser.ts';

inChromium('the statechart', (given) => {
  const shown = async (options = {}): Promise<OpenPage> => {
    const open = await opened(given.browser, given.file, options);
    await open.page.getByRole('tab', { name: 'Statechart' }).click();
    await open.page.getByRole('list', { name: 'Stages' }).waitFor();
    return open;
  };

  it('begins with the phase, and says in whose runs it stands where', async () => {
    const { page, errors } = await shown();
    const stages = await page
      .getByRole('list', { name: 'Stages' })
      .getByRole('listitem')
      .allInnerTexts();
    const why = phasegate('why', 'phase').stdout;
    const said = /Its stages.*\n((?: {2}.*\n)+)/.exec(why)?.[1]?.trim().split('\n') ?? [];
    expect(said.length).toBeGreaterThan(2);
    expect(stages.map((each) => each.split(';')[0])).toEqual(
      said.map((each) => each.trim().split(/ {2,}/)[0]),
    );
    expect(stages.filter((each) => each.includes('here: '))).toHaveLength(2);
    expect(stages.join('\n')).toContain('here: as reported, ');
    expect(errors).toEqual([]);
  });

  it('opens how an event stands, by keyboard and by a click on the picture', async () => {
    const { page, errors } = await shown();
    const move = page.getByRole('region', { name: 'Moves' }).getByRole('button').nth(1);
    const title = (await move.textContent()) ?? '';
    await move.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: title }).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.figure-asks').first().click();
    await dialog.waitFor();
    expect(errors).toEqual([]);
  });

  it('lets an event happen that can be chosen, by a click and by keyboard, and tells how it stands', async () => {
    const { page, errors } = await shown();
    const dialog = page.getByRole('dialog');
    const title = 'The agreement is settled';
    const asked = dialog.getByRole('heading', { name: `What if: ${title}` });
    await page.locator('.figure-asks', { hasText: title }).first().click();
    await asked.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Moves' }).getByRole('button', { name: title }).focus();
    await page.keyboard.press('Enter');
    await asked.waitFor();
    await dialog.getByRole('button', { name: 'How it stands' }).click();
    await dialog.getByRole('heading', { name: title, exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'What if it happens?' }).click();
    await asked.waitFor();
    await dialog.getByLabel('Reason').fill('To see what comes of it');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('status')
      .filter({ hasText: `New branch: ${title}` })
      .waitFor();
    const here = page.getByRole('list', { name: 'Stages' }).getByRole('listitem');
    expect(await here.filter({ hasText: /^settled; here: as reported/ }).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('shows another region, which the address keeps', async () => {
    const { page, errors } = await shown();
    await page.getByLabel('Region').selectOption({ index: 1 });
    const heading = page.getByRole('heading', { level: 2 });
    const title = await heading.textContent();
    await page.waitForURL(/region=/);
    await page.reload();
    await page.getByRole('list', { name: 'Stages' }).waitFor();
    await expect(heading.textContent()).resolves.toBe(title);
    expect(errors).toEqual([]);
  });

  it('points down where there is no room across', async () => {
    for (const [width, isDown] of [
      [390, true],
      [1280, false],
    ] as const) {
      const { page } = await shown({ viewport: { width, height: 844 } });
      const box = await page.locator('.graph svg, svg.graph').first().boundingBox();
      expect((box?.height ?? 0) > (box?.width ?? 0)).toBe(isDown);
    }
  });

  it('is scrolled within itself on a phone, with where things stand in sight', async () => {
    const { page } = await shown({ viewport: { width: 390, height: 844 } });
    const room = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    const [wide = 0, there = 0] = room as number[];
    expect(wide).toBeLessThanOrEqual(there);
    const box = await page
      .locator('.graph [stroke="var(--contested)"][stroke-width="3"]')
      .first()
      .boundingBox();
    expect(box).not.toBeNull();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await shown({ colorScheme });
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
