/** The desk: marks whose words were changed by a revision wait for the reader, and nothing of theirs is changed. */
import { PACE, expect, marks, open, status, test } from '../reader';
import { annotations, seed } from '../seed';

const CHANGED = {
  id: 'c0ffee01',
  words: 'Much of what we watch puts sex near the beginning. On screen one look is enough',
  exact: 'Much of what we watch does not put sex near the beginning. On the stage one look is enough',
  colour: 'green',
  body: ' kept as typed \n</b> #tag ',
  tags: ['tag', 'by hand'],
};
const LOST = {
  id: 'c0ffee02',
  words: 'Profiles boil people down to facts',
  exact: 'Zebras graze beneath violet umbrellas every quiet Thursday',
  prefix: 'quartz hymn ',
  suffix: ' vow jig',
  colour: 'purple',
  body: 'lost, not gone',
};
const FINE = { id: 'c0ffee03', words: 'A swipe takes a second and goes mainly by looks', colour: 'blue', body: 'fine' };

/** What must be the same before and after, byte for byte. */
const facts = (all: Record<string, Record<string, unknown>>) =>
  Object.values(all).map(({ id, body, tags, created, colour, kind }) => ({ id, body, tags, created, colour, kind }));

test.beforeEach(async ({ page }) => seed(page, PACE, [CHANGED, LOST, FINE]));

test('what is not certain is not painted, and a quiet line leads to it', async ({ page }) => {
  await open(page, PACE);
  await expect(marks(page)).toHaveText([FINE.words]);
  await page.getByRole('article').getByRole('link', { name: '2 marks need review' }).click();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeVisible();
});

test('old and new words stand side by side, what differs marked', async ({ page }) => {
  await open(page, './notebook/');
  const entry = page.getByRole('listitem').filter({ hasText: 'You marked' });
  await expect(entry.locator('del')).toHaveText(['does not put', 'the stage']);
  await expect(entry.locator('ins')).toHaveText(['puts', 'screen']);
  await expect(entry).toContainText('kept as typed');
  const lost = page.getByRole('listitem').filter({ hasText: LOST.exact });
  await expect(lost).toContainText('lost, not gone');
  // Each stands in the notebook once.
  await expect(page.getByText('lost, not gone')).toHaveCount(1);
});

test('accepting gives the mark its place and changes nothing else; undo takes it back byte for byte', async ({ page }) => {
  await open(page, './notebook/');
  const before = await annotations(page);
  await page.getByRole('button', { name: 'It is here' }).click();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeHidden();
  const after = await annotations(page);
  expect(facts(after)).toEqual(facts(before));
  expect(after[CHANGED.id]?.quote).toMatchObject({ exact: CHANGED.words });
  expect(after[CHANGED.id]?.revision).not.toBe(before[CHANGED.id]?.revision);
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeVisible();
  expect(await annotations(page)).toEqual(before);
  await page.getByRole('button', { name: 'It is here' }).click();
  await open(page, PACE);
  await expect(page.locator('article mark[data-colour=green]').first()).toHaveText(CHANGED.words);
});

test('keeping it as it is changes no byte, and asks no more', async ({ page }) => {
  await open(page, './notebook/');
  const before = await annotations(page);
  const lost = page.getByRole('listitem').filter({ hasText: LOST.exact });
  await lost.getByRole('button', { name: 'Keep as it is' }).click();
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeHidden();
  // Still there, among the others, with its old words.
  await expect(lost).toContainText('lost, not gone');
  expect(await annotations(page)).toEqual(before);
  await open(page, PACE);
  await expect(page.getByRole('article').getByRole('link', { name: '1 mark needs review' })).toBeVisible();
  await open(page, './notebook/');
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeHidden();
});

test('keeping can be undone', async ({ page }) => {
  await open(page, './notebook/');
  await page.getByRole('listitem').filter({ hasText: LOST.exact }).getByRole('button', { name: 'Keep as it is' }).click();
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeVisible();
});

