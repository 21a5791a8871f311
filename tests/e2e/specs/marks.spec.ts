/** Marks: bookmarks, highlights, reflections and answers, and that they last. */
import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACE, drag, expect, highlight, kept, marks, open, ready, select, selected, status, test, toolbar } from '../reader';

const WORDS = 'Hold off, and you may fear';

test('a highlight in each colour, told apart by its line too', async ({ page }) => {
  await open(page, PACE);
  const words = ['A swipe takes a second', 'Profiles boil', 'Hold off', 'Much of what we watch', 'Pushed like this'];
  const colours = ['yellow', 'green', 'blue', 'pink', 'purple'];
  for (const [index, colour] of colours.entries()) await highlight(page, words[index] ?? '', colour);
  const lines = new Set<string>();
  for (const colour of colours) {
    const mark = page.locator(`article mark[data-colour=${colour}]`);
    await expect(mark).toHaveText(words[colours.indexOf(colour)] ?? '');
    lines.add(await mark.evaluate((element) => getComputedStyle(element).textDecorationStyle));
  }
  expect(lines.size).toBe(5);
});

test('a highlight over two paragraphs and a list paints each block, and is one entry', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Much of what we watch', 'green', 'A swipe takes a second');
  await expect(marks(page)).not.toHaveCount(0);
  const blocks = await marks(page).evaluateAll((all) => all.map((mark) => mark.closest('[data-start]')?.textContent));
  expect(new Set(blocks).size).toBe(3);
  expect(Object.keys(await kept(page)).filter((key) => key.startsWith('closely:annotation:'))).toHaveLength(1);
  // One control, not one a piece.
  await expect(page.locator('article mark[role=button]')).toHaveCount(1);
});

test('a real drag of the mouse, forward and backward, marks the same words', async ({ page }) => {
  await open(page, PACE);
  const from = page.locator('article p[data-start]', { hasText: 'Much of what we watch' });
  await from.scrollIntoViewIfNeeded();
  const drag = async (a: number, b: number) => {
    const box = await from.boundingBox();
    if (!box) throw new Error('the paragraph has no place');
    const y = box.y + 14;
    await page.mouse.move(box.x + box.width * a, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * b, y, { steps: 8 });
    await expect(toolbar(page)).toBeHidden();
    await page.mouse.up();
    await toolbar(page).getByRole('button', { name: 'Highlight yellow' }).click();
  };
  await drag(0.01, 0.6);
  await expect(marks(page)).toHaveCount(1);
  const forward = await marks(page).textContent();
  await marks(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(marks(page)).toHaveCount(0);
  await drag(0.6, 0.01);
  await expect(marks(page)).toHaveText(forward ?? '');
  expect(forward?.trim()).toBe(forward);
});

test('a drag that ends on a footnote’s marker takes the words up to it', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  const marker = page.locator('#ref-3-1');
  await marker.scrollIntoViewIfNeeded();
  const box = await marker.boundingBox();
  const start = await page.getByText('Hookup culture.').boundingBox();
  if (!box || !start) throw new Error('no place');
  await page.mouse.move(start.x + 1, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await toolbar(page).getByRole('button', { name: 'Highlight blue' }).click();
  await expect(marks(page).last()).toContainText('later bond.');
  const stored = Object.values(await kept(page)).find((value) => value.includes('highlight')) ?? '';
  expect(JSON.parse(stored).record.quote.exact).toMatch(/^Hookup culture\..*later bond\.$/);
});

test('drawing the mouse over the words of a field offers no highlight', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.fill('some words');
  await expect(status(page)).toContainText('Saved');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('no place');
  await page.mouse.move(box.x + 1, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 14, { steps: 8 });
  await page.mouse.up();
  expect(await selected(page)).toBe('some words');
  await field.press('End');
  await field.pressSequentially('!');
  await expect.poll(async () => Object.values(await kept(page)).join()).toContain('some words!');
  await expect(toolbar(page)).toBeHidden();
});

test('the dialog of a highlight: colour, note, delete, undo', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, WORDS);
  await marks(page).first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Highlight' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: /purple/ }).check();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Ask in class.\nAnd at home.');
  await expect(dialog.getByText('Saved on this device, ')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('article mark[data-colour=purple][data-note]')).toHaveText(WORDS);
  await marks(page).first().click();
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Ask in class.\nAnd at home.');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(marks(page)).toHaveCount(0);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('article mark[data-colour=purple][data-note]')).toHaveText(WORDS);
});

test('adding a note opens the note; cancelled, it leaves nothing behind', async ({ page }) => {
  await open(page, PACE);
  await select(page, WORDS);
  await toolbar(page).getByRole('button', { name: 'Add note' }).click();
  const note = page.getByRole('dialog', { name: 'Highlight' }).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(marks(page)).toHaveCount(0);
  await select(page, WORDS);
  await toolbar(page).getByRole('button', { name: 'Add note' }).click();
  await note.fill('Kept.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeHidden();
  await expect(marks(page)).toHaveCount(1);
});

test('overlapping highlights are all there, and each leads to the other', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may', 'yellow');
  await highlight(page, 'you may fear', 'pink');
  await expect(page.locator('article mark mark')).toHaveText('you may');
  await page.locator('article mark[data-colour=yellow]').first().click();
  const dialog = page.getByRole('dialog', { name: 'Highlight' });
  await dialog.getByRole('button', { name: /you may fear/ }).click();
  await expect(dialog.getByRole('blockquote')).toContainText('you may fear');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('article mark[data-colour=yellow]')).toHaveText('Hold off, and you may');
});

