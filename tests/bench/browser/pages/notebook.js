/**
 * The limit for a notebook: the same records, parsed, ordered and listed by the shortest script that does it, a hundred at
 * a time; and a note that is written and read back. No checks, no merging, no undo.
 */
const entries = [];
for (let at = 0; at < localStorage.length; at++) {
  const key = localStorage.key(at);
  if (key.startsWith('closely:annotation:')) entries.push(JSON.parse(localStorage.getItem(key)).record);
}
entries.sort((a, b) => a.position.start - b.position.start);
const list = document.getElementById('results');
const show = (some) => {
  list?.replaceChildren(
    ...some.slice(0, 100).map(({ quote, body }) => {
      const item = document.createElement('li');
      const mark = document.createElement('mark');
      mark.textContent = quote.exact;
      item.append(mark, ' ', body);
      return item;
    }),
  );
};
document.getElementById('query')?.addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase();
  show(entries.filter(({ quote, body }) => `${quote.exact} ${body}`.toLowerCase().includes(words)));
});
show(entries);
window.save = (body) => {
  const [entry] = entries;
  const text = JSON.stringify({ checksum: '', record: { ...entry, body }, version: 1 });
  localStorage.setItem(`closely:annotation:${entry.id}`, text);
  return localStorage.getItem(`closely:annotation:${entry.id}`) === text;
};
document.documentElement.setAttribute('data-ready', '');
