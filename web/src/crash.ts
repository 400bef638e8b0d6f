// The page that takes over when the app cannot go on: after a panic, an exception that nothing caught, a promise that
// nobody heard, or a start that failed. It needs nothing of the app: what is stored is read straight from the browser.
import { stored, type Work } from "./stored.ts";

/** Asks the next start to open no plan by itself; the app reads it once (`src/state/session`). */
const SAFE = "samplan/safe";

const words = {
  sv: {
    stopped: "Samplan stannade",
    stoppedWhat:
      "Något gick fel i appen. Det som var sparat finns kvar i den här webbläsaren, och du kan ladda ned det som filer här.",
    failed: "Samplan kunde inte starta",
    failedWhat: "Ladda om sidan, eller öppna den i en nyare webbläsare. Det som var sparat i webbläsaren finns kvar.",
    looking: "Letar efter sparat arbete …",
    download: "Ladda ned mitt arbete",
    one: "Ladda ned",
    nothing: "Inget arbete är sparat i den här webbläsaren.",
    again: "Ladda om",
    safe: "Öppna Hem utan plan",
    safeWhat: "Stannar appen igen när du laddar om: öppna Hem utan den senaste planen.",
    plan: "Plan",
    older: "Äldre sparad version",
    deleted: "I papperskorgen",
    aside: "Gick inte att läsa",
    draft: "Det du skrev, inte infört i planen",
    details: "Tekniska uppgifter",
  },
  en: {
    stopped: "Samplan stopped",
    stoppedWhat:
      "Something went wrong in the app. What was saved is still in this browser, and you can download it as files here.",
    failed: "Samplan could not start",
    failedWhat: "Reload the page, or open it in a newer browser. What was saved in the browser is still there.",
    looking: "Looking for saved work …",
    download: "Download my work",
    one: "Download",
    nothing: "No work is saved in this browser.",
    again: "Reload",
    safe: "Open Home without a plan",
    safeWhat: "If the app stops again when you reload: open Home without the last plan.",
    plan: "Plan",
    older: "Older saved version",
    deleted: "In the bin",
    aside: "Could not be read",
    draft: "What you were typing, not entered in the plan",
    details: "Technical details",
  },
};

/** What the app listens to on the page: after a crash it is not to act any more, least of all to save. */
const HEARD = [
  "keydown",
  "keyup",
  "input",
  "change",
  "focusin",
  "focusout",
  "copy",
  "paste",
  "dragover",
  "dragleave",
  "drop",
  "storage",
  "hashchange",
  "popstate",
  "pagehide",
  "beforeunload",
  "visibilitychange",
  "resize",
];

let crashed = false;

/** Whether the page has been taken over. */
export function isCrashed(): boolean {
  return crashed;
}

/** Takes the page over. The first reason is the one that is told. */
export function crash(reason: unknown): void {
  if (crashed) return;
  crashed = true;
  const said = describe(reason);
  const show = () => draw(document.body.dataset["ready"] === "true", said);
  if (document.body) show();
  else document.addEventListener("DOMContentLoaded", show);
}

/** Watches for whatever nothing else has caught. Comes before the app, so that it can keep events from it later. */
export function watch(): void {
  for (const name of HEARD) window.addEventListener(name, (event) => crashed && event.stopImmediatePropagation(), true);
  window.addEventListener(
    "error",
    (event: Event) => {
      if (event instanceof ErrorEvent) {
        // Without an error: the browser's own remarks (on ResizeObserver), and scripts of other origins.
        if (event.error != null && !isForeign(event.error)) crash(event.error);
      } else if (
        document.body?.dataset["ready"] !== "true" &&
        event.target instanceof Element &&
        ["SCRIPT", "LINK"].includes(event.target.tagName)
      ) {
        crash(`${event.target.getAttribute("src") ?? event.target.getAttribute("href") ?? "script"}`);
      }
    },
    true,
  );
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (!isForeign(reason)) crash(reason);
  });
}

/** A browser extension's troubles are its own. */
function isForeign(reason: unknown): boolean {
  return reason instanceof Error && /\b[a-z-]+-extension:\/\//.test(reason.stack ?? "");
}

function describe(reason: unknown): string {
  if (reason instanceof Error) return `${reason.name}: ${reason.message}\n${reason.stack ?? ""}`;
  return String(reason);
}

function draw(started: boolean, said: string): void {
  const say = words[document.documentElement.lang === "en" ? "en" : "sv"];
  const title = element("h1", { tabIndex: -1 }, started ? say.stopped : say.failed);
  const works = element("div", { className: "works" }, element("p", {}, say.looking));
  works.setAttribute("role", "status");
  const version = document.querySelector<HTMLMetaElement>('meta[name="samplan-version"]')?.content ?? "";
  const page = element(
    "main",
    { className: "crashed" },
    title,
    element("p", {}, started ? say.stoppedWhat : say.failedWhat),
    works,
    element(
      "div",
      { className: "ways" },
      button(say.again, () => location.reload(), "again"),
      button(say.safe, openSafely, "safe"),
    ),
    element("p", { className: "muted" }, say.safeWhat),
    element(
      "details",
      {},
      element("summary", {}, say.details),
      element("pre", { tabIndex: 0 }, `${said.trim()}\n${version}\n${navigator.userAgent}`),
    ),
  );
  delete document.body.dataset["ready"];
  document.body.dataset["crashed"] = "true";
  document.body.replaceChildren(page);
  document.title = `${title.textContent} – Samplan`;
  // A part of the app that arrives now takes the focus out of the view that it was to follow; it is kept here.
  const keep = ({ relatedTarget }: FocusEvent) => void (relatedTarget ?? setTimeout(() => title.focus()));
  title.addEventListener("blur", keep, { once: true });
  title.focus();
  void stored().then((found) => works.replaceChildren(...list(found, say)));
}

function list(found: Work[], say: (typeof words)["sv"]): Node[] {
  if (found.length === 0) return [element("p", {}, say.nothing)];
  const all = button(say.download, () => found.forEach(download), "download-work");
  all.className = "primary";
  const rows = found.map((work) => {
    const one = button(say.one, () => download(work));
    one.setAttribute("aria-label", `${say.one}: ${work.name} (${say[work.kind]})`);
    return element(
      "li",
      {},
      element("span", {}, element("strong", {}, work.name), element("small", {}, say[work.kind])),
      one,
    );
  });
  return [all, element("ul", {}, ...rows)];
}

function download({ file, text, kind }: Work): void {
  const address = URL.createObjectURL(new Blob([text], { type: kind === "draft" ? "text/plain" : "application/json" }));
  element("a", { href: address, download: file }).click();
  // Not at once: several files after each other are fetched in the browser's own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function openSafely(): void {
  try {
    sessionStorage.setItem(SAFE, "1");
  } catch {
    // Without storage there is no last plan that could be opened.
  }
  history.replaceState(null, "", "#/");
  location.reload();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

function button(text: string, act: () => void, test?: string): HTMLButtonElement {
  const made = element("button", { type: "button", onclick: act }, text);
  if (test) made.dataset["test"] = test;
  return made;
}
