/**
 * What grows with a library: asks the sites that `cargo xtask bench growth` has built for their first visit, their search
 * and their memory, and draws each as a curve beside the time that building took.
 *
 *   node measure.mjs COUNT … [--rounds N] [--write]
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../browser/lib/chromium.mjs';
import { median } from '../browser/lib/figures.mjs';
import { Host, filesIn } from '../browser/lib/host.mjs';
import { sample } from '../browser/questions/search.mjs';
import { visit } from '../browser/questions/visit.mjs';
import { curves, tableOf } from './curves.mjs';

const ROOT = new URL('../../..', import.meta.url).pathname;
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, write: { type: 'boolean' } },
});
const rounds = Number(options.rounds);

/** All that was measured of one library, by what it is called. */
async function measured(browser, count) {
  const folder = join(ROOT, 'target/growth', count);
  const dist = join(folder, 'dist');
  const host = await Host.open(dist);
  const visits = [];
  const searches = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit(browser, 'Closely', `${host.url}read/article-0000/`));
    searches.push(await sample(browser, `${host.url}search/`, true));
  }
  await host.close();
  const middle = (some, of) => median(some.map(of));
  const seconds = existsSync(join(folder, 'build.json')) ? JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) : {};
  return {
    'first visit: bytes until ready': middle(visits, (one) => one.until.bytes),
    'first visit: all bytes': middle(visits, (one) => one.bytes),
    'first visit: largest paint, ms': middle(visits, (one) => one.lcp),
    'first visit: ready, ms': middle(visits, (one) => one.ready),
    'search: the first letter, ms': middle(searches, (one) => one.ready),
    'search: a letter, ms: the middle one': middle(searches, (one) => one.times[one.times.length >> 1]),
    'search: a letter, ms: the slowest': middle(searches, (one) => one.times.at(-1)),
    'memory: an article, MB': middle(visits, (one) => one.memory),
    'memory: after searching, MB': middle(searches, (one) => one.memory),
    'the site, MB': filesIn(dist).reduce((sum, name) => sum + statSync(join(dist, name)).size, 0) / 1e6,
    'built with everything to compile, s': seconds.whole,
    'built after a line of an article, s': seconds.article,
    'built after a line of a view, s': seconds.view,
  };
}

const browser = await launch();
const found = [];
for (const count of positionals) {
  process.stderr.write(`  ${count} articles\n`);
  found.push([Number(count), await measured(browser, count)]);
}
await browser.close();

console.log(tableOf(found));
if (options.write) {
  const date = new Date().toISOString().slice(0, 10);
  const results = join(ROOT, 'tests/bench/results');
  writeFileSync(join(results, 'growth.svg'), curves(found));
  writeFileSync(
    join(results, `${date}-growth.md`),
    `# Growth, ${date}\n\nWritten by \`cargo xtask bench growth -- --write\`. Libraries of generated articles of some 4,000 words; the phone and network of\nthe first visit; medians of ${rounds}. Building is on all cores of the machine, with every package compiled already.\n\n![Curves](growth.svg)\n\n${tableOf(found)}`,
  );
}
