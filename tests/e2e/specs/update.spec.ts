/** Updates: never under the reader's hands, once and whole, with every note where it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready, status } from '../reader';
import { DIST, broken, cut, edition, editionOf, fileOf, html, missing, named, release, test } from '../host';

const root = (page: Page) => page.locator('html');
const slip = (page: Page) => page.getByRole('region', { name: 'New edition' });

async function copied(page: Page) {
  await expect(root(page)).toHaveAttribute('data-offline', 'ready');
}

/** What the browser does by itself now and then. */
const look = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const notes = async (page: Page) =>
  Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:')));

test('an update waits for the reader, keeps the draft, and reloads once', async ({ page, host }) => {
  await open(page, PACE);
  await copied(page);
  let loads = 0;
  page.on('load', () => (loads += 1));
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.pressSequentially('half a thou');
  host.deploy(named('Second'));
  await look(page);
  await expect(slip(page)).toContainText('A new edition is ready');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('half a thou');
  expect(loads).toBe(0);
  await field.pressSequentially('ght');
  await slip(page).getByRole('button', { name: 'Update now' }).click();
  await expect.poll(() => loads).toBe(1);
  await ready(page);
  await expect(page.getByRole('article').getByRole('textbox').first()).toHaveValue('half a thought');
  await expect(slip(page)).toBeHidden();
  await open(page, './about/');
  expect(await editionOf(page)).toBe('Second');
  expect(loads).toBe(2);
});

test('words that can not be saved are not thrown away for an update', async ({ page, host }) => {
  await open(page, PACE);
  await copied(page);
  host.deploy(named('Second'));
  await look(page);
  await expect(slip(page)).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.fill('precious');
  await slip(page).getByRole('button', { name: 'Update now' }).click();
  await expect(status(page)).toContainText('not saved yet');
  await expect(field).toHaveValue('precious');
});

test('"Later" is later: the settings page still offers it, and a cold start applies it', async ({ page, context, host }) => {
  await open(page, './about/');
  await copied(page);
  host.deploy(named('Second'));
  await look(page);
  await slip(page).getByRole('button', { name: 'Later' }).click();
  await expect(slip(page)).toBeHidden();
  await page.reload();
  await ready(page);
  expect(await editionOf(page)).toBe(null);
  await open(page, './settings/');
  await expect(page.getByRole('main').getByRole('button', { name: 'Update now' })).toBeVisible();
  await page.close();
  // The browser may take a moment to see that the last page is gone: until then a new one belongs to the old edition.
  await expect(async () => {
    const fresh = await context.newPage();
    await open(fresh, './about/');
    const found = await editionOf(fresh);
    await fresh.close();
    expect(found).toBe('Second');
  }).toPass();
});

/** A later edition, whose program has another name: its files only fit one another. */
const renamed = (name: string, from: string, to: string) =>
  edition(DIST, ({ list, read, write, rename }) => {
    for (const path of Object.keys(list.files)) {
      if (path.includes(from)) rename(path, path.replace(from, to));
    }
    // The policy names the script inside the pages by what it was.
    list.headers = {};
    write('_headers', '/*\n  X-Content-Type-Options: nosniff\n');
    const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
    for (const path of Object.keys(list.files).filter((path) => /\.(html|js)$/.test(fileOf(path)))) {
      const file = fileOf(path);
      write(file, read(file).replaceAll(from, to).replace('<html ', `<html data-edition="${name}" `).replace(policy, ''));
    }
  });

test('another tab is told, is not reloaded, and goes on with the files it began with', async ({ page, context, host }) => {
  const program = Object.keys(release(DIST).files).filter((path) => /^closely-[0-9a-f]+/.test(path));
  const hash = /-([0-9a-f]+)/.exec(program[0] ?? '')?.[1] ?? '';
  await open(page, './about/');
  await copied(page);
  const other = await context.newPage();
  await open(other, PACE);
  await highlight(other, 'Hold off, and you may fear');
  // The host has forgotten the program of before.
  host.deploy(renamed('Second', hash, '00000000deadbeef'));
  await look(page);
  let loads = 0;
  other.on('load', () => (loads += 1));
  await slip(page).getByRole('button', { name: 'Update now' }).click();
  await expect(root(page)).toHaveAttribute('data-edition', 'Second');
  await ready(page);
  await expect(slip(other)).toContainText('updated in another tab');
  expect(loads).toBe(0);
  const found = await other.evaluate(
    (files) => Promise.all(files.map(async (file) => (await fetch(file)).status)),
    program.map((file) => host.base + file),
  );
  expect(new Set(found)).toEqual(new Set([200]));
  await expect(marks(other)).toHaveText('Hold off, and you may fear');
  // When it has gone, so has what was kept for it.
  await other.close();
  await expect(async () => {
    await open(page, './settings/');
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  }).toPass();
});

