/** A thousand highlights in one article: they come in a little at a time, and nobody waits for them. */
import type { Page } from '@playwright/test';
import { PACE, expect, highlight, kept, marks, open, ready, test } from '../reader';
import { sealed } from '../records';
import { annotations, articleText } from '../seed';

const COUNT = 1000;
const SHOWN = '1,000';
/** The marks that a frame may be given (pages/reader/turns.rs), and one leaf that is full of them. */
const A_FRAME = 60 + 60;

/** A thousand highlights of this revision as records: a word or two each, all through the article. */
async function thousand(page: Page): Promise<[string, string][]> {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear');
  const [model] = Object.values(await annotations(page));
  const letters = [...(await articleText(page))];
  const step = Math.floor((letters.length - 40) / COUNT);
  return Array.from({ length: COUNT }, (_, index) => {
    const from = index * step + letters.slice(index * step).findIndex((letter) => letter.trim() !== '');
    const exact = letters.slice(from, from + step - 2).join('').trim();
    const position = { start: from, end: from + [...exact].length };
    const id = `b${index.toString(16).padStart(4, '0')}`;
    return [`closely:annotation:${id}`, sealed({ ...model, id, position, quote: { exact, prefix: '', suffix: '' } })];
  });
}

/**
 * The store holds these records, and nothing else, when the next page begins. That page itself puts them there: what
 * another page has written, the browser may still be passing on while this one reads.
 */
async function keep(page: Page, records: [string, string][]) {
  await page.goto('about:blank');
  await page.addInitScript((records) => {
    if (sessionStorage.getItem('kept')) return;
    sessionStorage.setItem('kept', '');
    localStorage.clear();
    for (const [key, value] of records) localStorage.setItem(key, value);
  }, records);
}

const painted = (page: Page) =>
  marks(page).evaluateAll((all) => new Set(all.map((mark) => mark.getAttribute('data-annotation'))).size);

interface Watched {
  /** How many marks came with each frame that brought any. */
  frames: number[];
  /** Where the leaf begins that got the first mark. */
  first: number;
  /** How many marks stood when a dialog opened that was asked for when the first one came. */
  atAnswer: number;
}

/** Counts, from the page's beginning, which marks come with which frame, and asks for a dialog when the first comes. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const watched: Watched = { frames: [], first: -1, atAnswer: -1 };
    Object.assign(window, { watched });
    const standing = () => document.querySelectorAll('article mark[data-annotation]').length;
    let before = 0;
    const frame = () => {
      const now = standing();
      if (now > before) watched.frames.push(now - before);
      before = now;
      if (watched.atAnswer < 0 && document.querySelector('dialog[open]')) watched.atAnswer = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new MutationObserver(() => {
      if (watched.first >= 0) return;
      const leaf = document.querySelector('article mark[data-annotation]')?.closest('[data-start]');
      if (!leaf) return;
      watched.first = Number(leaf.getAttribute('data-start'));
      document.querySelector<HTMLElement>('button[aria-label="Reading settings"]')?.click();
    }).observe(document, { childList: true, subtree: true });
  });

const watched = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

/** A task that takes more milliseconds than this is a long one: the browser itself draws the line here. */
const LONG = 50;

/** The longest task of a load, in milliseconds of the thread's own time: what other programs do meanwhile is not in it. */
interface Longest {
  /** Until the app stands and is laid out: the page is made, with marks or without. */
  before: number;
  /** From then on, until every mark is painted. */
  after: number;
}

/** Opens the article, waits until so many marks are painted, and tells how long its longest tasks were. */
async function longest(page: Page, count: number): Promise<Longest> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  // Asked once: each question of ours is a task too, and not a short one.
  await page.goto(PACE, { waitUntil: 'commit' });
  await page.evaluate(async () => {
    const root = document.documentElement;
    await new Promise<void>((done) => {
      const look = () => root.hasAttribute('data-ready') && done();
      new MutationObserver(look).observe(root, { attributes: true });
      look();
    });
    // It is ready once all are painted; what belongs to the last of them comes with the frames after.
    for (let n = 0; n < 5; n++) await new Promise((done) => requestAnimationFrame(done));
  });
  type Event = { name: string; pid: number; tid: number; ts: number; tdur?: number };
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  expect(await painted(page)).toBe(count);
  const stood = traceEvents.filter(({ name }) => name === 'app-stood').at(-1);
  if (!stood) throw new Error('the app was never shown');
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && pid === stood.pid && tid === stood.tid);
  const most = (some: Event[]) => Math.max(0, ...some.map(({ tdur = 0 }) => Math.round(tdur / 1000)));
  return { before: most(tasks.filter(({ ts }) => ts <= stood.ts)), after: most(tasks.filter(({ ts }) => ts > stood.ts)) };
}

