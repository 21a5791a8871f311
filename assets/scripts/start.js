// Inside every page: starts the app, says so where that fails, and takes the reader away at once when asked.
//
// It needs nothing but itself: a page whose program is missing, refused or stopped still leaves, reloads and exports.
// The words for each trouble (assets/words) say what happened, what is safe and what to do.

const root = document.documentElement;
const still = document.getElementById('app');
const came = location.pathname;

// English, which stands in here; what the companion has brought in the language of the page.
const ENGLISH = __WORDS__;
const words = (key) => globalThis.closelyWords?.[key] ?? ENGLISH[key];

// What is told to the reader goes through the app's status line, or into the static page's own.
function say(text) {
  if (root.hasAttribute('data-ready')) return dispatchEvent(new CustomEvent('closely:say', { detail: text }));
  const line = document.createElement('p');
  line.className = 'toast';
  line.textContent = text;
  document.querySelector('[role=status]')?.replaceChildren(line);
}

// ---- Quick exit: the link, or Shift three times.

let before = '';

function leave(href) {
  // Nothing is to be seen from here on, however slow the network is.
  before = document.title;
  root.setAttribute('data-left', '');
  document.title = 'Loading';
  location.replace(href);
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('a.exit');
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  leave(link.href);
}, true);

let presses = 0, alone = false, patience;

function forget(words) {
  clearTimeout(patience);
  if (presses && words) say(words);
  presses = 0;
}

addEventListener('keydown', (event) => {
  alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!alone) forget();
}, true);

addEventListener('pointerdown', () => (alone = false), true);

addEventListener('keyup', (event) => {
  const link = document.querySelector('a.exit');
  if (event.key !== 'Shift' || !alone || !link) return;
  alone = false;
  presses += 1;
  clearTimeout(patience);
  if (presses === 3) return leave(link.href);
  say(words(presses === 1 ? 'press-twice-more' : 'press-once-more'));
  patience = setTimeout(() => forget(words('you-stay')), 5000);
}, true);

addEventListener('pageshow', (event) => {
  if (!event.persisted || !root.hasAttribute('data-left')) return;
  root.removeAttribute('data-left');
  document.title = before;
  forget();
});

// ---- Trouble: what is here stays readable, and what was kept can be taken along.

const AGAIN = 'closely:stopped';

function trouble(why) {
  if (root.hasAttribute('data-trouble')) return;
  root.setAttribute('data-trouble', why);
  root.removeAttribute('data-ready');
  const band = document.getElementById('trouble');
  band.querySelector('span').textContent = words(why);
  band.lang = globalThis.closelyWords ? root.lang : 'en';
  band.hidden = false;
}

// Words that were typed and are not saved.
function drafts() {
  const unsaved = (field) => field.value.trim() && !field.nextElementSibling?.querySelector('.is-saved');
  return [...document.querySelectorAll('#app textarea')].filter(unsaved).map((field) => field.value);
}

// A fault in the program leaves nothing of it to rely on: in its place comes the static page. Words that were not saved
// stay where they are.
function stopped() {
  if (root.hasAttribute('data-trouble')) return;
  const typed = drafts();
  document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  if (!typed.length && location.pathname !== came) {
    try {
      sessionStorage.setItem(AGAIN, '1');
      return location.reload();
    } catch {}
  }
  // It was sent in English, whatever the app spoke.
  still.lang = 'en';
  if (!typed.length && location.pathname === came) document.getElementById('app').replaceWith(still);
  document.querySelectorAll('#app textarea').forEach((field) => (field.readOnly = true));
  // Links are links again: nothing of the program may take hold of them.
  addEventListener('click', (event) => event.target.closest?.('#trouble') || event.stopImmediatePropagation(), true);
  trouble('stopped');
}

function exportRecords() {
  const records = {};
  const unsaved = drafts();
  let none = words('nothing-kept');
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index);
      if (key.startsWith('closely:')) records[key] = localStorage.getItem(key);
    }
  } catch {
    none = words('storage-blocked');
  }
  // A program that runs adds what it could not save.
  if (!root.hasAttribute('data-trouble')) dispatchEvent(new CustomEvent('closely:export', { detail: records }));
  if (!unsaved.length && !Object.keys(records).length) return say(none);
  const whole = { format: 'closely-records', version: 1, exported: new Date().toISOString(), unsaved, records };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 1)], { type: 'application/json' }));
  link.download = 'closely-notes.json';
  document.body.append(link);
  link.click();
  link.remove();
  const locked = Object.keys(records).some((key) => key.startsWith('closely:lock:'));
  say(words(locked ? 'exported-encrypted' : 'exported'));
}

// A newer edition that waits may be the one that works.
async function reload() {
  try {
    const registration = await navigator.serviceWorker?.getRegistration('__SCOPE__');
    // Where we have none, the one that answers may be another site's.
    if (registration?.scope === location.origin + '__SCOPE__') {
      await registration.update();
      const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
      const next = registration.installing ?? registration.waiting;
      next?.addEventListener('statechange', () => next.state === 'installed' && next.postMessage('update'));
      registration.waiting?.postMessage('update');
      if (next) await Promise.race([changed, new Promise((done) => setTimeout(done, 8000))]);
    }
  } catch {}
  location.reload();
}

document.getElementById('trouble-reload').addEventListener('click', reload);
document.getElementById('trouble-export').addEventListener('click', exportRecords);

// An error that came through the program left it in the middle of something. A call that came too late did not.
const ours = (error) =>
  error instanceof Error && /wasm-function|\[wasm code\]/.test(error.stack) && !/closure invoked/.test(error.message);
addEventListener('closely:stopped', stopped);
addEventListener('closely:absent', () => trouble('absent'));
addEventListener('error', ({ error }) => ours(error) && stopped());
addEventListener('unhandledrejection', ({ reason }) => ours(reason) && stopped());

// ---- The offer to install comes early and is kept for the settings page.

let offer = null;
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event;
  root.setAttribute('data-install', 'offered');
});

// ---- The start.

// Parts of the program that this page can't do without come beside the first one (part.js takes them from here).
function askForParts() {
  globalThis.closelyParts = new Map();
  for (const name of (root.dataset.parts ?? '').split(' ').filter(Boolean)) {
    const { href } = new URL(name, location.href);
    const answer = fetch(href);
    answer.catch(() => {});
    globalThis.closelyParts.set(href, answer);
  }
}

async function run(glue) {
  try {
    await glue.default({ module_or_path: '__WASM__' });
  } catch (error) {
    if (ours(error)) throw error;
    await glue.default({ module_or_path: fetch('__WASM__', { cache: 'reload' }) });
  }
}

async function start() {
  let again = null;
  try {
    again = sessionStorage.getItem(AGAIN);
    sessionStorage.removeItem(AGAIN);
  } catch {}
  if (again) return trouble('stopped');
  if (typeof WebAssembly !== 'object') return trouble('none');
  askForParts();
  let glue;
  try {
    // Something on the way may have put another answer into the browser's cache: a second try goes past it.
    glue = await import('__GLUE__').catch(() => import('__GLUE__?again'));
  } catch (error) {
    console.error(error);
    return trouble('absent');
  }
  try {
    await run(glue);
  } catch (error) {
    console.error(error);
    if (ours(error)) return stopped();
    // A request that failed is a TypeError; bytes that are no program are a CompileError.
    return trouble(error instanceof TypeError ? 'absent' : 'refused');
  }
  // The rest can wait until the reader has the page.
  const idle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 1000));
  idle(() => import('__COMPANION__').then(({ begin }) => begin(say, () => offer)).catch(() => {}), { timeout: 5000 });
}

start();
