/** Faults: whatever storage does, the article can be read and nothing written is lost or changed. */
import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready, status, test } from '../reader';
import { highlightOf, seed } from '../records';

const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });
const answer = (page: Page) => page.getByRole('article').getByRole('textbox').first();

interface Case {
  name: string;
  fault: string;
  act: 'write' | 'delete';
  before: string | null;
  says: string | null;
  stored: string | null;
  shown: string | null;
}

// The same cases run natively over the store in memory.
const cases: Case[] = JSON.parse(readFileSync(new URL('../../fixtures/store/cases.json', import.meta.url), 'utf8'));

/** Breaks the store; what is really in it can still be asked for. */
async function breakStore(page: Page, fault: string) {
  await page.evaluate((fault) => {
    const store = localStorage;
    const real = Storage.prototype.getItem;
    Object.assign(window, {
      realStore: () => Object.keys(store).map((key) => [key, real.call(store, key)] as const),
    });
    const refuse = (name: string) => () => {
      throw new DOMException('', name);
    };
    const proto = Storage.prototype;
    const reach = (get: () => Storage | null) => Object.defineProperty(window, 'localStorage', { get, configurable: true });
    if (fault === 'absent') reach(() => null);
    if (fault === 'blocked') reach(refuse('SecurityError') as () => never);
    if (fault === 'full') proto.setItem = refuse('QuotaExceededError');
    if (fault === 'refused') proto.setItem = proto.removeItem = refuse('UnknownError');
    if (fault === 'unreadable') proto.getItem = refuse('InvalidStateError');
    if (fault === 'forgetful') proto.setItem = proto.removeItem = () => {};
  }, fault);
}

/** The words of the one note that is really in the store. */
async function stored(page: Page): Promise<string | null> {
  const all = await page.evaluate(() => (window as unknown as { realStore(): [string, string][] }).realStore());
  const notes = all.filter(([key]) => key.startsWith('closely:annotation:'));
  expect(notes.length).toBeLessThan(2);
  return notes[0] ? JSON.parse(notes[0][1]).record.body : null;
}

for (const each of cases) {
  test(`local storage, ${each.act}: ${each.name}`, async ({ page }) => {
    await open(page, PACE);
    if (each.before !== null) {
      await answer(page).fill(each.before);
      await expect(status(page)).toContainText('Saved');
    }
    if (each.act === 'write') {
      await breakStore(page, each.fault);
      await answer(page).fill('new');
      if (each.says === null) await expect(status(page)).toContainText('Saved');
      else await expect(page.getByText(`Not saved. ${each.says}`)).toBeVisible();
      await expect(answer(page)).toHaveValue(each.shown ?? '');
    } else {
      await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
      await expect(entries(page)).toContainText(each.before ?? '');
      await breakStore(page, each.fault);
      await entries(page).getByRole('button', { name: 'Delete' }).click();
      await expect(status(page)).toContainText(each.says ?? 'Answer deleted');
      await expect(entries(page)).toHaveCount(each.shown === null ? 0 : 1);
      if (each.shown !== null) await expect(entries(page)).toContainText(each.shown);
    }
    await expect.poll(() => stored(page)).toBe(each.stored);
  });
}

const notice = (page: Page) => page.getByRole('region', { name: 'Notice' });

test('blocked storage: reading works, and a notice says that nothing is saved', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, PACE);
  await expect(notice(page)).toContainText('not being saved');
  await highlight(page, 'Hold off, and you may fear');
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await expect(status(page)).toContainText('blocks storage');
});

test('full storage: the old note stays, the new words stay on the page', async ({ page }) => {
  await open(page, PACE);
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.fill('old words');
  await expect(status(page)).toContainText('Saved');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  // Where the reader is may have been on its way into storage until here.
  const before = await kept(page);
  await field.fill('new words');
  await expect(page.getByText(/Not saved\. .*full/)).toBeVisible();
  await expect(notice(page)).toBeVisible();
  await expect(field).toHaveValue('new words');
  expect(await kept(page)).toEqual(before);
});

test('a store that forgets is caught by reading back', async ({ page }) => {
  await open(page, PACE);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {};
  });
  await page.getByRole('article').getByRole('textbox').first().fill('words');
  await expect(page.getByText(/Not saved\./)).toBeVisible();
});

test('damaged, foreign and newer records stay as they are, and the rest is there', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  const bad = {
    'closely:annotation:empty': '',
    'closely:annotation:cut': '{"version":1,"checksum":"0000',
    'closely:annotation:newer': '{"version":99,"record":{"body":"from later"}}',
    'other-app': '{not json',
  };
  await page.evaluate((bad) => Object.entries(bad).forEach(([key, value]) => localStorage.setItem(key, value)), bad);
  await page.reload();
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await page.goto('./settings/');
  await expect(page.getByText('3 records could not be used')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download the record' })).toHaveCount(3);
  expect(await kept(page)).toMatchObject(bad);
});

