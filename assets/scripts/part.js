// In the script that fetches later parts of the program: starts a part from a host's answer, whatever the answer is called.

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
