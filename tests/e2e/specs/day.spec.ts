/** A teacher's day: a pack from highlights, three students without a network, and what they hand in. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { type Host, test } from '../host';
import { printed } from '../paper';
import { PACE, expect, highlight, kept, open, ready } from '../reader';

const PACKS = './pack/';
const PASSAGES = [
  'Hold off, and you may fear',
  'A swipe takes a second',
  'Profiles boil',
  'Much of what we watch',
  'you may',
];

async function build(page: Page): Promise<string> {
  await open(page, PACE);
  for (const words of PASSAGES) await highlight(page, words);
  await page.goto(PACKS);
  await ready(page);
  await page.getByRole('button', { name: 'Make a pack' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Week 3: pace');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ms Okoye');
  await page.getByRole('textbox', { name: 'Introduction' }).fill('Read slowly.');
  await page.getByRole('textbox', { name: 'Due' }).fill('by Thursday');
  await page.getByText('From your highlights').click();
  for (const [index, words] of PASSAGES.entries()) {
    await page.getByRole('button', { name: `Add highlight: ${words}`, exact: true }).click();
    const question = page.getByRole('textbox', { name: `Question for stop ${index + 1}`, exact: true });
    await question.fill(`Question ${index + 1}?`);
  }
  await page.getByRole('button', { name: 'Make the link' }).click();
  return page.getByRole('textbox', { name: 'Link to the pack' }).inputValue();
}

/** A reader on a device of their own, who was here once and has no network now. */
async function student(browser: Browser, host: Host, link: string) {
  const context = await browser.newContext({ baseURL: host.url, serviceWorkers: 'allow' });
  const page = await context.newPage();
  host.down = false;
  await open(page, './');
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
  host.down = true;
  await context.setOffline(true);
  await page.goto('about:blank');
  await open(page, link);
  return { context, page };
}

test('a teacher’s day', async ({ page, browser, host }) => {
  test.setTimeout(240_000);
  const link = await build(page);
  expect(link.length).toBeLessThan(2_000);

  const files: { name: string; mimeType: string; buffer: Buffer }[] = [];
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const { context, page: theirs } = await student(browser, host, link);
    await expect(theirs.getByRole('heading', { level: 1, name: 'Week 3: pace' })).toBeVisible();
    await expect(theirs.getByText('From Ms Okoye')).toBeVisible();
    expect(Object.keys(await kept(theirs)).filter((key) => key.includes('pack'))).toEqual([]);
    await theirs.getByRole('button', { name: 'Start' }).click();
    await expect(theirs.getByText('0 of 5 answered')).toBeVisible();
    if (name === 'Ana') {
      // Stop by stop, in the text.
      await theirs.getByRole('link', { name: 'Read stop by stop' }).click();
      const dock = theirs.getByRole('complementary', { name: 'Reading pack' });
      for (let stop = 1; stop <= 5; stop++) {
        await expect(dock).toContainText(`stop ${stop} of 5`);
        await expect(theirs.locator(`mark.stop[data-n="${stop}"]`).first()).toBeInViewport();
        await dock.getByRole('textbox', { name: `Question ${stop}?` }).fill(`${name} ${stop}`);
        if (stop < 5) await dock.getByRole('link', { name: 'Next stop' }).click();
      }
      await dock.getByRole('link', { name: 'All stops' }).click();
    } else {
      for (let stop = 1; stop <= 5; stop++) {
        await theirs.getByRole('textbox', { name: `Question ${stop}?` }).fill(`${name} ${stop}`);
      }
    }
    await theirs.getByRole('textbox', { name: 'Your name' }).fill(name);
    await expect(theirs.getByText('5 of 5 answered')).toBeVisible();
    const [file] = await Promise.all([
      theirs.waitForEvent('download'),
      theirs.getByRole('button', { name: 'Save hand-in file' }).click(),
    ]);
    files.push({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: readFileSync(await file.path()) });
    if (name === 'Ana') {
      // The pack goes; the answers are the student's own.
      await theirs.getByRole('button', { name: 'Remove this pack' }).click();
      await open(theirs, './notebook/');
      await expect(theirs.getByText('Ana 3')).toBeVisible();
      await open(theirs, PACE);
      await expect(theirs.locator('mark.stop')).toHaveCount(0);
    }
    await context.close();
  }
  host.down = false;

  await open(page, `${PACKS}?hand-ins`);
  const broken = { name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') };
  await page.getByLabel('Hand-in files').setInputFiles([...files, broken]);
  await expect(page.getByRole('main')).toContainText('3 hand-ins opened.');
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('holiday.json');
  for (let stop = 1; stop <= 5; stop++) {
    const question = page.locator('section', { has: page.getByRole('heading', { name: `Question ${stop}?` }) });
    await expect(question.getByRole('definition')).toHaveText([`Ana ${stop}`, `Bo ${stop}`, `Cy ${stop}`]);
  }
  const paper = (await printed(page)).map((sheet) => sheet.text).join(' ');
  expect(paper).toMatch(/What was handed in.*Question 1\?.*Ana ?Ana 1 ?Bo ?Bo 1 ?Cy ?Cy 1.*Question 5\?.*Cy ?Cy 5/);
  expect(paper).not.toContain('Hand-in files');
});
