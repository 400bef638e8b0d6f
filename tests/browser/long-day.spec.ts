// A long day: memory stays level over hundreds of changes of view and edits.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { cell, openPlan } from "./table.ts";

const VIEWS = ["budget", "plan", "scenarier", "jamfor", "utforska", "visa", "underlag", ""];
const EDITS = 150;
const CHANGES = 500;
/** How much the module may grow in the second half of the day, in MiB: undo's steps are among it. */
const MOST_GROWTH = 2;

/** The memory of the app's module, in MiB. */
const memory = (page: Page) => page.evaluate(() => ((window as any).wasm?.memory?.buffer.byteLength ?? 0) / 2 ** 20);

async function view(page: Page, name: string): Promise<void> {
  await page.evaluate((name) => (location.hash = `#/${name}`), name);
  await expect(page.locator("main h1, main h2").first()).toBeVisible();
}

test("memory stays level over a long day", async ({ app, page }) => {
  test.skip(process.env.SOAK === undefined, "it takes six minutes: `cargo xtask soak` runs it");
  test.slow();
  await page.addInitScript(() => {
    window.addEventListener(
      "TrunkApplicationStarted",
      (event) => ((window as any).wasm = (event as CustomEvent).detail.wasm),
    );
  });
  await openPlan(app, "vaxjo-2014");
  const line = "Arvoden inkl. PO";
  let edits = 0;
  const halves: number[] = [await memory(page)];
  for (let change = 1; change <= CHANGES; change += 1) {
    await view(page, VIEWS[change % VIEWS.length] ?? "");
    if (change % VIEWS.length === 0) {
      for (let again = 0; again < 3 && edits < EDITS; again += 1, edits += 1) {
        await (await cell(page, line, 2014)).focus();
        await page.keyboard.type(String(1000 + edits));
        await page.keyboard.press("Enter");
      }
    }
    if (change === CHANGES / 2 || change === CHANGES) halves.push(await memory(page));
  }
  console.log(
    `memory at the start, in the middle and at the end, MiB: ${halves.map((size) => size.toFixed(1)).join(", ")}; ${edits} edits`,
  );
  expect(halves[0]).toBeGreaterThan(0);
  expect((halves[2] ?? 0) - (halves[1] ?? 0)).toBeLessThanOrEqual(MOST_GROWTH);
});