test('no task is long because of them', async ({ page }) => {
  // The frame in which the page is laid out is its own, too: the next one says that it is over.
  await page.addInitScript(() => {
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === 'app-shown') requestAnimationFrame(() => requestAnimationFrame(() => mark('app-stood')));
      return mark(name, options);
    };
  });
  const without: Longest[] = [];
  for (let round = 0; round < 3; round++) without.push(await longest(page, 0));
  await keep(page, await thousand(page));
  const own = Math.max(...without.map(({ before }) => before));
  // Much can make a task longer, and nothing shorter: one load with them that is as it should be is proof.
  const holds = ({ before, after }: Longest) => after <= LONG && before <= Math.max(LONG, own * 1.25);
  const found: Longest[] = [];
  for (let round = 0; round < 5 && !found.some(holds); round++) found.push(await longest(page, COUNT));
  const said = `longest tasks, without marks and with a thousand: ${JSON.stringify([without, found])}`;
  test.info().annotations.push({ type: 'tasks', description: said });
  expect(found.some(holds), said).toBe(true);
});

test('they come frame by frame, what is read first, and the page answers before they are all there', async ({ page }) => {
  await keep(page, await thousand(page));
  await watch(page);
  await open(page, `${PACE}#getting-support`);
  expect(await painted(page)).toBe(COUNT);
  const { frames, first, atAnswer } = await watched(page);
  expect(frames.length).toBeGreaterThan(8);
  expect(Math.max(...frames)).toBeLessThanOrEqual(A_FRAME);
  // The leaf that is in the window, and not the article's first.
  const top = await page.evaluate(() => Number(document.querySelector('#getting-support')?.closest('.sec')?.querySelector('[data-start]')?.getAttribute('data-start') ?? 'none'));
  expect(Math.abs(first - top)).toBeLessThan(1500);
  expect(atAnswer).toBeGreaterThan(0);
  expect(atAnswer).toBeLessThan(COUNT / 2);
  await page.keyboard.press('Escape');
  // On a phone it is in the contents, which are closed.
  await expect(page.getByText(`${SHOWN} marks, 0 notes here`)).toBeAttached();
  await open(page, './notebook/');
  await expect(page.getByText(`100 of ${SHOWN} shown`)).toBeVisible();
});

test('one more mark is painted at once, and takes none of the others away', async ({ page }) => {
  await keep(page, await thousand(page));
  await open(page, PACE);
  const before = await marks(page).count();
  await page.evaluate(() => {
    Object.assign(window, { fewest: Infinity });
    new MutationObserver(() => {
      const now = document.querySelectorAll('article mark[data-annotation]').length;
      Object.assign(window, { fewest: Math.min(now, (window as unknown as { fewest: number }).fewest) });
    }).observe(document.querySelector('article') as Element, { childList: true, subtree: true });
  });
  await highlight(page, 'Hold off, and you may fear', 'pink');
  await expect(page.locator('article mark[data-colour=pink]').first()).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { fewest: number }).fewest)).toBeGreaterThan(before - 40);
});

test('what is changed while they are being read changes what is kept, and nothing else', async ({ page }) => {
  const records = await thousand(page);
  await page.getByRole('button', { name: 'Bookmark Finding support' }).click();
  const bookmark = async () => Object.values(await annotations(page)).find(({ kind }) => kind === 'bookmark');
  await expect.poll(bookmark).toBeDefined();
  // By its name it is read last, whatever order the browser has.
  const last = ['closely:annotation:z', sealed({ ...(await bookmark()), id: 'z' })] as [string, string];
  await keep(page, [...records, last]);
  await page.addInitScript(() => {
    // A clock that leaves no time: each slice is as short as can be.
    const began = Date.now();
    let calls = 0;
    Date.now = () => began + 10 * ++calls;
    // As soon as the app stands in the static page's place.
    const replaceWith = Element.prototype.replaceWith;
    Element.prototype.replaceWith = function (this: Element, ...nodes) {
      replaceWith.apply(this, nodes);
      const button = document.querySelector<HTMLElement>('[aria-label="Bookmark Finding support"]');
      if (this.id !== 'app' || !button) return;
      document.documentElement.dataset.pressed = button.getAttribute('aria-pressed') ?? '';
      button.click();
    };
  });
  await page.goto(PACE);
  await ready(page);
  // It was not read yet when it was pressed, and was found all the same: nothing was bookmarked twice.
  await expect(page.locator('html')).toHaveAttribute('data-pressed', 'false');
  await expect(page.getByRole('button', { name: 'Bookmark Finding support' })).toHaveAttribute('aria-pressed', 'false');
  const after = Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:'));
  expect(Object.fromEntries(after)).toEqual(Object.fromEntries(records));
  // On a phone it is in the contents, which are closed.
  await expect(page.getByText(`${SHOWN} marks, 0 notes here`)).toBeAttached();
  expect(await painted(page)).toBe(COUNT);
});
