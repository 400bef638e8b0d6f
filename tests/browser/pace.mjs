// How fast this machine is now, as one number. The tests wait for what the app says and never for a time, so that their
// limits only end what hangs; a slow or busy machine gets as much more of them as this number says.
import process from "node:process";
import { chromium, firefox } from "@playwright/test";
import { launch } from "./chromium.mjs";
import { inFirefox, launch as launchFirefox } from "./firefox.mjs";
import { serve } from "./serve.mjs";

/** What opening the app takes on the machine that the limits were written on, at rest, in milliseconds. */
const REFERENCE = 500;
const OPENINGS = 5;
const GIVE_UP = 300_000;

/**
 * 1 on a machine as fast as the reference or faster, 3 on one that takes three times as long. Measured once a run: the
 * workers get the number through the environment.
 * @returns {Promise<number>}
 */
export async function pace() {
  const known = Number(process.env["SAMPLAN_PACE"]);
  if (known >= 1) return known;
  const site = await serve();
  const browser = await (inFirefox ? firefox.launch(launchFirefox) : chromium.launch(launch));
  try {
    let slowest = 0;
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const start = performance.now();
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await page.goto(site.url);
      await page.waitForSelector("body[data-ready=true]", { timeout: GIVE_UP }).catch(() => {
        throw new Error(`the app in dist/ does not open within ${GIVE_UP / 60_000} minutes`);
      });
      slowest = Math.max(slowest, performance.now() - start);
      await context.close();
    }
    const factor = Math.max(1, Math.round((slowest / REFERENCE) * 10) / 10);
    console.log(
      `${inFirefox ? "Firefox" : "Chromium"} ${browser.version()}; the app opens in ${Math.round(slowest)} ms at most: limits × ${factor}`,
    );
    process.env["SAMPLAN_PACE"] = String(factor);
    return factor;
  } finally {
    await browser.close();
    await site.close();
  }
}
