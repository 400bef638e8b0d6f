// A long day: memory stays level over hundreds of changes of view and edits, and a cell takes what is typed as fast as at
// the start.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { cell, openPlan } from "./table.ts";

const VIEWS = ["budget", "plan", "scenarier", "jamfor", "utforska", "visa", "underlag", ""];
const EDITS = 150;
const CHANGES = 500;
/** How much the module may grow in the second half of the day, in MiB: undo's steps are among it. */
const MOST_GROWTH = 2;

/** How many edits are timed at the start and at the end, and how much slower those at the end may be, on the same machine. */
const TIMED = 15;
const MOST_SLOWER = 1.5;
const LINE = "Arvoden inkl. PO";

/** The memory of the app's module, in MiB. */
const memory = (page: Page) => page.evaluate(() => ((window as any).wasm?.memory?.buffer.byteLength ?? 0) / 2 ** 20);

async function view(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => (location.hash = `#/${name}`), name);
  await expect(page.locator("main h1, main h2").first()).toBeVisible();
}

/** How long the table takes to have taken a figure in, and all that follows from it, in milliseconds: the median. */
async function taken(page: Page): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < TIMED; number += 1) {
    await (await cell(page, LINE, 2014)).focus();
    await page.keyboard.type(String(2000 + number));
    times.push(
      await page.evaluate(async () => {
        const began = performance.now();
        const enter = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(enter);
        const { port1, port2 } = new MessageChannel();
        // After all that is drawn at once.
        const drawn = new Promise((done) => (port1.onmessage = done));
        port2.postMessage(0);
        await drawn;
        return performance.now() - began;
      }),
    );
  }
  return times.sort((a, b) => a - b)[TIMED >> 1] ?? 0;
}

test("memory stays level over a long day, and inputs as fast as at the start", async ({ app, page }) => {
  test.skip(process.env.SOAK === undefined, "it takes six minutes: `cargo xtask soak` runs it");
  test.slow();
  await page.addInitScript(() => {
    window.addEventListener(
      "TrunkApplicationStarted",
      (event) => ((window as any).wasm = (event as CustomEvent).detail.wasm),
    );
  });
  await openPlan(app, "vaxjo-2014");
  await taken(page); // The first ones are slower: the browser has not compiled all yet.
  const first = await taken(page);
  let edits = 0;
  const halves: number[] = [await memory(page)];
  for (let change = 1; change <= CHANGES; change += 1) {
    await view(page, VIEWS[change % VIEWS.length] ?? "");
    if (change % VIEWS.length === 0) {
      for (let again = 0; again < 3 && edits < EDITS; again += 1, edits += 1) {
        await (await cell(page, LINE, 2014)).focus();
        await page.keyboard.type(String(1000 + edits));
        await page.keyboard.press("Enter");
      }
    }
    if (change === CHANGES / 2 || change === CHANGES) halves.push(await memory(page));
  }
  console.log(
    `memory at the start, in the middle and at the end, MiB: ${halves.map((size) => size.toFixed(1)).join(", ")}; ${edits} edits`,
  );
  await view(page, "budget");
  const last = await taken(page);
  console.log(`a figure is taken in ${first.toFixed(1)} ms at the start and ${last.toFixed(1)} ms at the end`);
  expect(halves[0]).toBeGreaterThan(0);
  expect((halves[2] ?? 0) - (halves[1] ?? 0)).toBeLessThanOrEqual(MOST_GROWTH);
  expect(last).toBeLessThanOrEqual(first * MOST_SLOWER + 2);
});
