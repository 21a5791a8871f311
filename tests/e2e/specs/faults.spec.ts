/** Faults: whatever storage does, the article can be read and nothing written is lost or changed. */
import { PACE, expect, highlight, kept, marks, open, status, test } from '../reader';

const notice = (page: import('@playwright/test').Page) => page.getByRole('region', { name: 'Notice' });

test('blocked storage: reading works, and a notice says that nothing is saved', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, PACE);
  await expect(notice(page)).toContainText('not being saved');
  await highlight(page, 'Hold off, and you may fear');
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await expect(status(page)).toContainText('blocks storage');
});

test('full storage: the old note stays, the new words stay on the page', async ({ page }) => {
  await open(page, PACE);
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.fill('old words');
  await expect(status(page)).toContainText('Saved');
  const before = await kept(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await field.fill('new words');
  await expect(page.getByText(/Not saved\. .*full/)).toBeVisible();
  await expect(notice(page)).toBeVisible();
  await expect(field).toHaveValue('new words');
  expect(await kept(page)).toEqual(before);
});

test('a store that forgets is caught by reading back', async ({ page }) => {
  await open(page, PACE);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {};
  });
  await page.getByRole('article').getByRole('textbox').first().fill('words');
  await expect(page.getByText(/Not saved\./)).toBeVisible();
});

test('damaged, foreign and newer records stay as they are, and the rest is there', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  const bad = {
    'closely:annotation:empty': '',
    'closely:annotation:cut': '{"version":1,"checksum":"0000',
    'closely:annotation:newer': '{"version":99,"record":{"body":"from later"}}',
    'other-app': '{not json',
  };
  await page.evaluate((bad) => Object.entries(bad).forEach(([key, value]) => localStorage.setItem(key, value)), bad);
  await page.reload();
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await page.goto('./settings/');
  await expect(page.getByText('3 records could not be used')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download the record' })).toHaveCount(3);
  expect(await kept(page)).toMatchObject(bad);
});

test('words typed just before the tab goes are there', async ({ page, context }) => {
  await open(page, PACE);
  await page.getByRole('article').getByRole('textbox').first().pressSequentially('quick', { delay: 0 });
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await open(again, PACE);
  await expect(again.getByRole('article').getByRole('textbox').first()).toHaveValue('quick');
});
