// Work without a network: a service worker keeps the files of one whole version. A newer one waits until no window runs
// an older: each window holds a lock that is named by its version, and the browser lets go of it when the window is gone.

/** Locks and caches belong to the whole server: the folder tells two Samplan on one server apart. */
const NAME = `samplan ${new URL("./", document.baseURI).href} `;

export function workOffline(worker: string, version: string): void {
  if (!("serviceWorker" in navigator)) return;
  // Held for as long as the window shows this page.
  navigator.locks?.request(NAME + version, { mode: "shared" }, () => new Promise(() => {})).catch(() => undefined);
  window.addEventListener("load", () => {
    navigator.serviceWorker.register(worker, { updateViaCache: "none" }).then(
      (registration) => {
        if (!registration) return; // Some browsers that are told to have no workers say nothing.
        const offer = (newer: ServiceWorker | null) => void letTakeOver(newer, version);
        offer(registration.waiting);
        offer(registration.installing);
        registration.addEventListener("updatefound", () => offer(registration.installing));
        // Browsers look for a new version in their own time; a planning day should not meet an old one.
        if (navigator.serviceWorker.controller) registration.update().catch(() => undefined);
      },
      () => undefined, // The app works without it as long as there is a network.
    );
  });
}

/** Once no window runs another version; without locks the browser's own rule holds: once all windows are closed. */
async function letTakeOver(newer: ServiceWorker | null, version: string): Promise<void> {
  if (!newer || !navigator.locks) return;
  for (;;) {
    const { held = [] } = await navigator.locks.query();
    const other = held.find(({ name }) => name?.startsWith(NAME) && name !== NAME + version);
    if (!other?.name) break;
    // Granted when the last window of that version lets go.
    await navigator.locks.request(other.name, () => undefined);
  }
  newer.postMessage(`take over ${version}`);
}

/** Whether the server holds another version of the app than `version`. Asked past the worker, which keeps its own. */
export async function isReplaced(version: string): Promise<boolean> {
  const page = await fetch("index.html", { cache: "no-store" });
  const found = /<meta name="samplan-version" content="([^"]*)">/.exec(await page.text())?.[1];
  return found !== undefined && found !== version;
}
