/** From one article to the next by its link, at the end of an article that has been read. */
import { fresh } from '../lib/chromium.mjs';
import { opened } from '../lib/ready.mjs';

export const title = 'From article to article';
export const note =
  'The link to the next article is pressed at the article’s end, with the network quiet: what a site fetched ahead is there. ' +
  'The time is from the press to the paint of the next article’s heading, on the phone and network of the first visit.';

async function navigate(browser, who, url, link, heading) {
  const seen = await fresh(browser, { network: true });
  const { page } = seen;
  try {
    await opened(page, who, url);
    const onward = page.locator(link).last();
    await onward.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    // In case the page goes: what was pressed when is kept for the next one.
    await onward.evaluate((link, heading) => {
      sessionStorage.setItem('bench-pressed', String(bench.now()));
      const there = () => [...document.querySelectorAll('h1')].some((one) => one.textContent.includes(heading));
      window.arrived = bench.until(there).then(bench.painted).then(() => bench.now());
      link.click();
    }, heading);
    await page.locator('h1', { hasText: heading }).waitFor();
    return await page.evaluate(async () => {
      const pressed = Number(sessionStorage.getItem('bench-pressed'));
      if (window.arrived) return (await window.arrived) - pressed;
      await bench.until(() => window.seen.fcp > 0);
      return performance.timeOrigin + window.seen.fcp - pressed;
    });
  } finally {
    await seen.close();
  }
}

export async function measure({ browser, hosts, rounds, articles, say }) {
  const [from, to] = articles;
  const ways = {
    Closely: [`${hosts.Closely.url}read/${from.slug}/`, `.onward a[href$="/read/${to.slug}/"]`],
    mdBook: [`${hosts.mdBook.url}${from.slug}.html`, 'a[rel~="next"]:visible'],
    VitePress: [`${hosts.VitePress.url}${from.slug}.html`, 'a.pager-link.next'],
    bare: [`${hosts.bare.url}${from.slug}/`, `a[href="../${to.slug}/"]`],
  };
  const values = Object.fromEntries(Object.keys(ways).map((who) => [who, []]));
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1}`);
    for (const [who, [url, link]] of Object.entries(ways)) values[who].push(await navigate(browser, who, url, link, to.title));
  }
  return [{ title, note, peers: ['mdBook', 'VitePress'], limit: 'bare', rows: [{ name: 'press to paint, ms', values }] }];
}
