/** Searching: the library and the notes from one box, and finding in the article that is open. */
import { PACE, expect, highlight, open, status, test, toolbar } from '../reader';

const box = (page: import('@playwright/test').Page) => page.getByRole('searchbox', { name: 'Search the library' });
const hits = (page: import('@playwright/test').Page) => page.getByRole('main').getByRole('listitem').getByRole('link');

test('results come while typing, are counted once, and lead to the words', async ({ page }) => {
  await open(page, './search/');
  await box(page).pressSequentially('oxytocin');
  await expect(status(page)).toContainText(/^\d+ results$/);
  const first = hits(page).first();
  await expect(first.locator('.hit').first()).toHaveText(/oxytocin/i);
  await first.click();
  await expect(page.locator('mark.passage').first()).toHaveText(/oxytocin/i);
  await expect(page.locator('mark.passage').first()).toBeInViewport();
});

test('a hit is an address of its own: a new tab opens at the words', async ({ page }) => {
  await open(page, './search/?q=oxytocin');
  const href = await hits(page).first().getAttribute('href');
  expect(href).toMatch(/\?text=.*#/);
  await open(page, href ?? '');
  await expect(page.locator('mark.passage').first()).toHaveText(/oxytocin/i);
});

test('what is typed stands in the address, and fills no history', async ({ page }) => {
  await open(page, './');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' }).click();
  await expect(box(page)).toBeVisible();
  const before = await page.evaluate(() => history.length);
  await box(page).pressSequentially('trust & “slow”', { delay: 20 });
  await expect(page).toHaveURL(/\?q=trust%20%26%20/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  await page.goBack();
  await expect(box(page)).toHaveValue('trust & “slow”');
});

test('a slip of the finger is read as what was meant', async ({ page }) => {
  await open(page, './search/?q=atachment');
  await expect(page.getByRole('main').getByText(/for “attachment”/)).toBeVisible();
  await expect(hits(page)).not.toHaveCount(0);
});

test('a phrase in quotation marks stands together', async ({ page }) => {
  await open(page, './search/');
  await box(page).fill('“closeness of kinds”');
  await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible();
  await box(page).fill('“kinds of closeness”');
  await expect(page.getByRole('heading', { level: 2, name: /Kinds of Closeness/ })).toBeVisible();
});

test('the reader’s own words are found too, and lead to their place', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Sex as armour', 'green');
  await page.locator('mark[data-colour=green]').first().click();
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('textbox', { name: 'Note' }).fill('Zanzibar, I thought');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Zanzibar');
  await open(page, './search/?q=zanzibar');
  await expect(page.getByRole('heading', { level: 2, name: /Your notes/ })).toBeVisible();
  await hits(page).first().click();
  await expect(page.locator('mark[data-colour=green]').first()).toBeInViewport();
});

test('what looks like markup in the address is text', async ({ page }) => {
  await open(page, './search/?q=<img src=x onerror=alert(1)>');
  await expect(box(page)).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
});

test.describe('find in article', () => {
  const field = (page: import('@playwright/test').Page) => page.getByRole('searchbox', { name: 'Find in article' });
  const current = (page: import('@playwright/test').Page) => page.locator('mark.hit.is-current');
  const find = (page: import('@playwright/test').Page) =>
    page.getByRole('group', { name: 'Reading tools' }).getByRole('button', { name: 'Find in article' });

  test('every place is framed, counted and walked through', async ({ page }) => {
    await open(page, PACE);
    await find(page).click();
    await expect(field(page)).toBeFocused();
    await field(page).pressSequentially('TRUST');
    const framed = page.locator('article mark.hit');
    await expect(framed.first()).toHaveText(/trust/i);
    const count = await framed.count();
    expect(count).toBeGreaterThan(3);
    await expect(status(page)).toContainText(new RegExp(`^1 of ${count}, in `));
    await expect(current(page)).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText(new RegExp(`^2 of ${count}, in `));
    await expect(current(page)).toBeInViewport();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(status(page)).toContainText(new RegExp(`^${count} of ${count}, in `));
    await page.getByRole('button', { name: 'Next place' }).click();
    await expect(status(page)).toContainText(new RegExp(`^1 of ${count}, in `));
  });

  test('over highlights, which are then deleted', async ({ page }) => {
    await open(page, PACE);
    await highlight(page, 'before trust has formed', 'green');
    await page.keyboard.press('Alt+s');
    await field(page).fill('trust has');
    const mark = page.locator('article mark[data-colour=green]');
    await expect(mark.locator('.hit').or(page.locator('.hit mark[data-colour=green]')).first()).toHaveText('trust has');
    await page.locator('article mark[data-colour=green][role=button]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: 'Delete' }).click();
    await expect(mark).toHaveCount(0);
    await expect(page.locator('article mark.hit')).toHaveText(['trust has']);
    await expect(page.locator('article')).toContainText('before trust has formed');
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await expect(mark.first()).toBeVisible();
    await expect(page.locator('article mark.hit')).toHaveText(['trust has']);
  });

  test('Escape closes it and leaves the words selected', async ({ page }) => {
    await open(page, PACE);
    await page.keyboard.press('Alt+s');
    await field(page).fill('before trust has formed');
    await expect(current(page)).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeHidden();
    await expect(page.locator('article mark.hit')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('before trust has formed');
    await expect(toolbar(page)).toBeVisible();
  });

  test('a place is highlighted without a mouse', async ({ page }) => {
    await open(page, PACE);
    await page.keyboard.press('Alt+s');
    await field(page).fill('strong sensation');
    await expect(current(page)).toBeVisible();
    for (let stop = 0; stop < 6; stop++) {
      await page.keyboard.press('Tab');
      if (await page.getByRole('button', { name: 'Highlight this', exact: true }).evaluate((b) => b === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('article mark[data-annotation]')).toHaveText('strong sensation');
    await page.keyboard.press('Enter');
    await expect(status(page)).toContainText('highlighted already');
    await expect(page.locator('article mark[data-annotation]')).toHaveCount(1);
  });

  test('the browser’s own key is the browser’s, unless the reader gives it to us', async ({ page }) => {
    await open(page, PACE);
    const press = () =>
      page.evaluate(() => {
        const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
        return document.body.dispatchEvent(event);
      });
    expect(await press()).toBe(true);
    await expect(field(page)).toBeHidden();
    await open(page, './settings/');
    await page.getByRole('checkbox', { name: /Ctrl\+F/ }).check();
    await open(page, PACE);
    expect(await press()).toBe(false);
    await expect(field(page)).toBeFocused();
  });

  test('what is nowhere is said; what is almost there is found', async ({ page }) => {
    await open(page, PACE);
    await find(page).click();
    await field(page).fill('zyzzyva');
    await expect(status(page)).toContainText('Nothing found');
    await field(page).fill('sensaton');
    await expect(status(page)).toContainText('“sensation”');
    await expect(current(page)).toHaveText(/sensation/);
  });
});
