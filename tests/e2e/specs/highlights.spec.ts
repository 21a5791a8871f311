/** Highlights over one another, their notes, their ends and the names of their colours. */
import { PACE, expect, highlight, kept, marks, open, ready, select, status, test, toolbar } from '../reader';
import { annotations, seed } from '../seed';

const WORDS = 'Hold off, and you may fear';
const dialogOf = (page: import('@playwright/test').Page) => page.getByRole('dialog', { name: 'Highlight' });
const noteOf = (page: import('@playwright/test').Page) => dialogOf(page).getByRole('textbox', { name: 'Note' });

test.describe('over one another', () => {
  test.beforeEach(async ({ page }) =>
    seed(page, PACE, [
      { id: 'aa01', words: 'Hold off, and you may fear', colour: 'yellow' },
      { id: 'aa02', words: 'you may fear', colour: 'pink' },
      { id: 'aa03', words: 'you may fear', colour: 'blue' },
      { id: 'aa04', words: 'fear seeming lukewarm', colour: 'green' },
    ]),
  );

  test('nested, identical and overlapping ones are all reachable under one press', async ({ page }) => {
    await open(page, PACE);
    await page.locator('article mark mark mark', { hasText: 'you may' }).last().click();
    const dialog = dialogOf(page);
    const steps = dialog.getByRole('group', { name: 'Highlights here' });
    const seen = new Set<string>();
    for (const step of ['1 of 3', '2 of 3', '3 of 3']) {
      await expect(steps).toContainText(step);
      seen.add((await dialog.locator('blockquote mark').getAttribute('data-colour')) ?? '');
      await steps.getByRole('button', { name: 'Next highlight here' }).click();
    }
    expect([...seen].sort()).toEqual(['blue', 'pink', 'yellow']);
    await expect(steps).toContainText('1 of 3');
    await steps.getByRole('button', { name: 'Previous highlight here' }).click();
    await expect(steps).toContainText('3 of 3');
  });

  test('deleting one leaves the others, and undo brings it back', async ({ page }) => {
    await open(page, PACE);
    const before = await annotations(page);
    await page.locator('article mark[data-annotation=aa03]').first().click();
    await dialogOf(page).getByRole('button', { name: 'Delete' }).click();
    await expect(page.locator('article mark[data-annotation=aa03]')).toHaveCount(0);
    for (const id of ['aa01', 'aa02', 'aa04']) await expect(page.locator(`article mark[data-annotation=${id}]`)).not.toHaveCount(0);
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('article mark[data-annotation=aa03]').first()).toBeVisible();
    expect(Object.keys(await annotations(page)).sort()).toEqual(Object.keys(before).sort());
  });

  test('every colour shows where they overlap, and each is announced once', async ({ page }) => {
    await open(page, PACE);
    const words = page.locator('article li', { hasText: 'Social pressure' });
    // One control a highlight at most, never one in another; what has none is reached through the one it shares.
    const controls = await words.locator('mark[role=button]').evaluateAll((all) => all.map((mark) => mark.getAttribute('data-annotation')));
    expect(new Set(controls).size).toBe(controls.length);
    await expect(words.locator('mark[role=button] mark[role=button]')).toHaveCount(0);
    expect(await words.locator('mark[data-annotation]').evaluateAll((all) => all.every((mark) => mark.hasAttribute('role')))).toBe(true);
    await expect(page.getByRole('mark')).toHaveCount(0);
    // The text is read on as it stands.
    await expect(words).toContainText('Hold off, and you may fear seeming lukewarm, or short of confidence.');
    const lines = await words.locator('mark').evaluateAll((all) => new Set(all.map((mark) => getComputedStyle(mark).textDecorationStyle)).size);
    expect(lines).toBe(4);
  });

  test('the keyboard reaches them all', async ({ page }) => {
    await open(page, PACE);
    const shared = page.locator('article mark[role=button]', { hasText: 'you may' }).last();
    await shared.focus();
    await page.keyboard.press('Enter');
    await expect(dialogOf(page).getByRole('group', { name: 'Highlights here' })).toContainText('1 of 3');
    await page.keyboard.press('Escape');
    await expect(shared).toBeFocused();
  });
});

