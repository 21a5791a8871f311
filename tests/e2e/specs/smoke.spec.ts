/** The site opens: its first page has a heading, and the app starts. */
import { expect, test } from '@playwright/test';

test('the library opens and the app starts', async ({ page }) => {
  // Without a slash in front: the site may stand under a sub-path.
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html[data-ready]')).toBeAttached();
});
