/** Your data: what is kept, taking it along, erasing it all, and having it back. */
import { type Page } from '@playwright/test';
import { PACE, expect, highlight, kept, open, ready, status, test } from '../reader';

const notes = async (page: Page) =>
  Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:')));

async function fill(page: Page) {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear', 'green');
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await page.getByRole('article').getByRole('textbox').first().fill(' two  spaces 👩‍👩‍👧 </script>');
  await expect(status(page)).toContainText('Saved');
}

async function erase(page: Page) {
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('note').filter({ hasText: 'was erased' })).toBeVisible({ timeout: 20_000 });
  await ready(page);
}

test('export, erase and import give back every note byte for byte', async ({ page }) => {
  await fill(page);
  const before = await notes(page);
  expect(Object.keys(before)).toHaveLength(3);
  await open(page, './settings/');
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export notes' }).getByRole('button', { name: 'Download' }).click(),
  ]);
  await expect(page.getByText('Everything last exported')).toBeVisible();
  await expect(page.locator('dl').getByText(/^\d\d:\d\d$/)).toBeVisible();
  await erase(page);
  expect(await notes(page)).toEqual({});
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByRole('dialog', { name: 'Import notes' }).getByLabel('Notes file').setInputFiles(await file.path());
  await page.getByRole('button', { name: 'Import 3 notes' }).click();
  await expect(status(page)).toContainText('3 notes came in');
  expect(await notes(page)).toEqual(before);
});

test('erasing leaves other programs’ keys and caches, and asks once', async ({ page }) => {
  await fill(page);
  const base = new URL('.', page.url()).pathname.replace(/read\/.*$/, '');
  await page.evaluate(async (base) => {
    localStorage.setItem('other-app', 'stays');
    localStorage.setItem('closely:annotation:broken', '{"version":1,"checksum":"0000');
    await caches.open(`closely:${base}:1`);
    await caches.open('other-app');
  }, base);
  await open(page, './settings/');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  const asked = page.getByRole('dialog', { name: 'Erase everything?' });
  await expect(asked).toContainText('3 marks and notes');
  await expect(asked).toContainText('can’t erase your browser’s history');
  await asked.getByRole('button', { name: 'Keep them' }).click();
  expect(Object.keys(await notes(page))).toHaveLength(4);
  await erase(page);
  expect(await kept(page)).toEqual({ 'other-app': 'stays' });
  expect(await page.evaluate(() => caches.keys())).toEqual(['other-app']);
});

test('a tab that is open elsewhere writes nothing back', async ({ page, context }) => {
  await fill(page);
  const other = await context.newPage();
  await open(other, PACE);
  const field = other.getByRole('article').getByRole('textbox').first();
  await field.fill('typed and not yet saved when all is erased');
  await open(page, './settings/');
  const again = other.waitForEvent('load');
  await erase(page);
  await again;
  await ready(other);
  await expect(other.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  expect(await notes(page)).toEqual({});
});

test('a store that refuses to forget is told', async ({ page }) => {
  await fill(page);
  await open(page, './settings/');
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {};
  });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('still there');
});

test('says how much is kept, and asks the browser for its promise', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = async () => false;
    navigator.storage.persist = async () => true;
  });
  await fill(page);
  await open(page, './settings/');
  await expect(page.locator('dl').getByText(/^\d+ KB, less than 1% of the room there is$/)).toBeVisible();
  await page.getByRole('button', { name: 'Ask it to' }).click();
  await expect(status(page)).toContainText('promised');
  await expect(page.getByText('yes, until you clear its data')).toBeVisible();
});

test('warns where the browser deletes what is not visited', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' });
  });
  await open(page, './settings/');
  await expect(page.getByRole('note').filter({ hasText: 'after seven days' })).toBeVisible();
});

test('records that can not be used are handed out together, byte for byte', async ({ page }) => {
  await open(page, './settings/');
  const bad = {
    'closely:annotation:cut': '{"version":1,"checksum":"0000',
    'closely:annotation:newer': '{"version":99,"record":{"body":"from later"}}',
  };
  await page.evaluate((bad) => Object.entries(bad).forEach(([key, value]) => localStorage.setItem(key, value)), bad);
  await page.reload();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download them all' }).click(),
  ]);
  const { default: fs } = await import('node:fs');
  expect(JSON.parse(fs.readFileSync(await file.path(), 'utf8')).records).toEqual(bad);
  expect(await notes(page)).toEqual(bad);
});
