// Kills Chromium hard in the middle of edits and counts what of the work that was shown as saved is gone after a new start.
// `node kill.mjs 200 [SEED]` prints one line of JSON; exits with 1 when anything was lost.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { chromium } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { withoutPickers } from "./pickers.mjs";
import { serve } from "./serve.mjs";

const kills = Number(process.argv[2] ?? 20);
let seed = Number(process.argv[3] ?? 1);

/** The same moments for the same seed (a linear congruential generator; chance enough to hit different moments). */
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

const PLAN = readFileSync(new URL("../../plans/vaxjo-2014.json", import.meta.url), "utf8");
const CELL = '[data-test="grid"] tbody tr:has(th:has-text("Arvoden inkl. PO")) td >> nth=0';
/** The label, once the edit is on the disk. */
const SAVED = /^(Sparad i|Saved in)/;
/** Home, where nothing is stored. */
const EMPTY = ".welcome";
const site = await serve();
const profile = mkdtempSync(join(tmpdir(), "samplan-kill-"));
/** `removed`: how often the browser itself had removed its database; `restored`: how often the plan came out of the reserve. */
const result = { kills: 0, edits: 0, shownAsSaved: 0, lost: 0, removed: 0, restored: 0 };
/** What Chromium has written of its storage since its last start. */
let chromiumSaid = "";
/** The last edit that was shown as saved, in this plan. */
let saved = 0;
try {
  let next = 1;
  for (; result.kills < kills; result.kills += 1) {
    const before = databaseFiles();
    chromiumSaid = "";
    const browser = await start();
    const page = await open(browser);
    if (next > 1) {
      const restored = await page.evaluate(() => window.samplan.durable.removed());
      if (restored !== undefined) {
        result.removed += 1;
        result.restored += restored;
        console.error(`kill ${result.kills}: the browser had removed its database; out of the reserve: ${restored}`);
        if (chromiumSaid) console.error(chromiumSaid);
      }
      if (!(await isThere(page))) {
        result.lost += saved;
        console.error(`kill ${result.kills}: the plan is gone, with ${saved} edits that were shown as saved`);
        console.error("  on the disk before the start:", before, "after:", databaseFiles(), databaseLog());
        console.error("  on the page:", (await page.locator("main").textContent())?.slice(0, 300));
        await openPlan(page);
        [next, saved] = [1, 0];
      } else {
        // All that was shown as saved is there; an edit that was on its way may be.
        const found = await value(page);
        if (found < saved) {
          result.lost += saved - found;
          console.error(`kill ${result.kills}: ${saved} was shown as saved, ${found} is there`);
        }
        next = Math.max(found, saved) + 1;
      }
    }
    next = await work(browser, page, next, 200 + random() * 2500);
    if (result.kills % 20 === 19) console.error(JSON.stringify(result));
  }
} finally {
  await site.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
console.log(JSON.stringify(result));
process.exitCode = result.lost === 0 ? 0 : 1;

async function start() {
  const path = launch.executablePath ?? chromium.executablePath();
  const args = [
    "--headless=new",
    "--remote-debugging-port=0",
    "--enable-logging=stderr",
    `--user-data-dir=${profile}`,
    ...launch.args,
    "about:blank",
  ];
  // A group of its own, so that every one of its processes can be killed in the same moment.
  const child = spawn(path, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let text = "";
    child.stderr.on("data", (data) => {
      text += data;
      chromiumSaid += String(data)
        .split("\n")
        .filter((line) => /indexed|leveldb|backing|corrupt/i.test(line))
        .join("\n");
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    child.on("exit", () => reject(new Error(`Chromium did not start: ${text}`)));
  });
  return { child, connection: await chromium.connectOverCDP(address) };
}

/** @param {Awaited<ReturnType<typeof start>>} browser */
async function open({ connection }) {
  const [context] = connection.contexts();
  if (!context) throw new Error("Chromium has no context");
  const page = await context.newPage();
  // A machine that is kept busy is slow to open what was killed; what is lost is told by what is there at last.
  page.setDefaultTimeout(300_000);
  await page.addInitScript(withoutPickers);
  // Playwright catches what opens files from its first listener on, which may be too late for a key that follows.
  page.on("filechooser", () => {});
  await page.goto(`${site.url}${result.kills === 0 ? "#/" : "#/budget"}`);
  await page.waitForSelector("body[data-ready=true]");
  if (result.kills === 0) await openPlan(page);
  else await findPlan(page);
  return page;
}

/** @param {import("@playwright/test").Page} page */
async function openPlan(page) {
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  await (await chooser).setFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(PLAN) });
  await page.locator(CELL).waitFor();
  await page.locator('[data-test="saved"]').filter({ hasText: SAVED }).waitFor();
}

/**
 * Opens the stored plan, once the browser has told what is on the disk.
 * @param {import("@playwright/test").Page} page
 */
async function findPlan(page) {
  const cell = page.locator(CELL);
  const listed = page.locator('[data-test="plan"] button.open');
  await page.waitForFunction(() => !document.querySelector('[data-test="silent"]'));
  // Which plan was open is in local storage alone, and may be gone; the plan itself is on the first page.
  await cell.or(listed).or(page.locator(EMPTY)).first().waitFor();
  if (await listed.count()) await listed.first().click();
  if (await page.locator(EMPTY).count()) return;
  await cell.waitFor();
  // Until the browser has told what is on the disk, the label says that there may be a newer version.
  await page.locator('[data-test="saved"]').filter({ hasText: SAVED }).waitFor();
}

/** @param {import("@playwright/test").Page} page */
async function isThere(page) {
  return (await page.locator(CELL).count()) > 0;
}

/** The files of the browser's database, with their sizes. */
function databaseFiles() {
  const root = join(profile, "Default", "IndexedDB");
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name} ${statSync(join(entry.parentPath, entry.name)).size}`);
}

/** What the database's own log tells of its last start. */
function databaseLog() {
  const root = join(profile, "Default", "IndexedDB");
  if (!existsSync(root)) return "";
  const logs = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => /^LOG/.test(entry.name));
  return logs.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
}

/** @param {import("@playwright/test").Page} page */
async function value(page) {
  const text = await page.locator(CELL).locator(".amount").first().textContent();
  return Number((text ?? "").replace(/\D/g, ""));
}

/**
 * Edits until the browser is killed, `after` milliseconds from now.
 * @param {Awaited<ReturnType<typeof start>>} browser
 * @param {import("@playwright/test").Page} page
 * @param {number} next
 * @param {number} after
 */
async function work({ child, connection }, page, next, after) {
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), after);
  try {
    for (;;) {
      await page.locator(CELL).focus();
      await page.keyboard.type(String(next));
      await page.keyboard.press("Enter");
      result.edits += 1;
      await page.waitForFunction(
        (kronor) => {
          const label = document.querySelector('[data-test="saved"]')?.textContent ?? "";
          const rows = [...document.querySelectorAll('[data-test="grid"] tbody tr')];
          const row = rows.find((row) => row.querySelector("th")?.textContent?.includes("Arvoden inkl. PO"));
          const shown = row?.querySelector("td .amount")?.textContent?.replace(/\D/g, "");
          return /^(Sparad i|Saved in)/.test(label) && Number(shown) === kronor;
        },
        next,
        { polling: 5 },
      );
      saved = next;
      result.shownAsSaved += 1;
      next += 1;
    }
  } catch {
    // The browser is gone, which was the plan.
  }
  await gone;
  clearTimeout(timer);
  await connection.close().catch(() => undefined);
  return next;
}
