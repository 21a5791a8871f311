/** A notebook under a passphrase: nothing of it can be read without, and nothing of it is lost with it. */
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, type Page } from '@playwright/test';
import fs from 'node:fs';
import { PACE, expect, highlight, kept, marks, open, ready, status, test } from '../reader';
import { highlightOf, sealed, seed } from '../records';

const SECRET = 'plum river under snow';
const OTHER = 'a slower second key';
const QUOTE = 'Hold off, and you may fear';
const NOTE = 'sepia tram at the corner';

const answer = (page: Page) => page.getByRole('article').getByRole('textbox').first();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator('input, select'));
const hidden = (page: Page) => page.getByText('The notebook is locked, so your marks are hidden.');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** A mark, a note, a name of a colour, and a place: something of each kind. */
async function fill(page: Page) {
  await open(page, PACE);
  await highlight(page, QUOTE, 'green');
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await answer(page).fill(NOTE);
  await expect(status(page)).toContainText('Saved');
  await open(page, './settings/');
  await field(page, 'Name of blue').fill('heliotrope');
}

async function set(page: Page, passphrase = SECRET) {
  await open(page, './settings/');
  await press(page, 'Set a passphrase');
  await field(page, 'New passphrase').fill(passphrase);
  await field(page, 'The same again').fill(passphrase);
  await dialog(page, 'Set a passphrase').getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(status(page)).toContainText('Your notebook is encrypted');
}

async function remove(page: Page) {
  await press(page, 'Remove the passphrase');
  await dialog(page, 'Remove the passphrase?').getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(status(page)).toContainText('The passphrase is removed');
}

/** Damages everything that is encrypted; gives it as it is then. */
const damage = (page: Page) =>
  page.evaluate(() => {
    const names = Object.keys(localStorage).filter((key) => key.startsWith('closely:sealed:'));
    const torn = names.map((name) => [name, localStorage.getItem(name)!.replace('"sealed":"', '"sealed":"AAAA')] as const);
    torn.forEach(([name, bytes]) => localStorage.setItem(name, bytes));
    return Object.fromEntries(torn);
  });

/** A tab that can fall asleep: what the other tabs do does not reach it then. */
async function sleepy(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    addEventListener('storage', (event) => {
      if (event.isTrusted && document.documentElement.dataset.deaf) event.stopImmediatePropagation();
    });
  });
  return tab;
}

const fallAsleep = (page: Page) => page.evaluate(() => void (document.documentElement.dataset.deaf = 'yes'));

/** Gives the passphrase on the notebook's page. */
async function unlock(page: Page, passphrase = SECRET) {
  await open(page, './notebook/');
  await give(page, passphrase);
  await expect(status(page)).toContainText('unlocked');
}

async function give(page: Page, passphrase: string) {
  await field(page, 'Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}

/** The reader's records, as they are without a passphrase; how pages look is none of the notebook. */
async function records(page: Page): Promise<Record<string, string>> {
  const ours = Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:'));
  return Object.fromEntries(ours.filter(([key]) => !/^closely:(place:|settings:reading|settings:listening)/.test(key)));
}

/** Nothing of the notebook can be read in what is kept. */
async function expectSilence(page: Page) {
  const all = Object.entries(await kept(page));
  expect(all.some(([key]) => key.startsWith('closely:sealed:'))).toBe(true);
  for (const [key, value] of all) {
    expect(key).not.toMatch(/annotation|place|pack|colours|pace-and/);
    for (const word of [QUOTE, 'Hold off', NOTE, 'sepia tram', 'heliotrope', 'pace-and-closeness', 'green', SECRET]) {
      expect(value, key).not.toContain(word);
    }
  }
}

async function expectNotes(page: Page) {
  const entries = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });
  await expect(entries).toHaveCount(3);
  await expect(page.getByRole('main')).toContainText(QUOTE);
  await expect(page.getByRole('main')).toContainText(NOTE);
}