test('words typed just before the tab goes are there', async ({ page, context }) => {
  await open(page, PACE);
  await page.getByRole('article').getByRole('textbox').first().pressSequentially('quick', { delay: 0 });
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await open(again, PACE);
  await expect(again.getByRole('article').getByRole('textbox').first()).toHaveValue('quick');
});

test('a quota that is really full: the old note is intact, the draft stays, and room brings it in', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('old words');
  await expect(status(page)).toContainText('Saved');
  // Another site of the same origin took all there is.
  await page.evaluate(() => {
    for (let size = 1 << 22; size > 0; size >>= 1) {
      try {
        for (;;) localStorage.setItem(`other:${Math.random()}`, 'x'.repeat(size));
      } catch {
        // Full for texts of this size.
      }
    }
  });
  const long = 'new words that need more room '.repeat(40);
  await answer(page).fill(long);
  await expect(page.getByText(/Not saved\. .*full/)).toBeVisible();
  await expect(notice(page)).toContainText('not being saved');
  await expect(answer(page)).toHaveValue(long);
  const body = async () => {
    const store = await kept(page);
    const key = Object.keys(store).find((key) => key.startsWith('closely:annotation:')) ?? '';
    return JSON.parse(store[key] ?? '').record.body as string;
  };
  expect(await body()).toBe('old words');
  // What can't be kept here can be taken along: the words, and a mark that was made meanwhile.
  await answer(page).blur();
  await highlight(page, 'Hold off, and you may fear');
  await expect(page.locator('html[data-offline]')).toBeAttached();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice(page).getByRole('button', { name: 'Export my notes' }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'closely-records', version: 1 });
  expect(file.unsaved).toEqual([long]);
  const records = Object.entries<string>(file.records).filter(([key]) => key.startsWith('closely:annotation:'));
  expect(records.map(([, bytes]) => JSON.parse(bytes).record).map(({ kind, body }) => [kind, body]).sort()).toEqual([['answer', long], ['highlight', '']]);
  expect(Object.keys(file.records).filter((key) => key.startsWith('other'))).toEqual([]);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('other:')).forEach((key) => localStorage.removeItem(key)));
  // The next thing that is kept brings it in, and the notice goes.
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await ready(page);
  await expect(answer(page)).toHaveValue(long);
});

test('typing without a pause is kept at most a second late, and a crash of the tab loses no more', async ({ page, context }) => {
  await open(page, PACE);
  const typed = await answer(page).evaluate(async (field: HTMLTextAreaElement) => {
    const times: number[] = [];
    const words = () => {
      const key = Object.keys(localStorage).find((key) => key.startsWith('closely:annotation:'));
      return key ? (JSON.parse(localStorage.getItem(key) ?? '').record.body as string).length : 0;
    };
    let late = 0;
    field.focus();
    for (let key = 0; key < 60; key++) {
      field.value += 'x';
      times.push(performance.now());
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const unsaved = times[words()];
      if (unsaved !== undefined) late = Math.max(late, performance.now() - unsaved);
      await new Promise((next) => setTimeout(next, 50));
    }
    return { late, words: words() };
  });
  expect(typed.words).toBeGreaterThan(10);
  expect(typed.late).toBeLessThan(1000);
  // A crash: no `pagehide`, nothing.
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  const again = await context.newPage();
  await open(again, PACE);
  const length = await answer(again).evaluate((field: HTMLTextAreaElement) => field.value.length);
  expect(length).toBeGreaterThanOrEqual(typed.words);
});

test('a field that is cleared and left deletes its note, which can be taken back', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('precious words');
  await expect(status(page)).toContainText('Saved');
  await answer(page).fill('');
  await answer(page).blur();
  await expect(status(page)).toContainText('Answer deleted');
  await expect.poll(async () => Object.keys(await kept(page)).filter((key) => key.includes(':annotation:'))).toEqual([]);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(answer(page)).toHaveValue('precious words');
});

test('one bad record in a thousand: 999 load, one is set aside, and all stay as they are', async ({ page }) => {
  const records = Array.from({ length: 999 }, (_, n) => highlightOf({ id: `n${n}`, start: n, exact: `words ${n}` }));
  const [key, bytes] = highlightOf({ id: 'bad', exact: 'nine' });
  await seed(page, [...records, [key, bytes.replace('nine', 'ninety')]]);
  const before = await kept(page);
  await open(page, './notebook/');
  await expect(page.getByText('999 marks and notes')).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).first().click();
  await expect(page.getByText('One record could not be used')).toBeVisible();
  expect(await kept(page)).toMatchObject(before);
});
