/** The offline copy: whole or not at all, checked byte for byte, and never in anybody else's way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PACE, expect, highlight, marks, open, ready, status } from '../reader';
import { DIST, broken, cut, fileOf, html, missing, named, release, sha256, test } from '../host';

const offline = (page: Page) => page.locator('html');

async function copied(page: Page) {
  await expect(offline(page)).toHaveAttribute('data-offline', 'ready');
}

const caches = (page: Page) => page.evaluate(() => window.caches.keys());

test('the worker lists every file that a page can ask for, with its hash', async ({ host }) => {
  const { files, base } = release(DIST);
  expect(base).toBe(host.base);
  for (const [path, [hash]] of Object.entries(files)) {
    expect(sha256(readFileSync(join(DIST, fileOf(path)))), path).toBe(hash);
  }
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['', 'notebook/', 'search/', 'settings/', 'about/', '404.html', 'manifest.webmanifest']));
  expect(Object.keys(files).filter((path) => path.endsWith('.wasm')).length).toBeGreaterThan(0);
});

test('after the first visit every page opens offline, at its passage, with notes and search', async ({ page, context, host }) => {
  test.slow();
  await open(page, PACE);
  await expect(status(page)).toContainText('Ready to read offline');
  await highlight(page, 'Hold off, and you may fear');
  await copied(page);
  host.down = true;
  await context.setOffline(true);
  await open(page, `${PACE}?text=A%20swipe%20takes%20a%20second#outside-pressure:~:text=A%20swipe%20takes%20a%20second`);
  await expect(page.locator('mark.passage')).toHaveText('A swipe takes a second');
  await expect(page.locator('mark.passage')).toBeInViewport();
  await expect(page.locator('mark.passage')).toBeFocused();
  await expect(status(page)).toContainText('The linked passage is shown');
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await open(page, `${PACE}?text=nothing%20here#armour`);
  await expect(page.locator('#armour')).toBeInViewport();
  for (const path of ['./', './notebook/', './settings/', './about/', './read/kinds-of-closeness/', './read/attachment-patterns/']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(page).toHaveURL(/attachment-patterns/);
  await open(page, './search/?q=armour');
  await expect(page.locator('.results')).toContainText('Pace and Closeness');
  await open(page, './settings');
  await expect(page).toHaveURL(/\/settings\/$/);
  await expect(page.getByText('Ready to read offline.', { exact: true }).first()).toBeVisible();
  // Said once: not again on later pages.
  await expect(status(page)).not.toContainText('Ready to read offline');
});

test.describe('where nothing is', () => {
  test.use({ allowed: [/status of 404/] });
  test('an unknown address is the 404 page, offline too', async ({ page, host }) => {
    await open(page, './');
    await copied(page);
    expect((await page.goto('./nowhere/at/all/'))?.status()).toBe(404);
    await ready(page);
    host.down = true;
    expect((await page.goto('./nowhere/at/all/'))?.status()).toBe(404);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible();
  });
});

const SOME = /^(read\/kinds-of-closeness|icons\/icon-512)/;
/** The second program, and parts of the first that no page but an article's asks for. */
const PROGRAM = { worker: /^worker-[^/]*\.js$/, part: /_article_\d+\.wasm$/ };

/** The files of the copy that have such a name. */
function listed(pattern: RegExp): string[] {
  const found = Object.keys(release(DIST).files).filter((path) => pattern.test(path));
  expect(found.length).toBeGreaterThan(0);
  return found;
}

test.describe('a copy that can not be made', () => {
  test.use({ allowed: [/integrity|Failed to load resource|digest/] });
  for (const [name, failing, fault] of [
    ['cut short', SOME, cut],
    ['missing', SOME, missing],
    ['a page in its place', SOME, html],
    ['broken off', SOME, broken],
    ['a page in place of the second program', PROGRAM.worker, html],
    ['a page in place of a part of the program', PROGRAM.part, html],
  ] as const) {
    test(`${name}: nothing is kept half, and the next visit goes on from there`, async ({ page, host }) => {
      test.slow();
      // The page has the program; then the host fails for the copy alone.
      await page.goto('./about/');
      host.fail(failing, fault);
      await ready(page);
      await expect(offline(page)).toHaveAttribute('data-offline', 'failed');
      await open(page, './settings/');
      await expect(page.getByText('The offline copy could not be made')).toBeVisible();
      const kept = (await Promise.all((await caches(page)).map((name) =>
        page.evaluate(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname), name),
      ))).flat();
      for (const path of listed(failing)) expect(kept).not.toContain(host.base + path);
      host.heal();
      host.asked = [];
      await page.getByRole('button', { name: 'Try again' }).click();
      await copied(page);
      // What was there already was not fetched again.
      expect(host.asked).toEqual(expect.arrayContaining(listed(failing)));
      for (const path of kept) expect(host.asked).not.toContain(path.slice(host.base.length));
      host.down = true;
      await open(page, './read/kinds-of-closeness/');
    });
  }
});

