/**
 * The benchmarks in a browser: each question is asked of Closely and of its peers in one run, on one machine.
 *
 *   node run.mjs [QUESTION …] [--dist DIR] [--rounds N] [--write]
 *
 * It prints a table for each question. With `--write` they also go to a dated file in `tests/bench/results`, with a plot,
 * and into the README. What is measured is in `questions`; nothing is ever sent anywhere.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/chromium.mjs';
import { Host } from './lib/host.mjs';
import { sites } from './lib/peers.mjs';
import { plot } from './lib/plot.mjs';
import { intoReadme } from './lib/readme.mjs';
import { page, table } from './lib/report.mjs';

const QUESTIONS = ['visit', 'start', 'navigation', 'highlights', 'search', 'quotes', 'notebook'];
const ROOT = new URL('../../..', import.meta.url).pathname;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string' }, rounds: { type: 'string', default: '5' }, write: { type: 'boolean' } },
});
const asked = positionals.length ? positionals : QUESTIONS;
const unknown = asked.filter((name) => !QUESTIONS.includes(name));
if (unknown.length) throw new Error(`No question ${unknown.join(', ')}; there are ${QUESTIONS.join(', ')}`);

const rounds = Number(options.rounds);
const dist = options.dist ?? join(ROOT, 'target/site-root');
const { all: articles, folders, versions } = await sites(join(ROOT, 'assets/articles'));
const hosts = {};
for (const [name, folder] of Object.entries({ Closely: dist, ...folders })) hosts[name] = (await Host.open(folder)).warm();

const browser = await launch();
versions.Chromium = browser.version();
const context = { browser, hosts, rounds, articles, versions, root: ROOT, article: articles[0].slug, long: articles.at(-1).slug };
const tables = [];
const failed = [];
for (const name of asked) {
  const { measure, title } = await import(`./questions/${name}.mjs`);
  const began = Date.now();
  const say = (what) => process.stderr.write(`  ${title}: ${what}\n`);
  try {
    for (const one of await measure({ ...context, say })) {
      tables.push({ ...one, question: name });
      console.log(table(one));
    }
  } catch (error) {
    // The others may still be answered.
    failed.push(name);
    console.error(error);
  }
  say(`took ${Math.round((Date.now() - began) / 1000)} s`);
  if (options.write && tables.length) write();
}
await browser.close();
await Promise.all(Object.values(hosts).map((host) => host.close()));
if (failed.length) {
  console.error(`\nNot answered: ${failed.join(', ')}. The lines above say why.`);
  process.exitCode = 1;
}

/** Puts what is answered by now into today's files and the README; what an earlier run of the day said of others stays. */
function write() {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length === 2 ? 'Two' : cpus().length} cores, ${Math.ceil(totalmem() / 2 ** 30)} GiB`;
  const results = join(ROOT, 'tests/bench/results');
  mkdirSync(results, { recursive: true });
  const raw = join(results, `${date}.json`);
  const before = existsSync(raw) ? JSON.parse(readFileSync(raw, 'utf8')) : [];
  const answered = tables.map(({ question }) => question);
  const kept = before.filter(({ question }) => !answered.includes(question));
  const whole = QUESTIONS.flatMap((name) => [...kept, ...tables].filter(({ question }) => question === name));
  writeFileSync(raw, `${JSON.stringify(whole, null, 1)}\n`);
  writeFileSync(join(results, `${date}.md`), page(whole, { date, machine, versions, rounds }));
  writeFileSync(join(results, 'latest.svg'), plot(whole));
  intoReadme(join(ROOT, 'README.md'), whole, { date, machine, versions });
}
