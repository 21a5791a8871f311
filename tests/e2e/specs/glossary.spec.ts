/** Notes and words in place, and the glossary over all articles. */
import { PACE, expect, open, test } from '../reader';

type Page = import('@playwright/test').Page;

const reference = (page: Page) => page.locator('article a.fn').first();
const term = (page: Page) => page.locator('article a.term').first();
const slip = (page: Page) => page.locator('#slip');

test('pressed, a note opens in place, takes the focus and gives it back', async ({ page }) => {
  await open(page, PACE);
  const before = page.url();
  await reference(page).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Note 1' })).toBeFocused();
  const there = await page.locator('#note-1 span').first().textContent();
  await expect(slip(page)).toContainText(there?.trim() ?? '');
  expect(page.url()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(slip(page)).toBeHidden();
  await expect(reference(page)).toBeFocused();
});

test('a slip lies inside the window, and beside its reference', async ({ page }) => {
  await open(page, PACE);
  const references = page.locator('article a.fn, article a.term');
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  for (const one of (await references.all()).slice(0, 6)) {
    await one.press('Enter');
    await expect(slip(page)).toBeVisible();
    const box = await slip(page).boundingBox();
    const at = await one.boundingBox();
    expect(box && at && box.x >= 0 && box.x + box.width <= window.width + 0.5).toBe(true);
    expect(box && box.y >= 0 && box.y + box.height <= window.height + 0.5).toBe(true);
    // It never covers what it explains.
    expect(box && at && (at.y + at.height <= box.y + 1 || at.y >= box.y + box.height - 1)).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('with the keyboard one comes into a slip, and out of it where one was', async ({ page }) => {
  await open(page, PACE);
  await term(page).press('Enter');
  await page.keyboard.press('Tab');
  await expect(slip(page).getByRole('link', { name: 'All words' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(slip(page)).toBeHidden();
  await expect(term(page)).toBeFocused();
  await term(page).press('Enter');
  for (const name of ['All words', 'In other articles', 'Close']) {
    await page.keyboard.press('Tab');
    await expect(slip(page).getByText(name, { exact: true })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('dialog', { name: 'Intimacy' })).toBeHidden();
  const after = await page.evaluate(() => {
    const term = document.querySelector('article a.term');
    const focused = document.activeElement;
    return term && focused ? term.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING : 0;
  });
  expect(after).not.toBe(0);
});

test('focus alone shows it, says it and moves nothing', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: /^Share \w+ / }).first().focus();
  await page.keyboard.press('Tab');
  await expect(term(page)).toBeFocused();
  await expect(slip(page)).toBeVisible();
  await expect(term(page)).toHaveAttribute('aria-describedby', 'slip-text');
  await page.keyboard.press('Escape');
  await expect(slip(page)).toBeHidden();
  await expect(term(page)).toBeFocused();
  await expect(term(page)).not.toHaveAttribute('aria-describedby', /./);
});

test('a pointer brings it, may go into it, and takes it away by leaving', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  await term(page).hover();
  await expect(slip(page)).toBeVisible();
  const box = await slip(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
  // Longer than it stays when nothing points at it.
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 700, since);
  await expect(slip(page)).toBeVisible();
  await page.mouse.move(5, 300);
  await expect(slip(page)).toBeHidden();
});

test('from a slip to the end, where all of them stand', async ({ page }) => {
  await open(page, PACE);
  await reference(page).click();
  await slip(page).getByRole('link', { name: 'All notes' }).click();
  await expect(page).toHaveURL(/#note-1$/);
  await expect(page.locator('#note-1')).toBeInViewport();
  await expect(slip(page)).toBeHidden();
});

test('the glossary leads back to each use', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeFocused();
  await expect(page).toHaveTitle('Glossary · Closely');
  const uses = page.locator('.word-uses a[href*="#term-"]');
  expect(await uses.count()).toBeGreaterThan(5);
  const href = (await uses.first().getAttribute('href')) ?? '';
  await uses.first().click();
  const place = page.locator(`[id="${href.split('#')[1]}"]`);
  await expect(place).toHaveClass('term');
  await expect(place).toBeInViewport();
});

test('a term leads to its entry over all articles', async ({ page }) => {
  await open(page, PACE);
  await term(page).click();
  const id = ((await term(page).getAttribute('href')) ?? '').slice(1);
  await slip(page).getByRole('link', { name: 'In other articles' }).click();
  await expect(page).toHaveURL(new RegExp(`glossary/#${id}$`));
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});
