/** The page of MiniSearch: while typing, with prefixes and slips, as its documentation advises. */
import MiniSearch from 'minisearch';
import { searching } from './searching.js';

searching((leaves) => {
  const engine = new MiniSearch({ fields: ['title', 'text'], searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' } });
  engine.addAll(leaves);
  return { find: (words) => engine.search(words).map(({ id }) => id), index: () => JSON.stringify(engine) };
});
