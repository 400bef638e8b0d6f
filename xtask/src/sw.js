// Keeps one whole version of the app for when there is no network, or no whole version on it. The page itself is asked
// from the network first, so a new version shows at the next load; this worker never reloads anything by itself. It takes over from an older one when
// a page of its own version says that no window runs another (web/src/offline.ts).
const VERSION = "VERSION";
const FILES = "FILES";

// Caches belong to the whole server: the folder tells two Samplan on one server apart.
const PREFIX = `samplan ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;
const SCOPE = new URL(self.registration.scope);
const PATIENCE = 3000;
// Filled in by whoever publishes the site, after the build: as the network has it, or as it was when this version came.
const SITE = new URL("site.json", SCOPE).href;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === `take over ${VERSION}`) event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return;
  const isPage = pathname === SCOPE.pathname || pathname === `${SCOPE.pathname}index.html`;
  if (request.mode !== "navigate") event.respondWith(file(request));
  else if (isPage) event.respondWith(page(request));
});

/** All files or none: their digests see to it that a half-finished deployment is not kept. */
async function install() {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(
      Object.entries(FILES).map(async ([path, integrity]) => {
        const response = await fetch(path, { integrity, cache: "no-cache" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(path, response);
      }),
    );
    // A site may do without.
    await cache.add(SITE).catch(() => undefined);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request) {
  const answer = fetch(request.url, { cache: "no-cache", credentials: "same-origin", redirect: "manual" }).catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const fresh = await Promise.race([answer.then(whole), patience]);
  return fresh ?? (await kept("./")) ?? (await answer) ?? Response.error();
}

/** The answer, if it is a page of Samplan with all its files: not an error's, a login page's or half a deployment's. */
async function whole(answer) {
  if (!answer?.ok) return undefined;
  const html = await answer.clone().text();
  const version = /<meta name="samplan-version" content="([^"]+)"/.exec(html)?.[1];
  if (!version) return undefined;
  if (version === VERSION) return answer;
  const named = [...html.matchAll(/["']([^"'<>\s]+\.(?:js|css|wasm))["']/g)].map(([, path]) => new URL(path, SCOPE).href);
  const there = await Promise.all([...new Set(named)].map(isThere));
  return there.every(Boolean) ? answer : undefined;
}

/** Whether the server has a file; one that it answers for with a page, it has not. */
async function isThere(url) {
  const response = (await kept(url)) ?? (await fetch(url).catch(() => undefined));
  return Boolean(response?.ok) && !response.headers.get("content-type")?.includes("text/html");
}

async function file(request) {
  if (request.url !== SITE) return (await kept(request)) ?? fetch(request);
  return (await fetch(request).catch(() => undefined)) ?? (await kept(request)) ?? Response.error();
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  return cache.match(request, { ignoreVary: true });
}
