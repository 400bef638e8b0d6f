// Times the built app in Chromium and prints the rows as JSON: [{ name, unit, p50, p95, n }].
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const LOADS = 10;
const MOVES = 65;
const SIMULATIONS = 5;

/** @typedef {{ name: string, unit: string, p50: number, p95: number, n: number }} Row */

const site = await serve();
const browser = await chromium.launch(launch);
try {
  const rows = [await firstLoads(), await returns(), ...(await modelInWasm())];
  rows.push(...(await sliders("Värend 2016–2018", new URL("../../plans/varend-2016.json", import.meta.url))));
  const country = process.env["COUNTRY"];
  if (country) rows.push(...(await sliders("80 associations, 20 decisions", country)));
  for (const plan of ["varend-2016", "sydnarke-2016", "akst-2014"]) rows.push(...(await simulation(plan)));
  console.log(JSON.stringify(rows));
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
    ? await page
        .waitForSelector("body[data-bench]", { timeout: 120_000 })
        .then((body) => body.getAttribute("data-bench"))
    : null;
  await context.close();
  /** @type {{ name: string, unit: string, times: number[] }[]} */
  const measured = JSON.parse(found ?? "[]");
  return measured.map(({ name, unit, times }) => row(name, unit, times));
}

/**
 * From a slider's input to the figures that follow from it: in the document, and painted.
 * @param {string} name @param {URL | string} file a plan with a scenario that has a step-down last
 * @returns {Promise<Row[]>}
 */
async function sliders(name, file) {
  const context = await browser.newContext({
    serviceWorkers: "block",
    viewport: { width: 1366, height: 768 },
    locale: "sv-SE",
  });
  const page = await context.newPage();
  const text = await readFile(file, "utf8");
  await page.addInitScript((text) => {
    localStorage.setItem("samplan/plan/bench", text);
    localStorage.setItem("samplan/last", "bench");
  }, text);
  await page.goto(`${site.url}#/scenarier`);
  await page.waitForSelector("body[data-ready=true]");
  await page.waitForSelector(".chart svg");
  const last = page.locator(".decision .fold").last();
  if ((await last.getAttribute("aria-expanded")) === "false") await last.click();
  const times = await page.evaluate(async (moves) => {
    const sliders = [...document.querySelectorAll('.decision input[type="range"]')];
    const slider = /** @type {HTMLInputElement} */ (sliders.find((one) => one.getAttribute("max") === "1"));
    const painted = () =>
      new Promise((done) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(undefined);
          port2.postMessage(undefined);
        }),
      );
    const [handled, seen] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    for (let move = 0; move < moves; move += 1) {
      await painted();
      const start = performance.now();
      slider.value = String(0.2 + 0.05 * (move % 12));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      // The figures follow in a microtask of the same frame.
      await Promise.resolve();
      handled.push(performance.now() - start);
      await painted();
      seen.push(performance.now() - start);
    }
    return { handled: handled.slice(5), seen: seen.slice(5) };
  }, MOVES);
  await context.close();
  return [row(`slider, ${name}: script`, "ms", times.handled), row(`slider, ${name}: painted`, "ms", times.seen)];
}

/**
 * How long 10 000 runs take in the page, and the longest task that stops it from answering meanwhile.
 * @param {string} plan
 * @returns {Promise<Row[]>}
 */
async function simulation(plan) {
  const context = await browser.newContext({
    serviceWorkers: "block",
    viewport: { width: 1366, height: 768 },
    locale: "sv-SE",
  });
  const page = await context.newPage();
  const text = await readFile(new URL(`../../plans/${plan}.json`, import.meta.url), "utf8");
  await page.addInitScript((text) => {
    localStorage.setItem("samplan/plan/bench", text);
    localStorage.setItem("samplan/last", "bench");
  }, text);
  await page.goto(`${site.url}#/utforska`);
  await page.waitForSelector("body[data-ready=true]");
  await page.getByRole("button", { name: "Risk" }).click();
  await page.getByLabel("Antal körningar").selectOption("1");
  const [took, longest] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let time = 0; time < SIMULATIONS; time += 1) {
    const times = await page.evaluate(async () => {
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
      });
      observer.observe({ type: "longtask" });
      const start = performance.now();
      /** @type {HTMLElement} */ (document.querySelector('[data-test="simulation-run"]')).click();
      const until = (/** @type {() => boolean} */ holds) =>
        new Promise((done) => {
          const look = () => (holds() ? done(undefined) : requestAnimationFrame(look));
          look();
        });
      await until(() => document.querySelector('[data-test="simulation-stop"]') !== null);
      await until(() => document.querySelector('[data-test="simulation-stop"]') === null);
      const took = performance.now() - start;
      // What is reported of the last task comes with the frame after it.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      for (const task of observer.takeRecords()) longest = Math.max(longest, task.duration);
      observer.disconnect();
      return { took, longest };
    });
    took.push(times.took);
    // Tasks under 50 ms are not reported: 0 stands for them.
    longest.push(times.longest);
  }
  await context.close();
  return [row(`10 000 runs, ${plan}`, "ms", took), row(`10 000 runs, ${plan}: longest task over 50 ms`, "ms", longest)];
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