test('a highlighted link is still visibly a link, and its highlight has a control beside it', async ({ page }) => {
  await open(page, './read/kinds-of-closeness/');
  const link = page.locator('article p[data-start] a[href*="attachment-patterns"]').first();
  const words = (await link.textContent()) ?? '';
  await highlight(page, words, 'green');
  expect(await link.evaluate((link) => getComputedStyle(link).textDecorationLine)).toContain('underline');
  await expect(link.getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open this highlight' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).locator('blockquote')).toHaveText(words);
});

test('the sign of a note stands once, after the last word', async ({ page }) => {
  await seed(page, PACE, [{ id: 'aa01', words: 'Dating apps. A swipe takes a second', body: 'two pieces' }]);
  await open(page, PACE);
  await expect(marks(page)).toHaveCount(2);
  await expect(page.locator('article mark[data-note]')).toHaveText(' A swipe takes a second');
});

test.describe('what is said from a dialog', () => {
  test('is said inside it, and on the page again once it is closed', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, PACE);
    await highlight(page, WORDS);
    await marks(page).first().click();
    await dialogOf(page).getByRole('button', { name: 'Copy link' }).click();
    const inside = page.locator('dialog[open] [role=status]');
    await expect(inside).toHaveText('Link copied');
    await dialogOf(page).getByRole('button', { name: 'Done' }).click();
    await expect(dialogOf(page)).toBeHidden();
    await expect(page.locator('dialog [role=status]')).toHaveCount(0);
    await marks(page).first().click();
    await expect(inside).toHaveCount(1);
    await dialogOf(page).getByRole('button', { name: 'Delete' }).click();
    await expect(page.locator('dialog [role=status]')).toHaveCount(0);
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await expect(marks(page)).toHaveText(WORDS);
    await expect(status(page)).toHaveText('Taken back');
  });

  test('a citation is said when it is there, in another style, and when it is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, PACE);
    await select(page, WORDS);
    await toolbar(page).getByRole('button', { name: 'Cite' }).click();
    const dialog = page.getByRole('dialog', { name: 'Cite' });
    const inside = page.locator('dialog[open] [role=status]');
    await expect(inside).toContainText('Pace and closeness');
    await dialog.getByRole('combobox').selectOption({ label: 'BibTeX' });
    await expect(inside).toHaveText('BibTeX');
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(inside).toHaveText('Citation copied');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.locator('dialog [role=status]')).toHaveCount(0);
    await expect(page.locator('[aria-live]')).toHaveCount(0);
  });

  test('the region goes from dialog to dialog, and survives a page that goes with one open', async ({ page }) => {
    await open(page, PACE);
    await page.getByRole('button', { name: 'Reading settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Reading settings' });
    await expect(settings.getByRole('status')).toHaveCount(1);
    await settings.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByRole('status')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await expect(settings.getByRole('status')).toHaveCount(1);
    await settings.getByRole('link', { name: 'All settings and your data' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Reading and data' })).toBeVisible();
    await expect(page.locator('#app > [role=status]')).toHaveCount(1);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
    await page.getByRole('button', { name: 'Bookmark Sex as armour' }).click();
    await expect(status(page)).toContainText('Bookmarked');
  });
});

