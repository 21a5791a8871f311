/** Records as the app keeps them, made by hand: marks of an earlier revision can't be made by clicking. */
import type { Page } from '@playwright/test';
import { open } from './reader';
import { sealed } from './records';

export type Seed = {
  id: string;
  /** Words of the article as it is: where the mark is, or was. */
  words: string;
  /** The words that were marked, where they are no longer the same. */
  exact?: string;
  /** What stood around them, where that is no longer the same. */
  prefix?: string;
  suffix?: string;
  revision?: string;
  colour?: string;
  body?: string;
  tags?: string[];
};

/** The article's text, as positions count it. */
export async function articleText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('article [data-start]')]
      .map((leaf) => {
        const copy = leaf.cloneNode(true) as Element;
        copy.querySelectorAll('[data-skip]').forEach((part) => part.remove());
        return copy.textContent;
      })
      .join('\n'),
  );
}

/** Puts highlights into the store; they show when the next page opens. */
export async function seed(page: Page, path: string, seeds: Seed[]) {
  await open(page, path);
  const text = await articleText(page);
  const slug = path.split('/').at(-2) ?? '';
  const records = seeds.map((seed, index) => {
    const found = text.indexOf(seed.words);
    if (found < 0) throw new Error(`not in the article: ${seed.words}`);
    const letters = [...text];
    const start = [...text.slice(0, found)].length;
    const after = start + [...seed.words].length;
    const exact = seed.exact ?? seed.words;
    const record = {
      id: seed.id,
      kind: 'highlight',
      article: slug,
      revision: seed.revision ?? 'an-earlier-one',
      section: 'outside-pressure',
      body: seed.body ?? '',
      tags: seed.tags ?? [],
      created: 1_760_000_000_000 + index,
      modified: 1_760_000_000_000 + index,
      colour: seed.colour ?? 'yellow',
      position: { start, end: start + [...exact].length },
      quote: {
        exact,
        prefix: seed.prefix ?? letters.slice(Math.max(0, start - 32), start).join(''),
        suffix: seed.suffix ?? letters.slice(after, after + 32).join(''),
      },
    };
    return [`closely:annotation:${seed.id}`, sealed(record)];
  });
  await page.evaluate((entries) => entries.forEach(([key, value]) => localStorage.setItem(key ?? '', value ?? '')), records);
}

/** The annotations as they are kept, by id. */
export async function annotations(page: Page): Promise<Record<string, Record<string, unknown>>> {
  return page.evaluate(() => {
    const all = Object.entries(localStorage).filter(([key]) => key.startsWith('closely:annotation:'));
    return Object.fromEntries(all.map(([key, value]) => [key.split(':')[2], JSON.parse(value).record]));
  });
}
