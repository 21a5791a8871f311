/** Putting a reader's highlights back into an article: 100, 1,000 and 5,000 of them, beside programs that do the same. */
import { fresh, memory } from '../lib/chromium.mjs';
import { articleText, highlights, seed } from '../lib/records.mjs';

export const title = 'Restoring highlights';
const COUNTS = [100, 1000, 5000];
/** What takes longer is measured fewer times. */
const LONG = 4000;

/** The revision of the article as it is: a mark that is made in the page knows it. */
async function revision(page) {
  await page.evaluate(() => {
    const leaf = document.querySelector('article p[data-start]');
    const text = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(text, 0, text, 12);
  });
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Highlight yellow' }).click();
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('closely:annotation:')));
  return page.evaluate(() => JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('closely:annotation:'))[1]).record.revision);
}

/** Notes when the app takes the page over, and each frame in which marks have come. */
function watch() {
  const marks = (window.marks = { from: 0, first: 0, last: 0, frames: 0 });
  let waiting = false;
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]);
    if (!marks.from && document.readyState !== 'loading' && added.some((node) => node.id === 'app')) marks.from = performance.now();
    const came = added.some((node) => node.nodeType === 1 && (node.matches('mark[data-annotation]') || node.querySelector('mark[data-annotation]')));
    if (!came || waiting) return;
    waiting = true;
    bench.painted().then(() => {
      waiting = false;
      marks.last = performance.now();
      marks.first ||= marks.last;
      marks.frames += 1;
    });
  }).observe(document, { childList: true, subtree: true });
}

async function prepared(browser, host, article) {
  const seen = await fresh(browser, { cpu: false });
  await seen.page.goto(`${host.url}read/${article}/`);
  await seen.page.waitForSelector('html[data-ready]');
  const text = await articleText(seen.page);
  const at = await revision(seen.page);
  return { seen, text, at };
}

async function ours({ seen, text, at }, host, article, count) {
  const { page, slow } = seen;
  await slow.cpu(false);
  await seed(page, host, highlights(count, text, article, at));
  await slow.cpu(true);
  await page.goto(`${host.url}read/${article}/`, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  const standing = (count) => new Set([...document.querySelectorAll('mark[data-annotation]')].map((mark) => mark.dataset.annotation)).size >= count;
  await page.waitForFunction(standing, count, { polling: 200 });
  const found = await page.evaluate(async () => {
    await bench.painted();
    const { from, first, last } = window.marks;
    const longest = Math.max(0, ...window.seen.tasks.filter(([start]) => start >= from && start < last).map(([, took]) => took));
    return { first: first - from, all: last - from, longest };
  });
  return { ...found, memory: await memory(seen) };
}

async function theirs(browser, url, count) {
  const seen = await fresh(browser, {});
  try {
    await seen.page.goto(url);
    const found = await seen.page.evaluate(async (count) => {
      localStorage.setItem('marks', window.prepare(count));
      await bench.painted();
      const from = performance.now();
      window.restore(localStorage.getItem('marks'));
      const longest = performance.now() - from;
      await bench.painted();
      return { first: performance.now() - from, all: performance.now() - from, longest, standing: window.restored() };
    }, count);
    if (found.standing < count * 0.99) throw new Error(`${url} painted ${found.standing} of ${count}`);
    return { ...found, memory: await memory(seen) };
  } finally {
    await seen.close();
  }
}

export async function measure({ browser, hosts, rounds, long, say }) {
  const ready = await prepared(browser, hosts.Closely, long);
  await ready.seen.page.addInitScript(watch);
  const letters = [...ready.text].length;
  const rows = [];
  for (const count of COUNTS) {
    const all = { Closely: [], Recogito: [], 'web-highlighter': [] };
    for (let round = 0; round < rounds; round++) {
      say(`${count} highlights, round ${round + 1}`);
      all.Closely.push(await ours(ready, hosts.Closely, long, count));
      for (const [who, page] of [['Recogito', 'recogito'], ['web-highlighter', 'web-highlighter']]) {
        const slow = all[who].length > 0 && all[who][0].all > LONG;
        if (!slow) all[who].push(await theirs(browser, `${hosts.bare.url}${page}/${long}/`, count));
      }
    }
    const row = (name, of) => ({ name: `${count.toLocaleString('en-GB')}: ${name}`, values: Object.fromEntries(Object.entries(all).map(([who, some]) => [who, some.map(of)])) });
    rows.push(row('the first is seen, ms', (one) => one.first), row('all are painted, ms', (one) => one.all));
    rows.push(row('longest task, ms', (one) => one.longest), row('memory, MB', (one) => one.memory));
  }
  await ready.seen.close();
  const note =
    `An article of ${letters.toLocaleString('en-GB')} letters, processor 4 times slower, to the paint. Peers: from reading their records ` +
    'to the next frame; all at once. Closely: from taking the page over; in frames, the words that are read first, with real `<mark>` elements. ' +
    'Recogito draws those in the window and the others when they come into it. What takes a peer more than 4 s is measured once.';
  return [{ title, note, peers: ['Recogito', 'web-highlighter'], rows }];
}
