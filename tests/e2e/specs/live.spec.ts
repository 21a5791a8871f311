/**
 * The pages as the program makes them, with what a reader has on them and has opened: as valid as those that are written
 * ahead (static.spec.ts), and with nothing for axe to find, in every theme. Pages without anything on them, and the dialogs
 * in the light theme, are in access.spec.ts.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { faultsOfLive } from '../markup';
import { PACE, ROUTES, expect, marks, open, select, status, test, toolbar } from '../reader';
import { highlightOf, seed as keep } from '../records';
import { seed } from '../seed';
import { giveVoices, last } from '../voices';

declare global {
  interface Window {
    /** What AxeBuilder brings into the page. */
    axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  }
}

// The light one is there from the start. Themes differ in their colours alone.
const THEMES = ['sepia', 'dark', 'black', 'contrast'];
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const WORDS = 'Hold off, and you may fear';
const FIXTURES = fileURLToPath(new URL('../../fixtures/interchange', import.meta.url));

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Expects axe to find nothing in these parts of the page, and in the other themes nothing about their colours. */
async function forEveryone(page: Page, parts: string[]) {
  for (const part of parts) await expect(page.locator(part).first()).toBeVisible();
  const axe = parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }).setLegacyMode());
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), parts.join()).toEqual([]);
  const pale = await page.evaluate(
    async ([parts, themes, rules]) => {
      const { classList } = document.documentElement;
      const found: string[] = [];
      const take = () => [...classList].filter((name) => name.startsWith('theme-')).forEach((name) => classList.remove(name));
      for (const theme of themes) {
        take();
        classList.add(`theme-${theme}`);
        const { violations } = await window.axe.run({ include: parts }, { runOnly: rules });
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme}, ${id}: ${html}`)));
      }
      take();
      return found;
    },
    [parts, THEMES, OF_COLOURS] as const,
  );
  expect(pale, parts.join()).toEqual([]);
}

/** Expects nothing to be wrong with the page as it is now: its HTML, and those parts of it that are new. */
async function sound(page: Page, ...parts: string[]) {
  expect(await faultsOfLive(page), parts.join()).toEqual([]);
  await forEveryone(page, parts);
}

const DIALOG = 'dialog[open]';

/** Highlights in every colour, two of them over one another, with notes and tags. */
const FIVE = [
  { id: 'aa01', words: WORDS, colour: 'yellow', body: 'Whose clock?\nMine.', tags: ['class'] },
  { id: 'aa02', words: 'you may fear', colour: 'pink' },
  { id: 'aa03', words: 'A swipe takes a second', colour: 'green', body: 'a note' },
  { id: 'aa04', words: 'Profiles boil', colour: 'blue' },
  { id: 'aa05', words: 'Much of what we watch', colour: 'purple' },
];

/** A mark whose words were changed, and one that lost its place. */
const UNSURE = [
  {
    id: 'bb01',
    words: 'Much of what we watch puts sex near the beginning. On screen one look is enough',
    exact: 'Much of what we watch does not put sex near the beginning. On the stage one look is enough',
    body: 'kept as typed',
  },
  {
    id: 'bb02',
    words: 'Profiles boil people down to facts',
    exact: 'Zebras graze beneath violet umbrellas every quiet Thursday',
    prefix: 'quartz hymn ',
    suffix: ' vow jig',
    colour: 'purple',
  },
];

test.describe('on a desktop', { tag: '@pointer' }, () => {
  test('a fault would be found if there were one, in the page as it is now and in each theme', async ({ page }) => {
    await open(page, './about/');
    await page.evaluate(() => {
      const words = document.createElement('p');
      words.id = 'main';
      words.textContent = 'Words that can be read on light paper alone.';
      words.style.color = '#222';
      document.querySelector('main')?.prepend(words);
    });
    expect(await faultsOfLive(page)).toEqual([expect.stringContaining('Duplicate ID "main"')]);
    await expect(forEveryone(page, ['main > p'])).rejects.toThrow(/dark, color-contrast.*Words that can be read/);
  });

  test('every page is valid HTML once the program has made it', async ({ page }) => {
    for (const path of ROUTES) {
      await open(page, path);
      expect(await faultsOfLive(page), path).toEqual([]);
    }
  });

  test.describe('that is not there', () => {
    test.use({ allowed: [/404/] });

    test('a page', async ({ page }) => {
      await open(page, './nowhere/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
      await sound(page, 'main');
    });
  });

  test('what is searched for: found, read otherwise, and not found', async ({ page }) => {
    await keep(page, [highlightOf({ id: 'aa', body: 'trust, I thought' })]);
    await open(page, './search/?q=trust');
    await expect(page.getByRole('heading', { level: 2, name: 'Your notes' })).toBeVisible();
    await sound(page, 'main');
    await page.getByRole('searchbox').fill('atachment');
    await expect(page.getByRole('main').getByText(/for “attachment”/)).toBeVisible();
    expect(await faultsOfLive(page)).toEqual([]);
    await page.getByRole('searchbox').fill('zyzzyva');
    await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible();
    await sound(page, 'main');
  });

  test('an article with marks, a bookmark, a reflection, what is found in it, and the words that were linked', async ({ page }) => {
    await seed(page, PACE, FIVE);
    await open(page, `${PACE}?text=before%20trust%20has%20formed`);
    await expect(page.locator('mark.passage')).toBeInViewport();
    await press(page, 'Bookmark Sex as armour');
    await press(page, 'Reflect on Sex as armour');
    await page.getByRole('textbox', { name: 'Reflection on Sex as armour' }).fill('Not only.');
    await expect(page.getByText('Saved on this device, ')).toBeVisible();
    await page.keyboard.press('Alt+s');
    await page.getByRole('searchbox', { name: 'Find in article' }).fill('trust');
    await expect(page.locator('article mark.hit').first()).toBeVisible();
    await sound(page, 'article :has(> mark)', '.margin .note', '.find', '.reflection');
  });

  test('a highlight with others over it, its ends and the names of colours', async ({ page }) => {
    await seed(page, PACE, FIVE);
    await open(page, PACE);
    await page.locator('article mark mark').first().click();
    await dialog(page, 'Highlight').getByText('Change where it begins and ends').click();
    await dialog(page, 'Highlight').getByText('Name the colours').click();
    await expect(dialog(page, 'Highlight').getByRole('group', { name: 'Highlights here' })).toBeVisible();
    await sound(page, DIALOG);
    await press(page, 'Drag the ends');
    await expect(page.getByRole('region', { name: 'Change the highlight' })).toBeVisible();
    await sound(page, '.dock');
  });

  test('what is chosen, shared and cited', async ({ page }) => {
    await open(page, PACE);
    await select(page, WORDS);
    await sound(page, '.seltool');
    await toolbar(page).getByRole('button', { name: 'Share' }).click();
    await press(page, 'QR code');
    await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await sound(page, DIALOG);
    await dialog(page, 'Share').getByRole('button', { name: 'Cite' }).click();
    await expect(dialog(page, 'Cite')).toContainText('Reference list');
    await sound(page, DIALOG);
  });

  test('a word and a note in place, the voice, the settings, the help', async ({ page }) => {
    await giveVoices(page);
    await open(page, PACE);
    for (const reference of ['a.term', 'a.fn']) {
      await page.locator(`#article ${reference}`).first().click();
      await expect(page.locator('#slip')).toBeVisible();
      await sound(page, '#slip');
      await page.keyboard.press('Escape');
    }
    await page.getByRole('group', { name: 'Reading tools' }).getByRole('button', { name: 'Listen' }).click();
    await expect.poll(() => last(page)).not.toBe('');
    await press(page, 'Speed, voice and sleep timer');
    await sound(page, '.dock');
    await press(page, 'Reading settings');
    await sound(page, DIALOG);
    await dialog(page, 'Reading settings').getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await sound(page, '.keys-dialog');
  });

  test('a notebook with everything in it, searched, chosen from, edited', async ({ page }) => {
    await seed(page, PACE, FIVE);
    await open(page, PACE);
    await press(page, 'Bookmark Sex as armour');
    await page.getByRole('article').getByRole('textbox').first().fill('An answer.');
    await expect(page.getByText('Saved on this device, ')).toBeVisible();
    await open(page, './notebook/?q=a');
    await expect(page.locator('mark.hit').first()).toBeVisible();
    await press(page, 'Select');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('listitem').getByRole('button', { name: 'Delete' }).last().click();
    await page.getByRole('listitem').getByRole('button', { name: 'Edit note' }).first().click();
    await expect(page.getByRole('button', { name: /^Take back/ })).toBeVisible();
    await expect(status(page).getByRole('button', { name: 'Undo' })).toBeVisible();
    await sound(page, '#app');
    await page.getByRole('listitem').getByRole('button', { name: 'Done' }).click();
    await page.getByRole('searchbox', { name: 'Search notes' }).fill('zyzzyva');
    await expect(page.getByText('Nothing here matches')).toBeVisible();
    await sound(page, 'main');
  });

  test('marks that need the reader, and the place that is picked for one', async ({ page }) => {
    await seed(page, PACE, UNSURE);
    await open(page, './notebook/');
    await expect(page.getByRole('heading', { name: 'Lost their place' })).toBeVisible();
    await sound(page, 'main');
    await press(page, 'Find a place');
    await expect(page.getByRole('region', { name: 'Pick a place' })).toBeVisible();
    await sound(page, '.dock');
  });

  test('notes that go out and come in', async ({ page }) => {
    await keep(page, [highlightOf({ id: 'aa' })]);
    await open(page, './notebook/');
    await press(page, 'Export');
    await sound(page, DIALOG);
    await page.keyboard.press('Escape');
    await press(page, 'Import');
    const file = page.getByLabel('Notes file');
    await file.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
    await expect(dialog(page, 'Import notes').getByRole('alert')).toBeVisible();
    await sound(page, DIALOG);
    await file.setInputFiles(`${FIXTURES}/broken-entries.json`);
    await dialog(page, 'Import notes').getByText('What can’t come in, and why').click();
    await sound(page, DIALOG);
    await press(page, 'Import 2 notes');
    await expect(dialog(page, 'Import notes').getByRole('button', { name: 'Undo the import' })).toBeVisible();
    await sound(page, DIALOG);
  });

  test('records that can’t be read, erasing, and a passphrase that is set, changed, removed and asked for', async ({ page }) => {
    await keep(page, [highlightOf({ id: 'aa' }), ['closely:annotation:torn', '{"version":1,"checksum":"0000']]);
    await open(page, './settings/');
    await expect(page.getByText('One record could not be used.')).toBeVisible();
    await sound(page, 'main');
    await press(page, 'Erase everything');
    await sound(page, DIALOG);
    await page.keyboard.press('Escape');
    await page.evaluate(() => localStorage.removeItem('closely:annotation:torn'));
    await press(page, 'Set a passphrase');
    await page.getByLabel('New passphrase', { exact: true }).fill('short');
    await press(page, 'Set the passphrase');
    await sound(page, DIALOG);
    for (const name of ['New passphrase', 'The same again']) await page.getByLabel(name, { exact: true }).fill('plum river under snow');
    await press(page, 'Set the passphrase');
    await expect(status(page)).toContainText('Your notebook is encrypted');
    for (const name of ['Change the passphrase', 'Remove the passphrase']) {
      await press(page, name);
      await sound(page, DIALOG);
      await page.keyboard.press('Escape');
    }
    await open(page, './notebook/');
    await sound(page, 'main');
    await open(page, PACE);
    await press(page, 'Unlock');
    await expect(dialog(page, 'Unlock the notebook')).toBeVisible();
    await sound(page, DIALOG);
  });

  test('discreet mode, and a store that keeps nothing', async ({ page }) => {
    await page.addInitScript(() => sessionStorage.setItem('closely:discreet', '1'));
    await open(page, './settings/');
    await expect(page.getByRole('button', { name: 'Leave discreet mode' }).first()).toBeVisible();
    await sound(page, '.page');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.evaluate(() => sessionStorage.clear());
    await open(page, './about/');
    await sound(page, '.page');
  });

  test('a page whose program has failed', async ({ page }) => {
    await open(page, PACE);
    await page.evaluate(() => dispatchEvent(new Event('closely:absent')));
    await expect(page.getByRole('alert')).toBeVisible();
    await sound(page, '.trouble-band');
  });

  test('a library with a pack and a place to go on from, and a section in a frame', async ({ page }) => {
    await open(page, PACE);
    await page.locator('#two-honest-paths').evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => page.evaluate(() => localStorage.getItem('closely:place:pace-and-closeness'))).not.toBeNull();
    await open(page, './');
    await expect(page.getByRole('link', { name: /^Continue/ })).toBeVisible();
    await sound(page, 'main');
    await open(page, `${PACE}?embed=1#armour`);
    await expect(page.getByRole('link', { name: 'Creative Commons Attribution 4.0' })).toBeVisible();
    // A section keeps the rank that it has among the others.
    expect(await faultsOfLive(page, { 'heading-level': 'off' })).toEqual([]);
    await forEveryone(page, ['.embedded']);
  });

  test('a reading pack that is made, sent, offered, followed and handed in', async ({ page }) => {
    await open(page, './pack/');
    await press(page, 'Make a pack');
    await page.getByRole('textbox', { name: 'Title' }).fill('Week 3');
    await page.getByLabel('Article or section').selectOption('pace-and-closeness#armour');
    await press(page, 'Add this place');
    await page.getByRole('textbox', { name: 'Question for stop 1' }).fill('Why?');
    await page.getByText('From your highlights').click();
    await press(page, 'Make the link');
    const link = page.getByRole('textbox', { name: 'Link to the pack' });
    await expect(link).toBeVisible();
    await sound(page, 'main');
    const address = await link.inputValue();
    await page.getByRole('link', { name: 'Preview' }).click();
    await expect(page.getByRole('link', { name: 'Back to editing' })).toBeVisible();
    await sound(page, 'main');
    await page.goto('about:blank');
    await open(page, address);
    await press(page, 'Start');
    await page.getByRole('textbox', { name: 'Why?' }).fill('Because.');
    await expect(page.getByText('1 of 1 answered')).toBeVisible();
    await sound(page, 'main');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Save hand-in file')]);
    await page.getByRole('link', { name: 'Read stop by stop' }).click();
    await sound(page, '.pack-dock');
    await open(page, './pack/?hand-ins');
    const broken = { name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') };
    await page.getByLabel('Hand-in files').setInputFiles(await file.path());
    await expect(page.getByRole('main')).toContainText('1 hand-in opened.');
    await page.getByLabel('Hand-in files').setInputFiles([broken]);
    await expect(page.getByRole('region', { name: 'Notice' })).toContainText('holiday.json');
    await sound(page, 'main');
  });
});