test.describe('notes', () => {
  test('Escape puts the note back as it was, and the way back is offered', async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: WORDS, body: 'as it was', tags: ['by hand'] }]);
    await open(page, PACE);
    const before = await annotations(page);
    await marks(page).first().click();
    await noteOf(page).fill('something else #new');
    // The draft is kept all the while.
    await expect.poll(async () => (await annotations(page)).aa01?.body).toBe('something else #new');
    await noteOf(page).press('Escape');
    await expect(dialogOf(page)).toBeHidden();
    await expect.poll(() => annotations(page)).toEqual(before);
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await annotations(page)).aa01?.body).toBe('something else #new');
  });

  /** All that is kept once the reader's place is: nothing else is, before they do anything. */
  async function resting(page: import('@playwright/test').Page) {
    await open(page, PACE);
    await page.mouse.wheel(0, 900);
    await expect.poll(async () => Object.keys(await kept(page)).join()).toContain('closely:place:');
    return Object.keys(await kept(page)).sort();
  }

  test('Cancel leaves nothing of a new note, not even the highlight', async ({ page }) => {
    const before = await resting(page);
    await select(page, WORDS);
    await toolbar(page).getByRole('button', { name: 'Add note' }).click();
    await noteOf(page).pressSequentially('not this after all');
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(dialogOf(page)).toBeHidden();
    await expect(marks(page)).toHaveCount(0);
    expect(Object.keys(await kept(page)).sort()).toEqual(before);
  });

  test('Escape in a new note leaves nothing either, typed in or not', async ({ page }) => {
    const before = await resting(page);
    for (const words of ['nor this', '']) {
      await select(page, WORDS);
      await toolbar(page).getByRole('button', { name: 'Add note' }).click();
      await noteOf(page).pressSequentially(words);
      await page.keyboard.press('Escape');
      await expect(marks(page)).toHaveCount(0);
      expect(Object.keys(await kept(page)).sort()).toEqual(before);
    }
  });

  test('nor does a reflection that is begun and cancelled', async ({ page }) => {
    const before = await resting(page);
    await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
    const field = page.getByRole('textbox', { name: 'Reflection on Sex as armour' });
    await field.pressSequentially('on second thoughts');
    await expect.poll(async () => Object.values(await kept(page)).join()).toContain('on second thoughts');
    await field.press('Escape');
    await expect(status(page)).toContainText('Cancelled');
    expect(Object.keys(await kept(page)).sort()).toEqual(before);
  });

  test('a note of white space alone is no note', async ({ page }) => {
    await open(page, PACE);
    await select(page, WORDS);
    await toolbar(page).getByRole('button', { name: 'Add note' }).click();
    await noteOf(page).fill('  \n ');
    await page.keyboard.press('Control+Enter');
    await expect(marks(page)).toHaveCount(0);
  });

  test('words with # become tags, and leave with their words', async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: WORDS, body: '', tags: ['imported'] }]);
    await open(page, PACE);
    await marks(page).first().click();
    await noteOf(page).fill('For #class and #Übung-2, not #1.');
    await expect(dialogOf(page).locator('.tag')).toHaveText(['imported', 'class', 'Übung-2']);
    await noteOf(page).fill('For #class only.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await annotations(page)).aa01?.tags).toEqual(['imported', 'class']);
    await open(page, './notebook/');
    await expect(page.getByRole('listitem').locator('.tag')).toHaveText(['imported', 'class']);
  });

  test('a draft survives a tab that is closed while typing', async ({ page, context }) => {
    await open(page, PACE);
    await highlight(page, WORDS);
    await marks(page).first().click();
    await noteOf(page).pressSequentially('half a thou');
    await expect.poll(async () => Object.values(await kept(page)).join()).toContain('half a thou');
    await page.close();
    const again = await context.newPage();
    await open(again, PACE);
    await marks(again).first().click();
    await expect(noteOf(again)).toHaveValue('half a thou');
  });

  test('the box grows with its words', async ({ page }) => {
    await open(page, PACE);
    await highlight(page, WORDS);
    await marks(page).first().click();
    const before = (await noteOf(page).boundingBox())?.height ?? 0;
    await noteOf(page).fill('a line\n'.repeat(9));
    await expect.poll(async () => (await noteOf(page).boundingBox())?.height ?? 0).toBeGreaterThan(before * 2);
    expect(await noteOf(page).evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
  });

  test('a reflection is finished by Ctrl+Enter and cancelled by Escape', async ({ page }) => {
    await open(page, PACE);
    await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
    const field = page.getByRole('textbox', { name: 'Reflection on Sex as armour' });
    await field.fill('first');
    await page.keyboard.press('Control+Enter');
    await expect(field).not.toBeFocused();
    await field.fill('second thoughts');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('first');
    await status(page).getByRole('button', { name: 'Undo' }).click();
    await expect(field).toHaveValue('second thoughts');
  });

  test('a note on the whole article is kept, and found from the notebook', async ({ page }) => {
    await open(page, PACE);
    const field = page.getByRole('textbox', { name: 'What do you take with you from this article?' });
    await field.fill('Ask first. #later');
    await page.keyboard.press('Control+Enter');
    await page.reload();
    await ready(page);
    await expect(field).toHaveValue('Ask first. #later');
    expect(Object.values(await annotations(page))).toMatchObject([{ kind: 'reflection', section: '', tags: ['later'] }]);
    await open(page, './notebook/');
    await expect(page.getByRole('listitem').filter({ hasText: 'Ask first.' })).toContainText('The whole article');
    await page.getByRole('button', { name: 'Go to passage' }).click();
    await expect(field).toBeFocused();
    await expect(field).toBeInViewport();
  });
});

