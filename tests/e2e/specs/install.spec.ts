/** Installing: the manifest, the button where the browser offers it, words where it does not, and life without a browser around it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportMissing, validateManifest } from '@pwabuilder/manifest-validation';
import { expect, open } from '../reader';
import { DIST, test } from '../host';

const manifest = () => JSON.parse(readFileSync(join(DIST, 'manifest.webmanifest'), 'utf8'));

test('an independent grader finds the manifest whole', async ({ host }) => {
  const found = manifest();
  expect(found).toMatchObject({ id: host.base, scope: host.base, start_url: host.base, display: 'standalone' });
  const faults = await validateManifest(found);
  expect(faults.filter(({ valid }) => !valid).map(({ member, errorString }) => `${member}: ${errorString}`)).toEqual([]);
  // What it would like besides, and this is not: a shop's app, rated, that takes files from other apps.
  expect((await reportMissing(found)).filter((field) => !['related_applications', 'iarc_rating_id', 'share_target', 'protocol_handlers', 'display_override'].includes(field))).toEqual([]);
  // Discreet on a shared screen.
  expect(JSON.stringify(found)).not.toMatch(/\b(sex|sexual|intimate|intimacy|trauma)\b/i);
});

test('every icon, picture and shortcut is there, in the size it claims', async ({ page, host }) => {
  const found = manifest();
  await page.goto('./about/');
  for (const { src, sizes, type } of [...found.icons, ...found.screenshots]) {
    const size = await page.evaluate(async (src) => {
      const picture = new Image();
      picture.src = src;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    if (type !== 'image/svg+xml') expect(size, src).toBe(sizes);
  }
  for (const { url } of found.shortcuts) expect((await page.request.get(new URL(url, host.url).href)).status()).toBe(200);
  expect(found.icons.some(({ purpose }: { purpose: string }) => purpose === 'maskable')).toBe(true);
  await expect(page.locator('link[rel=apple-touch-icon]')).toHaveCount(1);
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', `${host.base}manifest.webmanifest`);
});

test('the browser itself sees nothing wrong', async ({ page, context }) => {
  await page.goto('./about/');
  const session = await context.newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});

test('where the browser offers it there is a button, and it is asked', async ({ page }) => {
  await open(page, './settings/');
  const button = page.getByRole('button', { name: 'Install Closely' });
  await expect(button).toBeHidden();
  await expect(page.getByText(/look for “Install”/)).toBeVisible();
  await expect(page.locator('html[data-offline]')).toBeAttached();
  await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => Promise.resolve(void document.documentElement.setAttribute('data-prompted', '')),
      userChoice: Promise.resolve({ outcome: 'accepted' }),
    });
    dispatchEvent(offer);
  });
  await button.click();
  await expect(page.locator('html[data-prompted]')).toBeAttached();
  await expect(page.getByText('Closely is installed on this device.')).toBeVisible();
  await expect(button).toBeHidden();
});

test('on an iPhone the way is described', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'standalone', { get: () => false }));
  await open(page, './settings/');
  await expect(page.getByText(/Add to Home Screen”\.$/).filter({ hasText: 'iPhone' })).toBeVisible();
});

test('installed, it has its own way back and its own share', async ({ page }) => {
  await open(page, './');
  await expect(page.locator('html[data-offline]')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Back', exact: true })).toBeHidden();
  await page.addInitScript(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      query === '(display-mode: standalone)' ? ({ ...ask(query), matches: true } as MediaQueryList) : ask(query);
    Navigator.prototype.share = function share(data) {
      document.documentElement.setAttribute('data-shared', data?.url ?? '');
      return Promise.resolve();
    };
  });
  await open(page, './');
  await page.getByRole('link', { name: 'Pace and Closeness' }).click();
  await expect(page).toHaveURL(/pace-and-closeness/);
  await expect(page.locator('html[data-offline]')).toBeAttached();
  await page.getByRole('button', { name: 'Share this page' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-shared', /read\/pace-and-closeness\/$/);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
});
