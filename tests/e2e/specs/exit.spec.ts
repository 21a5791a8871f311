/** Quick exit on every page, with or without the app; and discreet mode. */
import type { Page } from '@playwright/test';
import { PACE, ROUTES, expect, highlight, holdProgram, kept, marks, open, ready, status, test } from '../reader';

const AWAY = 'https://www.wikipedia.org/';

test.use({ allowed: [/^asked https:\/\/www\.wikipedia\.org\//] });

/** The neutral page, without asking it. */
async function answerAway(page: Page) {
  await page.route(`${AWAY}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Away</title><h1>Away</h1>' }));
}

test('every page has a real link away', async ({ page }) => {
  for (const path of ROUTES) {
    await open(page, path);
    const link = page.getByRole('link', { name: /exit/i });
    await expect(link).toHaveAttribute('href', AWAY);
    await expect(link).toHaveAttribute('rel', /noreferrer/);
  }
});

test('it takes the place of the page in the history, with what was typed saved', async ({ page }) => {
  await answerAway(page);
  await open(page, './about/');
  await open(page, PACE);
  await page.getByRole('article').getByRole('textbox').first().pressSequentially('kept', { delay: 0 });
  await page.getByRole('link', { name: /exit/i }).click();
  await expect(page).toHaveURL(AWAY);
  await page.goBack();
  await expect(page).toHaveURL(/about/);
  await ready(page);
  expect(Object.values(await kept(page)).some((text) => text.includes('kept'))).toBe(true);
});

test('the page is gone at once, though the next one is slow, and is whole again on return', async ({ page }) => {
  // An answer without content leaves the page where it is: as long as a slow one would.
  await page.route(`${AWAY}**`, (route) => route.fulfill({ status: 204 }));
  await open(page, PACE);
  const title = await page.title();
  await page.getByRole('link', { name: /exit/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  expect(await page.title()).not.toContain('Pace');
  // The browser brings a page back as it was left: here, by its own event.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
  expect(await page.title()).toBe(title);
});

test('Shift three times leaves, says how far it is, and gives up after a while', async ({ page }) => {
  await answerAway(page);
  await open(page, PACE);
  await page.keyboard.press('Shift');
  await expect(status(page)).toContainText('press it 2 more times');
  await page.keyboard.press('Shift');
  await expect(status(page)).toContainText('once more');
  await expect(status(page)).toContainText('you stay here');
  // Capital letters are no presses of Shift.
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.click();
  for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
  await expect(page).toHaveURL(/pace-and-closeness/);
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(AWAY);
});

test('Shift three times leaves from inside a dialog', async ({ page }) => {
  await answerAway(page);
  await open(page, PACE);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await expect(page).toHaveURL(AWAY);
});

test('it works before the app is there', async ({ page }) => {
  await answerAway(page);
  await holdProgram(page);
  await page.goto(PACE);
  await page.keyboard.press('Shift');
  await expect(status(page)).toContainText('press it 2 more times');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(AWAY);
});

test('settings say plainly that the history remains', async ({ page }) => {
  await open(page, './settings/');
  await expect(page.getByText(/history still lists the pages/)).toBeVisible();
});

test('discreet mode: a title that says nothing, nothing shown, nothing kept', async ({ page, context }) => {
  test.slow();
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  await page.mouse.wheel(0, 4000);
  await expect.poll(async () => Object.keys(await kept(page)).some((key) => key.startsWith('closely:place:'))).toBe(true);
  await open(page, './settings/');
  const before = await kept(page);
  await expect(page.locator('html[data-offline]')).toBeAttached();
  await page.getByRole('button', { name: 'Start discreet mode' }).click();
  await expect(page.getByRole('region', { name: 'Discreet mode' })).toBeVisible();
  await ready(page);
  await expect(page).toHaveTitle('Closely');

  await open(page, './');
  await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Pace and Closeness' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
  await expect(page).toHaveTitle('Closely');
  await expect(marks(page)).toHaveCount(0);
  await highlight(page, 'Much of what we watch');
  await page.getByRole('article').getByRole('textbox').first().fill('not for keeps');
  await page.getByRole('article').getByRole('textbox').first().blur();
  await page.mouse.wheel(0, 4000);
  await expect(page.getByText(/Saved on this device/).first()).toBeHidden();
  await open(page, './');
  await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0);
  expect(await kept(page)).toEqual(before);

  // Another tab is as it was, and so is this one when the mode is left.
  const other = await context.newPage();
  await open(other, PACE);
  await expect(marks(other)).toHaveCount(1);
  await other.close();
  await expect(page.locator('html[data-offline]')).toBeAttached();
  await page.getByRole('button', { name: 'Leave discreet mode' }).click();
  await expect(page.getByRole('region', { name: 'Discreet mode' })).toBeHidden();
  await ready(page);
  await open(page, PACE);
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
});

test('a session that is discreet from its start leaves no copy of the site behind', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.addInitScript(() => sessionStorage.setItem('closely:discreet', '1'));
  const left = () =>
    page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length, Object.keys(localStorage)]);
  for (const path of ['./', PACE, './settings/']) {
    await open(page, path);
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'discreet');
    expect(await left()).toEqual([[], 0, []]);
  }
  await expect(page.getByText('No offline copy is made in discreet mode.')).toBeVisible();
  await context.close();
});
