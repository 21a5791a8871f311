/** Several tabs at once: each sees what the others do, and nothing written in any is lost. */
import { type Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready, status, test } from '../reader';
import { BARE, highlightOf, seed } from '../records';

const answer = (page: Page) => page.getByRole('article').getByRole('textbox').first();
const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });

/** A second tab, which can be made deaf: what the other tabs do does not reach it, as when it sleeps. */
async function second(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.addInitScript(() => {
    addEventListener('storage', (event) => {
      if (document.documentElement.dataset.deaf) event.stopImmediatePropagation();
    });
  });
  return other;
}

const deafen = (page: Page) => page.evaluate(() => void (document.documentElement.dataset.deaf = 'yes'));

async function bodies(page: Page): Promise<string[]> {
  const stored = Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:'));
  return stored.map(([, bytes]) => JSON.parse(bytes).record.body as string).sort();
}

test('two tabs edit the same note: both versions are there', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('start');
  await expect(status(page)).toContainText('Saved');
  const other = await second(page);
  await open(other, PACE);
  await expect(answer(other)).toHaveValue('start');
  await deafen(other);
  await answer(page).fill('written here');
  await expect.poll(() => bodies(page)).toEqual(['written here']);
  await answer(other).fill('written there');
  await expect(status(other)).toContainText('Both versions');
  expect(await bodies(page)).toEqual(['written here', 'written there']);
  // The field goes on with the words that are typed in it.
  await answer(other).press('End');
  await answer(other).pressSequentially(', and more');
  await expect.poll(() => bodies(page)).toEqual(['written here', 'written there, and more']);
  await open(page, './notebook/');
  await expect(entries(page)).toHaveCount(2);
});

test('a note that changes elsewhere while it is being typed in keeps both', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('start');
  await expect(status(page)).toContainText('Saved');
  const other = await second(page);
  await open(other, PACE);
  await deafen(other);
  await answer(page).fill('written here');
  await expect.poll(() => bodies(page)).toEqual(['written here']);
  // The other tab hears of it after the first key and before it saves.
  await answer(other).evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.value = 'written there';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    delete document.documentElement.dataset.deaf;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('closely:annotation:'));
    for (const key of keys) dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
  });
  await expect.poll(() => bodies(page)).toEqual(['written here', 'written there']);
  await expect(answer(other)).toHaveValue('written there');
});

test('colour in one tab and words in the other are one highlight', async ({ page }) => {
  await seed(page, [highlightOf({ id: 'a' })]);
  await open(page, './notebook/');
  const other = await second(page);
  await open(other, './notebook/');
  await deafen(other);
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Colour pink' }).click();
  await entries(other).getByRole('button', { name: 'Edit note' }).click();
  await other.getByRole('textbox', { name: 'Note', exact: true }).fill('words');
  await expect.poll(() => bodies(page)).toEqual(['words']);
  const record = JSON.parse((await kept(page))['closely:annotation:a'] ?? '').record;
  expect(record.colour).toBe('pink');
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText('words');
});

test('Escape takes back one’s own words, never those of another tab', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('first');
  await expect(status(page)).toContainText('Saved');
  const other = await second(page);
  await open(other, PACE);
  await answer(other).focus();
  await answer(page).fill('rewritten here');
  await expect(answer(other)).toHaveValue('rewritten here');
  await answer(other).press('Escape');
  await expect(answer(other)).not.toBeFocused();
  await expect(answer(other)).toHaveValue('rewritten here');
  await answer(other).press('End');
  await answer(other).pressSequentially(', and there');
  await answer(other).press('Escape');
  await expect(status(other)).toContainText('Cancelled');
  expect(await bodies(page)).toEqual(['rewritten here']);
});

