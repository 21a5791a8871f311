/** Marks and notes as Closely keeps them, many and seeded: put into a page's store before the page that is measured. */

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function checksum(text) {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 255];
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** A record in its envelope: keys in the order of the alphabet. */
function sealed(record) {
  const sorted = (value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
      : value;
  const text = JSON.stringify(sorted(record));
  return `{"checksum":"${checksum(text)}","record":${text},"version":1}`;
}

const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'];
const WORDS = 'closeness listening honest pace evening trust slowly spoken habit morning repair calm letter window'.split(' ');

/** One highlight; its note says a few words that are not the next one's. */
export function highlight({ index, article, revision = 'r', section = '', start, exact, noted }) {
  const id = `b${index.toString(36).padStart(4, '0')}`;
  const time = Date.UTC(2026, 0, 1 + (index % 300), 12);
  const body = noted ? [0, 3, 5, 9].map((by) => WORDS[(index + by * (index % 7)) % WORDS.length]).join(' ') : '';
  const record = {
    id, kind: 'highlight', article, revision, section, body, tags: [], created: time, modified: time,
    colour: COLOURS[index % COLOURS.length],
    position: { start, end: start + [...exact].length },
    quote: { exact, prefix: '', suffix: '' },
  };
  return [`closely:annotation:${id}`, sealed(record)];
}

/** A notebook of so many entries over the library's articles; one in two hundred says “rare”. */
export function notebook(count, articles) {
  return Array.from({ length: count }, (_, index) =>
    highlight({
      index,
      // Of articles that have left the library: nothing is searched for, which is another question.
      article: `${articles[index % articles.length].slug}-as-it-was`,
      start: 20 + (index >> 2),
      exact: index % 200 ? `words that were marked ${index}` : `rare words ${index}`,
      noted: true,
    }),
  );
}

/** The text of the open article, as positions count it. */
export const articleText = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('article [data-start]')]
      .map((leaf) => {
        const copy = leaf.cloneNode(true);
        copy.querySelectorAll('[data-skip]').forEach((part) => part.remove());
        return copy.textContent;
      })
      .join('\n'),
  );

/** Highlights evenly over a text, none of which leaves its paragraph. */
export function highlights(count, text, article, revision) {
  const letters = [...text];
  const step = letters.length / count;
  const length = Math.max(2, Math.min(24, Math.floor(step) - 1));
  return Array.from({ length: count }, (_, index) => {
    let start = Math.min(Math.floor(index * step), letters.length - length);
    // On to the first place from which so many letters stand in one paragraph.
    while (start + length < letters.length && (!letters[start].trim() || letters.slice(start, start + length).includes('\n'))) start += 1;
    const exact = letters.slice(start, start + length).join('').trimEnd();
    return highlight({ index, article, revision, start, exact });
  });
}

/** Puts records into the store of a host, from a file of it that runs no program. */
export async function seed(page, host, records) {
  await page.goto(`${host.url}leaves.json`).catch(() => {});
  await page.evaluate((records) => {
    localStorage.clear();
    for (const [key, text] of records) localStorage.setItem(key, text);
  }, records);
}
