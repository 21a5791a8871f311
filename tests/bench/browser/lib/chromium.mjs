/**
 * Chromium, slowed down to a phone on a mobile network, and what it can be asked about a page.
 *
 * A question opens a context for each sample, so that nothing is warm that should be cold. Waiting is for conditions only.
 */
import { chromium } from 'playwright-core';

/** A phone: the screen, the processor, the network. */
export const PHONE = { viewport: { width: 412, height: 860 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true };
const SLOWER = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--enable-precise-memory-info'],
  });
}

/** Notes paints, shifts and long tasks from a page's beginning. */
function watch() {
  const seen = { fcp: 0, lcp: 0, shift: 0, tasks: [] };
  Object.assign(window, { seen });
  const each = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each('paint', (entry) => entry.name === 'first-contentful-paint' && (seen.fcp = entry.startTime));
  each('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
  each('layout-shift', (entry) => !entry.hadRecentInput && (seen.shift += entry.value));
  each('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  // A program's own memory is in none of the browser's figures.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      seen.memory ??= (started.instance ?? started).exports.memory;
      return started;
    };
  }
}

/** A page that nobody was on before. `cpu` and `network` say what is slow. */
export async function fresh(browser, { cpu = true, network = false, workers = 'block' } = {}) {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: workers });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.addInitScript({ path: new URL('../pages/painted.js', import.meta.url).pathname });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const slow = { cpu: (on) => session.send('Emulation.setCPUThrottlingRate', { rate: on ? SLOWER : 1 }), network: (on) => session.send('Network.emulateNetworkConditions', on ? NETWORK : { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }) };
  if (cpu) await slow.cpu(true);
  if (network) await slow.network(true);
  return { context, page, session, slow, close: () => context.close() };
}

/** Counts what comes over the network from now on. */
export function traffic(session) {
  const counted = { bytes: 0, requests: 0 };
  session.on('Network.responseReceived', ({ response }) => /^http/.test(response.url) && (counted.requests += 1));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (counted.bytes += encodedDataLength));
  return counted;
}

/** What the page saw of itself. Blocking time is what long tasks take beyond 50 ms, after the first paint. */
export async function vitals(page) {
  const { fcp, lcp, shift, tasks } = await page.evaluate(() => window.seen);
  const blocking = tasks.reduce((sum, [start, took]) => sum + (start + took > fcp ? Math.max(0, took - 50) : 0), 0);
  return { fcp, lcp, shift, blocking, longest: Math.max(0, ...tasks.map(([, took]) => took)) };
}

/** What a page takes of the machine's memory, in MB: the scripts' heap, what hangs on it, and a program's memory. */
export async function memory({ page, session }) {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  const program = await page.evaluate(() => window.seen.memory?.buffer.byteLength ?? 0);
  return (usedSize + embedderHeapUsedSize + backingStorageSize + program) / 1e6;
}
