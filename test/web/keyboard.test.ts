import { expect, it } from 'vitest';
import { inChromium, opened } from './browser.ts';

/** Marks what has the focus, and says whether one can see that it has. */
const MARK_FOCUSED = `(() => {
  const on = document.activeElement;
  if (on === null || on === document.body) return null;
  on.setAttribute('data-reached', '');
  const ringed = [on, on.parentElement, on.closest('label'), on.closest('.slider-thumb')];
  const isSeen = ringed.some((each) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  return isSeen ? null : on.outerHTML.slice(0, 120);
})()`;

/** What takes keys and has not been reached; of what is gone through by arrows, one of each group is enough. */
const UNREACHED = `(() => {
  const takes = 'a[href], button, select, input, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(takes)]
    .filter((each) => !each.disabled && each.tabIndex >= 0 && each.checkVisibility())
    .filter((each) => !each.hasAttribute('data-reached'))
    .filter((each) => each.type !== 'radio' || document.querySelector(\`[name="\${each.name}"][data-reached]\`) === null)
    .map((each) => each.outerHTML.slice(0, 120));
})()`;

const COUNT = `document.querySelectorAll('a[href], button, select, input, textarea, summary, [tabindex]').length`;

inChromium('the page by keyboard alone', (given) => {
  const VIEWS = [
    'Start',
    'Time',
    'What if',
    'Statechart',
    'Who moves whom',
    'Sources',
    'Exercises',
  ];

  it.each(VIEWS)(
    'comes to everything in %s, and shows where it is',
    async (name) => {
      const { page, errors } = await opened(given.browser, given.file);
      await page.getByRole('tab', { name: 'Start' }).focus();
      for (let right = 0; right < VIEWS.indexOf(name); right += 1)
        await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator(`[role=tab][aria-selected=true]:text-is("${name}")`).waitFor();
      await page.evaluate('document.activeElement.blur()');
      const most = (await page.evaluate<number>(COUNT)) + 20;
      const unseen: string[] = [];
      for (let tabs = 0; tabs < most; tabs += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate<string | null>(MARK_FOCUSED);
        if (found !== null) unseen.push(found);
      }
      expect(await page.locator('[data-reached]').count()).toBeGreaterThan(10);
      expect(unseen).toEqual([]);
      expect(await page.evaluate<string[]>(UNREACHED)).toEqual([]);
      expect(errors).toEqual([]);
    },
    60_000,
  );
});
