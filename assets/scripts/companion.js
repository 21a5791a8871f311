// What a page does beside the app, once that is there: the offline copy, its updates, installing, sharing, discretion.
//
// It tells what it knows by attributes of the root element, which the style sheets turn into words, and it answers to
// everything that has `data-do`. It never reloads a page without the reader's word.

const WORKER = '__WORKER__';
const SCOPE = '__SCOPE__';
const HOUR = 3_600_000;
// By language, then by room.
const WORDS = __WORDS__;

const root = document.documentElement;
const workers = navigator.serviceWorker;
let registration, say, offer, words;
let asked = false;
let looked = Date.now();

export function begin(saying, offering) {
  say = saying;
  offer = offering;
  speak();
  // The app sets its language when its words have come, which may be later than this.
  new MutationObserver(speak).observe(root, { attributeFilter: ['lang'] });
  document.addEventListener('click', (event) => {
    const act = event.target.closest?.('[data-do]')?.dataset.do;
    if (act && Object.hasOwn(ACTS, act)) ACTS[act]();
  });
  if (navigator.share) root.setAttribute('data-share', '');
  if (matchMedia('(display-mode: standalone)').matches || navigator.standalone) {
    tell('install', 'done');
    tell('display', 'standalone');
  }
  // Only Safari on iOS and iPadOS has this property.
  else if ('standalone' in navigator) tell('install', 'ios');
  addEventListener('appinstalled', () => tell('install', 'done'));
  offline();
}

// The page was sent in English.
function speak() {
  words = (WORDS[root.lang] ?? WORDS.en).companion;
  if (!WORDS[root.lang]?.start) return;
  globalThis.closelyWords = WORDS[root.lang].start;
  const texts = { '#trouble-reload': 'reload', '#trouble-export': 'export-notes', '#news [data-do=update]': 'update-now', '#news [data-do=later]': 'later' };
  for (const [selector, key] of Object.entries(texts)) document.querySelector(selector).textContent = words[key];
  document.getElementById('news').setAttribute('aria-label', words['edition-region']);
}

function tell(what, state) {
  root.setAttribute(`data-${what}`, state);
}

// ---- The offline copy.

function offline() {
  // Inside another page there is nothing to keep: the reader came for that page.
  if (!workers || window.top !== window) return tell('offline', 'none');
  workers.addEventListener('controllerchange', changed);
  if (!WORKER) return workers.getRegistration(SCOPE).then((found) => found?.scope === location.origin + SCOPE && found.unregister());
  // In discreet mode nothing is left behind; a copy that answers already was there before.
  if (root.hasAttribute('data-discreet') && !workers.controller) return tell('offline', 'discreet');
  if (navigator.connection?.saveData && !workers.controller) return tell('offline', 'asked');
  keep();
  addEventListener('online', () => root.dataset.offline === 'failed' && keep());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration?.update().catch(() => {});
  });
}

async function keep() {
  try {
    registration = await workers.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
  } catch {}
  // Refused, or the network is away: a copy that is there goes on working.
  if (!registration) return tell('offline', workers.controller ? 'ready' : 'failed');
  tell('offline', registration.active ? 'ready' : 'making');
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  if (registration.waiting && registration.active) news(words['new-edition'], words['notes-stay']);
}

// A worker on its way: the first one makes the copy, a later one waits until the reader says so.
function follow(worker) {
  if (!worker) return;
  const first = !registration.active;
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && !first) news(words['new-edition'], words['notes-stay']);
    if (worker.state === 'activated' && first) {
      tell('offline', 'ready');
      whenQuiet(() => say(words['ready-offline']));
    }
    if (worker.state === 'redundant' && !registration.active) tell('offline', 'failed');
  });
}

// ---- Updates.

function news(what, more) {
  const slip = document.getElementById('news');
  slip.querySelector('b').textContent = `${what} `;
  slip.querySelector('span').textContent = more;
  slip.hidden = false;
  tell('update', 'ready');
  whenQuiet(() => dispatchEvent(new CustomEvent('closely:murmur', { detail: `${what} ${more}` })));
}

// What the reader did is said first, and Undo is not taken away.
function whenQuiet(task) {
  if (document.querySelector('[role=status]')?.textContent) setTimeout(() => whenQuiet(task), 1000);
  else task();
}

let controlled = Boolean(workers?.controller);

function changed() {
  if (asked) return location.reload();
  // The first worker takes over a page that came without one; later ones come by another tab's word.
  if (controlled) news(words['updated-elsewhere'], words['update-when-it-suits']);
  controlled = true;
}

async function update() {
  // What is being written is saved now or when its field is left. What can't be saved is not thrown away.
  dispatchEvent(new Event('closely:going'));
  if (document.activeElement !== document.body) document.activeElement?.blur();
  await new Promise(requestAnimationFrame);
  if (document.querySelector('.saved.is-error')) {
    return say(words['unsaved-words']);
  }
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  asked = true;
  waiting.postMessage('update');
}

// ---- What can be pressed.

const ACTS = {
  update,
  later: () => (document.getElementById('news').hidden = true),
  keep: () => keep(),
  back: () => history.back(),
  share,
  install,
  export: () => document.getElementById('trouble-export').click(),
  discreet: () => discreet(true),
  open: () => discreet(false),
};

async function share() {
  const address = location.href;
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url: address });
    await navigator.clipboard.writeText(address);
    say(words['link-copied']);
  } catch (error) {
    // Called off is no failure.
    if (error?.name !== 'AbortError') say(words['no-sharing']);
  }
}

async function install() {
  const offered = offer();
  if (!offered) return say(words['install-by-menu']);
  await offered.prompt();
  const { outcome } = await offered.userChoice;
  root.removeAttribute('data-install');
  if (outcome === 'accepted') tell('install', 'done');
}

function discreet(on) {
  try {
    if (on) sessionStorage.setItem('closely:discreet', '1');
    else sessionStorage.removeItem('closely:discreet');
  } catch {
    return say(words['nothing-kept-anyway']);
  }
  location.reload();
}
