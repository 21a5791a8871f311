/** Reading packs: a teacher's day from highlights to hand-ins, and packs that mean no good. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { PACE, expect, highlight, kept, open, ready, select, status, test, toolbar } from '../reader';
import { printed } from '../paper';
import type { Browser, Page } from '@playwright/test';

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

/** A reader on a device of their own. */
async function student(browser: Browser, baseURL: string | undefined, link: string) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await open(page, link);
  return { context, page };
}

test('a teacher’s day', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const link = await build(page);
  expect(link.length).toBeLessThan(2_000);

  const files: { name: string; mimeType: string; buffer: Buffer }[] = [];
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const { context, page: theirs } = await student(browser, baseURL, link);
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

test('stops come from the text, and are put in order by keyboard or by dragging', async ({ page }, { project }) => {
  await open(page, PACE);
  await select(page, PASSAGES[0]);
  await toolbar(page).getByRole('button', { name: 'Share' }).click();
  await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Add to pack' }).click();
  await expect(status(page)).toContainText('stop 1');
  await page.getByRole('button', { name: /^Share Sex as armour/ }).click();
  await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Add to pack' }).click();
  await expect(status(page)).toContainText('stop 2');
  await open(page, PACKS);
  await page.getByRole('link', { name: /^Edit/ }).click();
  const stops = page.getByRole('main').getByRole('list').first().getByRole('listitem');
  await expect(stops).toHaveText([new RegExp(PASSAGES[0]), /Sex as armour/]);
  await page.getByRole('textbox', { name: 'Question for stop 2' }).fill('Second?');
  await page.getByRole('button', { name: 'Move up: stop 2' }).focus();
  await page.keyboard.press('Enter');
  await expect(stops).toHaveText([/Sex as armour/, new RegExp(PASSAGES[0])]);
  await expect(page.getByRole('textbox', { name: 'Question for stop 1' })).toHaveValue('Second?');
  if (project.name !== 'phone') {
    await page.locator('#stop-1 .stop-place').dragTo(page.locator('#stop-0 .stop-place'));
    await expect(stops).toHaveText([new RegExp(PASSAGES[0]), /Sex as armour/]);
    await page.locator('#stop-1 .stop-place').dragTo(page.locator('#stop-0 .stop-place'));
    await expect(stops).toHaveText([/Sex as armour/, new RegExp(PASSAGES[0])]);
  }
  await page.getByRole('button', { name: 'Remove: stop 1' }).click();
  await expect(stops).toHaveCount(1);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(stops).toHaveCount(2);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('textbox', { name: 'Question for stop 1' })).toHaveValue('Second?');
  await page.getByRole('link', { name: 'Preview' }).click();
  await expect(page.getByRole('main')).toContainText('Second?');
});

test('a pack whose passage is gone says so, and where it stood', async ({ page }) => {
  await open(page, PACKS);
  const passage = { start: 400, end: 440, first: 'words that never stood in this article at all', last: '', prefix: '', suffix: '' };
  const stops = [
    { article: 'pace-and-closeness', revision: 'old', section: 'armour', question: 'One?', passage },
    { article: 'an-article-of-elsewhere', revision: 'old', question: 'Two?' },
  ];
  const file = { format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'Old <b>pack</b>', stops };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.getByLabel('Pack file').setInputFiles([{ name: 'pack.json', mimeType: 'application/json', buffer }]);
  await expect(page.getByRole('heading', { level: 1, name: 'Old <b>pack</b>' })).toBeVisible();
  await expect(page.getByText('These words are no longer in the article.')).toBeVisible();
  await expect(page.getByText('An article that this library does not have')).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Read stop by stop' }).click();
  await expect(page.getByRole('complementary', { name: 'Reading pack' })).toContainText('no longer in these words');
  await expect(page.locator('#armour')).toBeInViewport();
});

test('hostile packs are refused, and nothing is kept of them', async ({ page }) => {
  await open(page, `${PACKS}#${'A'.repeat(400)}`);
  await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible();
  for (const [content, said] of [
    ['x'.repeat(300_000), 'larger'],
    ['<!doctype html>', 'no reading pack'],
    ['['.repeat(50_000), 'no reading pack'],
    [JSON.stringify({ format: 'closely-pack', version: 99 }), 'newer version'],
    [JSON.stringify({ format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'a\u202eb', stops: [{ article: 'a', revision: 'b' }] }), 'can’t be seen'],
  ] as const) {
    await open(page, PACKS);
    const buffer = Buffer.from(content);
    await page.getByLabel('Pack file').setInputFiles([{ name: 'p.json', mimeType: 'application/json', buffer }]);
    await expect(page.getByRole('region', { name: 'Notice' })).toContainText(said);
  }
  expect(Object.keys(await kept(page)).filter((key) => key.includes('pack'))).toEqual([]);
});

test('axe finds nothing where packs are made and followed, nor in the dialogs', async ({ page }) => {
  test.setTimeout(90_000);
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  };
  await open(page, PACE);
  await select(page, PASSAGES[0]);
  await toolbar(page).getByRole('button', { name: 'Cite' }).click();
  await expect(page.getByRole('dialog', { name: 'Cite' })).toContainText('Reference list');
  await check();
  await page.keyboard.press('Escape');
  await select(page, PASSAGES[0]);
  await toolbar(page).getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await check();
  await page.getByRole('button', { name: 'Add to pack' }).click();
  await open(page, PACKS);
  await page.getByRole('link', { name: /^Edit/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('One');
  await page.getByRole('textbox', { name: 'Question for stop 1' }).fill('Why?');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link to the pack' }).inputValue();
  await check();
  await page.goto('about:blank');
  await open(page, link);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('0 of 1 answered')).toBeVisible();
  await check();
  await page.getByRole('link', { name: 'Read stop by stop' }).click();
  await expect(page.locator('mark.stop').first()).toBeInViewport();
  await check();
});
