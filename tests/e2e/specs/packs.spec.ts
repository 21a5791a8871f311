/** Reading packs: making and following them, and packs that mean no good. A whole day with one is in day.spec.ts. */
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { PACE, expect, highlight, kept, open, ready, select, status, test, toolbar } from '../reader';
import { sealed } from '../records';
import type { Page } from '@playwright/test';

const PACKS = './pack/';
const PASSAGES = [
  'Hold off, and you may fear',
  'A swipe takes a second',
  'Profiles boil',
  'Much of what we watch',
  'you may',
];

const dock = (page: Page) => page.getByRole('complementary', { name: 'Reading pack' });
const notice = (page: Page) => page.getByRole('region', { name: 'Notice' });

/** Opens the file of a pack, and does not start it. */
async function offer(page: Page, pack: object) {
  await open(page, PACKS);
  const file = { format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'Week 3', ...pack };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.getByLabel('Pack file').setInputFiles([{ name: 'pack.json', mimeType: 'application/json', buffer }]);
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
}

/** Opens a pack with two passages, as a student does. */
async function start(page: Page) {
  const passage = (first: string) => ({ start: 0, end: 9, first, last: '', prefix: '', suffix: '' });
  const stop = (section: string, words: string, question: string) =>
    ({ article: 'pace-and-closeness', revision: 'old', section, question, passage: passage(words) });
  const stops = [stop('outside-pressure', 'Much of what we watch', 'One?'), stop('outside-pressure', 'Hold off, and you may fear', 'Two?')];
  await offer(page, { stops });
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

/** Begins a pack of three sections, with a question for each. */
async function make(page: Page) {
  await open(page, PACKS);
  await page.getByRole('button', { name: 'Make a pack' }).click();
  const sections = ['outside-pressure', 'armour', 'faq'];
  for (const [index, section] of sections.entries()) {
    await page.getByLabel('Article or section').selectOption(`pace-and-closeness#${section}`);
    await page.getByRole('button', { name: 'Add this place' }).click();
    await page.getByRole('textbox', { name: `Question for stop ${index + 1}` }).fill(`About ${section}?`);
  }
}

const question = (page: Page, stop: number) => page.getByRole('textbox', { name: `Question for stop ${stop}` });

test('a stop that was removed comes back, wherever the reader is by then', async ({ page }) => {
  await make(page);
  const builder = page.url();
  await page.getByRole('button', { name: 'Remove: stop 2' }).click();
  await expect(question(page, 3)).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Library' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Make a reading pack');
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await page.goto(builder);
  await expect(question(page, 2)).toHaveValue('About armour?');
});

