/** Every page for everyone: axe finds nothing, the keyboard gets everywhere, nothing runs over the edge. */
import AxeBuilder from '@axe-core/playwright';
import { PACE, ROUTES, expect, highlight, marks, open, select, test, toolbar } from '../reader';

// Each of these goes through every page. Themes differ in their colours alone.
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

for (const theme of ['light', 'sepia', 'dark', 'black', 'contrast']) {
  test(`axe finds nothing in ${theme}`, async ({ page }) => {
    await page.addInitScript((theme) => {
      localStorage.setItem('closely:settings:reading', JSON.stringify({ version: 1, checksum: '', record: { theme } }));
    }, theme);
    for (const path of ROUTES) {
      await open(page, path);
      const axe = new AxeBuilder({ page });
      const { violations } = await (theme === 'light' ? axe : axe.withRules(OF_COLOURS)).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    }
  });
}

test('axe would find a fault if there were one', async ({ page }) => {
  await open(page, PACE);
  await page.evaluate(() => {
    const article = document.getElementById('article');
    const button = document.createElement('button');
    const picture = document.createElement('img');
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const pale = document.createElement('p');
    pale.textContent = 'Words that are too pale to read.';
    pale.style.color = '#ddd';
    article?.prepend(button, picture, pale);
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id).sort()).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'image-alt']));
});

test('axe finds nothing in the dialogs and the toolbar', async ({ page }) => {
  await open(page, PACE);
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  };
  await select(page, 'Hold off, and you may fear');
  await check();
  await toolbar(page).getByRole('button', { name: 'Highlight pink' }).click();
  await marks(page).first().click();
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await check();
  await page.getByRole('dialog').getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('checkbox', { name: /Highlight this/ }).check();
  await check();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByRole('button', { name: 'Done' }).click();
  await check();
});

test('landmarks, one heading of the first level, and a skip link on every page', async ({ page }) => {
  for (const path of ROUTES) {
    await open(page, path);
    for (const role of ['banner', 'main', 'contentinfo', 'status'] as const) {
      await expect(page.getByRole(role), `${path} ${role}`).toHaveCount(1);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  }
});

test('the toolbar works by the keyboard', async ({ page }) => {
  await open(page, PACE);
  await select(page, 'Hold off, and you may fear');
  const first = toolbar(page).getByRole('button', { name: 'Highlight yellow' });
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight green' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('article mark[data-colour=green]')).toHaveText('Hold off, and you may fear');
});

test('no page scrolls sideways, from 320 to 1600 pixels', async ({ page }) => {
  for (const width of [320, 390, 820, 1024, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ROUTES) {
      await open(page, path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('a highlight is one stop of the keyboard', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Much of what we watch', 'yellow', 'Hookup culture');
  await expect(page.locator('article mark[tabindex="0"]')).toHaveCount(1);
});