test.describe('its ends', () => {
  test('by word, with buttons: one record before and after', async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: 'you may fear', body: 'kept', colour: 'pink' }]);
    await open(page, PACE);
    await marks(page).first().click();
    await dialogOf(page).getByText('Change where it begins and ends').click();
    const press = (name: string) => dialogOf(page).getByRole('button', { name }).click();
    const quote = dialogOf(page).locator('blockquote');
    await press('End later');
    await expect(quote).toHaveText('you may fear seeming');
    await press('Start earlier');
    await expect(quote).toHaveText('and you may fear seeming');
    await press('End earlier');
    await press('Start later');
    await expect(quote).toHaveText('you may fear');
    await press('Start later');
    await expect(quote).toHaveText('may fear');
    await page.keyboard.press('Escape');
    await expect(page.locator('article mark[data-colour=pink]')).toHaveText('may fear');
    expect(await annotations(page)).toMatchObject({ aa01: { id: 'aa01', body: 'kept', quote: { exact: 'may fear' } } });
    expect(Object.keys(await annotations(page))).toHaveLength(1);
  });

  test('by dragging a handle with the mouse, and back with Cancel', async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: 'you may fear', colour: 'pink' }]);
    await open(page, PACE);
    const before = await annotations(page);
    await marks(page).first().click();
    await dialogOf(page).getByText('Change where it begins and ends').click();
    await dialogOf(page).getByRole('button', { name: 'Drag the ends' }).click();
    const handle = page.getByRole('button', { name: 'End of the highlight' });
    await expect(handle).toBeFocused();
    const from = await handle.boundingBox();
    const line = await marks(page).last().boundingBox();
    if (!from || !line) throw new Error('no place');
    const x = from.x + from.width / 2;
    const y = from.y + from.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.mouse.up();
    await expect(marks(page)).toHaveText('you may fear seeming');
    expect(Object.keys(await annotations(page))).toEqual(['aa01']);
    await page.getByRole('region', { name: 'Change the highlight' }).getByRole('button', { name: 'Cancel' }).click();
    await expect(marks(page)).toHaveText('you may fear');
    expect(await annotations(page)).toEqual(before);
    await expect(page.locator('article mark[role=button]')).toBeFocused();
  });

  test('by a finger on a handle', { tag: '@touch' }, async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: 'you may fear', colour: 'pink', body: 'kept', tags: ['by hand'] }]);
    await open(page, PACE);
    const before = await annotations(page);
    await marks(page).first().tap();
    await dialogOf(page).getByText('Change where it begins and ends').tap();
    await dialogOf(page).getByRole('button', { name: 'Drag the ends' }).tap();
    const handle = page.getByRole('button', { name: 'Beginning of the highlight' });
    await expect(handle).toBeVisible();
    const place = await handle.boundingBox();
    if (!place) throw new Error('no place');
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    const hand = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      hand.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    for (const step of [8, 16, 24, 32]) await touch('touchMove', [{ x: x - step, y }]);
    // Nothing is kept before the finger is lifted.
    expect(await annotations(page)).toEqual(before);
    await touch('touchEnd', []);
    await expect(marks(page).first()).toContainText(/and you/);
    expect(Object.keys(await annotations(page))).toEqual(['aa01']);
    const end = await page.getByRole('button', { name: 'End of the highlight' }).boundingBox();
    if (!end) throw new Error('no place');
    expect(Math.min(end.width, end.height, place.width, place.height)).toBeGreaterThanOrEqual(24);
    const [right, below] = [end.x + end.width / 2, end.y + end.height / 2];
    await touch('touchStart', [{ x: right, y: below }]);
    for (const step of [10, 20, 30, 40]) await touch('touchMove', [{ x: right + step, y: below }]);
    await touch('touchEnd', []);
    await expect(marks(page).last()).toContainText('seeming');
    const after = await annotations(page);
    expect(JSON.stringify(after.aa01?.quote)).toContain('and you may fear seeming');
    expect(Object.keys(after)).toEqual(['aa01']);
    for (const same of ['id', 'kind', 'body', 'tags', 'colour', 'created']) expect(after.aa01?.[same]).toEqual(before.aa01?.[same]);
    await page.getByRole('region', { name: 'Change the highlight' }).getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('region', { name: 'Change the highlight' })).toBeHidden();
  });

  test('by the arrow keys on a handle', async ({ page }) => {
    await seed(page, PACE, [{ id: 'aa01', words: 'you may fear', colour: 'pink' }]);
    await open(page, PACE);
    await marks(page).first().click();
    await dialogOf(page).getByText('Change where it begins and ends').click();
    await dialogOf(page).getByRole('button', { name: 'Drag the ends' }).click();
    await expect(page.getByRole('button', { name: 'End of the highlight' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await expect(marks(page)).toHaveText('and you may fear seeming');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Change the highlight' })).toBeHidden();
    await expect(page.locator('article mark[role=button]')).toBeFocused();
  });
});

test('colours have the names that the reader gives them, here and in the notebook', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, WORDS, 'blue');
  await marks(page).first().click();
  await dialogOf(page).getByText('Name the colours').click();
  await dialogOf(page).getByRole('textbox', { name: 'Name of blue' }).fill('ask in class');
  await expect(dialogOf(page).getByRole('radio', { name: 'ask in class (blue)' })).toBeChecked();
  await dialogOf(page).getByRole('button', { name: 'Done' }).click();
  await open(page, './notebook/');
  await expect(page.getByRole('radio', { name: 'ask in class (blue)' })).toBeAttached();
  await open(page, './settings/');
  const field = page.getByRole('textbox', { name: 'Name of blue' });
  await expect(field).toHaveValue('ask in class');
  await field.fill('');
  await open(page, PACE);
  await select(page, 'Profiles boil');
  await expect(toolbar(page).getByRole('button', { name: 'Highlight blue' })).toHaveAttribute('title', 'Look up');
});

test('the five lines stay in forced colours', async ({ page }) => {
  const words = ['A swipe takes a second', 'Profiles boil', 'Hold off', 'Much of what we watch', 'Pushed like this'];
  const colours = ['yellow', 'green', 'blue', 'pink', 'purple'];
  await seed(page, PACE, words.map((words, index) => ({ id: `aa0${index}`, words, colour: colours[index] ?? '' })));
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, PACE);
  await expect(marks(page)).toHaveCount(5);
  const lines = await marks(page).evaluateAll((all) =>
    all.map((mark) => [getComputedStyle(mark).textDecorationLine, getComputedStyle(mark).textDecorationStyle].join(' ')),
  );
  expect(new Set(lines).size).toBe(5);
  expect(lines.every((line) => line.startsWith('underline'))).toBe(true);
});
