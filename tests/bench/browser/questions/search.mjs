/** From a letter typed into the search field to what is found, beside engines with an index; and what the index weighs. */
import { fresh, memory } from '../lib/chromium.mjs';
import { packed } from '../lib/host.mjs';

export const title = 'Searching the library';
export const note =
  'Words typed letter by letter: a rare one, a common one, one with a slip, two together. Each time is from the letter to the results standing in ' +
  'the page, laid out; processor 4 times slower. Peers show at most 20 paragraphs with their beginnings. Closely shows every hit in its sentence, ' +
  'needs no index, and makes its texts ready at the first letter; the peers’ index is made of texts that are there, or downloaded ready.';
const TYPED = ['oxytocin', 'closeness', 'atachment', 'trust vulnerability'];

async function type(page, words, standing) {
  return page.evaluate(
    async ({ words, standing }) => {
      const field = document.querySelector('#query');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
      const times = [];
      for (const typed of words) {
        for (let letters = 1; letters <= typed.length; letters++) {
          times.push(
            await bench.work(() => {
              set.call(field, typed.slice(0, letters));
              field.dispatchEvent(new Event('input', { bubbles: true }));
            }),
          );
        }
        if (!document.querySelector(standing)) times.missed = (times.missed ?? 0) + 1;
      }
      set.call(field, '');
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await bench.task();
      return { times, missed: times.missed ?? 0 };
    },
    { words, standing },
  );
}

export async function sample(browser, url, ours) {
  const seen = await fresh(browser, { cpu: false });
  try {
    await seen.page.goto(url);
    await seen.page.waitForSelector('html[data-ready]', { state: 'attached' });
    await seen.slow.cpu(true);
    if (!ours) await seen.page.reload();
    await seen.page.waitForSelector('html[data-ready]', { state: 'attached' });
    const standing = ours ? '.results li' : '#results li';
    const first = await type(seen.page, ['o'], standing);
    const ready = ours ? first.times[0] : await seen.page.evaluate(() => window.madeReady);
    const { times, missed } = await type(seen.page, TYPED, standing);
    const index = ours ? null : await seen.page.evaluate(() => window.index());
    return { times: times.sort((a, b) => a - b), missed, ready, index, memory: await memory(seen) };
  } finally {
    await seen.close();
  }
}

export async function measure({ browser, hosts, rounds, say }) {
  const pages = { Closely: `${hosts.Closely.url}search/`, MiniSearch: `${hosts.bare.url}minisearch/`, FlexSearch: `${hosts.bare.url}flexsearch/` };
  const all = Object.fromEntries(Object.keys(pages).map((who) => [who, []]));
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1}`);
    for (const [who, url] of Object.entries(pages)) all[who].push(await sample(browser, url, who === 'Closely'));
  }
  const row = (name, of) => ({ name, values: Object.fromEntries(Object.entries(all).map(([who, some]) => [who, some.map(of)])) });
  const size = ({ index }) => (index ? packed(Buffer.from(index)).length : 0);
  const sizes = Object.fromEntries(Object.entries(all).map(([who, [one]]) => [who, [size(one)]]));
  return [
    {
      title, note, peers: ['MiniSearch', 'FlexSearch'],
      rows: [
        row('a letter, ms: the middle one', ({ times }) => times[times.length >> 1]),
        row('a letter, ms: the slowest', ({ times }) => times.at(-1)),
        row('made ready, ms', (one) => one.ready),
        row('of 4 queries, without a result', (one) => one.missed),
        { name: 'index, bytes (brotli)', values: sizes },
        row('memory, MB', (one) => one.memory),
      ],
    },
  ];
}
