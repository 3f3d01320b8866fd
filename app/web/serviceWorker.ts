/// <reference lib="webworker" />
// Keeps the app's own files so that it opens without a network. No answer of the API is ever kept: it would be a child's name on a phone.
const worker = self as unknown as ServiceWorkerGlobalScope;
declare const BUILD: string;
/** A shelf for each build. */
const shelf = `olle-files-${BUILD}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shelf)
      .then((cache) => cache.add('/'))
      .then(() => worker.skipWaiting()),
  );
});

/** Keeps this build and the one before, which a page that is still open may need; shelves stand in the order in which they were made. */
async function clearShelves(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('olle-files') && name !== shelf);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

worker.addEventListener('activate', (event) => event.waitUntil(clearShelves().then(() => worker.clients.claim())));

async function fromShelfFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone());
  return answer;
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(shelf)).put('/', answer.clone());
    return answer;
  } catch (error) {
    const kept = (await (await caches.open(shelf)).match('/')) ?? (await caches.match('/'));
    if (kept) return kept;
    throw error;
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return;
  if (pathname.startsWith('/assets/')) event.respondWith(fromShelfFirst(request));
  else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(request));
});
