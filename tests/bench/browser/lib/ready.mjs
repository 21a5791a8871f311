/** When a page answers: when marking works in Closely, when VitePress has hydrated, when the page has loaded elsewhere. */

const loaded = () => performance.getEntriesByType('navigation')[0].loadEventEnd;
const READY = {
  Closely: () => performance.getEntriesByName('app-ready')[0]?.startTime,
  VitePress: () => document.querySelector('#app')?.__vue_app__ && performance.now(),
  mdBook: loaded,
  bare: loaded,
};

/** Opens an address and waits until its page answers and the network is quiet; gives the time of the first. */
export async function opened(page, who, url, meanwhile = async () => {}) {
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(READY[who], null, { polling: 'raf' });
  const ready = await handle.jsonValue();
  await meanwhile();
  await page.waitForLoadState('networkidle');
  return ready;
}
