/** Reading packs: making and following them, and packs that mean no good. A whole day with one is in day.spec.ts. */
import AxeBuilder from '@axe-core/playwright';
import { PACE, expect, highlight, kept, open, ready, select, status, test, toolbar } from '../reader';
import type { Page } from '@playwright/test';

const PACKS = './pack/';
const PASSAGES = [
  'Hold off, and you may fear',
  'A swipe takes a second',
  'Profiles boil',
  'Much of what we watch',
  'you may',
];

/** Opens a pack with two passages, as a student does. */
async function start(page: Page) {
  await open(page, PACKS);
  const passage = (first: string) => ({ start: 0, end: 9, first, last: '', prefix: '', suffix: '' });
  const stop = (section: string, words: string, question: string) =>
    ({ article: 'pace-and-closeness', revision: 'old', section, question, passage: passage(words) });
  const stops = [stop('outside-pressure', 'Much of what we watch', 'One?'), stop('outside-pressure', 'Hold off, and you may fear', 'Two?')];
  const file = { format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'Week 3', stops };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.getByLabel('Pack file').setInputFiles([{ name: 'pack.json', mimeType: 'application/json', buffer }]);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('0 of 2 answered')).toBeVisible();
}

test('a passage of a pack is reached, opened and answered by the keyboard', { tag: '@pointer' }, async ({ page }) => {
  await start(page);
  await open(page, PACE);
  // Words of the reader's own lie over those of the teacher: both stay reachable.
  await highlight(page, 'you may fear');
  const number = (stop: number) => page.getByRole('button', { name: `Stop ${stop} of a reading pack` });
  await number(1).focus();
  const reached = () => number(2).evaluate((button) => button === document.activeElement);
  for (let press = 0; press < 40 && !(await reached()); press++) await page.keyboard.press('Tab');
  await expect(number(2)).toBeFocused();
  await page.keyboard.press('Enter');
  const dock = page.getByRole('complementary', { name: 'Reading pack' });
  await expect(dock).toContainText('stop 2 of 2');
  await expect(number(2)).toBeFocused();
  await expect(number(2)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(dock.getByRole('textbox', { name: 'Two?' })).toBeFocused();
  await page.keyboard.type('By hand.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(status(page)).toContainText('Saved');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test('a passage of a pack opens by a press on its words', async ({ page }) => {
  await start(page);
  await open(page, PACE);
  await page.locator('mark.stop').last().click();
  await expect(page.getByRole('complementary', { name: 'Reading pack' })).toContainText('stop 2 of 2');
});

test('a pack that is removed leaves the answers in the notebook', async ({ page }) => {
  await start(page);
  await page.getByRole('textbox', { name: 'One?' }).fill('My own words.');
  await page.getByRole('textbox', { name: 'Two?' }).focus();
  await expect(page.getByText('1 of 2 answered')).toBeVisible();
  await page.getByRole('button', { name: 'Remove this pack' }).click();
  await expect(status(page)).toContainText('Your answers are in your notebook');
  await open(page, './notebook/');
  await expect(page.getByText('My own words.')).toBeVisible();
  await expect(page.getByText('One?')).toBeVisible();
  await open(page, PACE);
  await expect(page.locator('mark.stop, .stop-n')).toHaveCount(0);
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
