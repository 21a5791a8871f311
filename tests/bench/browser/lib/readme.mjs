/** The README's own table: what a run says of the questions that people ask first, between two marks in that file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { best, figure, median, ratio, spoken } from './figures.mjs';

const MARKS = ['<!-- bench: written by cargo xtask bench -- --write -->', '<!-- bench: end -->'];

/** The question, a row's name, and what the README calls it. */
const SHOWN = [
  ['visit', 'largest paint, ms', 'First visit: largest paint, ms'],
  ['visit', 'blocked, ms', 'blocked, ms'],
  ['visit', 'ready, ms', 'ready, ms'],
  ['visit', 'bytes', 'bytes'],
  ['visit', 'requests', 'requests'],
  ['start', 'again: ready, ms', 'Coming back: ready, ms'],
  ['start', 'offline: ready, ms', 'Without a network: ready, ms'],
  ['navigation', 'press to paint, ms', 'To the next article, ms'],
  ['highlights', '1,000: the first is seen, ms', '1,000 highlights: the first is seen, ms'],
  ['highlights', '1,000: all are painted, ms', 'all are painted, ms'],
  ['highlights', '1,000: longest task, ms', 'longest task, ms'],
  ['search', 'a letter, ms: the middle one', 'Search: a letter, ms'],
  ['search', 'index, bytes (brotli)', 'index, bytes'],
  ['quotes', '1,000 quotes, ms: every seventh word replaced', '1,000 quotes found again after edits, ms'],
  ['quotes', 'they are gone: on wrong words, %', 'deleted quotes put on wrong words, %'],
  ['notebook', '10,000: opened, ms', 'Notebook of 10,000: opened, ms'],
  ['notebook', '10,000: filtered, ms', 'filtered, ms'],
  ['notebook', '10,000: a note saved, ms', 'a note saved, ms'],
];

export function intoReadme(path, tables, { date, machine, versions }) {
  const text = readFileSync(path, 'utf8');
  const [from, to] = MARKS.map((mark) => text.indexOf(mark));
  if (from < 0 || to < from) throw new Error(`No ${MARKS.join(' … ')} in ${path}`);
  const rows = SHOWN.flatMap(([question, name, words]) => {
    const table = tables.find((one) => one.question === question);
    const row = table?.rows.find((one) => one.name === name);
    if (!row) return [];
    const { Closely, ...others } = row.values;
    const said = table.peers.filter((who) => others[who]?.length).map((who) => `${who} ${spoken(Number(median(others[who]).toPrecision(3)))}`);
    const limit = table.limit && others[table.limit];
    const cells = [words, figure(Closely), said.join(', ') || '–', ratio(Closely, best(table.peers.map((who) => others[who]), row.more)), ratio(Closely, limit)];
    return [`| ${cells.join(' | ')} |`];
  });
  const section = [
    MARKS[0],
    '| | Closely | Peers | to the best peer | to the limit |',
    '| --- | --: | --- | --: | --: |',
    ...rows,
    '',
    `One run of ${date}; ${machine[0].toLowerCase()}${machine.slice(1)}; mdBook ${versions.mdBook}, VitePress ${versions.VitePress}, text-annotator`,
    `${versions['@recogito/text-annotator']}, web-highlighter ${versions['web-highlighter']}, MiniSearch ${versions.minisearch}, FlexSearch ${versions.flexsearch}, approx-string-match ${versions['approx-string-match']}.`,
    `All of it, with what was measured how, is in [the results](tests/bench/results/${date}.md).`,
    '',
  ];
  writeFileSync(path, `${text.slice(0, from)}${section.join('\n')}${text.slice(to)}`);
}
