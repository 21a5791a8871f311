// Starts the program in whose file this stands. What is asked before it runs is asked again when it does.
const early = [];
onmessage = event => early.push(event);
wasm_bindgen({ module_or_path: location.pathname.replace(/\.js$/, '_bg.wasm') }).then(
  () => { postMessage(0); early.forEach(event => onmessage(event)); },
  // Thrown outside of a promise, the page hears of it.
  error => setTimeout(() => { throw error; }),
);
