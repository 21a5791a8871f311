/** A search page around any engine: the index is made of the articles' paragraphs, and what is found stands in a list. */

/** `engine(leaves)` gives a function from words to ids, and the index as text; the page says when it is ready. */
export async function searching(engine) {
  const leaves = await (await fetch('../leaves.json')).json();
  const start = performance.now();
  const { find, index } = engine(leaves);
  window.madeReady = performance.now() - start;
  window.index = index;
  const list = document.getElementById('results');
  document.getElementById('query').addEventListener('input', ({ target }) => {
    const found = find(target.value).slice(0, 20);
    list.replaceChildren(
      ...found.map((id) => {
        const item = document.createElement('li');
        const title = document.createElement('b');
        title.textContent = leaves[id].title;
        item.append(title, ' ', leaves[id].text.slice(0, 200));
        return item;
      }),
    );
  });
  document.documentElement.setAttribute('data-ready', '');
}
