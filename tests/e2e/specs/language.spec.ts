/** The language of the interface: the reader's or the browser's, whole on every page, while articles keep their own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ARTICLES, PACE, ROUTES, drag, expect, highlight, marks, open, ready, status, test } from '../reader';

const CATALOGUES = fileURLToPath(new URL('../../../assets/words', import.meta.url));

/** What a language says, by room and key: the messages that are one text. */
function catalogue(language: string): Map<string, string> {
  const folder = join(CATALOGUES, language);
  const messages = new Map<string, string>();
  for (const room of readdirSync(folder)) {
    const text = readFileSync(join(folder, room), 'utf8').replace(/\n[ \t]+(?=\S)/g, ' ');
    for (const [, key, message] of text.matchAll(/^([a-z][\w-]*) = (.*)$/gm)) messages.set(`${room}/${key}`, message ?? '');
  }
  return messages;
}

const words = catalogue('es');
/** What a page in Spanish must not say. A short word may be one of an article's. */
const english = [...catalogue('en')]
  .filter(([key, text]) => !/[{}]/.test(text) && text.length > 7 && text !== words.get(key))
  .map(([, text]) => text);

/** What the interface says on a page, seen or not; the words of articles are marked as theirs. */
async function said(page: Page): Promise<string[]> {
  return page.locator('body').evaluate((body) => {
    const theirs = (node: Element | null) => node?.closest('[lang]')?.getAttribute('lang')?.startsWith('en') ?? false;
    const found: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (theirs(node)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
          const value = node.getAttribute(name);
          if (value) found.push(value.trim());
        }
      } else if (!theirs(node.parentElement) && !node.parentElement?.closest('script, style')) {
        const text = node.textContent?.replace(/\s+/g, ' ').trim();
        if (text) found.push(text);
      }
    }
    return found;
  });
}

async function expectSpanish(page: Page, where: string) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  // The script beside the app comes when the browser is idle.
  await expect(page.locator('#trouble-reload')).toHaveText(words.get('companion.ftl/reload') ?? '');
  const found = (await said(page)).filter((text) => english.includes(text));
  expect(found, where).toEqual([]);
}

/** Highlights words, by the mouse and in Spanish. */
async function subrayar(page: Page, from: string, colour: string) {
  await drag(page, from, from);
  await page.getByRole('button', { name: `Subrayar en ${colour}` }).click();
}

test.describe('in a browser that speaks Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('every page speaks Spanish, whole, and nothing of English is left', async ({ page }) => {
    test.slow();
    for (const route of [...ROUTES, './search/?q=armour']) {
      await open(page, route);
      await expectSpanish(page, route);
      expect(await page.title(), route).toMatch(/Closely$/);
    }
    await open(page, './notebook/');
    await expect(page.getByRole('heading', { level: 1, name: 'Cuaderno' })).toBeVisible();
  });

  test('articles keep their own language, and so do their words on other pages', async ({ page }) => {
    await open(page, PACE);
    await expect(page.locator('article').first()).toHaveAttribute('lang', 'en-GB');
    await open(page, './');
    const title = page.getByRole('link', { name: ARTICLES[0].title }).first();
    await expect(title.locator('xpath=ancestor-or-self::*[@lang][1]')).toHaveAttribute('lang', 'en-GB');
  });

  test('marks, dialogs and what is said aloud are Spanish; plurals and dates are its own', async ({ page }) => {
    await open(page, PACE);
    await subrayar(page, 'Hold off, and you may fear', 'amarillo');
    await expect(marks(page)).toHaveCount(1);
    await expect(page.getByText(/\d+ de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de 20\d\d/).first()).toBeVisible();
    await marks(page).first().click();
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await expectSpanish(page, 'the dialog of a highlight');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await expectSpanish(page, 'the shortcuts');
    await page.keyboard.press('Escape');
    await open(page, './notebook/');
    await expectSpanish(page, 'a notebook with an entry');
    await expect(page.getByText(/^Una marca por ahora/)).toBeVisible();
    await open(page, PACE);
    await subrayar(page, 'A swipe takes a second', 'verde');
    await open(page, './notebook/');
    await expect(page.getByText(/^2 marcas y notas/)).toBeVisible();
  });

  test('axe finds nothing', async ({ page }) => {
    for (const route of ['./', PACE, './notebook/', './settings/']) {
      await open(page, route);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), route).toEqual([]);
    }
  });

  test('the reader may choose English all the same', async ({ page }) => {
    await open(page, './settings/');
    await page.getByRole('group', { name: 'Idioma' }).getByText('English', { exact: true }).click();
    await page.getByRole('button', { name: 'Cambiar a English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Reading and data' })).toBeVisible();
    await ready(page);
    await open(page, './notebook/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  });

  test.describe('at an address that leads nowhere', () => {
    test.use({ allowed: [/404/] });

    test('the page says so in Spanish', async ({ page }) => {
      await open(page, './nowhere/');
      await expectSpanish(page, 'nowhere');
    });
  });

  test.describe('and does not get it', () => {
    test.use({ allowed: [/^error: (Failed to load resource|TypeError: Failed to fetch)/] });

    test('the page speaks English, and works', async ({ page }) => {
      await page.route(/words_es/, (route) => route.abort());
      await open(page, PACE);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await highlight(page, 'Hold off, and you may fear');
      await expect(marks(page)).toHaveText('Hold off, and you may fear');
    });
  });
});

test('a language that is chosen holds on every page and after a reload, and nothing written is lost on the way', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  await open(page, './settings/');
  await page.getByRole('group', { name: 'Language' }).getByText('Español', { exact: true }).click();
  await page.getByRole('button', { name: 'Change to Español' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lectura y datos' })).toBeVisible();
  await ready(page);
  await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked();
  await page.reload();
  await ready(page);
  await expectSpanish(page, 'after a reload');
  await open(page, PACE);
  await expectSpanish(page, 'an article');
  await expect(marks(page)).toHaveText('Hold off, and you may fear');
  await open(page, './settings/');
  await page.getByRole('group', { name: 'Idioma' }).getByText('Dispositivo', { exact: true }).click();
  await page.getByRole('button', { name: 'Cambiar a English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reading and data' })).toBeVisible();
});

test('by keyboard a language is passed over without the page being loaded again', async ({ page }) => {
  await open(page, './settings/');
  await page.getByRole('radio', { name: 'Device', exact: true }).last().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Change to/ })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Change to Español' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Lectura y datos' })).toBeVisible();
});

test('where nothing is kept the page says so, and stays', async ({ page }) => {
  await open(page, './settings/');
  await page.getByRole('button', { name: 'Start discreet mode' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-discreet', '');
  await ready(page);
  await page.getByRole('group', { name: 'Language' }).getByText('Español', { exact: true }).click();
  await page.getByRole('button', { name: 'Change to Español' }).click();
  await expect(status(page)).toContainText('Nothing is kept in this tab');
  await expect(page.getByRole('heading', { level: 1, name: 'Reading and data' })).toBeVisible();
});
