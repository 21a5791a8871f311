/** The notebook: everything that was marked and written, to look through, go to, edit and delete. */
import { type Page } from '@playwright/test';
import { PACE, expect, highlight, marks, open, status, test } from '../reader';

const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });
const entry = (page: Page, words: string) => entries(page).filter({ hasText: words });

async function fill(page: Page) {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear', 'green');
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await page.getByRole('article').getByRole('textbox').first().fill('He hated his job.');
  await expect(status(page)).toContainText('Saved');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeFocused();
}

test('an empty notebook says how to fill it', async ({ page }) => {
  await open(page, './notebook/');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the library' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();
});

test('entries stand in reading order with quote, words, section and date', async ({ page }) => {
  await fill(page);
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(page).nth(0)).toContainText('He hated his job.');
  await expect(entries(page).nth(1)).toContainText('Hold off, and you may fear');
  await expect(entries(page).nth(1)).toContainText('Other people’s clocks');
  await expect(entries(page).nth(1).getByRole('time')).toBeVisible();
  await expect(entries(page).nth(2)).toContainText('Sex as armour');
});

test('an entry leads to its passage', async ({ page }) => {
  await fill(page);
  await entry(page, 'Hold off').getByRole('button', { name: 'Go to passage' }).click();
  await expect(marks(page)).toBeInViewport();
  await expect(marks(page)).toBeFocused();
  await expect(page).toHaveURL(/#outside-pressure$/);
});

test('a note is edited in place', async ({ page }) => {
  await fill(page);
  await entry(page, 'Hold off').getByRole('button', { name: 'Edit note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Bring to class.');
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.reload();
  await expect(entry(page, 'Hold off')).toContainText('Bring to class.');
});

test('deleting can be undone', async ({ page }) => {
  await fill(page);
  await entry(page, 'He hated').getByRole('button', { name: 'Delete' }).click();
  await expect(entries(page)).toHaveCount(2);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(entry(page, 'He hated his job.')).toBeVisible();
  await page.reload();
  await expect(entries(page)).toHaveCount(3);
});

test('filters by kind, colour, article and words', async ({ page }) => {
  await fill(page);
  const kind = (name: string) => page.getByRole('group', { name: 'Kind' }).getByRole('radio', { name });
  await kind('Bookmarks').check();
  await expect(entries(page)).toHaveCount(1);
  await expect(status(page)).toContainText('1 result');
  await kind('Everything').check();
  await page.getByRole('group', { name: 'Colour' }).getByRole('radio', { name: /green/ }).check();
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole('group', { name: 'Colour' }).getByRole('radio', { name: 'All' }).check();
  await page.getByRole('combobox', { name: 'Article' }).selectOption({ label: 'Kinds of Closeness' });
  await expect(page.getByText('Nothing here matches')).toBeVisible();
  await page.getByRole('combobox', { name: 'Article' }).selectOption({ label: 'All articles' });
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('JOB');
  await expect(entries(page)).toHaveCount(1);
});