test('a field that is emptied deletes nothing that another tab wrote', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('first');
  await expect(status(page)).toContainText('Saved');
  const other = await second(page);
  await open(other, PACE);
  await answer(other).fill('');
  await answer(page).fill('rewritten here');
  await expect.poll(() => bodies(page)).toEqual(['rewritten here']);
  await other.getByRole('heading', { level: 1 }).click();
  await expect(status(other)).toContainText('It was changed in another tab');
  await expect(answer(other)).toHaveValue('rewritten here');
  expect(await bodies(page)).toEqual(['rewritten here']);
});

test('a page that goes while a field is empty deletes nothing: there would be no undo', async ({ page }) => {
  await open(page, PACE);
  await answer(page).fill('precious');
  await expect(status(page)).toContainText('Saved');
  await answer(page).fill('');
  await page.reload();
  await ready(page);
  await expect(answer(page)).toHaveValue('precious');
});

test('an edit made elsewhere wins over a deletion; a deletion alone is one in every tab', async ({ page }) => {
  await seed(page, [highlightOf({ id: 'a', exact: 'edited' }), highlightOf({ id: 'b', exact: 'untouched', start: 200 })]);
  await open(page, './notebook/');
  const other = await second(page);
  await open(other, './notebook/');
  await entries(page).filter({ hasText: 'untouched' }).getByRole('button', { name: 'Delete' }).click();
  await expect(entries(other)).toHaveCount(1);
  await deafen(other);
  await entries(page).filter({ hasText: 'edited' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await entries(other).getByRole('button', { name: 'Edit note' }).click();
  await other.getByRole('textbox', { name: 'Note', exact: true }).fill('still wanted');
  await expect(entries(page)).toContainText('still wanted');
  // Of what was deleted, nothing is left but that it was.
  const store = await kept(page);
  expect(store['closely:annotation:b']).toBeUndefined();
  expect(store['closely:tombstone:b']).not.toContain('untouched');
  expect(store['closely:tombstone:a']).toBeUndefined();
});

test('an old tab that missed a deletion brings nothing back', async ({ page }) => {
  await seed(page, [highlightOf({ id: 'a', exact: 'deleted elsewhere' }), highlightOf({ id: 'b', exact: 'left alone', start: 200 })]);
  await open(page, './notebook/');
  const other = await second(page);
  await open(other, './notebook/');
  await deafen(other);
  await entries(page).filter({ hasText: 'deleted elsewhere' }).getByRole('button', { name: 'Delete' }).click();
  await entries(other).filter({ hasText: 'left alone' }).getByRole('button', { name: 'Edit note' }).click();
  await other.getByRole('textbox', { name: 'Note', exact: true }).fill('something else');
  await expect.poll(async () => (await kept(page))['closely:annotation:b']).toContain('something else');
  // It deletes what is gone already: no harm, and no words.
  await entries(other).filter({ hasText: 'deleted elsewhere' }).getByRole('button', { name: 'Delete' }).click();
  await expect(entries(other)).toHaveCount(1);
  expect((await kept(page))['closely:annotation:a']).toBeUndefined();
});

test('an entry that is being edited stays in edit mode while others come and go', async ({ page }) => {
  const quotes = ['It warms the air between you', 'Speed can spare you the slow', 'Casual sex, or a relationship lived mostly'];
  await seed(page, quotes.map((exact, n) => highlightOf({ id: `n${n}`, exact, start: n * 100 })));
  await open(page, './notebook/');
  const other = await second(page);
  await open(other, './notebook/');
  await entries(page).filter({ hasText: quotes[1] }).getByRole('button', { name: 'Edit note' }).click();
  const field = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(field).toBeFocused();
  await field.pressSequentially('half a ');
  await entries(other).filter({ hasText: quotes[0] }).getByRole('button', { name: 'Delete' }).click();
  await expect(entries(page)).toHaveCount(2);
  await expect(field).toBeFocused();
  await field.pressSequentially('sentence');
  // A filter that it does not pass leaves it alone too.
  await page.getByRole('searchbox', { name: 'Search notes' }).evaluate((input: HTMLInputElement) => {
    input.value = 'casual relationship';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(page.locator('mark.hit')).toHaveText(['Casual', 'relationship']);
  await expect(entries(page)).toHaveCount(2);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('half a sentence');
  await expect.poll(() => bodies(page)).toEqual(['', 'half a sentence']);
});

test('settings chosen in one tab show in the other', async ({ page }) => {
  await open(page, './settings/');
  const other = await second(page);
  await open(other, './notebook/');
  await page.getByRole('radio', { name: 'Sepia' }).first().check();
  await expect(other.locator('html')).toHaveClass(/theme-sepia/);
});

test('colours named in one tab have their names in the others', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear', 'blue');
  await open(page, './settings/');
  const other = await second(page);
  await open(other, './notebook/');
  const third = await second(page);
  await open(third, './settings/');
  const field = page.getByRole('textbox', { name: 'Name of blue' });
  await field.pressSequentially('ask in  class ');
  await expect(field).toHaveValue('ask in  class ');
  await expect(other.getByRole('radio', { name: 'ask in class (blue)' })).toBeAttached();
  await expect(third.getByRole('textbox', { name: 'Name of blue' })).toHaveValue('ask in class');
  await third.getByRole('textbox', { name: 'Name of pink' }).fill('key idea');
  await expect(other.getByRole('radio', { name: 'key idea (pink)' })).toBeAttached();
  await expect(page.getByRole('textbox', { name: 'Name of pink' })).toHaveValue('key idea');
  // Neither tab took the other's name away.
  await other.reload();
  await expect(other.getByRole('radio', { name: 'key idea (pink)' })).toBeAttached();
  await expect(other.getByRole('radio', { name: 'ask in class (blue)' })).toBeAttached();
});

test('a page that comes back from the back/forward cache shows what was written meanwhile', async ({
  baseURL,
  launchOptions,
  viewport,
}) => {
  // Playwright switches that cache off, and a Chromium without its window has none.
  const { CHROMIUM: executablePath } = process.env;
  const whole = executablePath ? { executablePath } : { channel: 'chromium' };
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  const browser = await chromium.launch({ ...launchOptions, ...whole, ignoreDefaultArgs });
  try {
    const context = await browser.newContext({ baseURL, viewport });
    const page = await context.newPage();
    await open(page, PACE);
    // Playwright loses sight of a page that comes back from there: the page itself says what it shows.
    await page.evaluate(() =>
      addEventListener('pageshow', (event) => {
        const look = () => {
          const marked = document.querySelector('article mark[data-annotation]')?.textContent;
          const written = document.querySelector<HTMLTextAreaElement>('article textarea')?.value;
          localStorage.setItem('test:seen', JSON.stringify({ persisted: event.persisted, marked, written }));
          requestAnimationFrame(look);
        };
        look();
      }),
    );
    await page.evaluate((bare) => void setTimeout(() => location.assign(bare)), new URL(BARE, baseURL).href);
    await expect.poll(() => page.url()).toContain('about');
    const other = await context.newPage();
    await open(other, PACE);
    await highlight(other, 'Hold off, and you may fear', 'green');
    await answer(other).fill('meanwhile');
    await expect(status(other)).toContainText('Saved');
    await page.evaluate(() => void setTimeout(() => history.back()));
    const seen = async () => JSON.parse((await kept(other))['test:seen'] ?? '{}');
    await expect
      .poll(seen)
      .toEqual({ persisted: true, marked: 'Hold off, and you may fear', written: 'meanwhile' });
  } finally {
    await browser.close();
  }
});

test('everything is removed elsewhere: every tab shows it', async ({ page }) => {
  await seed(page, [highlightOf({ id: 'a' }), highlightOf({ id: 'b', start: 200 })]);
  await open(page, './notebook/');
  await expect(entries(page)).toHaveCount(2);
  const other = await second(page);
  await other.goto(BARE);
  await other.evaluate(() => localStorage.clear());
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await ready(page);
});
