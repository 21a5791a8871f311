/** With the keyboard alone: sentence by sentence through an article, marking, and back; and the help that says how. */
import type { Page } from '@playwright/test';
import { PACE, expect, kept, leaf, marks, open, ready, select, status, test, toolbar } from '../reader';

/** The words that the sentence cursor is on. */
const cursor = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('cursor') ?? [])].map((range) => range.toString()).join(''));

/** How many highlights are kept. */
const records = async (page: Page) =>
  Object.keys(await kept(page)).filter((key) => key.startsWith('closely:annotation:')).length;

const FIRST = 'A question of speed';
const SECOND = 'For many people, little draws two lives together as sex does.';
const THIRD = 'It warms the air between you, and intimacy can grow in it.';

test('by sentence and by block, extended and taken back', async ({ page }) => {
  await open(page, PACE);
  const go = async (key: string, words: string) => {
    await page.keyboard.press(key);
    await expect.poll(() => cursor(page)).toBe(words);
  };
  await go('Alt+ArrowDown', FIRST);
  await expect(toolbar(page)).toBeVisible();
  await go('Alt+ArrowDown', SECOND);
  await go('Alt+ArrowDown', THIRD);
  await go('Alt+ArrowUp', SECOND);
  await go('Alt+Shift+ArrowDown', SECOND + ' ' + THIRD);
  await go('Alt+Shift+ArrowUp', SECOND);
  await go('Alt+Shift+PageDown', SECOND + ' ' + THIRD);
  await go('Alt+PageUp', SECOND);
  await go('Alt+PageUp', FIRST);
  await go('Alt+PageDown', SECOND);
});

test('each sentence is said once, by the status line alone', async ({ page }) => {
  await open(page, PACE);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(status(page)).toContainText(FIRST);
  await expect(status(page)).toContainText('Escape: back to where you were');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(status(page)).toHaveText(SECOND);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(status(page)).toHaveText('2 sentences. ' + THIRD);
  await expect(page.locator('body')).toBeFocused();
});

test('beside a line with Undo the sentence is said, and the way back stays', async ({ page }) => {
  await open(page, PACE);
  const button = page.getByRole('button', { name: 'Bookmark Sex as armour' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(status(page)).toHaveText(/^Bookmark deleted/);
  // A pointer on the line keeps it, however long this takes.
  await status(page).getByText('Bookmark deleted').hover();
  await page.keyboard.press('Alt+ArrowDown');
  const sentence = await cursor(page);
  expect(sentence).not.toBe('');
  await expect(status(page)).toContainText(sentence);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => cursor(page)).not.toBe(sentence);
  await expect(status(page)).toContainText(await cursor(page));
  await expect(status(page)).not.toContainText(sentence);
  // Of two lines only the new one is said.
  await expect(status(page)).toHaveAttribute('aria-atomic', 'false');
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
});

test('it begins where the reader is, is always in view, and leads back', async ({ page }) => {
  await open(page, PACE);
  const heading = page.getByRole('heading', { name: 'Sex as armour' });
  await heading.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 120));
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => cursor(page)).toBe('Sex as armour');
  for (const key of [...Array(9).fill('Alt+PageDown'), ...Array(6).fill('Alt+ArrowUp')]) {
    const last = await cursor(page);
    await page.keyboard.press(key);
    await expect.poll(() => cursor(page)).not.toBe(last);
    const covered = await page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('cursor') ?? [])] as Range[];
      const boxes = ranges.flatMap((range) => [...range.getClientRects()]).filter((box) => box.width > 0);
      const over = (box: DOMRect) => document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return boxes.map(over).filter((element) => !element?.closest('[data-start]')).length;
    });
    expect(covered).toBe(0);
  }
  expect(await page.evaluate(() => scrollY)).not.toBe(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await expect(toolbar(page)).toBeHidden();
  expect(await cursor(page)).toBe('');
});

test('the article’s ends are said, and passed by nobody', async ({ page }) => {
  await open(page, PACE);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(status(page)).toHaveText('The article begins here');
  expect(await cursor(page)).toBe(FIRST);
});

test('a highlight, its next colours, and one record', async ({ page }) => {
  await open(page, PACE);
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  for (const colour of ['yellow', 'green', 'blue']) {
    await page.keyboard.press('Alt+h');
    await expect(page.locator(`article mark[data-colour=${colour}]`)).toHaveText(SECOND);
    await expect(status(page)).toHaveText(`Highlighted in ${colour}`);
    expect(await records(page)).toBe(1);
  }
  // The words were painted anew, and the cursor is still on them.
  await expect.poll(() => cursor(page)).toBe(SECOND);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+h');
  await expect.poll(() => records(page)).toBe(2);
  await expect(marks(page).last()).toHaveText(/can grow in it\.$/);
});

test('a note, and back to the same place', async ({ page }) => {
  await open(page, PACE);
  const link = leaf(page, 'It warms the air').getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  const before = await cursor(page);
  expect(before).toBe(THIRD);
  await page.keyboard.press('Alt+n');
  const note = page.getByRole('dialog', { name: 'Highlight' }).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Alt is a key like others here.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeHidden();
  await expect.poll(() => records(page)).toBe(1);
  await expect.poll(() => cursor(page)).toBe(before);
  // The words, and the link among them, were made anew.
  await expect(leaf(page, 'It warms the air').locator(':focus')).toHaveCount(1);
  // The same words again: their note, not another one.
  await page.keyboard.press('Alt+n');
  await expect(note).toHaveValue('Alt is a key like others here.');
  await page.keyboard.press('Control+Enter');
  expect(await records(page)).toBe(1);
});

test('a link to the sentence is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PACE);
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+l');
  await expect(status(page)).toHaveText('Link copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(copied);
  await ready(page);
  await expect(page.locator('mark.passage').first()).toContainText('For many people');
});

