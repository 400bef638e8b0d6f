// Times the built app in Chromium and prints the rows as JSON: [{ name, unit, p50, p95, n }].
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const LOADS = 10;

/** @typedef {{ name: string, unit: string, p50: number, p95: number, n: number }} Row */

const site = await serve();
const browser = await chromium.launch(launch);
try {
  console.log(JSON.stringify([await firstLoads(), await returns(), ...(await modelInWasm())]));
} finally {
  await browser.close();
  await site.close();
}

/** From navigation to usable with nothing kept: a new profile each time. */
async function firstLoads() {
  const times = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    times.push(await untilReady(await context.newPage()));
    await context.close();
  }
  return row("first visit, until usable", "ms", times);
}

/** From navigation to usable for somebody who comes back: everything is kept by the service worker. */
async function returns() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await untilReady(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const times = [];
  for (let load = 0; load < LOADS; load += 1) times.push(await untilReady(page));
  await context.close();
  return row("later visit, until usable", "ms", times);
}

/**
 * The model inside the browser, as the app's hidden route #/bench measures it: the app puts
 * `[{ name, unit, times: [number] }]` as JSON into `document.body.dataset.bench` when it is done.
 * @returns {Promise<Row[]>}
 */
async function modelInWasm() {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${site.url}#/bench`);
  await page.waitForSelector("body[data-ready=true]");
  // An app without the route has nothing to tell, and is not waited for.
  const expects = await page.locator("[data-bench-running], body[data-bench]").count();
  const found = expects
    ? await page.waitForSelector("body[data-bench]", { timeout: 120_000 }).then((body) => body.getAttribute("data-bench"))
    : null;
  await context.close();
  /** @type {{ name: string, unit: string, times: number[] }[]} */
  const measured = JSON.parse(found ?? "[]");
  return measured.map(({ name, unit, times }) => row(name, unit, times));
}

/** Milliseconds since navigation when the app says that it can be used. @param {import("@playwright/test").Page} page */
async function untilReady(page) {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body?.dataset["ready"] !== "true") return;
      observer.disconnect();
      Object.assign(window, { readyAt: performance.now() });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(site.url);
  const at = await page.waitForFunction(() => /** @type {any} */ (window).readyAt);
  return at.jsonValue();
}

/** @param {string} name @param {string} unit @param {number[]} times @returns {Row} */
function row(name, unit, times) {
  const sorted = [...times].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
  return { name, unit, p50: at(0.5), p95: at(0.95), n: sorted.length };
}
