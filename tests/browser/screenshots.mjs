// Pictures of the app for people to look at: node screenshots.mjs OUTDIR [--only SCENE] [--size 1366x768]
// Every scene is taken in every size, theme and language; files are named SCENE-SIZE-THEME-LANGUAGE.png.
import { chromium } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { scenes } from "./scenes.mjs";
import { serve } from "./serve.mjs";

const SIZES = ["1920x1080", "1366x768", "1024x768", "390x844"];
const THEMES = /** @type {const} */ (["light", "dark"]);
const LANGUAGES = ["sv", "en"];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    size: { type: "string", multiple: true, default: SIZES },
    theme: { type: "string", multiple: true, default: [...THEMES] },
    language: { type: "string", multiple: true, default: LANGUAGES },
  },
});
const out = positionals[0];
const chosen = Object.entries(scenes).filter(([name]) => !values.only || name === values.only);
if (!out || chosen.length === 0) {
  console.error("usage: node screenshots.mjs OUTDIR [--only SCENE] [--size WxH]… [--theme T]… [--language L]…");
  console.error(`scenes: ${Object.keys(scenes).join(", ")}`);
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const site = await serve();
const browser = await chromium.launch(launch);
let failed = 0;
try {
  for (const size of values.size)
    for (const theme of values.theme)
      for (const language of values.language)
        for (const [name, scene] of chosen) {
          const file = join(out, `${name}-${size}-${theme}-${language}.png`);
          // A scene that fails still leaves its picture: it shows where the scene stopped.
          const error = await shoot(scene, size, { theme, language, unit: "tkr" }, file);
          console.log(error ? `${file}: ${error}` : file);
          failed += error ? 1 : 0;
        }
} finally {
  await browser.close();
  await site.close();
}
process.exit(failed ? 1 : 0);

/** Until every chart is drawn and nothing moves. In the page. */
async function still() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  while (document.querySelector(".chart:not(:has(svg))")) await frame();
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await frame();
}

/**
 * @param {import("./scenes.mjs").Scene} scene
 * @param {string} size
 * @param {Record<string, string>} settings
 * @param {string} file
 */
async function shoot(scene, size, settings, file) {
  const [width = 1366, height = 768] = size.split("x").map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: settings["theme"] === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript((json) => localStorage.setItem("samplan/settings", json), JSON.stringify(settings));
  try {
    await page.goto(site.url);
    await page.waitForSelector("body[data-ready=true]");
    await scene(page);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0] : String(error);
  } finally {
    await page.evaluate(() => document.fonts.ready).catch(() => undefined);
    await page.evaluate(still).catch(() => undefined);
    await page.screenshot({ path: file });
    await context.close();
  }
}
