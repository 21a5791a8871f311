/** Everything that a reader comes for, by the keyboard alone, each from a page that was just opened. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inSight, press, tabTo, type } from '../keys';
import { PACE, expect, marks, open, status, test, toolbar } from '../reader';
import { giveVoices, last } from '../voices';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const site = (page: Page, name: string) => page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name });
const contents = (page: Page, name: string) => page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });

/** Opens an article from the library, and in it a section from the contents. */
async function openSection(page: Page, section = 'Sex as armour') {
  await open(page, './');
  await press(page, page.getByRole('main').getByRole('link', { name: 'Pace and Closeness', exact: true }));
  await inSight(page, heading(page, 'Pace and Closeness'));
  await press(page, contents(page, section), 'Enter', 'Shift+Tab');
  await inSight(page, page.getByRole('article').getByRole('heading', { name: section }));
}

/** Highlights the sentence after the section's heading, in blue. */
async function markSentence(page: Page) {
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(toolbar(page)).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  const colour = (name: string) => toolbar(page).getByRole('button', { name: `Highlight ${name}` });
  await inSight(page, colour('yellow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await inSight(page, colour('blue'));
  await page.keyboard.press('Enter');
  await expect(page.locator('article mark[data-colour=blue]').first()).toBeVisible();
}

test.describe('by keyboard alone', { tag: '@pointer' }, () => {
  test('past the header to the library, into an article, to a section by its contents', async ({ page }) => {
    await open(page, './');
    await press(page, page.getByRole('link', { name: 'Skip to content' }));
    await press(page, page.getByRole('main').getByRole('link', { name: 'Pace and Closeness', exact: true }));
    await inSight(page, heading(page, 'Pace and Closeness'));
    await press(page, contents(page, 'Sex as armour'), 'Enter', 'Shift+Tab');
    await expect(page).toHaveURL(/#armour$/);
    await inSight(page, page.getByRole('article').getByRole('heading', { name: 'Sex as armour' }));
    // On from there, not from the page's beginning.
    await page.keyboard.press('Tab');
    await inSight(page, page.getByRole('button', { name: 'Bookmark Sex as armour' }));
  });

  test('a sentence is marked, noted, coloured anew, deleted and brought back', async ({ page }) => {
    await openSection(page);
    await markSentence(page);
    await expect(page.locator('#armour')).toBeFocused();
    await page.keyboard.press('Alt+n');
    const note = dialog(page, 'Highlight').getByRole('textbox', { name: 'Note' });
    await type(page, note, 'Bring this along. #class');
    await expect(dialog(page, 'Highlight').locator('.tag')).toHaveText(['class']);
    await page.keyboard.press('Control+Enter');
    await expect(dialog(page, 'Highlight')).toBeHidden();
    await page.keyboard.press('Escape');
    // By the mark itself from here on.
    await tabTo(page, marks(page).first());
    await page.keyboard.press('Enter');
    await expect(note).toHaveValue('Bring this along. #class');
    await tabTo(page, dialog(page, 'Highlight').getByRole('radio', { name: /\(blue\)/ }));
    await page.keyboard.press('ArrowRight');
    await inSight(page, dialog(page, 'Highlight').getByRole('radio', { name: /\(pink\)/ }));
    await expect(page.locator('article mark[data-colour=pink]').first()).toBeVisible();
    await press(page, dialog(page, 'Highlight').getByRole('button', { name: 'Delete' }));
    await expect(marks(page)).toHaveCount(0);
    // The line with Undo stands at the end of the page, and goes by itself: one key is as good.
    await page.keyboard.press('Alt+z');
    await expect(page.locator('article mark[data-colour=pink]').first()).toBeVisible();
    await expect(status(page)).toHaveText('Taken back');
  });

  test('who asks for a note is at the note, also where the words are marked already', async ({ page }) => {
    await openSection(page);
    await markSentence(page);
    await page.keyboard.press('Alt+n');
    await inSight(page, dialog(page, 'Highlight').getByRole('textbox', { name: 'Note' }));
  });

  test('of highlights over one another each is reached, and the focus stays on the way', async ({ page }) => {
    await openSection(page);
    await page.keyboard.press('Alt+PageDown');
    await page.keyboard.press('Alt+PageDown');
    await page.keyboard.press('Alt+h');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await page.keyboard.press('Alt+h');
    await expect.poll(async () => new Set(await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute('data-annotation')))).size).toBe(2);
    await page.keyboard.press('Escape');
    await press(page, page.locator('article mark mark[role=button]').first());
    const next = dialog(page, 'Highlight').getByRole('button', { name: 'Next highlight here' });
    await press(page, next);
    await expect(dialog(page, 'Highlight').getByRole('group', { name: 'Highlights here' })).toContainText('2 of 2');
    await inSight(page, next);
  });

  test('a section is bookmarked, reflected on, and the bookmark taken off and put back', async ({ page }) => {
    await openSection(page);
    const bookmark = page.getByRole('button', { name: 'Bookmark Sex as armour' });
    await press(page, bookmark, 'Space');
    await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
    await inSight(page, bookmark);
    await press(page, page.getByRole('button', { name: 'Reflect on Sex as armour' }));
    await inSight(page, page.getByRole('textbox', { name: 'Reflection on Sex as armour' }));
    await page.keyboard.type('Not only armour.');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toContainText('Saved');
    await press(page, bookmark, 'Enter', 'Shift+Tab');
    await expect(bookmark).toHaveAttribute('aria-pressed', 'false');
    await inSight(page, bookmark);
    await page.keyboard.press('Alt+z');
    await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
    await inSight(page, bookmark);
  });

  test('words are found in the article, walked through and highlighted', async ({ page }) => {
    await open(page, PACE);
    const bar = page.getByRole('search', { name: 'Find in article' });
    await press(page, page.getByRole('button', { name: 'Find in article' }));
    await inSight(page, bar.getByRole('searchbox'));
    await page.keyboard.type('trust');
    await expect(status(page)).toContainText(/^1 of \d+, in /);
    await press(page, bar.getByRole('button', { name: 'Next place' }));
    await expect(status(page)).toContainText(/^2 of \d+, in /);
    await inSight(page, bar.getByRole('button', { name: 'Next place' }));
    await press(page, bar.getByRole('button', { name: 'Previous place' }), 'Enter', 'Shift+Tab');
    await expect(status(page)).toContainText(/^1 of \d+, in /);
    await press(page, bar.getByRole('button', { name: 'Highlight this' }));
    await expect(marks(page)).toHaveText(/trust/i);
    await inSight(page, bar.getByRole('button', { name: 'Highlight this' }));
    // Back up through the text, past what stands at the head of the window.
    await tabTo(page, page.getByRole('link', { name: /^Link to/ }).nth(3));
    await tabTo(page, page.getByRole('link', { name: /^Link to/ }).first(), 'Shift+Tab');
    await page.keyboard.press('Alt+s');
    await inSight(page, bar.getByRole('searchbox'));
    await press(page, bar.getByRole('button', { name: 'Close find' }));
    await expect(bar).toBeHidden();
    // On from the place that was found.
    await expect(toolbar(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await inSight(page, toolbar(page).getByRole('button', { name: 'Highlight yellow' }));
  });

  test('the library is searched, and a hit opened at its words', async ({ page }) => {
    await open(page, './');
    await press(page, site(page, 'Search'));
    await inSight(page, heading(page, 'Search'));
    await type(page, page.getByRole('searchbox', { name: 'Search the library' }), 'oxytocin');
    await expect(status(page)).toContainText(/^\d+ results$/);
    await press(page, page.getByRole('main').getByRole('listitem').getByRole('link').first());
    const words = page.locator('mark.passage').first();
    await expect(words).toHaveText(/oxytocin/i);
    await inSight(page, words);
  });

  test('the notebook is filtered, an entry opened, and the way back leads to the filter', async ({ page }) => {
    await openSection(page);
    await markSentence(page);
    await press(page, page.getByRole('button', { name: 'Bookmark Sex as armour' }));
    await expect(status(page)).toContainText('Bookmarked');
    await press(page, site(page, 'Notebook'), 'Enter', 'Shift+Tab');
    await inSight(page, heading(page, 'Notebook'));
    await expect(entries(page)).toHaveCount(2);
    const kind = (name: RegExp) => page.getByRole('group', { name: 'Kind' }).getByRole('radio', { name });
    await tabTo(page, kind(/^Everything/));
    await page.keyboard.press('ArrowDown');
    await inSight(page, kind(/^Highlights/));
    await expect(entries(page)).toHaveCount(1);
    await expect(status(page)).toContainText('1 result');
    await press(page, entries(page).getByRole('button', { name: 'Go to passage' }));
    await inSight(page, marks(page).first());
    // The browser’s own key for that is not there where it has no window.
    await page.goBack();
    await expect(kind(/^Highlights/)).toBeChecked();
    await expect(entries(page)).toHaveCount(1);
    await inSight(page);
  });

  test('everything is exported, deleted, and brought back from the file', async ({ page }) => {
    await openSection(page);
    await markSentence(page);
    await press(page, site(page, 'Notebook'), 'Enter', 'Shift+Tab');
    await inSight(page, heading(page, 'Notebook'));
    const out = dialog(page, 'Export notes');
    await press(page, page.getByRole('button', { name: 'Export' }));
    await tabTo(page, out.getByRole('radio', { name: /^Closely file/ }));
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, out.getByRole('button', { name: 'Download' }))]);
    await expect(out).toBeHidden();
    await inSight(page, page.getByRole('button', { name: 'Export' }));
    await press(page, entries(page).getByRole('button', { name: 'Delete' }));
    await expect(entries(page)).toHaveCount(0);

    const back = dialog(page, 'Import notes');
    // What is said at the foot of the window covers nothing of the page’s foot.
    await inSight(page, heading(page, 'Notebook'));
    await tabTo(page, page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }), 'Shift+Tab');
    await press(page, page.getByRole('button', { name: 'Import' }), 'Enter', 'Shift+Tab');
    // Asked for early: the browser has to be told that somebody waits.
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, back.getByLabel('Notes file'));
    await page.keyboard.press('Enter');
    const chooser = await choosing;
    await chooser.setFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: readFileSync(await file.path()) });
    await expect(back.getByText('Nothing is changed yet')).toBeVisible();
    await press(page, back.getByRole('checkbox', { name: 'Bring back what I deleted here' }), 'Space');
    await press(page, back.getByRole('button', { name: 'Import 1 note' }));
    await expect(status(page)).toContainText('1 note came in');
    await press(page, back.getByRole('button', { name: 'Done' }));
    await expect(entries(page)).toHaveCount(1);
    await inSight(page, page.getByRole('button', { name: 'Import' }));
  });

  test('size and theme are chosen, and put back', async ({ page }) => {
    await open(page, PACE);
    const settings = dialog(page, 'Reading settings');
    await press(page, page.getByRole('button', { name: 'Reading settings' }));
    await inSight(page);
    await tabTo(page, settings.getByRole('radio', { name: 'Device' }).first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await inSight(page, settings.getByRole('radio', { name: 'Sepia' }));
    await expect(page.locator('html')).toHaveClass(/theme-sepia/);
    const size = () => page.locator('article > p').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
    const before = await size();
    await tabTo(page, settings.getByRole('slider', { name: 'Size' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(size).toBeGreaterThan(before);
    await press(page, settings.getByRole('button', { name: 'Back to the defaults' }));
    await expect.poll(size).toBe(before);
    await expect(page.locator('html')).not.toHaveClass(/theme-sepia/);
    await inSight(page, settings.getByRole('button', { name: 'Back to the defaults' }));
    // Backwards too: the head of the dialog stays where it is, and is over nothing.
    await tabTo(page, settings.getByRole('radio', { name: 'Device' }).first(), 'Shift+Tab');
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
    await inSight(page, page.getByRole('button', { name: 'Reading settings' }));
  });

  test('an article is listened to, and the voice paused', async ({ page }) => {
    await giveVoices(page);
    await open(page, PACE);
    const dock = page.getByRole('region', { name: 'Listen' });
    await press(page, page.getByRole('group', { name: 'Reading tools' }).getByRole('button', { name: 'Listen' }));
    await expect.poll(() => last(page)).toBe('A question of speed');
    await press(page, dock.getByRole('button', { name: 'Pause' }), 'Enter', 'Shift+Tab');
    await inSight(page, dock.getByRole('button', { name: 'Play' }));
    await page.keyboard.press('Enter');
    await inSight(page, dock.getByRole('button', { name: 'Pause' }));
    await page.keyboard.press('Alt+p');
    await expect(dock.getByRole('button', { name: 'Play' })).toBeVisible();
    // On through the text, past what stands at the foot of the window.
    await tabTo(page, page.getByRole('link', { name: /^Link to/ }).nth(3));
    await page.keyboard.press('Alt+p');
    await expect(dock.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('the help opens, is read to its end, and closes where it was opened', async ({ page }) => {
    await open(page, PACE);
    const help = dialog(page, 'Keyboard shortcuts');
    await page.keyboard.press('Shift+?');
    await expect(help).toBeVisible();
    await inSight(page);
    await tabTo(page, help.getByRole('checkbox').last());
    await press(page, help.getByRole('button', { name: 'Done' }));
    await expect(help).toBeHidden();
    const button = page.getByRole('button', { name: 'Keyboard shortcuts' }).first();
    await press(page, button);
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await inSight(page, button);
  });

  test('a section is shared and cited', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSection(page);
    const share = page.getByRole('button', { name: /^Share Sex as armour/ });
    await press(page, share);
    await press(page, dialog(page, 'Share').getByRole('button', { name: 'Copy link' }));
    await expect(status(page)).toContainText('Link copied');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/pace-and-closeness\/#armour$/);
    await press(page, dialog(page, 'Share').getByRole('button', { name: 'Cite' }));
    const cite = dialog(page, 'Cite');
    await expect(cite).toContainText('Sex as Armour section');
    await tabTo(page, cite.getByRole('combobox', { name: 'Style' }));
    await page.keyboard.press('ArrowDown');
    await expect(cite).toContainText('Works cited');
    await press(page, cite.getByRole('button', { name: 'Copy', exact: true }));
    await expect(status(page)).toContainText('Citation copied');
    await page.keyboard.press('Escape');
    await expect(cite).toBeHidden();
    await inSight(page, share);
  });

  test('a reading pack is made, followed and answered', async ({ page }) => {
    await open(page, './');
    await press(page, page.getByRole('contentinfo').getByRole('link', { name: 'Reading packs' }));
    await inSight(page, heading(page, 'Reading packs'));
    await press(page, page.getByRole('button', { name: 'Make a pack' }));
    await inSight(page, heading(page, 'Make a reading pack'));
    await type(page, page.getByRole('textbox', { name: 'Title' }), 'Week 3');
    await tabTo(page, page.getByLabel('Article or section'));
    await page.keyboard.type('Sex as ar');
    await press(page, page.getByRole('button', { name: 'Add this place' }));
    const question = page.getByRole('textbox', { name: 'Question for stop 1' });
    await type(page, question, 'Armour against what?', 'Shift+Tab');
    await press(page, page.getByRole('button', { name: 'Make the link' }));
    const link = page.getByRole('textbox', { name: 'Link to the pack' });
    await tabTo(page, link);
    const address = await link.inputValue();

    await page.goto('about:blank');
    await open(page, address);
    await press(page, page.getByRole('button', { name: 'Start' }));
    await inSight(page, heading(page, 'Week 3'));
    await press(page, page.getByRole('link', { name: 'Read stop by stop' }));
    await inSight(page, page.getByRole('article').getByRole('heading', { name: 'Sex as armour' }));
    const dock = page.getByRole('complementary', { name: 'Reading pack' });
    await type(page, dock.getByRole('textbox', { name: 'Armour against what?' }), 'Being known.');
    await page.keyboard.press('Control+Enter');
    await expect(status(page)).toContainText('Saved');
    await press(page, dock.getByRole('link', { name: 'All stops, and handing in' }));
    await expect(page.getByText('1 of 1 answered')).toBeVisible();
    await inSight(page, heading(page, 'Week 3'));
  });
});
