/**
 * How the best-known annotation client finds a quote again, over the same library that it uses (approx-string-match): the
 * position first, then the words letter for letter, then words with up to half of the letters different, of which the best
 * by words, context and place is taken, however good it is.
 *
 * Written from the description of that algorithm, to be measured beside ours. Positions are UTF-16 here.
 */
import approximate from 'approx-string-match';

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, place: 2 };
const MOST_ERRORS = 256;

function candidates(text, words, errors) {
  const exact = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length ? exact : approximate(text, words, errors);
}

function likeness(text, words) {
  if (!text || !words) return 0;
  const [best] = candidates(text, words, words.length);
  return best ? 1 - best.errors / words.length : 0;
}

/** Where the marked words are now: `[start, end]`, or nothing. */
export function find(text, { start, end, exact, prefix, suffix }) {
  if (text.slice(start, end) === exact) return [start, end];
  const found = candidates(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  const score = ({ start: from, end: to, errors }) =>
    WEIGHTS.quote * (1 - errors / exact.length) +
    WEIGHTS.prefix * (prefix ? likeness(text.slice(Math.max(0, from - prefix.length), from), prefix) : 1) +
    WEIGHTS.suffix * (suffix ? likeness(text.slice(to, to + suffix.length), suffix) : 1) +
    WEIGHTS.place * (1 - Math.abs(from - start) / text.length);
  const scored = found.map((one) => ({ ...one, score: score(one) })).sort((a, b) => b.score - a.score);
  return scored.length ? [scored[0].start, scored[0].end] : null;
}
