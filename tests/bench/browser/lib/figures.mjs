/**
 * From what was measured to what is said: medians, spread, ratios, and how a number reads.
 *
 * Pure. A figure is an array of samples; an empty one, or none, was not measured and reads as a dash.
 */

export const median = (samples) => {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const there = (samples) => Array.isArray(samples) && samples.length > 0;

/** A number as one reads it: three digits that mean something, thousands apart. */
export function spoken(value) {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(size < 0.01 ? 1 : size < 10 ? 2 : 3)));
}

/** The median, with the least and the most where they differ. */
export function figure(samples) {
  if (!there(samples)) return '–';
  const [least, most] = [spoken(Math.min(...samples)), spoken(Math.max(...samples))];
  const middle = spoken(median(samples));
  return least === most ? middle : `${middle} (${least}–${most})`;
}

/** How many times as much one is as another. */
export function ratio(samples, other) {
  if (!there(samples) || !there(other)) return '–';
  const [one, two] = [median(samples), median(other)];
  if (two === 0) return one === 0 ? '1.0' : '–';
  const times = one / two;
  return times >= 100 ? spoken(times) : times >= 0.095 ? times.toFixed(times < 0.95 ? 2 : 1) : times.toPrecision(1);
}

/** The best of some, by their medians: the least, or the most where more is better. */
export function best(figures, more = false) {
  const measured = figures.filter(there);
  const order = (a, b) => (more ? median(b) - median(a) : median(a) - median(b));
  return measured.sort(order)[0];
}
