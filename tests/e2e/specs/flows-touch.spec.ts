/** Everything that a reader comes for, on a phone and by a finger alone, each from a page that was just opened. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { THUMB, drag, dragFrom, hold, tap, write } from '../finger';
import { PACE, expect, marks, open, status, test, toolbar } from '../reader';
import { giveVoices, last } from '../voices';

const WORDS = 'Hold off, and you may fear';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const site = (page: Page, name: string) => page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name });
const tools = (page: Page) => page.getByRole('group', { name: 'Reading tools' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const entries = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('button') });

/** Highlights the words, in blue. */
async function mark(page: Page) {
  await hold(page, WORDS);
  await tap(toolbar(page).getByRole('button', { name: 'Highlight blue' }), THUMB);
  await expect(marks(page)).toHaveText([WORDS]);
}

test.describe('by a finger alone', { tag: '@touch' }, () => {
  test('from the library into an article, on by drawing, and to a section by its contents', async ({ page }) => {
    await open(page, './');
    await tap(page.getByRole('main').getByRole('link', { name: 'Pace and Closeness', exact: true }));
    await expect(heading(page, 'Pace and Closeness')).toBeInViewport();
    await drag(page, { x: 195, y: 600 }, { x: 0, y: -400 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    await tap(tools(page).getByRole('link', { name: 'Contents' }), THUMB);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect(contents).toBeInViewport();
    await tap(contents.getByRole('link', { name: 'Sex as armour' }));
    await expect(contents).toBeHidden();
    await expect(page.locator('#armour')).toBeInViewport();
  });

  test('every tool at the foot of the screen has room for a thumb', async ({ page }) => {
    for (const path of [PACE, './', './notebook/', './search/', './settings/']) {
      await open(page, path);
      const bars = page.locator('.bar, .page:not(.page-reader) .site-nav');
      const small = await bars.locator(':is(a, button):visible').evaluateAll((all) =>
        all
          .map((each) => [each.textContent?.trim(), each.getBoundingClientRect()] as const)
          .filter(([, { width, height, bottom }]) => bottom > innerHeight - 10 && Math.min(width, height) < 44)
          .map(([name, { width, height }]) => `${name}: ${width} by ${height}`),
      );
      expect(small, path).toEqual([]);
      await expect(bars.locator(':is(a, button):visible')).toHaveCount(5);
    }
  });

  test('words are marked, noted, coloured anew, deleted and brought back', async ({ page }) => {
    await open(page, PACE);
    await mark(page);
    await tap(marks(page).first());
    const sheet = dialog(page, 'Highlight');
    await write(page, sheet.getByRole('textbox', { name: 'Note' }), 'Bring this along. #class');
    await expect(sheet.locator('.tag')).toHaveText(['class']);
    await tap(sheet.getByRole('radio', { name: /\(pink\)/ }), THUMB);
    await expect(page.locator('article mark[data-colour=pink]')).toHaveText(WORDS);
    await tap(sheet.getByRole('button', { name: 'Done' }), THUMB);
    await expect(sheet).toBeHidden();
    await tap(marks(page).first());
    await expect(sheet.getByRole('textbox', { name: 'Note' })).toHaveValue('Bring this along. #class');
    await tap(sheet.getByRole('button', { name: 'Delete' }), THUMB);
    await expect(marks(page)).toHaveCount(0);
    await tap(status(page).getByRole('button', { name: 'Undo' }), THUMB);
    await expect(page.locator('article mark[data-colour=pink]')).toHaveText(WORDS);
  });

  test('the ends of a highlight are drawn', async ({ page }) => {
    await open(page, PACE);
    await mark(page);
    await tap(marks(page).first());
    await tap(dialog(page, 'Highlight').getByText('Change where it begins and ends'));
    await tap(dialog(page, 'Highlight').getByRole('button', { name: 'Drag the ends' }));
    await dragFrom(page, page.getByRole('button', { name: 'End of the highlight' }), { x: 60, y: 0 });
    await expect(marks(page).last()).toContainText('seeming');
    await tap(page.getByRole('region', { name: 'Change the highlight' }).getByRole('button', { name: 'Done' }), THUMB);
    await expect(page.getByRole('region', { name: 'Change the highlight' })).toBeHidden();
  });

  test('a section is bookmarked and reflected on, and the bookmark taken off and put back', async ({ page }) => {
    await open(page, `${PACE}#armour`);
    const bookmark = page.getByRole('button', { name: 'Bookmark Sex as armour' });
    await tap(bookmark);
    await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
    await tap(page.getByRole('button', { name: 'Reflect on Sex as armour' }));
    await write(page, page.getByRole('textbox', { name: 'Reflection on Sex as armour' }), 'Not only armour.');
    await expect(page.getByText('Saved on this device, ')).toBeVisible();
    await tap(bookmark);
    await tap(status(page).getByRole('button', { name: 'Undo' }), THUMB);
    await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  });

  test('a note and a word of the glossary open in place, and close', async ({ page }) => {
    await open(page, PACE);
    for (const reference of [page.locator('#article a.fn').first(), page.locator('#article a.term').first()]) {
      await tap(reference);
      await expect(page.locator('#slip')).toBeInViewport();
      await expect(reference).toBeInViewport();
      await tap(page.locator('#slip').getByRole('button', { name: 'Close' }));
      await expect(page.locator('#slip')).toHaveCount(0);
    }
  });

  test('words are found in the article, walked through and highlighted', async ({ page }) => {
    await open(page, PACE);
    await tap(tools(page).getByRole('button', { name: 'Find in article' }), THUMB);
    const bar = page.getByRole('search', { name: 'Find in article' });
    await write(page, bar.getByRole('searchbox'), 'trust');
    await expect(status(page)).toContainText(/^1 of \d+, in /);
    await tap(bar.getByRole('button', { name: 'Next place' }));
    await expect(status(page)).toContainText(/^2 of \d+, in /);
    await tap(bar.getByRole('button', { name: 'Previous place' }));
    await expect(status(page)).toContainText(/^1 of \d+, in /);
    await tap(bar.getByRole('button', { name: 'Highlight this' }));
    await expect(marks(page)).toHaveText(/trust/i);
    await expect(marks(page)).toBeInViewport();
    await tap(bar.getByRole('button', { name: 'Close find' }));
    await expect(bar).toBeHidden();
  });

  test('the library is searched, and a hit opened at its words', async ({ page }) => {
    await open(page, './');
    await tap(site(page, 'Search'), THUMB);
    await write(page, page.getByRole('searchbox', { name: 'Search the library' }), 'oxytocin');
    await expect(status(page)).toContainText(/^\d+ results$/);
    await tap(page.getByRole('main').getByRole('listitem').getByRole('link').first());
    await expect(page.locator('mark.passage').first()).toHaveText(/oxytocin/i);
    await expect(page.locator('mark.passage').first()).toBeInViewport();
  });

  test('the notebook is filtered, an entry opened, and the way back leads to the filter', async ({ page }) => {
    await open(page, PACE);
    await mark(page);
    await tap(page.getByRole('button', { name: 'Bookmark Sex as armour' }));
    await expect(status(page)).toContainText('Bookmarked');
    await tap(site(page, 'Notebook'));
    await expect(entries(page)).toHaveCount(2);
    const kind = (name: RegExp) => page.getByRole('group', { name: 'Kind' }).getByRole('radio', { name });
    await tap(kind(/^Highlights/), THUMB);
    await expect(entries(page)).toHaveCount(1);
    await tap(page.getByRole('group', { name: 'Colour' }).getByRole('radio', { name: /\(blue\)/ }), THUMB);
    await expect(entries(page)).toHaveCount(1);
    await tap(entries(page).getByRole('button', { name: 'Go to passage' }));
    await expect(marks(page).first()).toBeInViewport();
    await page.goBack();
    await expect(kind(/^Highlights/)).toBeChecked();
    await expect(entries(page)).toHaveCount(1);
  });

  test('everything is exported, deleted, and brought back from the file', async ({ page }) => {
    await open(page, PACE);
    await mark(page);
    await tap(site(page, 'Notebook'));
    await tap(page.getByRole('button', { name: 'Export' }));
    const out = dialog(page, 'Export notes');
    await tap(out.getByRole('radio', { name: /^Closely file/ }));
    const [file] = await Promise.all([page.waitForEvent('download'), tap(out.getByRole('button', { name: 'Download' }), THUMB)]);
    await expect(out).toBeHidden();
    await tap(entries(page).getByRole('button', { name: 'Delete' }));
    await expect(entries(page)).toHaveCount(0);
    await tap(page.getByRole('button', { name: 'Import' }));
    const back = dialog(page, 'Import notes');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(back.getByLabel('Notes file'))]);
    await chooser.setFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: readFileSync(await file.path()) });
    await tap(back.getByRole('checkbox', { name: 'Bring back what I deleted here' }));
    await tap(back.getByRole('button', { name: 'Import 1 note' }), THUMB);
    await expect(status(page)).toContainText('1 note came in');
    await tap(back.getByRole('button', { name: 'Done' }), THUMB);
    await expect(entries(page)).toHaveCount(1);
  });

  test('size and theme are chosen, and put back', async ({ page }) => {
    await open(page, PACE);
    await tap(tools(page).getByRole('button', { name: 'Reading settings' }), THUMB);
    const settings = dialog(page, 'Reading settings');
    await tap(settings.getByRole('radio', { name: 'Dark' }));
    await expect(page.locator('html')).toHaveClass(/theme-dark/);
    const size = () => page.locator('article > p').first().evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
    const before = await size();
    const slider = settings.getByRole('slider', { name: 'Size' });
    await slider.scrollIntoViewIfNeeded();
    await dragFrom(page, slider, { x: 60, y: 0 }, 0.4);
    await expect.poll(size).toBeGreaterThan(before);
    await tap(settings.getByRole('button', { name: 'Back to the defaults' }), THUMB);
    await expect.poll(size).toBe(before);
    await expect(page.locator('html')).not.toHaveClass(/theme-dark/);
    await tap(settings.getByRole('button', { name: 'Done' }), THUMB);
    await expect(settings).toBeHidden();
  });

  test('an article is listened to, and the voice paused', async ({ page }) => {
    await giveVoices(page);
    await open(page, PACE);
    await tap(tools(page).getByRole('button', { name: 'Listen' }), THUMB);
    await expect.poll(() => last(page)).toBe('A question of speed');
    const dock = page.getByRole('region', { name: 'Listen' });
    await tap(dock.getByRole('button', { name: 'On one sentence' }), THUMB);
    await expect.poll(() => last(page)).not.toBe('A question of speed');
    await tap(dock.getByRole('button', { name: 'Pause' }), THUMB);
    await tap(dock.getByRole('button', { name: 'Play' }), THUMB);
    await tap(dock.getByRole('button', { name: 'Stop listening' }), THUMB);
    await expect(dock).toBeHidden();
  });

  test('the help opens and closes', async ({ page }) => {
    await open(page, PACE);
    await tap(tools(page).getByRole('button', { name: 'Reading settings' }), THUMB);
    await tap(dialog(page, 'Reading settings').getByRole('button', { name: 'Keyboard shortcuts' }));
    const help = dialog(page, 'Keyboard shortcuts');
    await tap(help.getByRole('checkbox', { name: /Highlight this/ }));
    await tap(help.getByRole('button', { name: 'Done' }), THUMB);
    await expect(help).toBeHidden();
    await tap(dialog(page, 'Reading settings').getByRole('button', { name: 'Close' }), THUMB);
    // What was switched on there is there for a finger.
    await tap(page.getByRole('button', { name: 'Highlight this paragraph' }).first(), THUMB);
    await tap(toolbar(page).getByRole('button', { name: 'Highlight green' }), THUMB);
    await expect(page.locator('article mark[data-colour=green]').first()).toBeVisible();
  });

  test('a section is shared and cited', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, PACE);
    await tap(page.getByRole('button', { name: /^Share Sex as armour/ }));
    await tap(dialog(page, 'Share').getByRole('button', { name: 'Copy link' }));
    await expect(status(page)).toContainText('Link copied');
    await tap(dialog(page, 'Share').getByRole('button', { name: 'Cite' }));
    const cite = dialog(page, 'Cite');
    await expect(cite).toContainText('Sex as Armour section');
    await tap(cite.getByRole('button', { name: 'Copy', exact: true }), THUMB);
    await expect(status(page)).toContainText('Citation copied');
    await tap(cite.getByRole('button', { name: 'Close' }), THUMB);
    await expect(cite).toBeHidden();
  });

  test('a reading pack is made, followed and answered', async ({ page }) => {
    await open(page, PACE);
    await hold(page, WORDS);
    await tap(toolbar(page).getByRole('button', { name: 'Share' }), THUMB);
    await tap(dialog(page, 'Share').getByRole('button', { name: 'Add to pack' }));
    await expect(status(page)).toContainText('stop 1');
    await open(page, './');
    await tap(page.getByRole('contentinfo').getByRole('link', { name: 'Reading packs' }));
    await tap(page.getByRole('link', { name: /^Edit/ }));
    await write(page, page.getByRole('textbox', { name: 'Title' }), 'Week 3');
    await write(page, page.getByRole('textbox', { name: 'Question for stop 1' }), 'Whose clock?');
    await tap(page.getByRole('button', { name: 'Make the link' }), THUMB);
    const address = await page.getByRole('textbox', { name: 'Link to the pack' }).inputValue();

    await page.goto('about:blank');
    await open(page, address);
    await tap(page.getByRole('button', { name: 'Start' }), THUMB);
    await tap(page.getByRole('link', { name: 'Read stop by stop' }), THUMB);
    await expect(page.locator('mark.stop').first()).toBeInViewport();
    await expect(page.locator('[data-stop]:focus')).toHaveCount(1);
    const dock = page.getByRole('complementary', { name: 'Reading pack' });
    await write(page, dock.getByRole('textbox', { name: 'Whose clock?' }), 'My own.');
    await expect(dock).toContainText('Saved on this device');
    await tap(dock.getByRole('link', { name: 'All stops, and handing in' }), THUMB);
    await expect(page.getByText('1 of 1 answered')).toBeVisible();
  });
});
