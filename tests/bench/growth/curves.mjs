/** Curves over the size of a library, as SVG that follows the page's light or dark, and the same as a table. Pure. */
import { spoken } from '../browser/lib/figures.mjs';

const said = (value) => (value === undefined ? '–' : spoken(Number(value.toPrecision(3))));

export function tableOf(found) {
  const names = Object.keys(found[0]?.[1] ?? {});
  const head = `| | ${found.map(([count]) => `${count.toLocaleString('en-GB')} articles`).join(' | ')} |\n| --- |${' --: |'.repeat(found.length)}`;
  const rows = names.map((name) => `| ${name} | ${found.map(([, values]) => said(values[name])).join(' | ')} |`);
  return `${head}\n${rows.join('\n')}\n`;
}

const [WIDTH, HEIGHT, LEFT, TOP] = [240, 130, 12, 34];

/** One small picture: the number of articles to the right in equal factors, the measure upwards from zero. */
function curve(name, points, x, y) {
  const [least, most] = [Math.log(points[0][0]), Math.log(points.at(-1)[0])];
  const top = Math.max(...points.map(([, value]) => value), Number.MIN_VALUE);
  const across = (count) => x + LEFT + ((Math.log(count) - least) / (most - least || 1)) * (WIDTH - 4 * LEFT);
  const up = (value) => y + HEIGHT - 20 - (value / top) * (HEIGHT - TOP - 20);
  const line = points.map(([count, value]) => `${across(count).toFixed(1)},${up(value).toFixed(1)}`).join(' ');
  const labels = points.map(([count, value]) => {
    const [at, over] = [across(count).toFixed(1), up(value)];
    return `<circle cx="${at}" cy="${over.toFixed(1)}" r="3"/><text x="${at}" y="${(over - 6).toFixed(1)}" text-anchor="middle">${said(value)}</text><text class="n" x="${at}" y="${y + HEIGHT - 4}" text-anchor="middle">${count}</text>`;
  });
  return `<text class="t" x="${x}" y="${y + 12}">${name}</text><polyline points="${line}"/>${labels.join('')}`;
}

export function curves(found) {
  const names = Object.keys(found[0]?.[1] ?? {}).filter((name) => found.every(([, values]) => values[name] !== undefined));
  const pictures = names.map((name, at) =>
    curve(name, found.map(([count, values]) => [count, values[name]]), (at % 3) * WIDTH + 8, Math.floor(at / 3) * (HEIGHT + 12) + 8),
  );
  const [width, height] = [3 * WIDTH + 16, Math.ceil(names.length / 3) * (HEIGHT + 12) + 8];
  const style =
    'text{font:11px system-ui,sans-serif;fill:#3a3532}.t{font-weight:600}.n{fill:#8b827b}polyline{fill:none;stroke:#8a4b38;stroke-width:1.5}circle{fill:#8a4b38}' +
    '@media(prefers-color-scheme:dark){text{fill:#e7e1dc}polyline{stroke:#e09a80}circle{fill:#e09a80}}';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What grows with the library"><style>${style}</style>\n${pictures.join('\n')}\n</svg>\n`;
}
