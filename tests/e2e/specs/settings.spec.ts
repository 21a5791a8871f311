/** Reading settings: every choice is seen at once, on every page, in every tab, and before the next first paint. */
import { PACE, expect, open, ready, test } from '../reader';

type Page = import('@playwright/test').Page;

const style = (page: Page, selector: string, name: string) =>
  page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
const paragraph = 'article > p';

async function choose(page: Page, group: string, name: string) {
  await page.getByRole('group', { name: group, exact: true }).getByText(name, { exact: true }).click();
}

test('right edge, hyphens, paragraphs and motion, from the reader’s own dialog', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
  expect(await style(page, paragraph, 'text-align')).toBe('start');
  await choose(page, 'Right edge', 'Straight');
  expect(await style(page, paragraph, 'text-align')).toBe('justify');
  await choose(page, 'Hyphens', 'On');
  expect(await style(page, paragraph, 'hyphens')).toBe('auto');
  await choose(page, 'Hyphens', 'Off');
  expect(await style(page, paragraph, 'hyphens')).toBe('manual');
  const gap = () => page.locator('article > p + p').first().evaluate((p) => parseFloat(getComputedStyle(p).marginBlockStart));
  const before = await gap();
  await choose(page, 'Paragraphs', 'Wide');
  expect(await gap()).toBeGreaterThan(before);
  await choose(page, 'Motion', 'None');
  expect(await style(page, 'dialog[open]', 'animation-name')).toBe('none');
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  expect(await style(page, paragraph, 'text-align')).toBe('start');
});

test('what is chosen stands before the first paint of the next visit', async ({ page }) => {
  await open(page, './settings/');
  await choose(page, 'Right edge', 'Straight');
  await choose(page, 'Motion', 'None');
  await page.getByRole('radio', { name: /^Literata/ }).check();
  // Without the program: what is seen before it runs.
  await page.route(/\.wasm$/, () => {});
  await page.goto(PACE);
  await expect(page.locator('html')).toHaveClass(/align-justified/);
  await expect(page.locator('html')).toHaveClass(/motion-still/);
  expect(await style(page, paragraph, 'font-family')).toMatch(/^"?Literata/);
});

test('a bundled typeface is loaded when it is chosen, and only then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) asked.push(new URL(request.url()).pathname);
  });
  await open(page, './settings/');
  await expect(page.getByRole('radio', { name: /^Hyperlegible/ })).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByRole('radio', { name: /^Hyperlegible/ }).check();
  await expect.poll(() => asked.some((path) => path.endsWith('/fonts/atkinson-roman.woff2'))).toBe(true);
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('1em "Atkinson Hyperlegible Next"')))
    .toBe(true);
  expect(asked.some((path) => path.includes('literata'))).toBe(false);
});

test('what is chosen in one tab is chosen in the other', async ({ page, context }) => {
  await open(page, PACE);
  const other = await context.newPage();
  await open(other, './settings/');
  await other.getByRole('radio', { name: 'Sepia' }).check();
  await other.getByRole('slider', { name: 'Size' }).fill('130');
  await expect(page.locator('html')).toHaveClass(/theme-sepia/);
  await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--reader-size'))).toBe('1.30');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked();
});

test('it holds on every page, without the program too', async ({ page }) => {
  await open(page, './settings/');
  await page.getByRole('radio', { name: 'Black', exact: true }).check();
  for (const path of ['./', './notebook/', './search/', './about/', PACE]) {
    await page.goto(path);
    await ready(page);
    expect(await style(page, 'body', 'background-color')).toBe('rgb(0, 0, 0)');
  }
});
