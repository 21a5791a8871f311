/**
 * What a first visit may cost. A budget that is broken says what grew, and where the program grew, which crates weigh most.
 *
 * Sizes are brotli's, as hosts send them. No figure here depends on how fast or busy a machine is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { DIST } from '../host';
import { PACE, expect, open, test } from '../reader';
import { heaviest } from '../weight';

/** Bytes, compressed. Lower them when something became lighter. */
const BYTES = {
  'the page, its styles and start script': 34_000,
  'of these, styles': 17_800,
  'the glue': 12_500,
  'the program’s first part': 200_000,
  'the article': 9_000,
  'all that a first visit waits for': 256_000,
};
const REQUESTS = 12;
/** Elements on the page, once the app stands. */
const NODES = { './': 300, [PACE]: 1_050, './notebook/': 260, './search/': 250 };
/** The processor's time for a start, against that for a piece of work that never changes. */
const START = 8;

const shrunk = (bytes: Buffer | string) => brotliCompressSync(bytes).length;

type Resource = { name: string; early: boolean };

/** What the page has asked for so far; `early` is what it needed before the app could stand. */
const asked = (page: Page): Promise<Resource[]> =>
  page.evaluate(() => {
    const shown = performance.getEntriesByName('app-shown')[0]!.startTime;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries.map(({ name, startTime }) => ({ name, early: startTime < shown }));
  });

/** Which of these are above what they may be, by how much. */
function above(found: Record<string, number>, allowed: Record<string, number>): string[] {
  const over = Object.entries(found).filter(([name, value]) => value > (allowed[name] ?? 0));
  const said = (value: number) => value.toLocaleString('en-GB');
  return over.map(([name, value]) => `${name}: ${said(value)}, ${said(value - (allowed[name] ?? 0))} above the budget of ${said(allowed[name] ?? 0)}`);
}

test('a first visit weighs no more than it may', async ({ page, request }) => {
  const body = async (name: string) => (await request.get(name)).body();
  await open(page, PACE);
  await expect.poll(async () => (await asked(page)).some(({ name }) => /companion/.test(name))).toBe(true);
  const all = await asked(page);
  const early = async (pattern: RegExp) => {
    const sizes = all.filter(({ name, early }) => early && pattern.test(name)).map(async ({ name }) => shrunk(await body(name)));
    return (await Promise.all(sizes)).sort((a, b) => b - a);
  };
  const html = (await body(PACE)).toString();
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, text]) => text).join('');
  const [program = 0, article = 0] = await early(/\.wasm$/);
  const [glue = 0] = await early(/\.js$/);
  const found = {
    'the page, its styles and start script': shrunk(html),
    'of these, styles': shrunk(styles),
    'the glue': glue,
    'the program’s first part': program,
    'the article': article,
  };
  const whole = shrunk(html) + [...(await early(/\.wasm$/)), ...(await early(/\.js$/))].reduce((sum, size) => sum + size, 0);
  const broken = above({ ...found, 'all that a first visit waits for': whole }, BYTES);
  test.info().annotations.push({ type: 'weighs', description: JSON.stringify({ ...found, whole }) });
  const linked = join(DIST, '../parts/closely.wasm');
  if (broken.some((line) => /program|waits for/.test(line)) && DIST && existsSync(linked)) {
    broken.push(`By crate, before it is made small:\n${heaviest(readFileSync(linked))}`);
  }
  expect(broken.join('\n')).toBe('');
  expect(all.length + 1, `asked for:\n${all.map(({ name }) => name).join('\n')}`).toBeLessThanOrEqual(REQUESTS);
});

test('pages have no more elements than they may', async ({ page }) => {
  const found: Record<string, number> = {};
  for (const path of Object.keys(NODES)) {
    await open(page, path);
    found[path] = await page.evaluate(() => document.querySelectorAll('*').length);
  }
  test.info().annotations.push({ type: 'elements', description: JSON.stringify(found) });
  expect(above(found, NODES).join('\n')).toBe('');
});

test('a start takes the processor no longer than it may', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs do meanwhile is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const begin = await spent();
  await open(page, PACE);
  const start = (await spent()) - begin;
  const before = await spent();
  await page.evaluate(() => {
    let sum = 0;
    for (let n = 0; n < 3e7; n++) sum = (sum + Math.imul(n, 2654435761)) | 0;
    return sum;
  });
  const piece = (await spent()) - before;
  const tasks = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries().length));
        observer.observe({ type: 'longtask', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
      }),
  );
  const said = `${Math.round(start * 1000)} ms of the processor, a piece of work ${Math.round(piece * 1000)} ms; tasks above 50 ms: ${tasks}`;
  test.info().annotations.push({ type: 'start', description: said });
  expect(start / piece, said).toBeLessThan(START);
});