test.describe('a copy with gaps', () => {
test.use({ allowed: [/status of 503|ERR_EMPTY_RESPONSE/] });
test('what the browser let go of is fetched again, else an honest page says so', async ({ page, host }) => {
  await open(page, './');
  await copied(page);
  const drop = (path: string) =>
    page.evaluate(async (path) => {
      for (const name of await window.caches.keys()) await (await window.caches.open(name)).delete(path);
    }, host.base + path);
  await drop('about/');
  await open(page, './about/');
  host.down = true;
  await open(page, './about/');
  await drop('notebook/');
  const answer = await page.goto('./notebook/');
  expect(answer?.status()).toBe(503);
  await expect(page.getByRole('heading', { name: 'This page is not on your device just now' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Quick exit' })).toHaveAttribute('href', 'https://www.wikipedia.org/');
  await page.getByRole('link', { name: 'the library' }).click();
  await ready(page);
});
});

test.describe('a part of the copy that comes back as something else', () => {
  test.use({ allowed: [/integrity|Failed to load resource|ERR_|digest/] });
  for (const [name, pattern] of Object.entries(PROGRAM)) {
    test(`a page in place of the ${name} is not kept, and not handed out`, async ({ page, context, host }) => {
      await open(page, './about/');
      await copied(page);
      const [path = ''] = listed(pattern);
      await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
      const address = host.base + path;
      const kept = () =>
        page.evaluate(async (address) => {
          const found = await Promise.all((await window.caches.keys()).map(async (name) => (await window.caches.open(name)).match(address)));
          return found.map((answer) => answer?.headers.get('Content-Type')).filter(Boolean);
        }, address);
      const asked = () =>
        page.evaluate((address) => fetch(address).then(async (answer) => (await answer.text()).includes('Please log in'), () => 'refused'), address);
      expect(await kept()).toEqual([release(DIST).files[path]?.[1]]);
      await page.evaluate(async (address) => {
        for (const name of await window.caches.keys()) await (await window.caches.open(name)).delete(address);
      }, address);
      host.fail(pattern, html);
      expect(await asked()).toBe('refused');
      expect(await kept()).toEqual([]);
      host.heal();
      expect(await asked()).toBe(false);
      expect(await kept()).toEqual([release(DIST).files[path]?.[1]]);
    });
  }
});

test('the copy of a file is only ever the file', async ({ page, host }) => {
  await open(page, './');
  await copied(page);
  const { files } = release(DIST);
  const kept = await page.evaluate(async () => {
    const [name = ''] = await window.caches.keys();
    const cache = await window.caches.open(name);
    const found: Record<string, [string, string]> = {};
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (new URL(request.url).search || !response) continue;
      const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
      found[new URL(request.url).pathname] = [btoa(String.fromCharCode(...new Uint8Array(digest))), response.headers.get('Content-Type') ?? ''];
    }
    return found;
  });
  expect(kept).toEqual(Object.fromEntries(Object.entries(files).map(([path, entry]) => [host.base + path, entry])));
});

test('other sites of the same origin are left alone', async ({ page, host }) => {
  await page.goto('./about/');
  await page.evaluate(async () => {
    localStorage.setItem('other-app', 'theirs');
    await (await window.caches.open('other-app-v1')).put('/other/thing', new Response('theirs'));
  });
  await ready(page);
  await copied(page);
  host.deploy(named('Second'));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-edition', 'Second');
  expect(await caches(page)).toContain('other-app-v1');
  expect(await page.evaluate(async () => (await (await window.caches.open('other-app-v1')).match('/other/thing'))?.text())).toBe('theirs');
  expect(await page.evaluate(() => localStorage.getItem('other-app'))).toBe('theirs');
  // A page of somebody else, under our reach or beside it, is what the network says.
  if (host.base !== '/') {
    await page.goto(new URL('/', host.url).href);
    await expect(page.getByRole('heading', { name: 'Somebody else' })).toBeVisible();
  }
});

test.describe('a worker of another site on this origin', () => {
  test.use({ allowed: [/Failed to load resource|MIME|ServiceWorker|ERR_|WebAssembly|preload|integrity|404/i] });
  // At the top of a host all of the origin is ours.
  test('is left alone by a reload in trouble and by erasing', { tag: '@path' }, async ({ page, host }) => {
    await page.addInitScript(() => {
      const { update, unregister } = ServiceWorkerRegistration.prototype;
      const note = (registration: ServiceWorkerRegistration) => localStorage.setItem('other-app:touched', registration.scope);
      Object.assign(ServiceWorkerRegistration.prototype, {
        update(this: ServiceWorkerRegistration) {
          note(this);
          return update.call(this);
        },
        unregister(this: ServiceWorkerRegistration) {
          note(this);
          return unregister.call(this);
        },
      });
    });
    await page.goto(new URL('/', host.url).href);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/their-worker.js');
      await navigator.serviceWorker.ready;
    });
    const touched = () => page.evaluate(() => localStorage.getItem('other-app:touched'));
    const scopes = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));
    // Ours can't come, and the program doesn't.
    host.fail(/^sw\.js$/, missing);
    host.fail(/\.wasm$/, html);
    await page.goto('./settings/');
    await expect(page.getByRole('alert')).toBeVisible();
    host.heal();
    host.fail(/^sw\.js$/, missing);
    await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    expect(await touched()).toBe(null);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByRole('note').filter({ hasText: 'was erased' })).toBeVisible();
    expect(await touched()).toBe(null);
    // A worker that is being asked for is listed until its script turns out to be missing.
    await expect.poll(scopes).toEqual(['/']);
  });
});

test('a device that asks to save data is asked first', async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) }));
  await open(page, './settings/');
  await expect(offline(page)).toHaveAttribute('data-offline', 'asked');
  expect(host.asked).not.toContain('sw.js');
  await page.getByRole('button', { name: 'Make it now' }).click();
  await copied(page);
});

test('private windows without workers read on', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  await open(page, './settings/');
  await expect(page.getByText('This browser keeps no offline copies here')).toBeVisible();
});
