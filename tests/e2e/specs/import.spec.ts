/** Files as notes: seen before anything changes, each fault named, and a way back. */
import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, kept, open, status, test } from '../reader';

const FIXTURES = fileURLToPath(new URL('../../fixtures/interchange', import.meta.url));
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import notes' });
const alert = (page: Page) => dialog(page).getByRole('alert');
const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });
const count = (page: Page, name: string) =>
  dialog(page).locator('dl > div').filter({ hasText: name }).getByRole('definition');

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  if (!(await dialog(page).isVisible())) await page.getByRole('button', { name: 'Import' }).click();
  await dialog(page).getByLabel('Notes file').setInputFiles(typeof file === 'string' ? `${FIXTURES}/${file}` : file);
}

const made = (name: string, contents: string | Buffer) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.isBuffer(contents) ? contents : Buffer.from(contents),
});

test('a file of ours: seen, brought in, the same the second time', async ({ page }) => {
  await open(page, './notebook/');
  await choose(page, 'closely.json');
  await expect(count(page, 'New')).toHaveText('4');
  expect(Object.keys(await kept(page)).filter((key) => key.includes('annotation'))).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Import 4 notes' }).click();
  await expect(status(page)).toContainText('4 notes came in');
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(entries(page)).toHaveCount(4);
  await expect(page.getByText('</script><img onerror=alert(1)>')).toBeVisible();
  await expect(page.getByRole('heading', { name: /no-such-article/ })).toBeVisible();
  const before = await kept(page);
  await choose(page, 'closely.json');
  await expect(dialog(page)).toContainText('Everything in this file is here already.');
  await expect(count(page, 'Here already')).toHaveText('4');
  expect(await kept(page)).toEqual(before);
});

