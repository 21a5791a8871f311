/** The page of web-highlighter: `restore(records)` puts the marks back, as from a store; `prepare(n)` makes records. */
import Highlighter from 'web-highlighter';
import { ranges } from './ranges.js';

const root = document.querySelector('article');

/** As the program itself describes a place: a parent by its tag and number, and an offset into its text. */
function place(node, inner) {
  const parent = node.parentElement;
  const tag = parent.tagName;
  let offset = inner;
  for (let before = node.previousSibling; before; before = before.previousSibling) offset += before.textContent.length;
  return { parentTagName: tag, parentIndex: [...root.getElementsByTagName(tag)].indexOf(parent), textOffset: offset };
}

window.prepare = (count) =>
  JSON.stringify(
    ranges(root, count).map(({ node, inner, quote }, at) => ({
      startMeta: place(node, inner),
      endMeta: place(node, inner + quote.length),
      text: quote,
      id: `a${at}`,
    })),
  );

window.restore = (records) => {
  const highlighter = new Highlighter({ $root: root });
  for (const { startMeta, endMeta, text, id } of JSON.parse(records)) highlighter.fromStore(startMeta, endMeta, text, id);
  window.restored = () => new Set([...root.querySelectorAll('[data-highlight-id]')].map((mark) => mark.dataset.highlightId)).size;
};
