/** Notes as files: what a reader takes along holds every word. */
import { type Download, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { PACE, expect, highlight, kept, open, status, test } from '../reader';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export notes' });

async function fill(page: Page) {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear', 'green');
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await page.getByRole('article').getByRole('textbox').first().fill('</script><b>=1+1');
  await expect(status(page)).toContainText('Saved');
  await open(page, './notebook/');
}

async function exported(page: Page, format: RegExp): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog(page).getByRole('radio', { name: format }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ]);
  await expect(dialog(page)).toBeHidden();
  return { name: file.suggestedFilename(), text: await contents(file) };
}

const contents = async (file: Download) => readFileSync(await file.path(), 'utf8');

test('everything as a Web Annotation collection, named by the day', async ({ page }) => {
  await fill(page);
  const { name, text } = await exported(page, /Closely file/);
  expect(name).toMatch(/^closely-notes-\d{4}-\d\d-\d\d\.json$/);
  await expect(status(page)).toContainText(`Exported 3 notes to ${name}`);
  const file = JSON.parse(text);
  expect(file).toMatchObject({ type: 'AnnotationCollection', total: 3, first: { type: 'AnnotationPage', startIndex: 0 } });
  const quote = file.first.items.map((item: any) => item.target.selector[0]).find((selector: any) => selector.exact);
  expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'Hold off, and you may fear' });
  expect(file.first.items[0].target.source).toBe(new URL(PACE, page.url().replace('notebook/', '')).href);
});

test('as text and as a table, safe to open elsewhere', async ({ page }) => {
  await fill(page);
  const markdown = await exported(page, /Text/);
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain('> Hold off, and you may fear');
  expect(markdown.text).toContain('\\</script\\>\\<b\\>');
  const table = await exported(page, /Table/);
  expect(table.text).toContain('"Hold off, and you may fear"');
  expect(table.text.split('\r\n')).toHaveLength(5);
});

test('only what the filter shows', async ({ page }) => {
  await fill(page);
  await page.getByRole('group', { name: 'Kind' }).getByRole('radio', { name: 'Bookmarks' }).check();
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog(page).getByRole('radio', { name: 'What the filter shows (1)' }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(JSON.parse(await contents(file)).total).toBe(1);
});

test.describe('when the program for it can not be had', () => {
  test.use({ allowed: [/Failed to load resource|worker|MIME type/i] });

  test('the dialog says what to do, and the next try goes', async ({ page }) => {
    await fill(page);
    await page.route(/\/worker-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog(page).getByRole('button', { name: 'Download' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('See that you are online');
    await page.unroute(/\/worker-[^/]*\.js$/);
    await Promise.all([page.waitForEvent('download'), dialog(page).getByRole('button', { name: 'Download' }).click()]);
  });

  test('a page of the host in its place is not run', async ({ page }) => {
    await fill(page);
    await page.route(/\/worker-[^/]*\.wasm$/, (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog(page).getByRole('button', { name: 'Download' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('See that you are online');
  });
});

test('blocked storage: what was marked in this tab can be exported', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  const { text } = await exported(page, /Closely file/);
  expect(text).toContain('Hold off, and you may fear');
});

test('a reader is reminded of old notes that are in no file, and can switch that off', async ({ page, context }) => {
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() - 30 * 86_400_000;
  });
  await open(page, PACE);
  for (const words of ['Hold off', 'you may fear', 'seeming lukewarm', 'short of confidence', 'unwritten deadline'])
    await highlight(page, words);
  const today = await context.newPage();
  await open(today, './notebook/');
  const reminder = today.getByRole('note').filter({ hasText: '5 of your notes are in no exported file' });
  await expect(reminder).toBeVisible();
  await reminder.getByRole('button', { name: 'Don’t remind me' }).click();
  await expect(reminder).toBeHidden();
  expect(Object.keys(await kept(today))).toContain('closely:settings:backup');
  await today.reload();
  await expect(today.getByRole('button', { name: 'Export' })).toBeVisible();
  await expect(reminder).toBeHidden();
});
