/** The page of FlexSearch: while typing, with prefixes; it knows no slips of the finger. */
import { Document } from 'flexsearch';
import { searching } from './searching.js';

searching((leaves) => {
  const engine = new Document({ tokenize: 'forward', document: { id: 'id', index: ['title', 'text'] } });
  for (const leaf of leaves) engine.add(leaf);
  const find = (words) => [...new Set(engine.search(words, { limit: 20 }).flatMap(({ result }) => result))];
  const index = () => {
    const parts = [];
    engine.export((key, data) => parts.push([key, data]));
    return JSON.stringify(parts);
  };
  return { find, index };
});
