/** The notebook: everything that was marked and written, to look through, go to, edit and delete. */
import { type Page } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready, status, test } from '../reader';
import { highlightOf, seed } from '../records';

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
  await expect(page.getByText('Saved on this device, ')).toBeVisible();
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

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 0, 5, 12);
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search notes' });
const radio = (page: Page, group: string, name: RegExp) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name });

/** Words that the articles have. */
const QUOTES = [
  'Speed can spare you the slow, slightly alarming business',
  'little draws two lives together',
  'somebody knows you, they welcome the person they know',
  'other doors stand open: talking about feelings',
];

/** Four highlights of two articles, in two colours, on two days. */
async function four(page: Page) {
  const kinds = { article: 'kinds-of-closeness', section: '', colour: 'blue', created: NOON + DAY };
  await seed(page, [
    highlightOf({ id: 'a', exact: QUOTES[0], start: 300, created: NOON, tags: ['class'], body: 'Le Café noir' }),
    highlightOf({ id: 'b', exact: QUOTES[1], start: 100, created: NOON + DAY + 1, body: 'CAFE\u0301: slow knowledge' }),
    highlightOf({ ...kinds, id: 'c', exact: QUOTES[2], start: 10, tags: ['class', 'home'], body: 'warm and quick' }),
    highlightOf({ ...kinds, id: 'd', exact: QUOTES[3], start: 900, body: 'quick' }),
  ]);
}

test('every filter says how many it would show, and found words are marked', async ({ page }) => {
  await four(page);
  await open(page, './notebook/');
  await expect(page.getByText('4 marks and notes')).toBeVisible();
  await expect(radio(page, 'Kind', /Everything 4/)).toBeChecked();
  await expect(radio(page, 'Kind', /Notes 4/)).toBeVisible();
  await expect(radio(page, 'Colour', /blue.* 2/)).toBeVisible();
  await search(page).fill('cafe');
  await expect(entries(page)).toHaveCount(2);
  await expect(page.locator('mark.hit')).toHaveText(['CAFE\u0301', 'Café']);
  await expect(radio(page, 'Colour', /blue.* 0/)).toBeVisible();
  await expect(status(page)).toContainText('2 results');
});

test('what is shown is in the address: bookmarked, reloaded, gone back to', async ({ page }) => {
  await four(page);
  await open(page, './notebook/?kind=highlights&colour=blue&tag=class&q=warm&article=kinds-of-closeness&order=date');
  await expect(entries(page)).toHaveCount(1);
  await expect(search(page)).toHaveValue('warm');
  await expect(page.getByRole('combobox', { name: 'Article' })).toHaveValue('kinds-of-closeness');
  await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('class');
  await expect(radio(page, 'Colour', /blue/)).toBeChecked();
  await search(page).fill('quick');
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'All tags' });
  await expect(page).toHaveURL(/q=quick/);
  await expect(page).not.toHaveURL(/tag=/);
  await expect(entries(page)).toHaveCount(2);
  await page.reload();
  await ready(page);
  await expect(entries(page)).toHaveCount(2);
  await entries(page).first().getByRole('button', { name: 'Go to passage' }).click();
  await expect(page).toHaveURL(/read\/kinds-of-closeness/);
  await page.goBack();
  await expect(search(page)).toHaveValue('quick');
  await expect(entries(page)).toHaveCount(2);
  // The page's own link shows everything again, and the way back leads to the filter.
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(entries(page)).toHaveCount(4);
  await page.goBack();
  await expect(entries(page)).toHaveCount(2);
});

test('typing writes the address at a pause, not at each key', async ({ page }) => {
  await four(page);
  await open(page, './notebook/');
  await page.evaluate(() => {
    const write = history.replaceState.bind(history);
    let calls = 0;
    history.replaceState = (...args) => {
      document.documentElement.dataset.calls = String(++calls);
      write(...args);
    };
  });
  await search(page).pressSequentially('slow knowledge', { delay: 20 });
  await expect(page).toHaveURL(/q=slow%20knowledge/);
  expect(Number(await page.locator('html').getAttribute('data-calls'))).toBeLessThan(4);
});

test('in the order of days, the latest first', async ({ page }) => {
  await four(page);
  await open(page, './notebook/');
  await expect(entries(page).locator('blockquote')).toHaveText([QUOTES[1], QUOTES[0], QUOTES[2], QUOTES[3]]);
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'By date, latest first' });
  await expect(page.getByRole('heading', { level: 2, name: /6 January 2026|6 January/ })).toBeVisible();
  await expect(entries(page).locator('blockquote').first()).toHaveText(QUOTES[1]);
  await expect(entries(page).locator('blockquote').last()).toHaveText(QUOTES[0]);
  await expect(entries(page).first()).toContainText('Pace and Closeness');
});