test('set, reload, unlock: nothing can be read meanwhile, and everything is there again', async ({ page }) => {
  await fill(page);
  const before = await records(page);
  await set(page);
  await expectSilence(page);
  expect(Object.keys(await records(page)).filter((key) => key.startsWith('closely:sealed:')).length).toBeGreaterThan(3);
  await page.reload();
  await ready(page);
  await expectSilence(page);

  // The article reads as ever; the marks are hidden, and one line says so.
  await open(page, PACE);
  await expect(hidden(page)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sex as armour' })).toBeVisible();
  await expect(marks(page)).toHaveCount(0);
  await expect(answer(page)).toHaveValue('');
  await press(page, 'Unlock');
  await dialog(page, 'Unlock the notebook').getByLabel('Passphrase').fill(SECRET);
  await dialog(page, 'Unlock the notebook').getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(status(page)).toContainText('unlocked');
  await expect(hidden(page)).toBeHidden();
  await expect(marks(page)).toHaveText([QUOTE]);
  await expect(answer(page)).toHaveValue(NOTE);
  await page.getByRole('link', { name: 'Notebook', exact: true }).first().click();
  await expectNotes(page);
  await expectSilence(page);

  // Back to what it was, byte for byte.
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await expect(field(page, 'Name of blue')).toHaveValue('heliotrope');
  await press(page, 'Remove the passphrase');
  await dialog(page, 'Remove the passphrase?').getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(status(page)).toContainText('The passphrase is removed');
  expect(await records(page)).toEqual(before);
});

test('a wrong passphrase is told, and told apart from a damaged lock', async ({ page }) => {
  await fill(page);
  await set(page);
  const whole = await kept(page);
  await open(page, './notebook/');
  await expect(page.getByRole('heading', { name: 'The notebook is locked' })).toBeVisible();
  await give(page, 'plum river under SNOW');
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase');
  await expect(field(page, 'Passphrase')).toHaveValue('plum river under SNOW');
  await expect(field(page, 'Passphrase')).toBeFocused();
  expect(await kept(page)).toEqual(whole);

  // One damaged copy is none the worse.
  await page.evaluate(() => localStorage.setItem('closely:lock:first', '{"version":1,"che'));
  await unlock(page);
  await expectNotes(page);
  const lock = await kept(page);
  expect(lock['closely:lock:first']).toBe(whole['closely:lock:second']);

  // With both damaged it is said that no passphrase can be tried, and nothing is touched.
  await page.evaluate(() => {
    localStorage.setItem('closely:lock:first', '{"version":1,"che');
    localStorage.setItem('closely:lock:second', 'x');
  });
  const damaged = await kept(page);
  await open(page, './notebook/');
  await expect(page.getByText('The lock of your notebook is damaged.')).toBeVisible();
  await expect(field(page, 'Passphrase')).toHaveCount(0);
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download what is there')]);
  const saved = JSON.parse(fs.readFileSync(await file.path(), 'utf8')).records;
  const encrypted = Object.entries(damaged).filter(([key]) => /^closely:(sealed|lock):/.test(key));
  expect(saved).toEqual(Object.fromEntries(encrypted));
  await open(page, PACE);
  await answer(page).fill('written into nothing');
  await expect(page.getByText('Not saved. The notebook is locked.')).toBeVisible();
  expect(await kept(page)).toEqual(damaged);
});

test('what is written while it is open is there after a reload, and “Saved” is said when it is sealed', async ({ page }) => {
  await page.addInitScript(() => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    crypto.subtle.encrypt = async (...args) => {
      while (document.documentElement.dataset.slow) await new Promise((go) => setTimeout(go, 20));
      return encrypt(...args);
    };
  });
  await fill(page);
  await set(page);
  await page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: /Pace and Closeness/ }).first().click();
  await page.evaluate(() => void (document.documentElement.dataset.slow = 'yes'));
  await answer(page).fill('marmalade in the afternoon');
  await expect(page.getByText('Saving…')).toBeVisible();
  await expect(page.locator('#article').getByText(/^Saved on this device/)).toHaveCount(0);
  await page.evaluate(() => delete document.documentElement.dataset.slow);
  await expect(status(page)).toContainText('Saved');
  await expect(page.getByText('Saving…')).toHaveCount(0);
  expect(JSON.stringify(await kept(page))).not.toContain('marmalade');
  await unlock(page);
  await expect(page.getByRole('main')).toContainText('marmalade in the afternoon');
});

test('what is written while it is locked stays, and is kept when it is unlocked', async ({ page }) => {
  await fill(page);
  await set(page);
  await open(page, PACE);
  await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
  const reflection = page.getByRole('textbox', { name: 'Reflection on Sex as armour' });
  await reflection.fill('an owl before the key');
  await expect(page.getByText('Not saved. The notebook is locked.')).toBeVisible();
  await page.getByRole('region', { name: 'Notice' }).getByRole('button', { name: 'Unlock' }).click();
  await dialog(page, 'Unlock the notebook').getByLabel('Passphrase').fill(SECRET);
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('unlocked');
  await expect(page.getByText('Not saved.')).toHaveCount(0);
  await expect(reflection).toHaveValue('an owl before the key');
  expect(JSON.stringify(await kept(page))).not.toContain('an owl');
  await unlock(page);
  await expect(page.getByRole('main')).toContainText('an owl before the key');
});

