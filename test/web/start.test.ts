import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, phasegate } from './browser.ts';

inChromium('the page, as it opens', (given) => {
  it('says what is in question and what each party answers', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    const front = page.getByRole('region', { name: 'What is in question' });
    await expect(front.getByRole('heading').first().textContent()).resolves.toContain('?');
    const said = phasegate('check', 'phaseTwo').stdout;
    const heading = await front.getByRole('heading').nth(1).textContent();
    expect(heading).toContain('contested');
    expect(said.toLowerCase()).toContain('contested');
    expect(errors).toEqual([]);
  });

  it('keeps the days in sight wherever one reads, and marks no space as a citation', async () => {
    const { page } = await opened(given.browser, given.file);
    await page.mouse.wheel(0, 4000);
    const days = page.getByRole('region', { name: 'Days' });
    await expect.poll(async () => page.evaluate('scrollY')).toBeGreaterThan(400);
    const box = await days.boundingBox();
    expect(box?.y).toBe(0);
    const cited = await page.locator('a.cites').allTextContents();
    expect(cited.length).toBeGreaterThan(3);
    expect(cited.filter((text) => text !== text.trim())).toEqual([]);
  });

  it('lays what is opened over everything, the days in sight among it', async () => {
    const { page } = await opened(given.browser, given.file);
    await page.mouse.wheel(0, 4000);
    await page.getByRole('row').nth(2).getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    const over = await page.evaluate(
      `[40, 90, 140].every((y) => document.elementFromPoint(innerWidth - 200, y)?.closest('[role=dialog]') !== null)`,
    );
    expect(over).toBe(true);
  });

  it('has every gate by every reading as a table, the same as the command', async () => {
    const { page } = await opened(given.browser, given.file);
    const cells = await page
      .getByRole('region', { name: 'Every gate by every reading' })
      .getByRole('row')
      .allInnerTexts();
    const { gates } = JSON.parse(phasegate('check', '--json').stdout) as {
      gates: { eventTitle: string; verdict: string; readings: { verdict: string }[] }[];
    };
    const said = gates.map(({ eventTitle, verdict, readings }) =>
      [eventTitle, verdict, ...readings.map((reading) => reading.verdict)].join(' '),
    );
    const signs = /[^\p{L}\p{N} ]/gu;
    const drawn = cells.slice(1).map((row) => row.replaceAll(/\s+/g, ' ').replaceAll(signs, ''));
    expect(drawn.length).toBe(said.length);
    for (const [index, row] of drawn.entries())
      expect(row.replaceAll(/ +/g, ' ')).toContain(
        said[index]?.replaceAll(signs, '').replaceAll(/ +/g, ' '),
      );
  });

  it('leads from a cell of the matrix to the conditions and from them to the claims', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page
      .getByRole('button', { name: /^closed: Phase two begins/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('unmet').first().waitFor();
    await dialog.getByRole('link').first().click();
    await dialog.getByText('said by').first().waitFor();
    await expect(axeFindings(page)).resolves.toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByText('unmet').first().waitFor();
    expect(errors).toEqual([]);
  });

  it('leads from a gate to the what-if in which it happens', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page.getByRole('button', { name: /^contested: Rafah opens/ }).click();
    await page.getByRole('button', { name: 'What if it happens?' }).click();
    await page.getByRole('heading', { name: 'What if: Rafah opens in both directions' }).waitFor();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText(/^New branch: /).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([390, 768, 1280, 1920])('is no wider than the window of %i', async (width) => {
    const { page } = await opened(given.browser, given.file, { viewport: { width, height: 800 } });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(width);
  });

  it('leads from a citation to the claim', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page
      .getByRole('region', { name: 'What is in question' })
      .getByRole('link')
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await expect(dialog.textContent()).resolves.toContain('said by');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await opened(given.browser, given.file, { colorScheme });
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
