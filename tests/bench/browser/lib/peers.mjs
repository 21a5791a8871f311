/**
 * The peers' sites over the same articles, each as its own program builds it with nothing switched on or off: mdBook,
 * VitePress, and a bare page of HTML, which is the limit.
 *
 * They stand in `sites`, which is never committed, and are built again when the articles or the versions have changed.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import MarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';
import footnotes from 'markdown-it-footnote';
import { articles } from './articles.mjs';

const HERE = new URL('..', import.meta.url).pathname;
const SITES = join(HERE, 'sites');
/** The programs that set marks, search and so on, each bundled into one script for a page. */
const PAGES = ['recogito', 'web-highlighter', 'minisearch', 'flexsearch', 'notebook'];

const STYLE = 'body{max-width:40em;margin:auto;padding:1em;font:1.1em/1.6 serif}svg{max-width:100%}table{border-collapse:collapse}td,th{border:1px solid;padding:.3em}';

function write(folder, name, text) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** Each article as one file and nothing beside it; and the pages that peers' scripts work in. */
async function bare(all, folder) {
  const markdown = new MarkdownIt({ html: true }).use(footnotes).use(attributes);
  const page = (title, body, end = '') =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style><body>${body}${end}</body></html>\n`;
  const texts = all.map(({ markdown: text }) => markdown.render(text));
  all.forEach(({ slug, title }, at) => {
    const next = all[at + 1];
    const onward = next ? `<p><a href="../${next.slug}/">${next.title}</a></p>` : '';
    write(folder, `${slug}/index.html`, page(title, `<article>${texts[at]}</article>${onward}`));
    for (const name of PAGES) {
      write(folder, `${name}/${slug}/index.html`, page(title, `<article>${texts[at]}</article>`, `<script src="../../${name}.js"></script>`));
    }
  });
  write(folder, 'index.html', page('Library', all.map(({ slug, title }) => `<p><a href="${slug}/">${title}</a></p>`).join('')));
  const field = '<input id="query" type="search"><ol id="results"></ol>';
  for (const name of PAGES) write(folder, `${name}/index.html`, page(name, field, `<script src="../${name}.js"></script>`));
  const leaves = texts.flatMap((text, at) =>
    [...text.matchAll(/<(p|li|h\d|td|th)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , inner]) => ({ title: all[at].title, text: inner.replace(/<svg.*?<\/svg>|<[^>]*>/gs, '').trim() })),
  );
  write(folder, 'leaves.json', JSON.stringify(leaves.filter(({ text }) => text).map((leaf, id) => ({ id, ...leaf }))));
  await esbuild.build({
    absWorkingDir: HERE,
    entryPoints: PAGES.map((name) => `pages/${name}.js`),
    bundle: true,
    minify: true,
    outdir: folder,
    logLevel: 'warning',
  });
}

function mdbook(all, source, folder) {
  write(source, 'book.toml', '[book]\ntitle = "Closely"\n');
  write(source, 'src/SUMMARY.md', `# Summary\n\n${all.map(({ slug, title }) => `- [${title}](${slug}.md)`).join('\n')}\n`);
  for (const { slug, markdown } of all) write(source, `src/${slug}.md`, markdown);
  execFileSync(process.env.CLOSELY_MDBOOK ?? 'mdbook', ['build', source, '--dest-dir', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function vitepress(all, source, folder) {
  const items = all.map(({ slug, title }) => ({ text: title, link: `/${slug}` }));
  const config = `import footnotes from 'markdown-it-footnote';\nexport default { title: 'Closely', outDir: ${JSON.stringify(folder)}, ignoreDeadLinks: true,\n  markdown: { config: (markdown) => markdown.use(footnotes) }, themeConfig: { sidebar: ${JSON.stringify(items)} } };\n`;
  write(source, '.vitepress/config.mjs', config);
  for (const { slug, markdown } of all) write(source, `${slug}.md`, markdown);
  write(source, 'index.md', `# Library\n\n${items.map(({ text, link }) => `- [${text}](${link})`).join('\n')}\n`);
  const { build } = await import('vitepress');
  // It says much, and all of it is about itself.
  const { log, info } = console;
  Object.assign(console, { log() {}, info() {} });
  await build(source).finally(() => Object.assign(console, { log, info }));
}

/** Builds what is missing; gives the folders of the sites by name, and the versions of all that stands beside us. */
export async function sites(folderOfArticles) {
  const { devDependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));
  const mdbookVersion = execFileSync(process.env.CLOSELY_MDBOOK ?? 'mdbook', ['--version'], { encoding: 'utf8' }).trim().replace(/^mdbook v?/, '');
  const versions = { mdBook: mdbookVersion, VitePress: devDependencies.vitepress, ...devDependencies };
  const folders = { bare: join(SITES, 'bare'), mdBook: join(SITES, 'mdbook'), VitePress: join(SITES, 'vitepress') };
  const all = articles(folderOfArticles);
  const own = ['lib/articles.mjs', 'lib/peers.mjs', ...PAGES.map((name) => `pages/${name}.js`), 'pages/ranges.js', 'pages/searching.js'].map((name) => readFileSync(join(HERE, name), 'utf8'));
  const stamp = createHash('sha256').update(JSON.stringify([all, versions, own])).digest('hex');
  const stampFile = join(SITES, 'stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    rmSync(SITES, { recursive: true, force: true });
    await bare(all, folders.bare);
    mdbook(all, join(SITES, 'source/mdbook'), folders.mdBook);
    await vitepress(all, join(SITES, 'source/vitepress'), folders.VitePress);
    writeFileSync(stampFile, stamp);
  }
  return { all, folders, versions };
}
