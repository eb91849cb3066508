import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, phasegate } from './browser.ts';

/** Chooses from the menu. */
async function choose(page: Page, says: string): Promise<void> {
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('menuitem', { name: says }).click();
}

/** What is saved, by its name. */
async function saved(page: Page, says: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, says)]);
  return {
    name: download.suggestedFilename(),
    text: fs.readFileSync(await download.path(), 'utf8'),
  };
}

inChromium('what is taken away from the page', (given) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phasegate-taken-'));
  let token: string;

  beforeAll(() => {
    const { stdout } = phasegate(
      'what-if',
      'record',
      '--event',
      'remains.recovered',
      '--on',
      '2026-01-26',
      '--because',
      'To <b>see</b>.',
      '--json',
    );
    ({ token } = JSON.parse(stdout) as { token: string });
  });
  afterAll(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is a scenario file that opens again, the paper and the gates as the commands have them', async () => {
    const { page, errors } = await opened(given.browser, given.file, {
      hash: `#scenario=${token}`,
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    const scenario = await saved(page, 'Save scenario file');
    const kept = path.join(folder, scenario.name);
    fs.writeFileSync(kept, scenario.text);
    expect(phasegate('validate', kept).status).toBe(0);

    const paper = await saved(page, 'Save the paper');
    expect(paper.text).toBe(phasegate('report', kept).stdout);
    const gates = await saved(page, 'Save every gate');
    expect(gates.text).toBe(phasegate('check', '--scenario', kept, '--csv').stdout);

    const other = await opened(given.browser, given.file);
    await choose(other.page, 'Open a scenario');
    await other.page.getByLabel('A scenario file').setInputFiles(kept);
    await other.page.getByRole('status').filter({ hasText: 'Opened' }).first().waitFor();
    expect(await other.page.locator('.toolbar select').first().inputValue()).toBe('what-if');
    await other.page.getByLabel('A scenario file').setInputFiles(given.file);
    await other.page
      .getByRole('status')
      .filter({ hasText: 'is no scenario of this agreement' })
      .first()
      .waitFor();
    expect([...errors, ...other.errors]).toEqual([]);
  });

  it('is held against another where one was chosen: the paper, the command lines and the link', async () => {
    const other = 'rafah-opens-before-remains';
    const { page, errors } = await opened(given.browser, given.file, {
      hash: `#scenario=${token}`,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    await page.getByRole('tab', { name: 'Time' }).click();
    await page.getByText('in record').first().waitFor({ state: 'attached' });
    await page.getByLabel('Held against').selectOption(other);
    await page.getByText(`in ${other}`.slice(0, 20)).first().waitFor({ state: 'attached' });
    await page
      .locator('.time-chart')
      .getByText(`otherwise than in ${other}`)
      .waitFor({ state: 'attached' });
    const scenario = await saved(page, 'Save scenario file');
    const kept = path.join(folder, `against-${scenario.name}`);
    fs.writeFileSync(kept, scenario.text);
    const paper = await saved(page, 'Save the paper');
    expect(paper.text).toBe(phasegate('report', kept, '--compare', other).stdout);
    await choose(page, 'Copy command lines');
    const lines = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(lines).toMatch(new RegExp(`held against\\n.* diff ${other} pg\\d`));
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await expect(page.locator('.printed figcaption').textContent()).resolves.toContain(other);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');

    await page.waitForURL(new RegExp(`against=${other}`));
    const there = await opened(given.browser, given.file, { hash: new URL(page.url()).hash });
    await there.page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    expect(await there.page.getByLabel('Held against').inputValue()).toBe(other);
    expect([...errors, ...there.errors]).toEqual([]);
  });

  it('is printed as a paper: question, assumption, gates, what changed, notes', async () => {
    const { page, errors } = await opened(given.browser, given.file, {
      hash: `#scenario=${token}`,
    });
    await page.getByRole('status').filter({ hasText: 'Opened' }).waitFor();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('.printed').innerText();
    for (const said of ['To <b>see</b>.', '26 Jan 2026', 'Every gate, before → after', 'Notes'])
      expect(paper).toContain(said);
    const figure = page.locator('.printed figure');
    await expect(figure.locator('svg').isVisible()).resolves.toBe(true);
    expect(paper.indexOf(await figure.locator('figcaption').innerText())).toBeLessThan(
      paper.indexOf('Every gate, before → after'),
    );
    await expect(page.getByRole('tablist').isVisible()).resolves.toBe(false);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(9);
    expect(errors).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await opened(given.browser, given.file, { colorScheme });
    await page.getByRole('button', { name: 'Take away' }).click();
    await expect(axeFindings(page)).resolves.toEqual([]);
    await page.getByRole('menuitem', { name: 'Open a scenario' }).click();
    await page.getByRole('dialog').waitFor();
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