test('lock now', async ({ page }) => {
  await fill(page);
  await set(page);
  const again = page.waitForEvent('load');
  await press(page, 'Lock now');
  await again;
  await ready(page);
  await expect(page.getByText('The notebook is locked. Unlock it to see what is kept')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Import' })).toHaveCount(0);
  await give(page, SECRET);
  await expect(status(page)).toContainText('unlocked');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
});

test('it locks itself when nobody is there, by the clock and not by timers alone', async ({ page }) => {
  await fill(page);
  await set(page);
  await field(page, 'Lock by itself when nobody touches this page for').selectOption('5');
  await expect(status(page)).toContainText('after 5 minutes');
  const later = (minutes: number) =>
    page.evaluate((minutes) => {
      const now = Date.now;
      Date.now = () => now() + minutes * 60_000;
    }, minutes);
  await later(4);
  await page.mouse.move(20, 20);
  await later(4);
  await page.mouse.move(40, 40);
  await expect(page.getByText('Your notebook is encrypted, and open in this tab.')).toBeVisible();
  // The device slept: the first touch after that comes too late.
  await later(6);
  const again = page.waitForEvent('load');
  await page.mouse.move(60, 60);
  await again;
  await ready(page);
  await expect(field(page, 'Passphrase')).toBeVisible();
  await give(page, SECRET);
  await expect(field(page, 'Lock by itself when nobody touches this page for')).toHaveValue('5');
  // Untouched, a timer sees to it.
  const untouched = page.waitForEvent('load');
  await later(6);
  await untouched;
  await ready(page);
  await expect(field(page, 'Passphrase')).toBeVisible();
});

test('it locks itself while a note is emptied to be written anew: the old words stay', async ({ page }) => {
  await fill(page);
  await set(page);
  await page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: /Pace and Closeness/ }).first().click();
  await answer(page).fill('');
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 60 * 60_000;
  });
  const again = page.waitForEvent('load');
  await page.keyboard.press('Shift');
  await again;
  await unlock(page);
  await expect(page.getByRole('main')).toContainText(NOTE);
});

test('another passphrase: the old one opens nothing, the new one everything', async ({ page }) => {
  await fill(page);
  await set(page);
  const sealed = Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:sealed:'));
  await press(page, 'Change the passphrase');
  const asked = dialog(page, 'Change the passphrase');
  await field(page, 'The passphrase now').fill('not this one');
  await field(page, 'New passphrase').fill(OTHER);
  await field(page, 'The same again').fill(OTHER);
  await asked.getByRole('button', { name: 'Change it' }).click();
  await expect(asked.getByRole('alert')).toContainText('That is not the passphrase');
  await field(page, 'The passphrase now').fill(SECRET);
  await asked.getByRole('button', { name: 'Change it' }).click();
  await expect(status(page)).toContainText('The passphrase is changed');
  // No note was written again.
  const after = await kept(page);
  for (const [key, value] of sealed) expect(after[key]).toBe(value);
  await open(page, './notebook/');
  await give(page, SECRET);
  await expect(page.getByRole('alert')).toContainText('That is not the passphrase');
  await give(page, OTHER);
  await expect(status(page)).toContainText('unlocked');
  await expectNotes(page);
});

test('short and differing passphrases are not taken', async ({ page }) => {
  await open(page, './settings/');
  await press(page, 'Set a passphrase');
  const asked = dialog(page, 'Set a passphrase');
  await expect(asked).toContainText('A forgotten passphrase can’t be recovered.');
  await field(page, 'New passphrase').fill('short');
  await field(page, 'The same again').fill('short');
  await asked.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(asked.getByRole('alert')).toContainText('at least 8 characters');
  await field(page, 'New passphrase').fill(SECRET);
  await asked.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(asked.getByRole('alert')).toContainText('not the same');
  expect(Object.keys(await kept(page)).filter((key) => key.startsWith('closely:lock'))).toEqual([]);
  await asked.getByRole('button', { name: 'Export first' }).click();
  await expect(dialog(page, 'Export notes')).toBeVisible();
});

