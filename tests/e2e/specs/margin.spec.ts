/** The margin of a wide screen and the overview at its edge. */
import type { Page } from '@playwright/test';
import { PACE, expect, highlight, marks, open, test } from '../reader';
import { seed } from '../seed';

const LONG = 'A note of several lines, so that the next one has to make room for it. '.repeat(2);
const SEEDS = [
  { id: 'bb01', words: 'A swipe takes a second', colour: 'blue', body: LONG },
  { id: 'bb02', words: 'Profiles boil people down to facts', colour: 'purple', body: LONG },
  { id: 'bb03', words: 'Hold off, and you may fear', colour: 'pink', body: 'short' },
  { id: 'bb04', words: 'you may fear', colour: 'green', body: 'nested' },
  { id: 'bb05', words: 'Pushed like this', colour: 'yellow' },
];

const margin = (page: Page) => page.getByRole('complementary', { name: 'Your notes in the margin' });

/** Top and bottom of each note, from the top. */
const places = (page: Page) =>
  margin(page)
    .getByRole('note')
    .evaluateAll((all) =>
      all.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top: top + scrollY, bottom: bottom + scrollY })),
    );

/** Waits until no note covers another, and all are near their passages. */
async function settled(page: Page) {
  await expect
    .poll(async () => {
      const all = await places(page);
      return all.every((note, index) => index === 0 || note.top >= (all[index - 1]?.bottom ?? 0));
    })
    .toBe(true);
}

test('notes stand in order beside their passages, and none covers another', async ({ page }) => {
  await seed(page, PACE, SEEDS);
  await open(page, PACE);
  await expect(margin(page).getByRole('note')).toHaveCount(4);
  await settled(page);
  const near = async () => {
    const mark = await page.locator('article mark[data-annotation=bb01]').first().boundingBox();
    const note = await page.getByRole('note', { name: 'Your note on “A swipe takes a second”' }).boundingBox();
    return Math.abs((mark?.y ?? 0) - (note?.y ?? 9999));
  };
  await expect.poll(near).toBeLessThan(250);
  // A note alone stands exactly beside its first line.
  await page.evaluate(() => localStorage.clear());
  await seed(page, PACE, [{ id: 'bb03', words: 'Hold off, and you may fear', body: 'alone' }]);
  await open(page, PACE);
  await expect
    .poll(async () => {
      const mark = await marks(page).first().boundingBox();
      const note = await margin(page).getByRole('note').boundingBox();
      return Math.abs((mark?.y ?? 0) - (note?.y ?? 9999));
    })
    .toBeLessThan(30);
});

test('they follow when the width, the size of the text or a note changes', async ({ page }) => {
  await seed(page, PACE, SEEDS);
  await open(page, PACE);
  await settled(page);
  const before = await places(page);
  await page.evaluate(() => document.documentElement.style.setProperty('--reader-size', '1.4'));
  await expect.poll(() => places(page)).not.toEqual(before);
  await settled(page);
  await page.setViewportSize({ width: 1500, height: 800 });
  await settled(page);
  await margin(page).getByRole('note', { name: /you may fear/ }).last().getByRole('button', { name: 'Edit note' }).click();
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('textbox', { name: 'Note' }).fill(LONG + LONG);
  await page.keyboard.press('Control+Enter');
  await expect(margin(page).getByRole('note').last()).toContainText('make room for it');
  await settled(page);
});

test('a note and its passage light each other', async ({ page }) => {
  await seed(page, PACE, SEEDS);
  await open(page, PACE);
  await settled(page);
  const mark = page.locator('article mark[data-annotation=bb01]').first();
  const note = margin(page).getByRole('note').first();
  await expect(mark).not.toHaveClass(/is-lit/);
  await note.hover();
  await expect(mark).toHaveClass(/is-lit/);
  await page.mouse.move(5, 5);
  await expect(mark).not.toHaveClass(/is-lit/);
  await mark.focus();
  await expect(note).toHaveClass(/is-lit/);
});

test('a note that is written shows at once, and one that is taken away goes', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  await expect(margin(page).getByRole('note')).toHaveCount(0);
  await marks(page).first().click();
  const dialog = page.getByRole('dialog', { name: 'Highlight' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('here');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(margin(page).getByRole('note')).toContainText('here');
  await marks(page).first().click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(margin(page).getByRole('note')).toHaveCount(0);
});

test('the overview has a tick for each mark, leads there, and is no obstacle', async ({ page }) => {
  await seed(page, PACE, SEEDS);
  await open(page, PACE);
  await page.getByRole('button', { name: 'Bookmark Finding support' }).click();
  const ticks = page.locator('.overview span');
  await expect(ticks).toHaveCount(6);
  await expect(page.locator('.overview')).toHaveAttribute('aria-hidden', 'true');
  await expect(page.locator('.overview :is(button, a, [tabindex])')).toHaveCount(0);
  const tops = await ticks.evaluateAll((all) => all.map((tick) => tick.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await page.evaluate(() => scrollTo(0, 0));
  await ticks.first().click();
  await expect(page.locator('article mark[data-annotation=bb01]').first()).toBeInViewport();
});

test('a tablet on its side has the contents beside the text, until notes stand there', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page, PACE);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const opener = page.getByRole('link', { name: 'Contents', exact: true });
  await expect(contents).toBeVisible();
  await expect(opener).toBeHidden();
  const text = await page.locator('article > p').first().boundingBox();
  expect((await contents.boundingBox())?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await seed(page, PACE, SEEDS.slice(0, 1));
  await open(page, PACE);
  await expect(margin(page).getByRole('note')).toBeVisible();
  await expect(contents).toBeHidden();
  await opener.click();
  await expect(contents).toBeVisible();
});
