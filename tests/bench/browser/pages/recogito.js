/** The page of Recogito's text-annotator: `restore(records)` puts the marks back, as from a store; `prepare(n)` makes records. */
import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { ranges } from './ranges.js';

const root = document.querySelector('article');

window.prepare = (count) =>
  JSON.stringify(
    ranges(root, count).map(({ start, end, quote }, at) => ({
      id: `a${at}`,
      bodies: [],
      target: { annotation: `a${at}`, selector: [{ start, end, quote }] },
    })),
  );

window.restore = (records) => {
  const annotator = createTextAnnotator(root, { renderer: 'SPANS' });
  annotator.setAnnotations(JSON.parse(records));
  window.restored = () => annotator.getAnnotations().length;
};
