/**
 * Tables from figures, as Markdown.
 *
 * A table is `{ title, note, us, peers, limit, rows }`; a row is `{ name, values: { who: samples }, more }`, where `more`
 * says that more is better. Nothing is measured here.
 */
import { best, figure, ratio } from './figures.mjs';

/** What a table calls the limit. */
const LIMIT = '*the limit*';

const line = (cells) => `| ${cells.join(' | ')} |`;

export function table({ title, note, peers, limit, rows }, level = '##') {
  const others = [...peers, ...(limit ? [limit] : [])];
  const ratios = [...(peers.length ? ['to the best peer'] : []), ...(limit ? ['to the limit'] : [])];
  const head = ['', 'Closely', ...others.map((who) => (who === limit ? LIMIT : who)), ...ratios];
  const body = rows.map(({ name, values, more }) => {
    const ours = values.Closely;
    const against = [
      ...(peers.length ? [ratio(ours, best(peers.map((who) => values[who]), more))] : []),
      ...(limit ? [ratio(ours, values[limit])] : []),
    ];
    return line([name, figure(ours), ...others.map((who) => figure(values[who])), ...against]);
  });
  const rule = line(head.map((_, at) => (at ? '--:' : '---')));
  return [`${level} ${title}`, '', note, '', line(head), rule, ...body, ''].join('\n');
}

/** A whole run, on a page. */
export function page(tables, { date, machine, versions, rounds }) {
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `# A run of ${date}`,
    '',
    `Written by \`cargo xtask bench -- --write\`. ${machine}. Medians of ${rounds} rounds, in brackets the least and the most;`,
    'in each round everybody has a turn. A ratio below 1 means less: less time, fewer bytes. The limit is what anybody could',
    'do at best: a bare page with the same text and nothing else, or the browser\'s own call.',
    '',
    `${peers.join(', ')}.`,
    '',
    ...tables.map((one) => table(one)),
  ].join('\n');
}