test('into the toolbar with Tab, along it, and out again', async ({ page }) => {
  await open(page, PACE);
  const link = leaf(page, 'It warms the air').getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Tab');
  const button = (name: string) => toolbar(page).getByRole('button', { name });
  await expect(button('Highlight yellow')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect(button('Highlight yellow')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(button('Highlight yellow')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(button('Highlight green')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(marks(page).first()).toHaveAttribute('data-colour', 'green');
  await expect(link).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => cursor(page)).toBe('');
});

test('a selection has the same keys, and the cursor leaves selections alone', async ({ page }) => {
  await open(page, PACE);
  await select(page, 'Hold off, and you may fear');
  await page.keyboard.press('Alt+ArrowDown');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Hold off, and you may fear');
  await expect.poll(() => cursor(page)).toContain('Hold off, and you may fear');
  await select(page, 'Profiles boil');
  await expect.poll(() => cursor(page)).toBe('');
  await page.keyboard.press('Alt+h');
  await page.keyboard.press('Alt+h');
  await expect(page.locator('article mark[data-colour=green]')).toHaveText('Profiles boil');
  expect(await records(page)).toBe(1);
  await page.keyboard.press('Escape');
  await select(page, 'Hold off, and you may fear');
  await page.keyboard.press('Escape');
  await expect(toolbar(page)).toBeHidden();
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
});

test('in a text box the keys are the text box’s', async ({ page }) => {
  await open(page, PACE);
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.fill('two\nlines');
  await field.press('Alt+ArrowDown');
  await field.press('Alt+h');
  await field.press('Shift+?');
  await expect(field).toHaveValue(/\?/);
  await expect(toolbar(page)).toBeHidden();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await cursor(page)).toBe('');
});

test('the toolbar makes room for a text box', async ({ page }) => {
  await open(page, PACE);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(toolbar(page)).toBeVisible();
  await page.getByRole('article').getByRole('textbox').first().focus();
  await expect(toolbar(page)).toBeHidden();
});

test('the cursor is seen in every theme and in the device’s own colours', async ({ page }) => {
  await open(page, PACE);
  await page.keyboard.press('Alt+ArrowDown');
  const look = () =>
    page.locator('article h2').first().evaluate((heading) => {
      const style = getComputedStyle(heading, '::highlight(cursor)');
      return [style.backgroundColor, style.textDecorationLine, getComputedStyle(document.body).backgroundColor];
    });
  for (const theme of ['light', 'sepia', 'dark', 'black', 'contrast']) {
    await page.evaluate((theme) => (document.documentElement.className = `theme-${theme}`), theme);
    const [band, line, paper] = await look();
    expect(band).not.toBe(paper);
    expect(line).toBe('underline');
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const [band, , paper] = await look();
  expect(band).not.toBe(paper);
});

test('a browser that can’t paint without touching the page shows the cursor all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
  await open(page, PACE);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('article mark.cursor')).toHaveText(SECOND);
  await page.keyboard.press('Alt+h');
  await expect(marks(page)).toHaveText(SECOND);
  await page.keyboard.press('Escape');
  await expect(page.locator('article mark.cursor')).toHaveCount(0);
});

test('“Highlight this” marks a paragraph and a heading without selecting, and is seen when focused', async ({ page }) => {
  await open(page, PACE);
  const paragraph = leaf(page, 'Used as an accelerator');
  const button = paragraph.getByRole('button', { name: 'Highlight this paragraph' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight yellow' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(toolbar(page)).toBeHidden();
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight yellow' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(button).toBeFocused();
  await expect(page.locator('article mark[data-colour=green]')).toHaveText(/^Used as an accelerator.*doesn’t\.$/);
  const tools = page.locator('.sec', { has: page.getByRole('heading', { name: 'Sex as armour' }) });
  await tools.getByRole('button', { name: 'Highlight this heading' }).focus();
  await page.keyboard.press('Enter');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight yellow' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sex as armour' }).locator('mark')).toHaveText('Sex as armour');
  // Not a stop of the keyboard: a hundred of them would be in the way.
  await expect(page.locator('article .this:not([tabindex="-1"])')).toHaveCount(0);
});

test('every paragraph, heading and point of a list offers “Highlight this”', async ({ page }) => {
  await open(page, PACE);
  const without = await page.evaluate(() => {
    const blocks = document.querySelectorAll('article :is(p, li, h2, h3)[data-start]');
    const offers = (block: Element) => (block.closest('.sec') ?? block).querySelector('button.this[aria-label]');
    return [...blocks].filter((block) => !offers(block)).map((block) => block.textContent);
  });
  expect(without).toEqual([]);
});

test('the help: by ?, by its button, and its one key switched off for good', async ({ page }) => {
  await open(page, PACE);
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await page.keyboard.press('Shift+?');
  await expect(help).toBeVisible();
  await expect(help.getByText('Alt+H')).toBeVisible();
  const single = help.getByRole('checkbox', { name: /question mark/ });
  await expect(single).toBeChecked();
  await single.uncheck();
  await help.getByRole('checkbox', { name: /Highlight this/ }).check();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(leaf(page, 'Used as an accelerator').getByRole('button', { name: 'Highlight this' })).toBeInViewport();
  await page.reload();
  await ready(page);
  await page.keyboard.press('Shift+?');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help).toBeVisible();
  await expect(single).not.toBeChecked();
  await help.getByRole('button', { name: 'Done' }).click();
  await expect(help).toBeHidden();
  await page.keyboard.press('Shift+?');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(help).toBeHidden();
  await page.getByRole('dialog', { name: 'Reading settings' }).getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help).toBeVisible();
});
