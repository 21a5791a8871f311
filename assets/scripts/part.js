// In the program's glue: fetches later parts, and starts them from a host's answer, whatever the answer is called.

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
