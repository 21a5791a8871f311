/** So many words or parts of words, evenly over the article, as offsets into its text: what is marked in every peer's page. */

/** The text nodes of the article, each with its offset; of blocks, so that no range leaves its paragraph. */
export function texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = [];
  let offset = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    all.push({ node, offset, length: node.length });
    offset += node.length;
  }
  return { all, length: offset };
}

/** Ranges of the article: `{ start, end, quote, node, inner }`, where `inner` is the offset in the text node. */
export function ranges(root, count) {
  const usable = texts(root).all.filter(({ node }) => node.data.trim().length > 3 && !node.parentElement.closest('svg, sup'));
  const total = usable.reduce((sum, { length }) => sum + length, 0);
  const step = total / count;
  const length = Math.max(2, Math.min(24, Math.floor(step) - 1));
  const found = [];
  let passed = 0;
  for (const { node, offset, length: room } of usable) {
    while (found.length < count && found.length * step < passed + room) {
      const inner = Math.max(0, Math.min(Math.floor(found.length * step - passed), room - length));
      found.push({ start: offset + inner, end: offset + inner + length, quote: node.data.slice(inner, inner + length), node, inner });
    }
    passed += room;
  }
  return found;
}
