/** Sharing: every way to pass a section, a passage, a highlight or an article on. */
import { readFileSync } from 'node:fs';
import { PACE, expect, highlight, marks, open, ready, select, status, test, toolbar } from '../reader';
import type { Page } from '@playwright/test';

const WORDS = 'Hold off, and you may fear';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(async ({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a passage link is the shortest that is unique, and shows the passage', async ({ page }) => {
  await open(page, PACE);
  await select(page, WORDS);
  await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(status(page)).toContainText('Link copied');
  const link = await copied(page);
  const directive = 'Hold%20off%2C%20and%20you%20may%20fear';
  expect(link).toContain(`?text=${directive}#`);
  expect(link).toMatch(new RegExp(`:~:text=${directive}$`));
  await page.goto('about:blank');
  await page.goto(link);
  await ready(page);
  const passage = page.locator('mark.passage');
  await expect(passage).toHaveText(WORDS);
  await expect(passage).toBeInViewport();
  await expect(passage).toBeFocused();
  await expect(status(page)).toContainText('The linked passage is shown');
});

test('a link may name several passages; what is malformed is ignored', async ({ page }) => {
  await open(page, `${PACE}?text=Hold%20off&text=,&text=A%20swipe%20takes%20a%20second&text=never%20there`);
  await expect(page.locator('mark.passage')).toHaveText(['A swipe takes a second', 'Hold off']);
  // The first that the address names is the one to go to.
  await expect(page.locator('mark.passage').last()).toBeFocused();
  await open(page, `${PACE}?text=a,b,c,d`);
  await expect(page.locator('mark.passage')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Notice' })).toHaveCount(0);
});

test('a section is shared by its link, with its title, and as a code that can be saved', async ({ page, baseURL }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: /^Share Sex as armour/ }).click();
  await expect(dialog(page)).toContainText('Pace and Closeness: Sex as armour');
  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  const address = new URL('read/pace-and-closeness/#armour', baseURL).href;
  await expect.poll(() => copied(page)).toBe(address);
  await dialog(page).getByRole('button', { name: 'Copy title with link' }).click();
  await expect.poll(() => copied(page)).toBe(`Pace and Closeness: Sex as armour\n${address}`);
  await dialog(page).getByRole('button', { name: 'QR code' }).click();
  const code = dialog(page).getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  // Large enough for the last row: as wide as the dialog, or as high as the window allows.
  const { width } = (await code.boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(280);
  const [svg] = await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('button', { name: 'Save as SVG' }).click()]);
  expect(readFileSync(await svg.path(), 'utf8')).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  const [png] = await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('button', { name: 'Save as PNG' }).click()]);
  const bytes = readFileSync(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const size = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, bytes.toString('base64'));
  expect(size[0]).toBeGreaterThan(300);
  expect(size[0]).toBe(size[1]);
});

test('an article is shared by its link, with its title', async ({ page, baseURL }, { project }) => {
  await open(page, PACE);
  if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
  await page.getByRole('group', { name: 'This article' }).getByRole('button', { name: 'Share' }).click();
  await expect(dialog(page)).toContainText('Pace and Closeness');
  const address = new URL('read/pace-and-closeness/', baseURL).href;
  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => copied(page)).toBe(address);
  await dialog(page).getByRole('button', { name: 'Copy title with link' }).click();
  await expect.poll(() => copied(page)).toBe(`Pace and Closeness\n${address}`);
});

test('a section is cited from where it is shared', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: /^Share Sex as armour/ }).click();
  await dialog(page).getByRole('button', { name: 'Cite' }).click();
  await expect(dialog(page)).toBeHidden();
  const cite = page.getByRole('dialog', { name: 'Cite' });
  await expect(cite).toContainText('Pace and Closeness: Sex as armour');
  await expect(cite).toContainText(/Closely\. http.+\/read\/pace-and-closeness\/#armour/);
  await expect(cite).toContainText('(The Closely editors, 2026, Sex as Armour section)');
});

test('the link of a highlight is copied from its dialog and leads back to its words', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, WORDS);
  await marks(page).first().click();
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => copied(page)).toContain(':~:text=Hold%20off');
  const link = await copied(page);
  await page.goto('about:blank');
  await open(page, link);
  await expect(page.locator('mark.passage')).toHaveText(WORDS);
  await expect(page.locator('mark.passage')).toBeFocused();
});

test('a highlight is shared with its words', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, WORDS);
  await marks(page).first().click();
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: 'Share' }).click();
  await dialog(page).getByRole('button', { name: 'Copy quote with link' }).click();
  await expect.poll(() => copied(page)).toContain(`“${WORDS}”\nPace and Closeness: `);
  expect(await copied(page)).toContain(':~:text=Hold%20off');
});

test('the system’s share sheet gets words and link, where there is one', async ({ page }) => {
  await page.addInitScript(() => {
    const share = async (data: ShareData) => void ((window as unknown as { shared: ShareData }).shared = data);
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  });
  await open(page, PACE);
  await select(page, WORDS);
  await toolbar(page).getByRole('button', { name: 'Share' }).click();
  await dialog(page).getByRole('button', { name: 'Share with an app' }).click();
  const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
  expect(shared.text).toBe(WORDS);
  expect(shared.url).toContain('?text=Hold%20off');
});