test('a lost mark is given a place by selecting words with the mouse', async ({ page }) => {
  await open(page, './notebook/');
  const before = await annotations(page);
  await page.getByRole('button', { name: 'Find a place' }).click();
  const dock = page.getByRole('region', { name: 'Pick a place' });
  await expect(dock).toContainText('Zebras graze');
  await dock.getByRole('button', { name: 'Attach here' }).click();
  await expect(status(page)).toContainText('Select the words');
  const paragraph = page.locator('article p[data-start]', { hasText: 'Pushed like this' });
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click({ clickCount: 3, position: { x: 40, y: 12 } });
  await expect(dock).toContainText('It goes to “Pushed like this');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
  await dock.getByRole('button', { name: 'Attach here' }).click();
  await expect(dock).toBeHidden();
  const mark = page.locator('article mark[data-colour=purple]');
  await expect(mark.first()).toContainText('Pushed like this');
  await expect(mark.first()).toBeFocused();
  expect(facts(await annotations(page))).toEqual(facts(before));
  await status(page).getByRole('button', { name: 'Undo' }).click();
  await expect(mark).toHaveCount(0);
  expect(await annotations(page)).toEqual(before);
});

test('looking for a place can be called off', async ({ page }) => {
  await open(page, './notebook/');
  const before = await annotations(page);
  await page.getByRole('button', { name: 'Pick another place' }).click();
  await page.getByRole('region', { name: 'Pick a place' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeVisible();
  expect(await annotations(page)).toEqual(before);
});

test('a note on the desk that is being edited is left alone while others come and go', async ({ page, context }) => {
  await open(page, './notebook/');
  const other = await context.newPage();
  await open(other, './notebook/');
  const entry = page.getByRole('listitem').filter({ hasText: LOST.exact });
  await entry.getByRole('button', { name: 'Edit note' }).click();
  const field = entry.getByRole('textbox', { name: 'Note' });
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and not for');
  for (let left = 0; left < 4; left++) await page.keyboard.press('ArrowLeft');
  // The other one is decided elsewhere, then this one too; neither takes the field away.
  await other.getByRole('button', { name: 'It is here' }).click();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeHidden();
  await expect(field).toBeFocused();
  await other.getByRole('listitem').filter({ hasText: LOST.exact }).getByRole('button', { name: 'Keep as it is' }).click();
  await expect(other.getByRole('heading', { name: 'Lost their place' })).toBeHidden();
  // A filter that its words do not pass leaves it alone as well.
  await page.getByRole('searchbox', { name: 'Search notes' }).evaluate((input: HTMLInputElement) => {
    input.value = 'swipe';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect(page.locator('mark.hit').first()).toHaveText(/swipe/i);
  await expect(field).toBeFocused();
  await page.keyboard.type(', ');
  await expect(field).toHaveValue('lost, not gone and not,  for');
  await expect.poll(async () => (await annotations(page))[LOST.id]?.body).toBe('lost, not gone and not,  for');
  // What was decided elsewhere holds once the reader is done.
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('');
  await entry.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeHidden();
  await expect(entry).toContainText('lost, not gone and not,  for');
});

test('the filter holds for the desk too', async ({ page }) => {
  await open(page, './notebook/');
  await page.getByRole('searchbox', { name: 'Search notes' }).fill('zebras');
  await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Needs review' })).toBeHidden();
});

test('of many marks that need the reader some are shown, and the rest when asked for', async ({ page }) => {
  const many = Array.from({ length: 44 }, (_, n) => ({ ...LOST, id: `d0${n}`, exact: `${LOST.exact}, week ${n}` }));
  await seed(page, PACE, many);
  await open(page, './notebook/');
  const lost = page.getByRole('region', { name: 'Marks that need you' }).locator('ul').nth(1).getByRole('listitem');
  await expect(lost).toHaveCount(30);
  await expect(page.getByText('30 of 45 shown')).toBeVisible();
  // What waits on the desk is not among the other entries.
  await expect(page.getByText('Zebras graze', { exact: false })).toHaveCount(30);
  await page.getByRole('button', { name: 'Show more that need you' }).click();
  await expect(lost).toHaveCount(45);
  await expect(lost.nth(30)).toBeFocused();
});
