/// <reference lib="webworker" />
// Keeps the app's own files so that it opens without a network. No answer of the API is ever kept: it would be a child's name on a phone.
const worker = self as unknown as ServiceWorkerGlobalScope;
declare const BUILD: string;
/** Not yet in the types of TypeScript. */
type Routing = ExtendableEvent & { addRoutes?: (route: { condition: { urlPattern: string }; source: 'network' }) => void };
/** A shelf for each build. */
const shelf = `olle-files-${BUILD}`;

/** Keeps the first page and every file it names. A browser keeps what it compiled beside what is put on a shelf now, and beside nothing else. */
async function fillShelf(): Promise<void> {
  const cache = await caches.open(shelf);
  const page = await fetch('/', { cache: 'no-cache' });
  const named = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  await Promise.all([cache.put('/', page), cache.addAll(named)]);
  await worker.skipWaiting();
}

worker.addEventListener('install', (event) => {
  // Where the browser can, a question to the server does not wait until this worker has woken.
  (event as Routing).addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' });
  event.waitUntil(fillShelf());
});

/** Keeps this build and the one before, which a page that is still open may need; caches are listed in the order in which they were made. */
async function clearShelves(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('olle-files') && name !== shelf);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** What a page fetched before this worker was there, its catalogues among them: it tells once the worker is. */
worker.addEventListener('message', (event) => {
  const files = (event.data as readonly string[]).filter((path) => path.startsWith('/assets/'));
  event.waitUntil(caches.open(shelf).then((cache) => cache.addAll(files)));
});

worker.addEventListener('activate', (event) => {
  // Nor does the page itself.
  const begin = worker.registration.navigationPreload?.enable();
  event.waitUntil(Promise.all([begin, clearShelves().then(() => worker.clients.claim())]));
});

/** Puts an answer on the shelf while it is already on its way to the page. */
function keep(event: FetchEvent, name: RequestInfo, answer: Response): void {
  if (!answer.ok) return;
  const copy = answer.clone();
  event.waitUntil(caches.open(shelf).then((cache) => cache.put(name, copy)));
}

async function fromShelfFirst(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  keep(event, request, answer);
  return answer;
}

async function fromNetworkFirst(event: FetchEvent): Promise<Response> {
  try {
    const answer = ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request));
    keep(event, '/', answer);
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
  if (pathname.startsWith('/assets/')) event.respondWith(fromShelfFirst(event));
  else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(event));
});

/** A notice from the server: how many tasks of which kind are waiting, in the reader's language; never about whom. */
worker.addEventListener('push', (event) => {
  const { title, body } = event.data!.json() as { readonly title: string; readonly body: string };
  event.waitUntil(worker.registration.showNotification(title, { body, tag: 'olle', icon: '/icon-192.png', badge: '/icon-192.png' }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const [window] = await worker.clients.matchAll({ type: 'window' });
    await (window ? window.focus() : worker.clients.openWindow('/'));
  };
  event.waitUntil(open());
});
