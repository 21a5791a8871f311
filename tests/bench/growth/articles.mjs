/**
 * Libraries of any size, the same in every run: articles whose sentences are made of the shipped articles' own words, each
 * word following the two before it as it does there.
 *
 *   node articles.mjs COUNT FOLDER
 *
 * They read like nothing and weigh like articles: sections, lists, callouts, sources, links to the next. Figures are left out.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [count, folder] = [Number(process.argv[2]), process.argv[3]];
if (!(count > 0) || !folder) throw new Error('Give a number of articles and a folder');
const SHIPPED = new URL('../../../assets/articles/', import.meta.url).pathname;

/** Mulberry32: the same numbers in every run. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The shipped articles' paragraphs as plain words. */
function words() {
  const texts = readdirSync(SHIPPED).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(SHIPPED, name), 'utf8').split(/^\+\+\+\n/m)[2]);
  const paragraphs = texts.flatMap((text) => text.split('\n\n')).filter((text) => /^[A-Z“][^|>]*[.?!”]$/s.test(text));
  const plain = (text) => text.replace(/\[\^[^\]]*\]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`#[\]{}<>|\\]/g, '');
  return paragraphs.map((text) => plain(text).split(/\s+/).filter(Boolean)).filter((some) => some.length > 8);
}

const follows = new Map();
const starts = [];
for (const paragraph of words()) {
  starts.push([paragraph[0], paragraph[1]]);
  for (let at = 2; at < paragraph.length; at++) {
    const key = `${paragraph[at - 2]} ${paragraph[at - 1]}`;
    follows.set(key, [...(follows.get(key) ?? []), paragraph[at]]);
  }
}

function writer(seed) {
  const next = random(seed);
  const pick = (from) => from[Math.floor(next() * from.length)];
  const paragraph = (least) => {
    const said = [...pick(starts)];
    while (said.length < least + 40) {
      const after = follows.get(said.slice(-2).join(' '));
      if (!after) said.push(...pick(starts));
      else said.push(pick(after));
      if (said.length >= least && /[.?!]”?$/.test(said.at(-1))) break;
    }
    const text = said.join(' ');
    return /[.?!]”?$/.test(text) ? text : `${text}.`;
  };
  const title = () => paragraph(3).split(' ').slice(0, 4).join(' ').replace(/[^\w ’-]/g, '').trim();
  return { next, pick, paragraph, title };
}

function article(at) {
  const { next, paragraph, title } = writer(at + 1);
  const slug = (number) => `article-${String(number).padStart(4, '0')}`;
  const sections = 6 + Math.floor(next() * 8);
  const parts = [];
  for (let section = 1; section <= sections; section++) {
    parts.push(`## ${title() || 'A part'} {#part-${section}}`);
    const paragraphs = 3 + Math.floor(next() * 4);
    for (let number = 0; number < paragraphs; number++) {
      const note = number === 1 ? `[^source${section}]` : '';
      parts.push(paragraph(30 + Math.floor(next() * 60)) + note);
    }
    if (section % 3 === 0) parts.push([1, 2, 3].map(() => `- ${paragraph(8)}`).join('\n'));
    if (section % 4 === 0) parts.push(`> [!TRY]\n> ${paragraph(25)}`);
    if (section % 5 === 0) parts.push(`> [!REFLECT]\n> - ${paragraph(10)} {#part-${section}-p1}`);
  }
  if (count > 1) parts.push(`More of this is in [another article](${slug(at + 1 < count ? at + 1 : 0)}.md#part-1).`);
  const sources = Array.from({ length: sections }, (_, number) => `source${number + 1} = "Somebody, A. (20${10 + number}). ${title()}. *A Journal*, ${number + 1}, 1–9."`);
  const head = [
    '+++',
    `title = ${JSON.stringify(`${title() || 'An article'} ${at + 1}`)}`,
    `subtitle = ${JSON.stringify(title() || 'A subtitle')}`,
    'byline = "The generator"',
    `summary = ${JSON.stringify(paragraph(20))}`,
    'topics = ["Growth"]',
    'published = 2026-01-05',
    'updated = 2026-01-05',
    `order = ${at + 1}`,
    'language = "en-GB"',
    '',
    '[sources]',
    ...sources,
    '+++',
  ];
  return [`${slug(at)}.md`, `${head.join('\n')}\n\n${parts.join('\n\n')}\n`];
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (let at = 0; at < count; at++) writeFileSync(join(folder, article(at)[0]), article(at)[1]);
