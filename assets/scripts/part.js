// In the program's glue: fetches later parts, and starts them from a host's answer, whatever the answer is called. And reads
// the words that the program itself consists of, such as the names of elements and attributes, once.

// The page's start script asks for what its page can't do without as soon as it runs.
function asked(url) {
  const early = globalThis.closelyParts?.get(url.href);
  globalThis.closelyParts?.delete(url.href);
  return early ? early.catch(() => fetch(url)) : fetch(url);
}

async function started(answer, imports) {
  const response = await answer;
  if (!response.ok) throw new TypeError(`${response.status} for ${response.url}`);
  const copy = response.clone();
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch {}
  // The host may not know the type. Or something on the way put another answer into the browser's cache: go past it.
  try {
    return await WebAssembly.instantiate(await copy.arrayBuffer(), imports);
  } catch {}
  const again = await fetch(response.url, { cache: 'reload' });
  return WebAssembly.instantiate(await again.arrayBuffer(), imports);
}

// Where the program's stack ends and its own words begin: the linker puts the stack first, and gives it this much.
const STACK = 0x100000;
const words = new Map();

// A text out of the program's memory. Its own words never change, and reading takes longer than finding them again.
function readText(at, length) {
  if (at < STACK || at + length > wasm.__data_end.value || length > 0xfff) return decodeText(at, length);
  const key = at * 0x1000 + length;
  let text = words.get(key);
  if (text === undefined) words.set(key, (text = decodeText(at, length)));
  return text;
}