test('two tabs at one pack: a question goes to its stop, whatever its number is by now', async ({ page, context }) => {
  await make(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(question(other, 1)).toHaveValue('About outside-pressure?');
  await other.getByRole('button', { name: 'Remove: stop 1' }).click();
  await expect(question(page, 3)).toHaveCount(0);
  await question(page, 1).fill('Asked again?');
  await expect(question(other, 1)).toHaveValue('Asked again?');
  await expect(question(other, 2)).toHaveValue('About faq?');
  await expect(other.getByRole('main').getByRole('list').first().getByRole('listitem')).toHaveText([/Sex as armour/, /./]);
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

test('stops whose article is not here are passed over, wherever they stand', async ({ page }) => {
  const gone = { article: 'an-article-of-elsewhere', revision: 'old', question: 'Gone?' };
  const here = (section: string) => ({ article: 'pace-and-closeness', revision: 'old', section, question: `On ${section}?` });
  await offer(page, { stops: [gone, here('armour'), gone, here('outside-pressure'), gone] });
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('link', { name: 'Read stop by stop' }).click();
  await expect(dock(page)).toContainText('stop 2 of 5');
  await expect(dock(page).getByRole('link', { name: 'Previous stop' })).toHaveCount(0);
  await dock(page).getByRole('link', { name: 'Next stop' }).click();
  await expect(dock(page)).toContainText('stop 4 of 5');
  await expect(dock(page).getByRole('textbox', { name: 'On outside-pressure?' })).toBeVisible();
  await expect(dock(page).getByRole('link', { name: 'Next stop' })).toHaveCount(0);
  await expect(dock(page).getByRole('link', { name: 'All stops, and handing in' })).toBeVisible();
  await dock(page).getByRole('link', { name: 'Previous stop' }).click();
  await expect(dock(page)).toContainText('stop 2 of 5');
});

/** A share sheet that keeps what it is given. */
async function shareSheet(page: Page, files: boolean) {
  await page.addInitScript((takesFiles) => {
    const share = async ({ text, files }: ShareData) => {
      const [file] = files ?? [];
      Object.assign(window, { shared: { text, name: file?.name, type: file?.type, content: await file?.text() } });
    };
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    Object.defineProperty(navigator, 'canShare', { value: ({ files }: ShareData) => !files || takesFiles, configurable: true });
  }, files);
  type Shared = Record<'text' | 'name' | 'type' | 'content', string>;
  return async () => {
    const look = () => page.evaluate(() => (window as unknown as { shared?: Shared }).shared);
    await expect.poll(look).toBeTruthy();
    return (await look()) as Shared;
  };
}

test('handed in by the share sheet, a file arrives that the teacher’s page opens', async ({ page }) => {
  const shared = await shareSheet(page, true);
  await start(page);
  await page.getByRole('textbox', { name: 'One?' }).fill('My own words.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  await page.getByRole('button', { name: 'Share with an app' }).click();
  const { name, type, content } = await shared();
  expect(name).toContain('closely-answers-Ana');
  await open(page, `${PACKS}?hand-ins`);
  await page.getByLabel('Hand-in files').setInputFiles([{ name, mimeType: type, buffer: Buffer.from(content) }]);
  await expect(page.getByRole('main')).toContainText('1 hand-in opened.');
  await expect(page.getByRole('definition').filter({ hasText: 'My own words.' })).toBeVisible();
});

test('a share sheet that takes no files gets the answers as a text', async ({ page }) => {
  const shared = await shareSheet(page, false);
  await start(page);
  await page.getByRole('textbox', { name: 'One?' }).fill('My own words.');
  await page.getByRole('button', { name: 'Share with an app' }).click();
  expect((await shared()).text).toMatch(/One\?\n.*\nMy own words\./);
});

/** What the file says that a student saves. */
async function handedIn(page: Page) {
  const button = page.getByRole('button', { name: 'Save hand-in file' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { path: await file.path(), ...JSON.parse(readFileSync(await file.path(), 'utf8')) };
}

test('however long the answers are, the file is one that opens', async ({ page }) => {
  await start(page);
  const long = 'words upon words '.repeat(30_000);
  await page.getByRole('textbox', { name: 'One?' }).fill(long);
  await page.getByRole('textbox', { name: 'Two?' }).focus();
  await expect(page.getByText('1 of 2 answered')).toBeVisible();
  const { path, answers } = await handedIn(page);
  expect(answers[0].answer).toBe(long);
  await open(page, `${PACKS}?hand-ins`);
  await page.getByLabel('Hand-in files').setInputFiles(path);
  await expect(page.getByRole('main')).toContainText('1 hand-in opened.');
  await expect(notice(page)).toHaveCount(0);
});

test('of two versions of an answer, the one that is shown is handed in', async ({ page }) => {
  await start(page);
  const field = page.getByRole('textbox', { name: 'One?' });
  await field.fill('Written first.');
  await field.blur();
  await expect(status(page)).toContainText('Saved');
  const isNote = ([key]: [string, string]) => key.startsWith('closely:annotation:');
  const [, text = ''] = Object.entries(await kept(page)).find(isNote) ?? [];
  const { record } = JSON.parse(text);
  // Another tab wrote later; ids come in no order.
  for (const id of ['0'.repeat(32), 'f'.repeat(32)]) {
    const later = { ...record, id, body: `Later, ${id.charAt(0)}.`, modified: record.modified + (id.startsWith('0') ? 2 : 1) };
    await page.evaluate(([key, bytes]) => localStorage.setItem(key, bytes), [`closely:annotation:${id}`, sealed(later)] as const);
  }
  await page.reload();
  await ready(page);
  await expect(field).toHaveValue('Later, 0.');
  expect((await handedIn(page)).answers[0].answer).toBe('Later, 0.');
});

test('a pack never writes over what the reader wrote', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  const prompt = page.getByRole('article').getByRole('textbox').first();
  const question = (await prompt.getAttribute('aria-label')) ?? (await prompt.evaluate((field: HTMLTextAreaElement) => field.labels?.[0]?.textContent)) ?? '';
  await prompt.fill('My answer.');
  await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
  await expect.poll(async () => Object.keys(await kept(page)).filter((key) => key.includes(':annotation:')).length).toBe(3);
  await open(page, PACKS);
  const before = await kept(page);
  const [note = ''] = Object.keys(before).filter((key) => key.includes(':annotation:'));
  await offer(page, {
    title: 'Everything at once',
    records: before,
    annotations: [{ id: note.split(':')[2], body: 'overwritten' }],
    ['__proto__']: { id: note },
    stops: ['armour', '__proto__', '../settings', note].map((section) =>
      ({ article: 'pace-and-closeness', revision: 'old', section, question, key: note, answer: 'overwritten', body: 'overwritten' }),
    ),
  });
  expect(await kept(page)).toEqual(before);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('0 of 4 answered')).toBeVisible();
  expect(await kept(page)).toMatchObject(before);
  await page.getByRole('button', { name: 'Remove this pack' }).click();
  await expect(status(page)).toContainText('Pack removed');
  expect(await kept(page)).toEqual(before);
  await open(page, PACE);
  await expect(prompt).toHaveValue('My answer.');
});

test('a pack whose names want to look like others is opened with a warning', async ({ page }) => {
  const stops = [{ article: 'pace-and-closeness', revision: 'old', question: 'One?' }];
  // In turn: nothing strange, Cyrillic letters among Latin ones, a word of Cyrillic letters alone.
  await offer(page, { title: 'Week 3 PACE', by: 'The Closely editors', stops });
  await expect(notice(page)).toHaveCount(0);
  await offer(page, { by: 'The Cl\u043esely editors', stops });
  await expect(notice(page)).toContainText('letters of another alphabet');
  await offer(page, { title: 'Week 3 \u0420\u0410\u0421\u0415', stops });
  await expect(notice(page)).toContainText('“\u0420\u0410\u0421\u0415” has letters of another alphabet');
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
