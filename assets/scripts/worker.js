// Keeps one release of the site on the reader's device, whole or not at all, and answers from it.
//
// RELEASE stands above: the build writes it from the final bytes. Every file is checked by its SHA-256 before it is kept.
// Caches that do not begin with PREFIX, addresses outside the base and files that are not listed are not touched.

const { id, base, headers, files } = RELEASE;
const PREFIX = `closely:${base}:`;
const OWN = PREFIX + id;
// What a release knows about itself: since when it answers, and which pages began with an earlier one.
const NOTE = `${base}?release`;
const HASH = 'X-Closely-Hash';
// Files of the program have their hash in their names, here and in every release.
const HASHED = /^[^/]+-[0-9a-f]{12,}[._][^/]*$/;
const AT_ONCE = 4;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => event.data === 'update' && event.waitUntil(skipWaiting()));
addEventListener('fetch', answer);

// ---- Making the copy.

// One file missing, and the earlier release goes on. What is there already stays, so the next try goes on from here.
async function install() {
  const cache = await caches.open(OWN);
  const names = (await ours()).filter((name) => name !== OWN);
  const earlier = await Promise.all(names.map((name) => caches.open(name)));
  const wanted = Object.keys(files);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) await keep(cache, path, earlier);
  }));
}

async function keep(cache, path, earlier) {
  const [hash] = files[path];
  for (const other of [cache, ...earlier]) {
    const found = await other.match(base + path);
    if (found?.headers.get(HASH) !== hash) continue;
    if (other !== cache) await cache.put(base + path, sealed(path, await found.blob()));
    return;
  }
  await cache.put(base + path, await fetched(path));
}

// A file from the network, with the right bytes or not at all. Where something on the way keeps another, it is passed by.
async function fetched(path) {
  try {
    return await asked(path, HASHED.test(path) ? 'default' : 'no-cache');
  } catch {
    return asked(path, 'reload');
  }
}

async function asked(path, cache) {
  const [hash, type] = files[path];
  const response = await fetch(base + path, { cache, credentials: 'same-origin', integrity: `sha256-${hash}` });
  const page = response.headers.get('Content-Type')?.startsWith('text/html');
  // Hosts may answer the page for what is missing with its own status.
  if ((!response.ok && path !== '404.html') || (page && !type.startsWith('text/html'))) {
    throw new Error(`${path} is not what it should be`);
  }
  return sealed(path, await response.blob());
}

function sealed(path, bytes) {
  const [hash, type] = files[path];
  return new Response(bytes, { headers: { ...headers, 'Content-Type': type, [HASH]: hash } });
}

// ---- Taking over, and clearing up.

async function activate() {
  const notes = await earlierNotes();
  const last = notes.sort((one, other) => other.since - one.since)[0];
  // Pages that are open now began with the release before; until they close, its files stay for them.
  const began = {};
  for (const client of await pages()) if (last) began[client.id] = last.began[client.id] ?? last.name;
  noted = { since: Date.now(), began };
  await (await caches.open(OWN)).put(NOTE, Response.json(noted));
  // Copies that were never finished, and never will be.
  if (!registration.installing && !registration.waiting) {
    const used = notes.map(({ name }) => name);
    for (const name of await ours()) if (name !== OWN && !used.includes(name)) await caches.delete(name);
  }
  await clients.claim();
  await tidy();
}

async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

function pages() {
  return clients.matchAll({ type: 'window', includeUncontrolled: true });
}

let noted;

async function note() {
  noted ??= await (await kept('?release'))?.json();
  return noted ?? { since: 0, began: {} };
}

// The other releases that have answered once.
async function earlierNotes() {
  const notes = [];
  for (const name of await ours()) {
    const found = name !== OWN && (await (await caches.open(name)).match(NOTE));
    if (found) notes.push({ name, ...(await found.json()) });
  }
  return notes;
}

// Earlier releases go when no page is left that began with them.
async function tidy() {
  const { began } = await note();
  const used = (await pages()).map((client) => began[client.id]);
  for (const { name } of await earlierNotes()) if (!used.includes(name)) await caches.delete(name);
}

// ---- Answering.

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(base)) return;
  const path = url.pathname.slice(base.length);
  if (request.mode === 'navigate') {
    event.respondWith(page(request, path, url.search));
    event.waitUntil(tidy());
  } else if (Object.hasOwn(files, path) || HASHED.test(path)) {
    event.respondWith(file(event, path));
  }
}

// A page of the release, whatever its query. What is not listed may belong to somebody else: the network knows.
async function page(request, path, search) {
  const plain = path.replace(/(^|\/)index\.html$/, '$1');
  if (Object.hasOwn(files, plain)) return (await kept(plain)) ?? (await again(plain)) ?? online(request);
  if (Object.hasOwn(files, `${plain}/`)) return Response.redirect(`${base}${plain}/${search}`, 302);
  return online(request);
}

async function online(request) {
  try {
    return await fetch(request);
  } catch {
    const plain = new URL(request.url).pathname.slice(base.length).replace(/(^|\/)index\.html$/, '$1');
    const missing = Object.hasOwn(files, plain) ? null : await kept('404.html');
    if (missing) return new Response(missing.body, { status: 404, headers: missing.headers });
    return new Response(ABSENT, { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

const ABSENT = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Not on this device</title><main><h1>This page is not on your device just now</h1>
<p>The browser has made room and let go of it, and the network does not answer. What you kept is untouched.</p>
<p>Go online and load this page again, or read what is here: <a href="${base}">the library</a>.</p>
<p><a href="https://www.wikipedia.org/" rel="nofollow noreferrer">Quick exit</a></p></main></html>`;

async function file(event, path) {
  const { began } = await note();
  const earlier = began[event.clientId];
  const found = earlier && (await (await caches.open(earlier)).match(base + path));
  if (found) return found;
  if (Object.hasOwn(files, path)) return (await kept(path)) ?? (await again(path)) ?? Response.error();
  // A page of an earlier release asks for what only that release had.
  for (const { name } of await earlierNotes()) {
    const older = await (await caches.open(name)).match(base + path);
    if (older) return older;
  }
  return fetch(event.request);
}

// Where the browser keeps the caches away, the network has to do.
async function kept(path) {
  try {
    return await (await caches.open(OWN)).match(base + path);
  } catch {
    return undefined;
  }
}

// Part of the copy is gone: browsers make room. It is fetched as it was, or not at all.
async function again(path) {
  try {
    const found = await fetched(path);
    await (await caches.open(OWN)).put(base + path, found.clone());
    return found;
  } catch {
    return undefined;
  }
}
