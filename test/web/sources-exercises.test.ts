import fs from 'node:fs';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inChromium, opened, phasegate } from './browser.ts';

inChromium('sources and exercises', (given) => {
  it('has the claims that the command finds, by the same filters', async () => {
    const { page, errors } = await opened(given.browser, given.file, { hash: '#view=sources' });
    const marks = () => page.locator('.source-mark').allInnerTexts();
    const found = (...words: string[]) =>
      (
        JSON.parse(phasegate('claims', '--json', ...words).stdout) as { claims: { id: string }[] }
      ).claims
        .map(({ id }) => id)
        .toSorted();
    expect((await marks()).toSorted()).toEqual(found());
    await page.getByLabel('Kind').selectOption('refusal');
    await expect.poll(async () => (await marks()).toSorted()).toEqual(found('--kind', 'refusal'));
    await page.getByLabel('Kind').selectOption('');
    await page.getByLabel('Disputed only').check();
    await expect.poll(async () => (await marks()).toSorted()).toEqual(found('--disputed'));
    await page.getByLabel('Words').fill('no such word');
    await page.getByText('No claim fits.').waitFor();
    expect(errors).toEqual([]);
  });

  it('leads from a mark to the claim and from there back to its document', async () => {
    const { page, errors } = await opened(given.browser, given.file);
    await page
      .getByRole('region', { name: 'What is in question' })
      .getByRole('link')
      .first()
      .click();
    await page.waitForURL(/panel=claims/);
    await page.getByRole('button', { name: 'Show in the sources' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.source-mark').first().click();
    await page.getByRole('dialog').getByText('said by').first().waitFor();
    await page.keyboard.press('Escape');
    await page.goBack();
    // Back is where one came from, the claim still open.
    await page.getByRole('dialog').getByText('said by').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'What is in question' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('asks beside a board that says of what and after which step no second time', async () => {
    const { page } = await opened(given.browser, given.file, { hash: '#view=exercises' });
    const board = page.getByRole('region', { name: 'The board' });
    await board.getByText('Can it happen?').waitFor();
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await expect(board.getByText(title, { exact: true }).count()).resolves.toBe(0);
    await expect(board.getByText(/^Scenario /).count()).resolves.toBe(0);
  });

  it('asks every question, marks it, and gives the result as a file', async () => {
    const { page, errors } = await opened(given.browser, given.file, { hash: '#view=exercises' });
    const answer = page.getByRole('button', { name: /^Answer/ });
    let asked = 0;
    while (await answer.isVisible()) {
      asked += 1;
      // Nothing ticked is no answer.
      await answer.click();
      await page.getByText(/^(Mark what holds, then answer|Choose one, then answer)/).waitFor();
      const none = page.getByLabel('None of them');
      if (await none.isVisible()) await none.check();
      const choice = page.locator('.choice').first();
      await choice.click();
      await answer.click();
      await page.getByText('The model says:').waitFor();
      if (asked === 1) {
        // Another view in between loses nothing.
        await page.getByRole('tab', { name: 'Sources' }).click();
        await page.getByRole('tab', { name: 'Exercises' }).click();
        await page.getByText('The model says:').waitFor();
      }
      await page.getByRole('button', { name: 'Go on' }).click();
    }
    expect(asked).toBeGreaterThan(1);
    await page.getByLabel('Your name').fill('<b>Ada</b>');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the result' }).click(),
    ]);
    const text = fs.readFileSync(await download.path(), 'utf8');
    expect(text).toContain(String.raw`\<b\>Ada\</b\>`);
    expect(text).toContain(`${asked}, of them answered ${asked}`);
    expect(errors).toEqual([]);
  });

  it('offers what was answered when the page is loaded again, and the task that was taken up', async () => {
    const { page, errors } = await opened(given.browser, given.file, { hash: '#view=exercises' });
    await page.locator('.choice').first().click();
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByText('The model says:').waitFor();
    await page.getByRole('button', { name: 'Take it up' }).first().click();
    await page.reload();
    const offer = page.getByRole('region', { name: 'Work that you left here' });
    await offer.getByText('You left a task and answers to 1 question here on').waitFor();
    await offer.getByText('keeps what you left the last 20 times').waitFor();
    await expect(page.getByText('The model says:').isVisible()).resolves.toBe(false);
    await offer.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByText('The model says:').waitFor();
    await page.getByRole('button', { name: 'Lay it down' }).waitFor();
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByText('Question 2 of').waitFor();
    await page.getByText('your answers stay in this browser').waitFor();
    expect(errors).toEqual([]);
  });

  it('takes a task up and marks what is on show', async () => {
    const { page, errors } = await opened(given.browser, given.file, { hash: '#view=exercises' });
    await page.getByRole('button', { name: 'Take it up' }).first().click();
    const marked = page.getByRole('region', { name: 'The task, and what is on show' });
    await marked.getByText('No step has been tried yet.').waitFor();
    await page.getByRole('button', { name: 'Lay it down' }).click();
    await marked.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  it.each([
    ['sources', 'light'],
    ['sources', 'dark'],
    ['exercises', 'light'],
    ['exercises', 'dark'],
  ] as const)('%s has nothing that axe finds, in %s', async (view, colorScheme) => {
    const { page } = await opened(given.browser, given.file, {
      hash: `#view=${view}`,
      colorScheme,
    });
    await expect(axeFindings(page)).resolves.toEqual([]);
  });
});