/** Looks for an update, and waits until it has come to nothing. */
const lookInVain = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((done) =>
      registration.addEventListener('updatefound', () => done(registration.installing), { once: true }),
    );
    // One that is no worker at all is none that is found.
    const refused = await registration.update().then(() => false, () => true);
    const worker = refused ? null : await found;
    while (worker && worker.state !== 'redundant') {
      await new Promise((next) => worker.addEventListener('statechange', next, { once: true }));
    }
    return refused;
  });

test.describe('an update that does not arrive whole', () => {
  test.use({ allowed: [/integrity|Failed to load resource|ERR_|digest|content-length|MIME|ServiceWorker/i] });
  for (const [name, path, fault] of [
    ['a page of it cut short', /^about\//, cut],
    ['a page of it missing', /^about\//, missing],
    ['another page in the place of one', /^about\//, html],
    ['a page of it broken off', /^about\//, broken],
    ['a page in the place of its worker', /^sw\.js$/, html],
  ] as const) {
    test(`${name}: the edition before goes on, and every note with it`, async ({ page, context, host }) => {
      test.slow();
      await open(page, PACE);
      await highlight(page, 'Hold off, and you may fear');
      await copied(page);
      const before = await notes(page);
      host.deploy(named('Second'));
      host.fail(path, fault);
      expect(await lookInVain(page)).toBe(path.test('sw.js'));
      await expect(slip(page)).toBeHidden();
      // On a train: all of the edition before is there.
      host.down = true;
      await context.setOffline(true);
      for (const there of ['./about/', './notebook/', PACE]) {
        await open(page, there);
        expect(await editionOf(page)).toBe(null);
      }
      await expect(marks(page)).toHaveText('Hold off, and you may fear');
      await expect(slip(page)).toBeHidden();
      expect(await notes(page)).toEqual(before);
      // And when the host is whole again, so is the update.
      await context.setOffline(false);
      host.heal();
      await open(page, PACE);
      await copied(page);
      await look(page);
      await expect(slip(page)).toContainText('A new edition is ready');
      await Promise.all([page.waitForEvent('load'), slip(page).getByRole('button', { name: 'Update now' }).click()]);
      await ready(page);
      await open(page, './about/');
      expect(await editionOf(page)).toBe('Second');
      expect(await notes(page)).toEqual(before);
    });
  }
});

test('installed, offline, updated, rolled back, ended: every note stays as it was', async ({ page, context, host }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  await page.getByRole('article').getByRole('textbox').first().fill('first words');
  await expect(status(page)).toContainText(/Saved|Ready/);
  await expect.poll(async () => Object.keys(await notes(page)).length).toBe(2);
  await copied(page);
  const before = await notes(page);

  // On a train.
  host.down = true;
  await context.setOffline(true);
  await open(page, PACE);
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await highlight(page, 'Much of what we watch', 'green');
  const written = await notes(page);
  expect(written).toMatchObject(before);
  expect(Object.keys(written)).toHaveLength(3);

  // Home again: a newer edition, when the reader wants it.
  await context.setOffline(false);
  host.down = false;
  host.deploy(named('Second'));
  await open(page, './about/');
  await look(page);
  await slip(page).getByRole('button', { name: 'Update now' }).click();
  await expect(root(page)).toHaveAttribute('data-edition', 'Second');
  expect(await notes(page)).toEqual(written);

  // The newer edition wrote in a newer way; then its maker took it back.
  const newer = '{"version":99,"record":{"body":"from later"}}';
  await page.evaluate((newer) => localStorage.setItem('closely:annotation:newer', newer), newer);
  host.deploy(DIST);
  await ready(page);
  await look(page);
  await slip(page).getByRole('button', { name: 'Update now' }).click();
  await expect(root(page)).not.toHaveAttribute('data-edition');
  expect(await notes(page)).toEqual({ ...written, 'closely:annotation:newer': newer });
  await open(page, './settings/');
  await expect(page.getByText(/newer version/)).toBeVisible();

  // The offline copy is ended for everybody: only ours goes.
  await page.evaluate(() => caches.open('other-app'));
  const farewell = readFileSync(new URL('../../../assets/scripts/farewell.js', import.meta.url), 'utf8').replace('__SCOPE__', host.base);
  const end = edition(DIST, () => {});
  writeFileSync(join(end, 'sw.js'), farewell);
  host.deploy(end);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['other-app']);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await notes(page)).toEqual({ ...written, 'closely:annotation:newer': newer });
});