test('several are coloured, tagged and deleted, each taken back in one step', async ({ page }) => {
  await four(page);
  await open(page, './notebook/');
  await search(page).fill('quick');
  await expect(entries(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('button', { name: 'Select all 2' }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Colour pink' }).click();
  await expect(status(page)).toContainText('2 entries made pink');
  const colours = async () => {
    const store = await kept(page);
    return ['a', 'b', 'c', 'd'].map((id) => JSON.parse(store[`closely:annotation:${id}`] ?? '{}').record?.colour);
  };
  expect(await colours()).toEqual(['yellow', 'yellow', 'pink', 'pink']);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(colours).toEqual(['yellow', 'yellow', 'blue', 'blue']);
  await page.getByRole('textbox', { name: 'Tag for the selected entries' }).fill('#week 2');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(entries(page).locator('.tag', { hasText: 'week 2' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete selected' }).click();
  await expect(page.getByText('Nothing here matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries(page)).toHaveCount(2);
  // The way back stays when its line is gone.
  await page.getByRole('button', { name: 'Take back: 2 entries deleted' }).click();
  await expect(entries(page)).toHaveCount(4);
  await page.getByRole('button', { name: /Take back: 2 entries tagged/ }).click();
  await expect(entries(page).locator('.tag', { hasText: 'week 2' })).toHaveCount(0);
  expect(await colours()).toEqual(['yellow', 'yellow', 'blue', 'blue']);
});

test('an empty kind teaches how to make one', async ({ page }) => {
  await four(page);
  await open(page, './notebook/?kind=bookmarks');
  await expect(page.getByText('Press the ribbon beside a heading')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries(page)).toHaveCount(4);
});

/** Counts the rows that are made at a time from now on: what a frame has to do, however fast the machine is. */
async function countRows(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const made: number[] = [];
    const rows = (node: Node) => (node instanceof Element ? Number(node.matches('.entry')) + node.querySelectorAll('.entry').length : 0);
    new MutationObserver((changes) => {
      made.push(changes.flatMap((change) => [...change.addedNodes]).reduce((sum, node) => sum + rows(node), 0));
    }).observe(document.querySelector('main')!, { childList: true, subtree: true });
    Object.assign(window, { made });
  });
  return () => page.evaluate(() => (window as unknown as { made: number[] }).made);
}

test('ten thousand entries: paged, filtered without a stutter, the keyboard kept', async ({ page }) => {
  test.slow();
  const mark = (n: number) =>
    highlightOf({ id: n.toString(36).padStart(4, '0'), start: n, exact: n % 1000 ? 'w' : 'rare', section: '', article: 'p' });
  await seed(page, Array.from({ length: 10_000 }, (_, n) => mark(n)));
  await open(page, './notebook/');
  await expect(page.getByText('10,000 marks and notes')).toBeVisible();
  await expect(entries(page)).toHaveCount(100);
  await expect(page.getByText('100 of 10,000 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(entries(page)).toHaveCount(200);
  // The keyboard goes on at the first of the new ones.
  await expect(entries(page).nth(100)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entries(page).nth(100).getByRole('button', { name: 'Go to passage' })).toBeFocused();
  await expect(page).toHaveURL(/shown=200/);
  const made = await countRows(page);
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 900);
  // Scrolling makes no rows at all.
  expect(Math.max(0, ...(await made()))).toBe(0);
  await search(page).pressSequentially('rare');
  await expect(entries(page)).toHaveCount(10);
  await expect(page.locator('mark.hit')).toHaveCount(10);
  await search(page).fill('');
  await expect(entries(page)).not.toHaveCount(10);
  expect(Math.max(...(await made()))).toBeLessThanOrEqual(20);
});

test('a screenful is made at once and the rest in the frames after it', async ({ page }) => {
  const notes = Array.from({ length: 150 }, (_, n) => highlightOf({ id: `n${n}`, start: n, exact: n % 50 ? 'many' : 'rare', article: 'gone' }));
  await seed(page, notes);
  await open(page, './notebook/');
  await search(page).fill('rare');
  await expect(entries(page)).toHaveCount(3);
  const made = await countRows(page);
  await search(page).fill('');
  await expect(entries(page)).toHaveCount(100);
  expect(Math.max(...(await made()))).toBeLessThanOrEqual(20);
});

test('deleting with the keyboard goes on at the next entry', async ({ page }) => {
  await four(page);
  await open(page, './notebook/');
  await entries(page).nth(1).getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(page).nth(1)).toBeFocused();
  await expect(entries(page).nth(1)).toContainText('warm and quick');
});
