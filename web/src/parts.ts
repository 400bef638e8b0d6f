// The app's own files: beside the page, or inside it where the page is one file (`web/bundle.mjs`).
import type * as Charts from "./charts.ts";

/** What the script of the one file hands over. */
export interface Alone {
  charts(): Promise<typeof Charts>;
  /** The page as it was loaded. */
  page: string;
}

let alone: Alone | undefined;

/** Whether the page is the one file: known before all of it is there. */
function isAlone(): boolean {
  return document.querySelector('meta[name="samplan-alone"]') !== null;
}

/** All of the page is there. */
async function whole(): Promise<void> {
  if (document.readyState === "loading")
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

/** The script of the one file begins. */
export function stand(one: Alone): void {
  alone = one;
}

/** What the one file has handed over; nothing where the files stand beside the page. */
export function standing(): Alone | undefined {
  return alone;
}

/** A file that is inside the page, unpacked. */
async function inside(name: string): Promise<Response | undefined> {
  if (!isAlone()) return undefined;
  await whole();
  const held = [...document.querySelectorAll<HTMLScriptElement>("script[data-file]")].find(
    (one) => one.dataset["file"] === name,
  );
  if (!held) return undefined;
  const packed = Uint8Array.from(atob(held.textContent ?? ""), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": held.dataset["kind"] ?? "" } });
}

/** A file by its path in the site. */
export async function file(path: string): Promise<Response> {
  const held = await inside(path);
  if (held) return held;
  if (isAlone()) throw new Error(`${path} is not inside the page`);
  return fetch(path);
}

/** A file of the app that its scripts ask for by an address; those of the one file are known by their names. */
export async function app(url: URL): Promise<Response> {
  return isAlone() ? file(url.pathname.split("/").pop() ?? "") : fetch(url);
}

/** A worker, and what it needs to be handed since it cannot fetch it. */
export async function worker(path: string, module: string): Promise<{ worker: Worker; module?: ArrayBuffer }> {
  if (!isAlone()) return { worker: new Worker(new URL(path, document.baseURI), { type: "module" }) };
  const [script, wasm] = await Promise.all([file("worker.js"), file(module)]);
  const address = URL.createObjectURL(new Blob([await script.text()], { type: "text/javascript" }));
  return { worker: new Worker(address), module: await wasm.arrayBuffer() };
}

const PLAN = /(<script type="application\/json" id="plan-inside">)[^<]*(<\/script>)/;

/** The plan that was put into the one file; nothing in others. */
export function planInside(): string {
  return document.getElementById("plan-inside")?.textContent?.trim() ?? "";
}

/** One file that holds the app and a plan. It is made from this page where this is one, else from the one that the build
 * has laid beside the app. */
export async function withPlan(plan: string): Promise<Blob> {
  let page = alone?.page;
  if (page === undefined) {
    const answer = await fetch("samplan.html");
    if (!answer.ok) throw new Error(`samplan.html: ${answer.status}`);
    page = await answer.text();
  }
  if (!PLAN.test(page)) throw new Error("there is no place for a plan");
  // No tag can begin inside: a plan is JSON, where this is the same letter.
  const text = plan.replaceAll("<", "\\u003c");
  return new Blob([page.replace(PLAN, (_, before: string, after: string) => before + text + after)], {
    type: "text/html",
  });
}
