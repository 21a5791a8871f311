/** A notebook of 100, 1,000 and 10,000 entries: opening it, filtering it, and saving one note in it. */
import { fresh, memory } from '../lib/chromium.mjs';
import { notebook, seed } from '../lib/records.mjs';

export const title = 'The notebook';
const COUNTS = [100, 1000, 10_000];
/** One entry of so many has the word that is looked for. */
const RARE = 200;
export const note =
  'Processor 4 times slower, files from the browser’s cache. The limit parses the same records and lists them with a script of twenty lines, ' +
  'without checking, merging, grouping or undoing anything. Filtering is from a word typed to its entries standing; Closely waits 150 ms for ' +
  'further letters first, which is part of the time. Saving is from the key to “Saved”, read back.';

async function open(page, url) {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 120_000 });
  return page.evaluate(async () => {
    const rows = () => document.querySelectorAll('.entry, #results li').length;
    await bench.until(() => rows() > 0);
    await bench.painted();
    return performance.now();
  });
}

async function filter(page, field, expected) {
  const words = page.locator(field);
  await words.focus();
  return page.evaluate(
    async ({ field, expected }) => {
      const input = document.querySelector(field);
      const rows = () => document.querySelectorAll('.entry, #results li').length;
      const from = performance.now();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'rare');
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await bench.until(() => rows() === expected);
      await bench.painted();
      return performance.now() - from;
    },
    { field, expected },
  );
}

/** Changes the note of the first entry that is shown. */
async function save(page) {
  await page.locator('.entry').first().getByRole('button', { name: /Edit note|Add note|Add a note/ }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('One more thought, written now.');
  return page.evaluate(async () => {
    const field = document.activeElement;
    const kept = () => Object.keys(localStorage).length;
    let written = 0;
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      set.call(this, key, value);
      if (key.startsWith('closely:annotation:')) written = performance.now();
    };
    kept();
    const from = performance.now();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
    const told = performance.now() - from;
    await bench.task();
    Storage.prototype.setItem = set;
    if (!written) throw new Error('nothing was saved');
    return { told, stands: performance.now() - from };
  });
}

const plainSave = (page) =>
  page.evaluate(() => {
    const from = performance.now();
    if (!window.save('One more thought, written now.')) throw new Error('nothing was saved');
    return performance.now() - from;
  });

async function ours(seen, host, records) {
  const url = `${host.url}notebook/`;
  await seen.slow.cpu(false);
  await seed(seen.page, host, records);
  await seen.slow.cpu(true);
  const opened = await open(seen.page, url);
  const held = await memory(seen);
  const saved = await save(seen.page);
  await open(seen.page, url);
  return { opened, memory: held, saved: saved.told, filtered: await filter(seen.page, '#notes-query', Math.ceil(records.length / RARE)) };
}

async function limit(seen, host, records) {
  const url = `${host.url}notebook/`;
  await seen.slow.cpu(false);
  await seed(seen.page, host, records);
  await seen.slow.cpu(true);
  const opened = await open(seen.page, url);
  const held = await memory(seen);
  const saved = await plainSave(seen.page);
  return { opened, memory: held, saved, filtered: await filter(seen.page, '#query', Math.ceil(records.length / RARE)) };
}

export async function measure({ browser, hosts, rounds, articles, say }) {
  const rows = [];
  const [one, other] = [await fresh(browser, { cpu: false }), await fresh(browser, { cpu: false })];
  for (const count of COUNTS) {
    const records = notebook(count, articles);
    const all = { Closely: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      say(`${count} entries, round ${round + 1}`);
      all.Closely.push(await ours(one, hosts.Closely, records));
      all.bare.push(await limit(other, hosts.bare, records));
    }
    const row = (name, of) => rows.push({ name: `${count.toLocaleString('en-GB')}: ${name}`, values: { Closely: all.Closely.map(of), bare: all.bare.map(of) } });
    row('opened, ms', (one) => one.opened);
    row('filtered, ms', (one) => one.filtered);
    row('a note saved, ms', (one) => one.saved);
    row('memory, MB', (one) => one.memory);
  }
  await one.close();
  await other.close();
  return [{ title, note, peers: [], limit: 'bare', rows }];
}
