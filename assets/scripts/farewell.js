// Takes the place of the offline worker and ends it: `cargo xtask build --no-offline` writes this one.
//
// It removes this site's own copies and its registration, and nothing else. Open pages go on; the next one they ask for
// comes from the network.

const PREFIX = 'closely:__SCOPE__:';

addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(farewell()));

async function farewell() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await registration.unregister();
}