test('markup in a note is shown as it was typed', async ({ page }) => {
  const typed = '[x](javascript:alert(1)) <a href="javascript:alert(2)">y</a> </script><img src=x onerror=alert(3)>';
  const words = JSON.stringify(typed).slice(1, -1);
  const file = readFileSync(`${FIXTURES}/closely.json`, 'utf8').replace('</script><img onerror=alert(1)>', () => words);
  expect(file).toContain(words);
  await open(page, './notebook/');
  await choose(page, made('notes.json', file));
  await dialog(page).getByRole('button', { name: 'Import 4 notes' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(typed)).toBeVisible();
  await open(page, './read/pace-and-closeness/');
  await page.locator('article mark[data-annotation]').first().click();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(new RegExp(typed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  await expect(page.locator('[href^="javascript:"], img[src="x"]')).toHaveCount(0);
});

test('an import is undone in one step', async ({ page }) => {
  await open(page, './notebook/');
  await choose(page, 'closely.json');
  await dialog(page).getByRole('button', { name: 'Import 4 notes' }).click();
  await dialog(page).getByRole('button', { name: 'Undo the import' }).click();
  await expect(status(page)).toContainText('undone');
  expect(Object.keys(await kept(page)).filter((key) => key.includes('annotation'))).toEqual([]);
});

test('a note that was edited here keeps both versions', async ({ page }) => {
  await open(page, './notebook/');
  await choose(page, 'closely.json');
  await dialog(page).getByRole('button', { name: 'Import 4 notes' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  const answer = entries(page).filter({ hasText: 'He hated his job.' });
  await answer.getByRole('button', { name: 'Edit note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('He likes it now.');
  await expect(status(page)).toContainText('Saved on this device');
  await choose(page, 'closely.json');
  await expect(count(page, 'Different from yours')).toHaveText('1');
  await expect(dialog(page).getByRole('radio', { name: 'Keep both versions' })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Import 1 note' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await expect(page.getByText('He hated his job.')).toBeVisible();
  await expect(page.getByText('He likes it now.')).toBeVisible();
});

test('notes from Hypothesis and Readwise find their words', async ({ page }) => {
  await open(page, './notebook/');
  for (const [file, notes] of [['hypothesis-client.json', 3], ['readwise.csv', 2]] as const) {
    await choose(page, file);
    await dialog(page).getByText('What can’t come in, and why').click();
    await expect(dialog(page).getByRole('listitem').first()).toContainText(/^Entry \d+: /);
    await dialog(page).getByRole('button', { name: `Import ${notes} notes` }).click();
    await dialog(page).getByRole('button', { name: 'Done' }).click();
  }
  await entries(page).filter({ hasText: 'Read *this* in class' }).getByRole('button', { name: 'Go to passage' }).click();
  await expect(page.locator('article mark[data-annotation]').first()).toContainText('Hold off, and you may fear');
});

test('bad entries are named, the rest comes in', async ({ page }) => {
  await open(page, './notebook/');
  await choose(page, 'broken-entries.json');
  await expect(count(page, 'New')).toHaveText('2');
  await expect(count(page, 'Can’t come in')).toHaveText('8');
  await dialog(page).getByText('What can’t come in, and why').click();
  const reasons = dialog(page).getByRole('listitem');
  await expect(reasons.nth(0)).toContainText('Entry 1: Its position starts after its end');
  await expect(reasons.nth(1)).toContainText('Entry 2: It has no quote (“exact”)');
  await dialog(page).getByRole('button', { name: 'Import 2 notes' }).click();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('this one comes in')).toBeVisible();
  await expect(page.getByText('words of an article that is gone')).toBeVisible();
});

test('each file that is no notes file gets its own answer, and nothing changes', async ({ page }) => {
  await open(page, './notebook/');
  const before = await kept(page);
  const whole = readFileSync(`${FIXTURES}/closely.json`);
  const invalid = Buffer.from(whole);
  invalid[300] = 0xff;
  const files: [string | Buffer, string][] = [
    ['', 'empty'],
    ['<!doctype html><title>Sign in</title>', 'web page'],
    [Buffer.from('PK\x03\x04\x14\x00'), 'compressed'],
    [invalid, 'not in UTF-8'],
    [whole.subarray(0, 900), 'cut off'],
    ['{"a":}', 'mistake'],
    ['{"a":1}', 'no notes are in it'],
  ];
  for (const [contents, says] of files) {
    await choose(page, made('notes.json', contents));
    await expect(alert(page)).toContainText(says);
  }
  expect(await kept(page)).toEqual(before);
  await choose(page, made('marked.json', Buffer.concat([Buffer.from('\ufeff'), whole])));
  await expect(count(page, 'New')).toHaveText('4');
});

test('a file of 500 MB is refused before it is read', async ({ page }) => {
  await open(page, './notebook/');
  await page.getByRole('button', { name: 'Import' }).click();
  await dialog(page).getByLabel('Notes file').evaluate((input: HTMLInputElement) => {
    const file = new File(['{}'], 'notes.json', { type: 'application/json' });
    Object.defineProperty(file, 'size', { value: 500 * 1024 * 1024 });
    file.arrayBuffer = () => {
      throw new Error('it was read');
    };
    Object.defineProperty(input, 'files', { value: Object.assign([file], { item: () => file }) });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(alert(page)).toContainText('larger than 20 MB, so it was not read');
});

test('a full store: what came in before stays, the rest is said', async ({ page }) => {
  await open(page, './notebook/');
  await choose(page, 'closely.json');
  await expect(count(page, 'New')).toHaveText('4');
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    let left = 2;
    Storage.prototype.setItem = function (key, value) {
      if (left-- <= 0) throw new DOMException('full', 'QuotaExceededError');
      set.call(this, key, value);
    };
  });
  await dialog(page).getByRole('button', { name: 'Import 4 notes' }).click();
  await expect(status(page)).toContainText('2 notes came in');
  await expect(alert(page)).toContainText('full');
  expect(Object.keys(await kept(page)).filter((key) => key.includes(':annotation:'))).toHaveLength(2);
});

test('a file that is dropped on the page opens the dialog', async ({ page }) => {
  await open(page, './notebook/');
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'notes.json', { type: 'application/json' }));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, readFileSync(`${FIXTURES}/closely.json`, 'utf8'));
  await expect(count(page, 'New')).toHaveText('4');
});
