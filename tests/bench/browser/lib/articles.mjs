/**
 * Our articles as anybody's Markdown: what only Closely reads is written as other programs read it, and no word is lost.
 *
 * Sources become footnotes, the glossary a list at the end, callouts quotes, figures drawings in the text, as they are in
 * Closely. It reads articles that the build has accepted; faults are the build's to find.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The TOML that articles use of `key = value`; text values only. */
function head(toml) {
  const [top, ...terms] = toml.split(/^\[\[glossary\]\]$/m);
  const texts = (part) => Object.fromEntries([...part.matchAll(/^([\w-]+) = (".*")$/gm)].map(([, key, value]) => [key, JSON.parse(value)]));
  const [meta, sources = ''] = top.split(/^\[sources\]$/m);
  const order = Number(/^order = (\d+)$/m.exec(meta)?.[1] ?? 0);
  return { ...texts(meta), order, sources: texts(sources), glossary: terms.map(texts) };
}

const CALLOUTS = { EVIDENCE: 'Evidence', TRY: 'Try this', NOTE: 'Note', SAFETY: 'Safety', REFLECT: 'Reflect' };

function body(markdown, figures) {
  const drawing = (name) => readFileSync(join(figures, name), 'utf8').replace(/\n\s*/g, ' ').trim();
  return markdown
    .replace(/^> \[!FIGURE\]\n> !\[[^\]]*\]\(([^)]+)\)/gm, (_, name) => `> <figure>${drawing(name)}</figure>`)
    .replace(/^> \[!(\w+)\]$/gm, (_, kind) => `> **${CALLOUTS[kind] ?? kind}**\n>`)
    .replace(/^(#+ .*\{#[\w-]+) [^}]*\}$/gm, '$1}')
    .replace(/^(> - .*) \{#[\w-]+\}$/gm, '$1')
    .replace(/^Table: (.*)$/gm, '*$1*');
}

/** The articles of a folder, in their order: `slug`, `title` and `markdown`. */
export function articles(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const read = files.map((name) => {
    const [, toml, text] = readFileSync(join(folder, name), 'utf8').split(/^\+\+\+\n/m);
    const { title, order, sources, glossary } = head(toml);
    const slug = name.slice(0, -3);
    const notes = Object.entries(sources).filter(([key]) => text.includes(`[^${key}]`));
    const markdown = [
      `# ${title}`,
      body(text, join(folder, '../figures')).trim(),
      '## Words used here {#glossary}',
      glossary.map(({ id, term, definition }) => `<a id="${id}"></a>**${term}**: ${definition}`).join('\n\n'),
      notes.map(([key, source]) => `[^${key}]: ${source}`).join('\n\n'),
    ];
    return { slug, title, order, markdown: `${markdown.join('\n\n')}\n` };
  });
  return read.sort((a, b) => a.order - b.order);
}
