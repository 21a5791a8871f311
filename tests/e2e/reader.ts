/**
 * What every spec shares: a page that may not complain or ask other sites for anything, and a reader's hands.
 *
 * Addresses are relative (`./read/…`): the site may stand under a sub-path.
 */
import { expect, test as base, type Page } from '@playwright/test';

export { expect };

export const ARTICLES = [
  { slug: 'pace-and-closeness', title: 'Pace and Closeness' },
  { slug: 'kinds-of-closeness', title: 'Kinds of Closeness' },
  { slug: 'attachment-patterns', title: 'Attachment Patterns' },
] as const;

/** The article that is dropped into the folder of one of the sites, and nothing else done. */
export const GUEST = { slug: 'letters-in-the-hall', title: 'Letters in the Hall' } as const;

/** What the library of this site holds, in its order. */
export const LIBRARY = [...ARTICLES, ...(process.env.CLOSELY_ARTICLES ? [GUEST] : [])];

/** Every page that is written ahead. */
export const ROUTES = [
  './',
  ...LIBRARY.flatMap(({ slug }) => [`./read/${slug}/`, `./teach/${slug}/`]),
  './notebook/',
  './search/',
  './glossary/',
  './settings/',
  './pack/',
  './about/',
];

export const PACE = `./read/${ARTICLES[0].slug}/`;

/** A page whose console stays silent and whose requests stay at home; `allowed` lists what a test expects to hear. */
export const test = base.extend<{ allowed: RegExp[]; quiet: void }>({
  allowed: [async ({}, use) => use([]), { option: true }],
  quiet: [
    async ({ context, baseURL, allowed }, use) => {
      const complaints: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`asked ${url}`);
      });
      await use();
      // Where the config keeps workers away, Playwright says so on the console.
      const heard = [...allowed, /^warning: Service Worker registration blocked by Playwright/];
      expect(complaints.filter((line) => !heard.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens an address and waits until the app has taken over. */
export async function open(page: Page, path: string) {
  await page.goto(path);
  await ready(page);
}

/** Waits until the app has taken over. */
export async function ready(page: Page) {
  await expect(page.locator('html[data-ready]')).toBeAttached();
}

/** Keeps the program away until the answer is called: the page is the static one until then. */
export async function holdProgram(page: Page): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((release) => (go = release));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/** The leaf (paragraph, list item, …) of the article that begins with these words. */
export function leaf(page: Page, words: string) {
  return page.locator('article [data-start]', { hasText: words }).first();
}

/** Selects from the beginning of one element to the end of another, as a finger or a mouse does in the end. */
export async function select(page: Page, from: string, to = from) {
  await page.evaluate(
    ([from, to]) => {
      // A mark may cut the words into several text nodes.
      const end = (words: string, atEnd: boolean): [Text, number] => {
        const leaves = [...document.querySelectorAll('article [data-start]')];
        const leaf = leaves.find((leaf) => leaf.textContent?.includes(words));
        if (!leaf) throw new Error(`not on the page: ${words}`);
        let left = (leaf.textContent ?? '').indexOf(words) + (atEnd ? words.length : 0);
        const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
        let last: Text | null = null;
        while (walker.nextNode()) {
          last = walker.currentNode as Text;
          if (left < last.length || (atEnd && left === last.length)) return [last, left];
          left -= last.length;
        }
        throw new Error(`not on the page: ${words}`);
      };
      getSelection()?.setBaseAndExtent(...end(from, false), ...end(to, true));
    },
    [from, to],
  );
  await expect(toolbar(page)).toBeVisible();
}

/**
 * Draws the mouse from before some words to after others, wherever on the page they stand. Both have to fit into the
 * window at once.
 */
export async function drag(page: Page, from: string, to: string) {
  const [start, end] = await page.evaluate(
    ([from, to]) => {
      const boxes = (words: string) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          const at = text.data.indexOf(words);
          if (at < 0 || !text.parentElement?.checkVisibility()) continue;
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + words.length);
          return [...range.getClientRects()];
        }
        throw new Error(`not on the page: ${words}`);
      };
      const ends = () => [boxes(from)[0]!, boxes(to).at(-1)!] as const;
      const middle = ends().reduce((sum, box) => sum + (box.top + box.bottom) / 4, 0);
      scrollBy({ top: middle - innerHeight / 2, behavior: 'instant' });
      const [first, last] = ends();
      const y = (box: DOMRect) => (box.top + box.bottom) / 2;
      return [
        { x: first.left + 1, y: y(first) },
        { x: last.right - 1, y: y(last) },
      ];
    },
    [from, to] as const,
  );
  if (!start || !end) throw new Error('no place');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

/** What the browser has selected, as it gives it. */
export const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');

export const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });
export const marks = (page: Page) => page.locator('article mark[data-annotation]');
export const status = (page: Page) => page.getByRole('status');

/** Highlights words in a colour, by the toolbar. */
export async function highlight(page: Page, words: string, colour = 'yellow', to = words) {
  await select(page, words, to);
  await toolbar(page).getByRole('button', { name: `Highlight ${colour}` }).click();
  await expect(toolbar(page)).toBeHidden();
}

/** What is kept, by key. */
export async function kept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}
