/**
 * A picture of a run: for each of a few measures, bars of everybody from the same zero, as SVG that follows the page's
 * light or dark. It draws what the tables say and computes nothing else.
 */
import { median, spoken } from './figures.mjs';

/** What is drawn: the question, a row's name, and what the picture calls it. */
const SHOWN = [
  ['visit', 'largest paint, ms', 'First visit: largest paint, ms'],
  ['visit', 'blocked, ms', 'First visit: blocked, ms'],
  ['visit', 'bytes', 'First visit: bytes'],
  ['navigation', 'press to paint, ms', 'To the next article, ms'],
  ['highlights', '1,000: all are painted, ms', '1,000 highlights, ms'],
  ['search', 'a letter, ms: the slowest', 'A letter in the search field, ms'],
  ['quotes', '1,000 quotes, ms: every seventh word replaced', '1,000 quotes after edits, ms'],
  ['quotes', 'they are gone: on wrong words, %', 'Deleted quotes put on wrong words, %'],
];
const WIDTH = 760;
const LABEL = 150;
const VALUE = 70;
const BAR = 16;

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function plot(tables) {
  let y = 4;
  const parts = [];
  for (const [question, row, words] of SHOWN) {
    const table = tables.find((one) => one.question === question);
    const found = table?.rows.find(({ name }) => name === row);
    if (!found) continue;
    const bars = ['Closely', ...table.peers, ...(table.limit ? [table.limit] : [])]
      .filter((who) => found.values[who]?.length)
      .map((who) => [who, median(found.values[who])]);
    const most = Math.max(...bars.map(([, value]) => value), Number.MIN_VALUE);
    y += 22;
    parts.push(`<text class="t" x="0" y="${y}">${escaped(words)}</text>`);
    y += 8;
    for (const [who, value] of bars) {
      const width = Math.max(1, ((WIDTH - LABEL - VALUE) * value) / most);
      const kind = who === 'Closely' ? 'us' : who === table.limit ? 'limit' : 'peer';
      parts.push(`<text x="${LABEL - 8}" y="${y + 12}" text-anchor="end">${escaped(who === table.limit ? 'the limit' : who)}</text>`);
      parts.push(`<rect class="${kind}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 3}" rx="2"/>`);
      parts.push(`<text x="${(LABEL + width + 6).toFixed(1)}" y="${y + 12}">${spoken(Number(value.toPrecision(3)))}</text>`);
      y += BAR;
    }
  }
  const style =
    'text{font:12px system-ui,sans-serif;fill:#3a3532}.t{font-weight:600;font-size:13px}.us{fill:#8a4b38}.peer{fill:#b9aea6}.limit{fill:none;stroke:#b9aea6}' +
    '@media(prefers-color-scheme:dark){text{fill:#e7e1dc}.us{fill:#e09a80}.peer{fill:#6d645e}.limit{stroke:#6d645e}}';
  const height = y + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Closely beside its peers"><style>${style}</style>\n${parts.join('\n')}\n</svg>\n`;
}
