// Times the start and the way to each view on slow lines and a slow processor, and prints the rows as JSON:
// [{ name, unit, p50, p95, n }]. With a folder named in BEFORE, its build is measured in turn with the one in dist/.
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { DIST, serve } from "./serve.mjs";

const LOADS = 3;
const SLOWER = 4;
const LINES = [
  { name: "10 Mbit/s", bits: 10e6, latency: 40 },
  { name: "1.6 Mbit/s", bits: 1.6e6, latency: 150 },
];
const VIEWS = [
  "ny",
  "plan",
  "scenarier",
  "jamfor",
  "utforska",
  "visa",
  "underlag",
  "tva-planer",
  "tillganglighet",
  "integritet",
];
const PATIENCE = 300_000;

/** @typedef {{ name: string, unit: string, p50: number, p95: number, n: number }} Row */

const plan = await readFile(new URL("../../plans/varend-2016.json", import.meta.url), "utf8");
const before = process.env["BEFORE"];
const sites = [{ name: "now", site: await serve({ packed: true }), root: DIST }];
if (before) sites.unshift({ name: "before", site: await serve({ packed: true, root: before }), root: before });
const browser = await chromium.launch(launch);
/** @type {Map<string, { unit: string, values: number[] }>} */
const found = new Map();
/** @param {string} name @param {string} unit @param {number} value */
const note = (name, unit, value) => {
  const row = found.get(name) ?? { unit, values: [] };
  row.values.push(value);
  found.set(name, row);
};
try {
  for (const line of LINES) {
    for (let load = 0; load < LOADS; load += 1) {
      for (const { name, site } of sites) {
        for (const start of ["home", "budget"]) await opening(`${start}, ${line.name}, ${name}`, site.url, line, start);
      }
    }
    for (const view of VIEWS) await way(`#/${view}, ${line.name}`, sites.at(-1)?.site.url ?? "", line, view);
  }
  for (const { name, site } of sites) await weight(name, site.url);
  console.log(JSON.stringify([...found].map(([name, { unit, values }]) => row(name, unit, values))));
} finally {
  await browser.close();
  for (const { site } of sites) await site.close();
}

/** A page on such a line, with a plan stored or with nothing. @param {typeof LINES[number]} line @param {boolean} stored */
async function slow(line, stored) {
  const context = await browser.newContext({
    serviceWorkers: "block",
    viewport: { width: 1366, height: 768 },
    locale: "sv-SE",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const speed = line.bits / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.latency,
    downloadThroughput: speed,
    uploadThroughput: speed,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (stored) await store(page);
  return { context, page };
}

/** @param {import("@playwright/test").Page} page */
const store = (page) =>
  page.addInitScript((text) => {
    localStorage.setItem("samplan/plan/bench", text);
    localStorage.setItem("samplan/last", "bench");
  }, plan);

/** From navigation until the app says that it can be used. @param {string} name @param {string} url @param {typeof LINES[number]} line @param {string} start */
async function opening(name, url, line, start) {
  const { context, page } = await slow(line, start === "budget");
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body?.dataset["ready"] !== "true") return;
      observer.disconnect();
      Object.assign(window, { readyAt: performance.now() });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(start === "budget" ? `${url}#/budget` : url, { timeout: PATIENCE });
  const at = await page.waitForFunction(() => /** @type {any} */ (window).readyAt, null, { timeout: PATIENCE });
  note(name, "ms", await at.jsonValue());
  await context.close();
}

/** From a click to the view, with nothing of it fetched ahead. @param {string} name @param {string} url @param {typeof LINES[number]} line @param {string} view */
async function way(name, url, line, view) {
  const { context, page } = await slow(line, true);
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(`${url}#/budget`, { timeout: PATIENCE });
  await page.waitForSelector("body[data-ready=true]", { timeout: PATIENCE });
  const took = await page.evaluate(async (view) => {
    const main = document.querySelector("main");
    const was = main?.firstElementChild;
    const start = performance.now();
    const shown = new Promise((done) => {
      const look = () => (main?.firstElementChild !== was ? done(undefined) : requestAnimationFrame(look));
      look();
    });
    location.hash = `#/${view}`;
    await shown;
    return performance.now() - start;
  }, view);
  note(name, "ms", took);
  await context.close();
}

/** How long compiling what is fetched until the table takes, and what the page weighs in memory. @param {string} name @param {string} url */
async function weight(name, url) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await store(page);
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(`${url}#/budget`);
  await page.waitForSelector("body[data-ready=true]");
  const { compile, heap } = await page.evaluate(async () => {
    const files = performance.getEntriesByType("resource").map((file) => file.name);
    let compile = 0;
    for (const file of files.filter((file) => file.endsWith(".wasm"))) {
      const bytes = await (await fetch(file)).arrayBuffer();
      const start = performance.now();
      await WebAssembly.compile(bytes);
      compile += performance.now() - start;
    }
    return { compile, heap: /** @type {any} */ (performance).memory?.usedJSHeapSize ?? 0 };
  });
  note(`wasm compile until Budget, ${name}`, "ms", compile);
  note(`JS heap in Budget, ${name}`, "MB", heap / 1e6);
  await context.close();
}

/** @param {string} name @param {string} unit @param {number[]} values @returns {Row} */
function row(name, unit, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { name, unit, p50: at(0.5), p95: at(0.95), n: sorted.length };
}
