/** Coming back: with the browser's cache filled, and with no network at all, from the offline copy. */
import { fresh, traffic, vitals } from '../lib/chromium.mjs';
import { opened } from '../lib/ready.mjs';

export const title = 'Coming back, and without a network';
export const note =
  'The same article a second time, the browser’s cache filled: processor 4 times slower, the network as on the first visit. ' +
  'Then with the host switched off: only what keeps an offline copy opens at all.';

async function look(page, who, url) {
  const ready = await opened(page, who, url);
  return { ...(await vitals(page)), ready };
}

async function again(browser, who, url) {
  const seen = await fresh(browser, { cpu: false });
  try {
    await look(seen.page, who, url);
    await seen.slow.cpu(true);
    await seen.slow.network(true);
    const counted = traffic(seen.session);
    await seen.page.goto('about:blank');
    const found = await look(seen.page, who, url);
    return { ...found, bytes: counted.bytes };
  } finally {
    await seen.close();
  }
}

async function offline(browser, host, url) {
  const seen = await fresh(browser, { cpu: false, workers: 'allow' });
  try {
    host.sent = 0;
    await seen.page.goto(url);
    await seen.page.evaluate(() => navigator.serviceWorker.ready);
    await seen.page.waitForLoadState('networkidle');
    const copy = host.sent;
    host.down = true;
    await seen.slow.cpu(true);
    await seen.page.goto('about:blank');
    return { ...(await look(seen.page, 'Closely', url)), copy };
  } finally {
    host.down = false;
    await seen.close();
  }
}

export async function measure({ browser, hosts, rounds, article, say }) {
  const pages = {
    Closely: `${hosts.Closely.url}read/${article}/`,
    mdBook: `${hosts.mdBook.url}${article}.html`,
    VitePress: `${hosts.VitePress.url}${article}.html`,
    bare: `${hosts.bare.url}${article}/`,
  };
  const warm = Object.fromEntries(Object.keys(pages).map((who) => [who, []]));
  const without = [];
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1}`);
    for (const [who, url] of Object.entries(pages)) warm[who].push(await again(browser, who, url));
    without.push(await offline(browser, hosts.Closely, pages.Closely));
  }
  const row = (name, of) => ({ name, values: Object.fromEntries(Object.entries(warm).map(([who, all]) => [who, all.map(of)])) });
  const alone = (name, of) => ({ name, values: { Closely: without.map(of) } });
  return [
    {
      title, note, peers: ['mdBook', 'VitePress'], limit: 'bare',
      rows: [
        row('again: largest paint, ms', (one) => one.lcp),
        row('again: ready, ms', (one) => one.ready),
        row('again: blocked, ms', (one) => one.blocking),
        row('again: bytes', (one) => one.bytes),
        alone('offline: largest paint, ms', (one) => one.lcp),
        alone('offline: ready, ms', (one) => one.ready),
        alone('offline: the page and the whole copy, bytes', (one) => one.copy),
      ],
    },
  ];
}