test('a page that is killed while the passphrase is set loses nothing', async ({ page }) => {
  const seeds = Array.from({ length: 12 }, (_, n) => highlightOf({ id: `n${n}`, body: `thought ${n}`, start: 100 + n * 40 }));
  await seed(page, seeds);
  await open(page, './settings/');
  // The cipher falls silent in the middle.
  await page.evaluate(() => {
    // Two for the lock, five for notes.
    let left = 7;
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    crypto.subtle.encrypt = (...args) => (left-- > 0 ? encrypt(...args) : new Promise(() => {}));
  });
  await press(page, 'Set a passphrase');
  await field(page, 'New passphrase').fill(SECRET);
  await field(page, 'The same again').fill(SECRET);
  await page.keyboard.press('Enter');
  const count = async (start: string) => Object.keys(await kept(page)).filter((key) => key.startsWith(start)).length;
  await expect.poll(() => count('closely:sealed:')).toBe(5);
  expect(await count('closely:annotation:')).toBe(7);
  // The next page is locked, whatever stands plain still; unlocking ends what was begun.
  await open(page, './notebook/');
  await expect(page.getByRole('heading', { name: 'The notebook is locked' })).toBeVisible();
  await expect(page.getByText('thought 11')).toHaveCount(0);
  await give(page, SECRET);
  await expect(status(page)).toContainText('unlocked');
  await expect(page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(12);
  expect(await count('closely:annotation:')).toBe(0);
  expect(await count('closely:sealed:')).toBeGreaterThanOrEqual(12);
});

test('a page that is killed while the passphrase is removed loses nothing', async ({ page }) => {
  const seeds = Array.from({ length: 12 }, (_, n) => highlightOf({ id: `n${n}`, body: `thought ${n}`, start: 100 + n * 40 }));
  await seed(page, seeds);
  await set(page);
  // From the middle on the store does nothing any more.
  await page.evaluate(() => {
    let left = 6;
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('closely:annotation:')) left -= 1;
      if (left < 0) throw new DOMException('gone', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
    Storage.prototype.removeItem = function (key) {
      if (left >= 0) removeItem.call(this, key);
    };
  });
  await press(page, 'Remove the passphrase');
  await dialog(page, 'Remove the passphrase?').getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  const some = Object.keys(await kept(page));
  expect(some.filter((key) => key.startsWith('closely:annotation:')).length).toBe(6);
  expect(some.filter((key) => key.startsWith('closely:sealed:')).length).toBeGreaterThanOrEqual(6);
  // The next page goes on: given once more, the passphrase is gone.
  await open(page, './notebook/');
  await give(page, SECRET);
  await expect(status(page)).toContainText('unlocked');
  await expect(page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(12);
  const after = await kept(page);
  for (const [key, value] of seeds) expect(after[key]).toBe(value);
  expect(Object.keys(after).filter((key) => /^closely:(sealed|lock)/.test(key))).toEqual([]);
});

test('tabs: set, lock and remove in one is so in the others, and what is typed there stays', async ({ page, context }) => {
  await fill(page);
  const other = await context.newPage();
  await open(other, PACE);
  await answer(other).fill('typed and not yet saved');
  const again = other.waitForEvent('load');
  await set(page);
  await again;
  await ready(other);
  await expect(hidden(other)).toBeVisible();
  await expect.poll(async () => JSON.stringify(await kept(page))).not.toContain('typed and not yet saved');
  await expectSilence(page);

  // Each tab is opened by itself; then they see each other's notes.
  await press(other, 'Unlock');
  await dialog(other, 'Unlock the notebook').getByLabel('Passphrase').fill(SECRET);
  await other.keyboard.press('Enter');
  await expect(answer(other)).toHaveValue('typed and not yet saved');
  await page.getByRole('link', { name: 'Notebook', exact: true }).first().click();
  await expect(page.getByRole('main')).toContainText('typed and not yet saved');
  await answer(other).fill('changed over there');
  await expect(page.getByRole('main')).toContainText('changed over there');
  expect(JSON.stringify(await kept(page))).not.toContain('changed over there');

  // Locked in one, locked in all.
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  const begun = [page, other].map((tab) => tab.waitForEvent('load'));
  await press(page, 'Lock now');
  await Promise.all(begun);
  await ready(other);
  await expect(hidden(other)).toBeVisible();
  await expect(marks(other)).toHaveCount(0);

  // Removed in one: a locked tab shows everything again.
  await ready(page);
  await give(page, SECRET);
  await expect(status(page)).toContainText('unlocked');
  await press(page, 'Remove the passphrase');
  await dialog(page, 'Remove the passphrase?').getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(status(page)).toContainText('The passphrase is removed');
  await expect(hidden(other)).toBeHidden();
  await expect(answer(other)).toHaveValue('changed over there');
  await answer(other).fill('plain once more');
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain('plain once more');
});

test('an open tab goes on plain when another one removes the passphrase', async ({ page, context }) => {
  await fill(page);
  await set(page);
  const other = await context.newPage();
  await unlock(other);
  await other.getByRole('listitem').filter({ hasText: QUOTE }).getByRole('button', { name: 'Edit note' }).click();
  const note = other.getByRole('textbox', { name: 'Note', exact: true });
  await note.fill('half a sen');
  await press(page, 'Remove the passphrase');
  await dialog(page, 'Remove the passphrase?').getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(status(page)).toContainText('The passphrase is removed');
  await note.fill('half a sentence');
  await expect.poll(async () => JSON.stringify(await kept(page))).toContain('half a sentence');
  await expect.poll(async () => Object.keys(await kept(page)).filter((key) => /^closely:(sealed|lock)/.test(key))).toEqual([]);
  await open(page, './notebook/');
  await expectNotes(page);
  await expect(page.getByRole('main')).toContainText('half a sentence');
});

test('a damaged record takes no other along, and is handed out', async ({ page }) => {
  await fill(page);
  await set(page);
  const [name, bytes] = await page.evaluate(() => {
    const [name = ''] = Object.keys(localStorage).filter((key) => key.startsWith('closely:sealed:'));
    const bytes = localStorage.getItem(name)!.replace('"sealed":"', '"sealed":"AAAA');
    localStorage.setItem(name, bytes);
    return [name, bytes] as const;
  });
  await unlock(page);
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await expect(page.getByText('One record could not be used.')).toBeVisible();
  await expect(page.getByText(name)).toBeVisible();
  const link = page.getByRole('link', { name: 'Download the record' });
  expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(bytes);
  expect((await kept(page))[name]).toBe(bytes);
  // Its lock can't be taken away.
  await press(page, 'Remove the passphrase');
  const asked = dialog(page, 'Remove the passphrase?');
  await asked.getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(asked.getByRole('alert')).toContainText('Some encrypted records are damaged');
  await expectSilence(page);
});

test('damaged records are in nobody’s way: what is written is saved, and the notebook can be locked', async ({ page }) => {
  await fill(page);
  await set(page);
  const torn = await damage(page);
  await unlock(page);
  await page.getByRole('link', { name: 'Library', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: /Pace and Closeness/ }).first().click();
  await answer(page).fill('slate roof in the rain');
  await expect(status(page)).toContainText('Saved');
  // The names of the colours have one place, and a damaged record is in it: that is not written over.
  await page.getByRole('link', { name: 'Notebook', exact: true }).first().click();
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await field(page, 'Name of blue').fill('periwinkle');
  const again = page.waitForEvent('load');
  await press(page, 'Lock now');
  await again;
  expect(await kept(page)).toMatchObject(torn);
  await unlock(page);
  await expect(page.getByRole('main')).toContainText('slate roof in the rain');
});

test('notes that are open while their records are damaged are kept beside them', async ({ page, context }) => {
  await fill(page);
  await set(page);
  const other = await context.newPage();
  await open(other, './about/');
  const torn = await damage(other);
  const count = async () => Object.keys(await kept(page)).filter((key) => key.startsWith('closely:sealed:')).length;
  await expect.poll(count).toBe(Object.keys(torn).length + 3);
  expect(await kept(page)).toMatchObject(torn);
  await expectSilence(page);
  await unlock(page);
  await expectNotes(page);
});

test('a note that is deleted in one open tab goes from the other', async ({ page, context }) => {
  await fill(page);
  await set(page);
  const other = await context.newPage();
  await unlock(other);
  await expectNotes(other);
  await page.getByRole('link', { name: 'Notebook', exact: true }).first().click();
  await page.getByRole('listitem').filter({ hasText: NOTE }).getByRole('button', { name: 'Delete' }).click();
  await expect(other.getByRole('main')).not.toContainText(NOTE);
  await expect(other.getByRole('main')).toContainText(QUOTE);
});

test('a tab that slept while another passphrase was set seals nothing with the dead key', async ({ page, context }) => {
  const sleeper = await sleepy(context);
  await fill(page);
  await set(page);
  await unlock(sleeper);
  await sleeper.getByRole('link', { name: 'Library', exact: true }).first().click();
  await sleeper.getByRole('main').getByRole('link', { name: /Pace and Closeness/ }).first().click();
  await expect(answer(sleeper)).toHaveValue(NOTE);
  await fallAsleep(sleeper);
  await remove(page);
  await set(page, OTHER);
  const before = await kept(page);

  // It finds out as it seals; the words stay in the page, and are kept once the new passphrase is given.
  await answer(sleeper).fill('written by the sleeper');
  await expect(status(sleeper)).toContainText('Another tab set a new passphrase.');
  await expect(sleeper.getByText('What you mark is not being saved.')).toBeVisible();
  expect(await kept(page)).toEqual(before);
  await sleeper.getByRole('region', { name: 'Notice' }).getByRole('button', { name: 'Unlock' }).click();
  await dialog(sleeper, 'Unlock the notebook').getByLabel('Passphrase').fill(OTHER);
  await sleeper.keyboard.press('Enter');
  await expect(status(sleeper)).toContainText('unlocked');
  await expect(sleeper.getByText('What you mark is not being saved.')).toHaveCount(0);

  await unlock(page, OTHER);
  await expect(page.getByRole('main')).toContainText('written by the sleeper');
  await expect(page.getByRole('main')).toContainText(NOTE);
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await expect(page.getByText('could not be used')).toHaveCount(0);
});

test('a tab that slept and has nothing to keep begins again, locked', async ({ page, context }) => {
  const sleeper = await sleepy(context);
  await fill(page);
  await set(page);
  await unlock(sleeper);
  await fallAsleep(sleeper);
  await remove(page);
  await set(page, OTHER);
  const again = sleeper.waitForEvent('load');
  await sleeper.evaluate(() => document.dispatchEvent(new Event('resume')));
  await again;
  await ready(sleeper);
  await give(sleeper, OTHER);
  await expect(status(sleeper)).toContainText('unlocked');
  await expectNotes(sleeper);
});

test('a lock of a newer version is neither opened nor written over', async ({ page }) => {
  await fill(page);
  await set(page);
  await page.evaluate((lock) => {
    for (const key of ['closely:lock:first', 'closely:lock:second']) localStorage.setItem(key, lock);
  }, sealed({}, 99));
  const before = await kept(page);
  // Nor does a tab that is open write another one in its place.
  await field(page, 'Name of blue').fill('indigo');
  await expect(status(page)).toContainText('A newer version of Closely set the lock');
  expect(await kept(page)).toEqual(before);
  await open(page, './notebook/');
  await give(page, SECRET);
  await expect(page.getByRole('alert')).toContainText('A newer version of Closely set the lock');
  expect(await kept(page)).toEqual(before);
});

test('erasing everything takes the lock along', async ({ page }) => {
  await fill(page);
  await set(page);
  await open(page, './settings/');
  await press(page, 'Erase everything');
  await expect(dialog(page, 'Erase everything?')).toContainText('the locked notebook');
  await dialog(page, 'Erase everything?').getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('note').filter({ hasText: 'was erased' })).toBeVisible();
  await ready(page);
  expect(await kept(page)).toEqual({});
  await expect(page.getByRole('button', { name: 'Set a passphrase' })).toBeVisible();
});

test('where the browser can not encrypt, that is said', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await open(page, './settings/');
  await expect(page.getByText('This browser can’t encrypt here.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set a passphrase' })).toHaveCount(0);
});

test('a page whose program failed says that its export is encrypted', async ({ page }) => {
  await fill(page);
  await set(page);
  const expected = Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:')));
  await page.evaluate(() => dispatchEvent(new Event('closely:absent')));
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Export my notes')]);
  await expect(status(page)).toContainText('encrypted');
  expect(JSON.parse(fs.readFileSync(await file.path(), 'utf8')).records).toEqual(expected);
});

test('axe finds nothing in the forms', async ({ page }) => {
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  };
  await open(page, './settings/');
  await press(page, 'Set a passphrase');
  await check();
  await page.keyboard.press('Escape');
  await set(page);
  await check();
  await press(page, 'Change the passphrase');
  await check();
  await page.keyboard.press('Escape');
  await press(page, 'Remove the passphrase');
  await check();
  await open(page, './notebook/');
  await check();
  await give(page, 'not the passphrase');
  await expect(page.getByRole('alert')).toBeVisible();
  await check();
  await open(page, './settings/');
  await check();
  await open(page, PACE);
  await press(page, 'Unlock');
  await check();
});
