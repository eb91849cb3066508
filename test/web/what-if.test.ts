import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, type OpenPage } from './browser.ts';

inChromium('what if', (given) => {
  const shown = async (options = {}): Promise<OpenPage> => {
    const open = await opened(given.browser, given.file, options);
    await open.page.getByRole('tab', { name: 'What if' }).click();
    return open;
  };
  const choice = (page: Page, title: string) =>
    page
      .getByRole('region', { name: 'What can be done here' })
      .getByRole('option', { name: title });
  const take = async (page: Page, title: string, reason: string) => {
    await choice(page, title).first().click();
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('button', { name: /^Take it/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('lets something happen on a day, for a reason, by the keyboard alone', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page.getByRole('tab', { name: 'Start' }).focus();
    // Past the days to what can be done.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByLabel('Show only what has this in it').focus();
    await page.keyboard.type('committee takes office');
    // Nothing is chosen beforehand: Enter alone does nothing.
    const highlighted = page.locator('[role=option][data-highlighted]');
    await expect(highlighted.count()).resolves.toBe(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect(highlighted.textContent()).resolves.toContain('The committee takes office');
    await page.keyboard.press('Enter');
    const day = page.getByLabel('Day', { exact: true });
    await expect(day.inputValue()).resolves.toMatch(/^\d+ \w{3} \d{4}$/);
    await day.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('3 feb 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Talks moved.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const own = page.getByRole('list', { name: 'Its own steps' });
    await own.getByText('3 Feb 2026').waitFor();
    await own.getByText("Reason (assumed, no party's): Talks moved.").waitFor();
    // What was looked for has been found.
    await expect
      .poll(async () => page.getByLabel('Show only what has this in it').inputValue())
      .toBe('');
    expect(errors).toEqual([]);
  });

  it('goes through the choices by the arrows, with what is typed left as it is', async () => {
    const { page, errors } = await shown();
    const words = page.getByLabel('Show only what has this in it');
    await expect(words.getAttribute('role')).resolves.toBe('combobox');
    await words.fill('Rafah');
    const options = page.getByRole('listbox', { name: 'Events' }).getByRole('option');
    await expect.poll(async () => options.count()).toBeLessThan(12);
    await words.press('ArrowDown');
    await words.press('ArrowDown');
    const second = await options.nth(1).getAttribute('id');
    await expect(words.getAttribute('aria-activedescendant')).resolves.toBe(second);
    await words.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect(words.inputValue()).resolves.toBe('Rafah');
    await expect(page.evaluate('document.activeElement.getAttribute("role")')).resolves.toBe(
      'combobox',
    );
    await words.fill('nothing has this');
    await page.getByText('Nothing here has "nothing has this" in it.').waitFor();
    expect(errors).toEqual([]);
  });

  it('says of a day that is none what is wrong, and takes nothing', async () => {
    const { page } = await shown();
    await choice(page, 'The committee takes office').first().click();
    await page.getByLabel('Day', { exact: true }).fill('soon');
    await page.getByRole('button', { name: 'Take it' }).click();
    const said = await page.getByRole('alert').first().innerText();
    expect(said).toContain('"soon" is no day.');
    await page.keyboard.press('Escape');
    await page.getByText('is no what-if of yours').waitFor();
  });

  it('offers what has to come first of what cannot happen yet', async () => {
    const { page, errors } = await shown();
    const impossible = page
      .getByRole('group', { name: /^Cannot happen from here/ })
      .getByRole('option');
    await expect(impossible.first().getAttribute('data-can')).resolves.toBe('false');
    await impossible.first().click();
    const first = page.getByRole('region', { name: 'What has to come first' });
    await first.getByText('It cannot happen from here').waitFor();
    const submit = page.getByRole('button', { name: /^Take it/ });
    await expect.poll(async () => submit.isEnabled()).toBe(true);
    expect(errors).toEqual([]);
  });

  it('lists what a stated position refuses behind what none refuses', async () => {
    const { page } = await shown();
    const headings = await page
      .getByRole('region', { name: 'What can be done here' })
      .locator('.what-heading')
      .allInnerTexts();
    const refused = headings.findIndex((each) => each.startsWith('Refused'));
    const possible = headings.findIndex((each) => each.startsWith('Possible'));
    expect(possible).toBe(0);
    expect(refused).toBeGreaterThan(possible);
  });

  it('compares a branch with another, strikes out, undoes and goes back', async () => {
    const { page, errors } = await shown();
    await take(page, 'The committee takes office', 'One.');
    const compared = page.getByRole('region', { name: 'Compare' });
    await compared.getByText('Only in B').waitFor();
    // What is the same is in one place, and what is long is opened by whoever wants it.
    const same = compared.getByText(/^Only in A: No step\.$/);
    await expect(same.isVisible()).resolves.toBe(false);
    await compared.getByText('Where nothing differs').click();
    await same.waitFor();
    for (const open of [true, false]) {
      const all = compared.locator(open ? 'details[open] table' : 'details:not([open]) table');
      for (const table of await all.all())
        expect((await table.locator('tbody tr').count()) <= 6).toBe(open);
    }
    await expect(page.getByText('Compared at both their ends.').isVisible()).resolves.toBe(true);
    const own = page.getByRole('list', { name: 'Its own steps' });
    await own.getByRole('button', { name: /^Strike out: The committee/ }).click();
    await page.getByText('None yet: choose what is to happen.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await own.getByRole('button', { name: /^Strike out: The committee/ }).waitFor();
    await page
      .getByRole('region', { name: 'What you did' })
      .getByRole('button', { name: 'As it was at the beginning' })
      .click();
    await page.getByText('is no what-if of yours').waitFor();
    expect(errors).toEqual([]);
  });

  it('plays later steps on, names, copies and deletes', async () => {
    const hash = '#v=1&view=whatIf&step=phase-two-reported';
    const { page, errors } = await opened(given.browser, given.file, { hash });
    await page
      .getByRole('group', { name: /^Possible/ })
      .getByRole('option')
      .first()
      .click();
    await page.getByRole('button', { name: /^Take it/ }).click();
    await page.getByRole('button', { name: 'Play on the later steps' }).click();
    await page.getByRole('button', { name: 'Leave out the later steps' }).waitFor();
    const branches = page.getByRole('region', { name: 'Branches' });
    await branches.getByRole('button', { name: /^Name: / }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Talks');
    await page.getByRole('button', { name: 'Name it' }).click();
    await branches.getByRole('button', { name: 'Copy: Talks' }).click();
    await branches.getByRole('button', { name: 'Delete: Talks (copy)' }).click();
    await branches.getByRole('button', { name: 'Delete: Talks', exact: true }).click();
    await branches.getByText('No branches yet.').waitFor();
    expect(errors).toEqual([]);
  });

  it('offers what was left when the page is opened again, and goes on with it', async () => {
    const { page, errors } = await shown();
    await take(page, 'The committee takes office', 'One.');
    await expect.poll(async () => page.evaluate('localStorage.length')).toBe(1);
    await page.goto(`file://${given.file}`);
    const offer = page.getByRole('region', { name: 'Work that you left here' });
    await offer.getByText('You left 1 branch here').waitFor();
    await expect(axeFindings(page)).resolves.toEqual([]);
    await offer.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByText('You go on where you were.').waitFor();
    await page.getByRole('tab', { name: 'What if' }).click();
    await page.getByText("Reason (assumed, no party's): One.").first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('is no what-if of yours').waitFor();
    expect(errors).toEqual([]);
  });

  it('deletes what was left where that is asked for, and else leaves it for the next time', async () => {
    const { page, errors } = await shown();
    await take(page, 'The committee takes office', 'One.');
    await expect.poll(async () => page.evaluate('localStorage.length')).toBe(1);
    await page.goto(`file://${given.file}`);
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(page.evaluate('localStorage.length')).resolves.toBe(0);
    expect(errors).toEqual([]);
  });

  it('says where the browser keeps nothing, and goes on all the same', async () => {
    const { page } = await opened(given.browser, given.file);
    await page.evaluate(
      "Storage.prototype.setItem = () => { throw new DOMException('', 'SecurityError'); }",
    );
    await page.getByRole('tab', { name: 'What if' }).click();
    await take(page, 'The committee takes office', 'One.');
    await page.getByText('The browser lets this page keep nothing').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('is no what-if of yours').isVisible()).resolves.toBe(true);
  });

  it.each([390, 768, 1280, 1920])('is no wider than the window of %i', async (width) => {
    const { page } = await shown({ viewport: { width, height: 800 } });
    await take(page, 'The committee takes office', 'One.');
    await page.getByLabel('Held against').selectOption({ index: 1 });
    await expect(page.evaluate('document.documentElement.scrollWidth')).resolves.toBe(width);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await shown({ colorScheme });
    await choice(page, 'The committee takes office').first().click();
    await page.getByLabel('Reason').fill('One.');
    await expect(axeFindings(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: /^Take it/ }).click();
    await page.getByLabel('Held against').selectOption({ index: 1 });
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
