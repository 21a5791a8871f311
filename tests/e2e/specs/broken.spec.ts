/** When things break: the article is there to read, nothing kept is touched, and it can be taken along. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready } from '../reader';
import { DIST, broken, cut, html, missing, octets, test } from '../host';

const WORDS = 'Hold off, and you may fear';
const alert = (page: Page) => page.getByRole('alert');

/** The article is there, with a word on why nothing can be marked, and without anything that does nothing. */
async function stillReads(page: Page, why: RegExp) {
  await expect(alert(page)).toContainText(why);
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
  await expect(page.getByText(WORDS).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Bookmark/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /exit/i })).toBeVisible();
}

/** What the reader wrote, as it is kept. */
async function written(page: Page) {
  return Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:')));
}

/** What the export holds. */
async function exported(page: Page) {
  const [download] = await Promise.all([page.waitForEvent('download'), alert(page).getByRole('button', { name: 'Export my notes' }).click()]);
  expect(download.suggestedFilename()).toBe('closely-notes.json');
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

const NOISE = /WebAssembly|wasm|MIME|Failed to (load|fetch)|ERR_|content-length|preload|integrity|unreachable|panicked/i;
// Without an offline copy: with one, what the host does is of no matter (offline.spec.ts).
test.use({ allowed: [NOISE], serviceWorkers: 'block' });

for (const [name, fault, why] of [
  ['a page in place of the program', html, /refused it|damaged/],
  ['a program that is cut short', cut, /did not arrive|refused it/],
  ['a program that is gone', missing, /refused it|did not arrive/],
  ['a line that breaks', broken, /did not arrive/],
] as const) {
  test(`${name}: static reading, export, and all is well once it is back`, async ({ page, host, context }) => {
    test.slow();
    await open(page, './about/');
    await page.evaluate(() => localStorage.setItem('other-app', 'theirs'));
    await open(page, PACE);
    await highlight(page, WORDS);
    const before = await written(page);
    // A program that the browser has is not asked for again.
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    host.fail(/\.wasm$/, fault);
    await page.goto(PACE);
    await stillReads(page, why);
    const file = await exported(page);
    expect(file).toMatchObject({ format: 'closely-records', version: 1, records: before });
    expect(JSON.stringify(file)).not.toContain('theirs');
    expect(await written(page)).toEqual(before);
    expect((await kept(page))['other-app']).toBe('theirs');
    host.heal();
    await alert(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    await expect(marks(page)).toHaveText(WORDS);
    await expect(alert(page)).toBeHidden();
  });
}

test.describe('a part of the program that does not arrive', () => {
  test('the rest: the article and its marks are there, it is said, and other pages are as they were sent', async ({ page, host, context }) => {
    await open(page, PACE);
    await highlight(page, WORDS);
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    host.fail(/_rest\.wasm$/, missing);
    await open(page, PACE);
    await expect(marks(page)).toHaveText(WORDS);
    await expect(page.getByRole('status')).toContainText('A part of the program did not arrive');
    const before = await written(page);
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
    await expect(page).toHaveURL(/\/notebook\/$/);
    await expect(alert(page)).toContainText('did not arrive');
    await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
    expect(await written(page)).toEqual(before);
    host.heal();
    await alert(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    await expect(page.getByText(WORDS)).toBeVisible();
  });

  test('an article: its page is as it was sent', async ({ page, host, context }) => {
    await page.goto('./');
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    host.fail(/_(article|chunk)_\d+\.wasm$/, missing);
    await open(page, './');
    await page.getByRole('main').getByRole('link', { name: 'Pace and Closeness' }).first().click();
    await stillReads(page, /did not arrive/);
    host.heal();
    await alert(page).getByRole('button', { name: 'Reload' }).click();
    await ready(page);
    await expect(alert(page)).toBeHidden();
  });
});

test('a half-deployed site, whose pages name a program that is not there yet', async ({ page, host }) => {
  host.fail(/^closely-.*\.(js|wasm)$/, missing);
  await page.goto(PACE);
  await stillReads(page, /did not arrive/);
});

test('a captive portal that answers everything but the page', async ({ page, host }) => {
  host.fail(/\.(js|wasm)$/, html);
  await page.goto(PACE);
  await stillReads(page, /did not arrive/);
});

test('a program of the wrong type runs all the same, if it is the program', async ({ page, host }) => {
  host.fail(/\.wasm$/, octets);
  await open(page, PACE);
});

test('no WebAssembly, as in Lockdown Mode', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto(PACE);
  await page.evaluate(() => localStorage.setItem('closely:annotation:x', '{"kept":"before"}'));
  await stillReads(page, /does not run WebAssembly/);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect((await exported(page)).records).toEqual({ 'closely:annotation:x': '{"kept":"before"}' });
});

test('nothing kept, or storage blocked: the export says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    if (location.search)
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  for (const [path, why] of [[PACE, /nothing to export/], [`${PACE}?blocked`, /blocks storage/]] as const) {
    await page.goto(path);
    await page.getByRole('button', { name: 'Export my notes' }).click();
    await expect(page.getByRole('status')).toContainText(why);
  }
});

/** Makes the program stop in the middle of its next step, as a fault of its own would. */
function breakProgram() {
  const make = Document.prototype.createTextNode;
  Document.prototype.createTextNode = function createTextNode(text) {
    if (new Error().stack?.includes('wasm')) throw new WebAssembly.RuntimeError('unreachable');
    return make.call(this, text);
  };
}

test('the program stops while a note is written: the words are there, and in the export', async ({ page, host }) => {
  await open(page, PACE);
  await highlight(page, WORDS);
  const before = await written(page);
  const field = page.getByRole('article').getByRole('textbox').first();
  await field.pressSequentially('half', { delay: 0 });
  await page.evaluate(() => dispatchEvent(new Event('closely:stopped')));
  await stillReads(page, /has stopped/);
  await expect(field).toHaveValue('half');
  const file = await exported(page);
  // Unless it was saved in the meantime.
  expect(JSON.stringify(file)).toContain('half');
  expect(file.records).toMatchObject(before);
  await alert(page).getByRole('button', { name: 'Reload' }).click();
  await ready(page);
  await expect(marks(page)).toHaveText(WORDS);
  expect(host.base).toBeTruthy();
});

test('a fault on the way to another page leaves plain pages, whose links work', async ({ page }) => {
  await open(page, './');
  await page.evaluate(breakProgram);
  await page.getByRole('link', { name: 'Pace and Closeness' }).click();
  await expect(alert(page)).toContainText('has stopped');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Attachment Patterns' }).first().click();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Attachment Patterns' })).toBeVisible();
});

test('a fault while starting leaves the static page', async ({ page }) => {
  await page.addInitScript(breakProgram);
  await page.goto(PACE);
  await stillReads(page, /has stopped/);
});

test('blocked caches and no worker: the network has to do', async ({ page }) => {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  });
  await open(page, './settings/');
  await expect(page.getByText('The offline copy could not be made')).toBeVisible();
  await open(page, PACE);
  expect(DIST).toBeTruthy();
});