test('a highlighted link is still a link', async ({ page }) => {
  await open(page, './read/kinds-of-closeness/');
  const link = page.locator('article p[data-start] a[href*="attachment-patterns"]').first();
  const words = (await link.textContent()) ?? '';
  await highlight(page, words);
  await expect(link.locator('mark')).toHaveText(words);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Attachment Patterns' })).toBeFocused();
});

test('a bookmark is set, shown in the contents, and taken back', async ({ page }) => {
  await open(page, PACE);
  const button = page.getByRole('button', { name: 'Bookmark Sex as armour' });
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(status(page)).toContainText('Bookmarked');
  await page.reload();
  await ready(page);
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const shown = page.locator('#contents a', { hasText: 'bookmarked' });
  await expect(shown).toHaveAttribute('href', '#armour');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect(shown).toHaveCount(0);
});

test('a reflection and an answer are kept while they are written', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
  const reflection = page.getByRole('textbox', { name: 'Reflection on Sex as armour' });
  await expect(reflection).toBeFocused();
  await reflection.pressSequentially('My aunt, at every birthday.');
  const answer = page.getByRole('article').locator('.prompt:not(.reflection)').getByRole('textbox').first();
  await answer.fill('  </script><img src=x onerror=alert(1)>  ');
  await page.reload();
  await ready(page);
  await expect(reflection).toHaveValue('My aunt, at every birthday.');
  await expect(answer).toHaveValue('  </script><img src=x onerror=alert(1)>  ');
});

test('words typed just before going to another page are there', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('article').getByRole('textbox').first().fill('on my way');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(page.getByText('on my way')).toBeVisible();
});

test('two tabs write, and each sees what the other wrote', async ({ page, context }) => {
  await open(page, PACE);
  const other = await context.newPage();
  await open(other, PACE);
  await highlight(other, WORDS, 'green');
  await expect(marks(page)).toHaveText(WORDS);
  const field = (tab: typeof page) => tab.getByRole('article').getByRole('textbox').first();
  await field(other).fill('from the other tab');
  await expect(field(page)).toHaveValue('from the other tab');
});

test('everything is there after the browser was closed', async ({ baseURL, launchOptions, viewport }) => {
  const profile = mkdtempSync(join(tmpdir(), 'closely-'));
  const complaints: string[] = [];
  const visit = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport });
    context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
    return context;
  };
  try {
    const first = await visit();
    const page = await first.newPage();
    await open(page, PACE);
    await highlight(page, 'Much of what we watch', 'blue', 'Hookup culture');
    await page.getByRole('article').getByRole('textbox').first().fill('He hated his job.');
    await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
    await expect(status(page)).toContainText('Bookmarked');
    await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
    await page.getByRole('textbox', { name: 'Reflection on Sex as armour' }).fill('She laughed it off.');
    await expect.poll(async () => Object.values(await kept(page)).join()).toContain('She laughed it off.');
    await first.close();

    const second = await visit();
    const again = await second.newPage();
    await open(again, PACE);
    await expect(marks(again).first()).toContainText('Much of what we watch');
    await expect(again.getByRole('article').getByRole('textbox').first()).toHaveValue('He hated his job.');
    await expect(again.getByRole('button', { name: 'Bookmark Sex as armour' })).toHaveAttribute('aria-pressed', 'true');
    await expect(again.getByRole('textbox', { name: 'Reflection on Sex as armour' })).toHaveValue('She laughed it off.');
    await again.goto(new URL('notebook/', baseURL).href);
    await ready(again);
    await expect(again.getByRole('main').getByRole('listitem').filter({ has: again.getByRole('button') })).toHaveCount(4);
    await second.close();
    // The browser says of itself that it keeps its offer to install for the page's own button.
    const heard = /^info: Banner not shown|Service Worker registration blocked by Playwright/;
    expect(complaints.filter((line) => !heard.test(line))).toEqual([]);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a second selection straight after the first gives two highlights', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await highlight(page, 'A swipe takes a second', 'green');
  await highlight(page, 'Profiles boil', 'pink');
  await expect(marks(page)).toHaveCount(2);
});

test('words typed into a note that another tab deletes bring it back', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, WORDS);
  await marks(page).first().click();
  const note = page.getByRole('dialog', { name: 'Highlight' }).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeVisible();
  await note.evaluate((field: HTMLTextAreaElement) => {
    field.value = 'still writing';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // What another tab's deletion does to this one.
    const key = Object.keys(localStorage).find((key) => key.startsWith('closely:annotation:')) ?? '';
    localStorage.removeItem(key);
    dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));
  });
  await expect(page.locator('article mark[data-note]')).toHaveText(WORDS);
  await expect.poll(async () => Object.values(await kept(page)).join()).toContain('still writing');
});