test.describe('on a phone', { tag: '@touch' }, () => {
  test('what stands over the page there: contents, toolbar, slip, player, find, sheets', async ({ page }) => {
    await giveVoices(page);
    await open(page, PACE);
    const tools = page.getByRole('group', { name: 'Reading tools' });
    await tools.getByRole('link', { name: 'Contents' }).tap();
    await sound(page, '.contents', '.bar');
    await page.getByRole('link', { name: 'Close contents' }).tap();
    await page.locator('#article a.fn').first().tap();
    await sound(page, '#slip');
    await page.locator('#slip').getByRole('button', { name: 'Close' }).tap();
    await tools.getByRole('button', { name: 'Listen' }).tap();
    await press(page, 'Speed, voice and sleep timer');
    await sound(page, '.listen');
    await press(page, 'Stop listening');
    await tools.getByRole('button', { name: 'Find in article' }).tap();
    await sound(page, '.find');
    await press(page, 'Close find');
    await select(page, WORDS);
    await sound(page, '.seltool');
    await toolbar(page).getByRole('button', { name: 'Highlight pink' }).tap();
    await marks(page).first().tap();
    await sound(page, DIALOG);
    await page.keyboard.press('Escape');
    await tools.getByRole('button', { name: 'Reading settings' }).tap();
    await sound(page, DIALOG);
  });
});
