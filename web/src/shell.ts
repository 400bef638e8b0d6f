// Runs before the app: theme and language before the first paint, the lazy door to the charts, work without a network,
// and the page that takes over when the app cannot go on. It must stay small: it is the only script that blocks the page.
import type * as Charts from "./charts.ts";
import { isReplaced, workOffline } from "./offline.ts";
import * as disk from "./disk.ts";
import * as durable from "./durable.ts";
import { copy, copyPicture } from "./copy.ts";
import { read, write } from "./sheets.ts";
import * as projector from "./projector.ts";
import { anyStored, askAhead, fetched, packed } from "./ahead.ts";
import { crash, isCrashed, watch } from "./crash.ts";
import * as drafts from "./drafts.ts";
import * as keys from "./keys.ts";
import * as paper from "./paper.ts";
import * as parts from "./parts.ts";
import * as past from "./past.ts";
import { hold } from "./stored.ts";

declare global {
  interface Window {
    samplan: {
      charts(): Promise<typeof Charts>;
      /** The durable copy of the stored plans. */
      durable: typeof durable;
      /** Files on the disk that plans are opened from and saved back to. */
      disk: typeof disk;
      /** A file of the app, as it was split. */
      fetched(url: URL): Promise<Response>;
      /** Whether anything is stored that must be read. */
      stored(): Promise<boolean>;
      /** Says that the app could not start. */
      failed(): void;
      /** Whether the server holds another version of the app than this page. */
      replaced(): Promise<boolean>;
      /** What is being typed, kept while it is typed. */
      drafts: typeof drafts;
      /** The app's own files, beside the page or inside it. */
      parts: typeof parts;
      /** What the stored plans were, and the room that all of it takes. */
      past: typeof past;
      /** The names in local storage. */
      keys: typeof keys;
      /** Holds what no storage took, for the page after a crash. */
      hold: typeof hold;
      /** The app has panicked: the page takes over. */
      crash: typeof crash;
      /** Puts a text, and the same as HTML, on the clipboard. */
      copy: typeof copy;
      copyPicture: typeof copyPicture;
      /** Spreadsheets, read and written in a worker. */
      sheets: { read(file: Blob): Promise<string>; write(book: string): Promise<Uint8Array> };
      /** Keeps the screen awake, or lets it sleep again; silent where the browser cannot. */
      awake(on: boolean): void;
      /** Fills the screen with the page, or stops; silent where the browser does not let it. */
      fullscreen(on: boolean): void;
      /** A window of its own for the room's screen. */
      projector: typeof projector;
    };
  }
}

interface Settings {
  language?: unknown;
  theme?: unknown;
}

const html = document.documentElement;

function settings(): Settings {
  try {
    return JSON.parse(localStorage.getItem(keys.named("samplan/settings")) ?? "{}") as Settings;
  } catch {
    return {}; // Storage is blocked, or its text is not ours: the app says so when it has started.
  }
}

function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}

// As the app's settings have it: Swedish for all who do not ask for English, colours as the system says.
const { language, theme } = settings();
html.lang = (typeof language === "string" ? language : navigator.language).startsWith("en") ? "en" : "sv";
html.dataset["theme"] = theme === "light" || theme === "dark" || theme === "projector" ? theme : "system";

let wanted = false;
let lock: WakeLockSentinel | undefined;
/** The browser's turning to full screen or back that was asked for last. */
let turning: Promise<void> = Promise.resolve();

/** The browser's word of one turning, which may come after its promise. */
function fullscreenTold(): Promise<void> {
  return new Promise((told) => {
    addEventListener("fullscreenchange", () => told(), { once: true });
    // A browser that never tells holds nothing up.
    setTimeout(told, 2000);
  });
}

// The browser lets go whenever the page is hidden, so the wish is kept and made again.
async function keepAwake(): Promise<void> {
  if (!wanted || document.hidden || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock?.request("screen");
    if (!wanted) await lock?.release();
  } catch {
    // Refused, as with a low battery: the showing goes on without.
  }
}
document.addEventListener("visibilitychange", () => void keepAwake());
paper.follow();

const stored = anyStored();
// What reads a stored plan comes along with the app. Only a finished build has it in files of its own.
packed(meta("samplan-packs") ?? "");
void stored.then((any) => any && askAhead());

let charts: Promise<typeof Charts> | undefined;
const sheets = (): string => meta("samplan-sheets") ?? "sheets/worker.js";
window.samplan = {
  disk,
  durable,
  copy,
  copyPicture,
  sheets: { read: (file) => read(sheets(), file), write: (book) => write(sheets(), book) },
  projector,
  drafts,
  parts,
  past,
  keys,
  hold,
  crash,
  charts() {
    const inside = parts.standing();
    if (inside) return inside.charts();
    const path = new URL(meta("samplan-charts") ?? "charts/charts.js", document.baseURI).href;
    charts ??= (import(path) as Promise<typeof Charts>).catch((error: unknown) => {
      charts = undefined; // The network may be back at the next try.
      throw error;
    });
    return charts;
  },
  fetched,
  stored: () => stored,
  failed: () => void crash("a part of the app could not be fetched"),
  replaced: async () => !parts.standing() && isReplaced(meta("samplan-version") ?? ""),
  awake(on) {
    wanted = on;
    if (on) void keepAwake();
    else lock?.release().catch(() => undefined);
  },
  fullscreen(on) {
    // One after the other: what is asked while the browser is still turning, or has not told of it, is not lost.
    turning = turning
      .then(() => {
        if (on === Boolean(document.fullscreenElement)) return undefined;
        // A showing that a reload interrupted goes on without a gesture, which the browser wants for this.
        if (on && navigator.userActivation?.isActive === false) return undefined;
        const told = fullscreenTold();
        return (on ? html.requestFullscreen?.() : document.exitFullscreen?.())?.then(() => told);
      })
      .catch(() => undefined);
  },
};

watch();

document.addEventListener("DOMContentLoaded", () => {
  if (projector.isProjector) return void projector.mirror();
  const place = document.querySelector("#loading p");
  if (place && !isCrashed()) place.textContent = html.lang === "en" ? "Opening Samplan …" : "Samplan öppnas …";
});

// A page that shows this one inside itself can lay anything over it: the reader is told, and led out.
document.addEventListener("DOMContentLoaded", () => {
  if (window.top === window) return;
  const link = Object.assign(document.createElement("a"), {
    href: document.baseURI,
    target: "_blank",
    rel: "noopener",
  });
  link.className = "framed";
  link.textContent =
    html.lang === "en"
      ? "Samplan is shown inside another page. Open it by itself."
      : "Samplan visas inuti en annan sida. Öppna den för sig.";
  document.body.prepend(link);
});

// Only a finished build names its service worker; the development server has none.
const worker = meta("samplan-offline");
if (worker) workOffline(worker, meta("samplan-version") ?? "");
