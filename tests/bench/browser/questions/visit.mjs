/**
 * The first visit to an article, with nothing cached, on a slow phone: what a reader waits for and pays for.
 *
 * Everything is counted that the page asks for until the network is quiet. The offline copy is not: no peer makes one.
 */
import { fresh, memory, traffic, vitals } from '../lib/chromium.mjs';
import { opened } from '../lib/ready.mjs';

export const title = 'The first visit';
export const note =
  'An article opened with nothing cached: 412 px wide, processor 4 times slower, 1.6 Mbit/s, 150 ms there and back. ' +
  '*Ready* is when marking works in Closely, when VitePress has hydrated, and when the page has loaded elsewhere; *bytes* are all ' +
  'that came until the network was quiet, *until ready* those that came before that.';

export async function visit(browser, who, url) {
  const seen = await fresh(browser, { network: true });
  const counted = traffic(seen.session);
  try {
    let until = counted;
    const ready = await opened(seen.page, who, url, async () => {
      until = { ...counted };
    });
    const shown = await seen.page.evaluate(() => performance.getEntriesByName('app-shown')[0]?.startTime);
    return { ...(await vitals(seen.page)), ready, shown, until, ...counted, memory: await memory(seen) };
  } finally {
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
  const samples = Object.fromEntries(Object.keys(pages).map((who) => [who, []]));
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1}`);
    for (const [who, url] of Object.entries(pages)) samples[who].push(await visit(browser, who, url));
  }
  const row = (name, of, only) => ({
    name,
    values: Object.fromEntries(Object.entries(samples).filter(([who]) => !only || only.includes(who)).map(([who, all]) => [who, all.map(of)])),
  });
  return [
    {
      title, note, peers: ['mdBook', 'VitePress'], limit: 'bare',
      rows: [
        row('first paint, ms', (one) => one.fcp),
        row('largest paint, ms', (one) => one.lcp),
        row('blocked, ms', (one) => one.blocking),
        row('longest task, ms', (one) => one.longest),
        row('layout shift', (one) => one.shift),
        row('the page is the app’s, ms', (one) => one.shown, ['Closely']),
        row('ready, ms', (one) => one.ready),
        row('bytes until ready', (one) => one.until.bytes),
        row('bytes', (one) => one.bytes),
        row('requests', (one) => one.requests),
        row('memory, MB', (one) => one.memory),
      ],
    },
  ];
}
