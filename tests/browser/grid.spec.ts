// The table by the habits of a spreadsheet: blocks, the clipboard, filling, reckoning.
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, row } from "./table.ts";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** Goes to Landstinget Kronoberg's first year, with what reads from the clipboard. */
async function atLandstinget(app: App): Promise<(kind: string) => Promise<string>> {
  const clipboard = await app.clipboard();
  await openPlan(app, "vaxjo-2014");
  await (await cell(app.page, "Landstinget Kronoberg", 2014)).click();
  return clipboard;
}

test("a block is selected by Shift and arrows, told of, copied as a spreadsheet reads it, and emptied in one step", async ({
  app,
  page,
}) => {
  const clipboard = await atLandstinget(app);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator("td.selected")).toHaveCount(4);
  await expect(page.locator("td[aria-selected='true']")).toHaveCount(4);
  await expect(page.getByTestId("block-status")).toContainText("summa 3 200 000 kr, 4 belopp");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard("text/plain")).toMatch(/^800000\t800000\r?\n800000\t800000$/);
  expect(await clipboard("text/html")).toContain("<table>");
  await app.axe("[data-test=grid]");
  await page.keyboard.press("Delete");
  await expect.poll(() => amount(page, "Växjö kommun", 2014)).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => amount(page, "Växjö kommun", 2014)).toBe(800_000);
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2015)).toBe(800_000);
  // Escape lets the block go.
  await page.keyboard.press("Escape");
  await expect(page.locator("td.selected")).toHaveCount(0);
});

test("what is copied with its names is pasted elsewhere as the same table", async ({ app, page }) => {
  const clipboard = await app.clipboard();
  await openPlan(app, "vaxjo-2014");
  await row(page, "Landstinget Kronoberg").locator("th").click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard("text/plain")).toMatch(/^kr\t2014\t2015\t2016\r?\nLandstinget Kronoberg\t800000/);
  await page.keyboard.press("Control+v");
  await expect(page.getByTestId("paste-summary")).toContainText("0 nya rader, 2 rader får nya belopp");
  await page.keyboard.press("Escape");
  await page.getByTestId("paste-close").click();
});

test("cells are filled down, to the right and by the handle, and a copied amount fills a block", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  const from = await cell(page, "Landstinget Kronoberg", 2014);
  await from.click();
  await page.keyboard.type("123");
  // An arrow confirms what a first key began.
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2014)).toBe(123);
  await expect.poll(() => focused(page)).toBe("cell-2-2");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+r");
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2015)).toBe(123);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await expect.poll(() => amount(page, "Växjö kommun", 2015)).toBe(123);
  await expect(page.getByTestId("undo")).toContainText("Ångra: ändra belopp");
  await page.keyboard.press("Control+z");
  await expect.poll(() => amount(page, "Växjö kommun", 2015)).toBe(800_000);

  await from.click();
  const handle = page.getByTestId("fill-handle");
  await handle.hover();
  await page.mouse.down();
  await (await cell(page, "Landstinget Kronoberg", 2016)).hover();
  await page.mouse.up();
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2016)).toBe(123);

  await from.click();
  await (await cell(page, "Växjö kommun", 2016)).click({ modifiers: ["Shift"] });
  await app.paste("77");
  await expect.poll(() => amount(page, "Växjö kommun", 2015)).toBe(77);
});

test("a drag selects, and Ctrl+A selects all", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Landstinget Kronoberg", 2014)).hover();
  await page.mouse.down();
  await (await cell(page, "Växjö kommun", 2016)).hover();
  await page.mouse.up();
  await expect(page.locator("td.selected")).toHaveCount(6);
  await page.keyboard.press("Control+a");
  await expect.poll(() => page.locator("td.selected").count()).toBeGreaterThan(30);
});

test("what is written to be reckoned is reckoned, and the line's note keeps it", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Arvoden inkl. PO", 2014)).click();
  for (const [written, gives] of [
    ["=1200*1,02", 1_224],
    ["950+30", 980],
    ["=-50%", 490],
    [",5", 1],
  ] as const) {
    await page.keyboard.type(written);
    await page.keyboard.press("Enter");
    await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(gives);
    // Shift+Enter goes up again.
    await page.keyboard.press("Shift+Enter");
  }
  await (await cell(page, "Arvoden inkl. PO", 2014)).click();
  await page.getByTestId("details").click();
  await page.locator(".beside").getByRole("heading", { name: "Ansvarig, deltagare och källa" }).click();
  await expect(page.locator(".beside").getByLabel("Anteckning")).toHaveValue(/2014: =-50%/);
});

test("Tab goes along the row and out at its end; an arrow key in the list of sections adds no line", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Växjö kommun", 2014)).click();
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("cell-3-2");
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("cell-3-3");
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).not.toMatch(/^cell-/);
  const lines = await page.getByTestId("grid").locator("tr.line").count();
  await page.getByTestId("add-line").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#add-line-menu")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("grid").locator("tr.line")).toHaveCount(lines);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("grid").locator("tr.line")).toHaveCount(lines + 1);
});

test("years and names stay in sight while the table scrolls", async ({ app, page }) => {
  await page.setViewportSize({ width: 1024, height: 560 });
  await openPlan(app, "varend-2016");
  const scrolled = page
    .locator(".grid-scroll")
    .evaluate((scroller) => (scroller.scrollTo(0, scroller.scrollHeight), scroller.scrollTop));
  expect(await scrolled).toBeGreaterThan(100);
  await expect(page.getByTestId("grid").locator("thead th").nth(1)).toBeInViewport();
});

test("a block that is cut goes with the clipboard, and comes in elsewhere as it was", async ({ app, page }) => {
  const clipboard = await atLandstinget(app);
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+x");
  await expect.poll(() => clipboard("text/plain")).toMatch(/^800000\t800000$/);
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2014)).toBe(0);
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2015)).toBe(0);
  await page.getByTestId("undo").click();
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2015)).toBe(800_000);
  await (await cell(page, "Arvoden inkl. PO", 2014)).click();
  await page.keyboard.press("Control+v");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(800_000);
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(800_000);
});

test("any key that can begin an amount begins to type, and an arrow confirms what is typed", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const here = await cell(page, "Arvoden inkl. PO", 2014);
  await here.click();
  for (const key of ["-", "(", ",", "=", "7"]) {
    await page.keyboard.type(key);
    await expect(here.locator("input")).toHaveValue(key);
    await page.keyboard.press("Escape");
    await expect(here.locator("input")).toHaveCount(0);
  }
  await page.keyboard.type("7000");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(7_000);
  await expect(await cell(page, "Arvoden inkl. PO", 2015)).toBeFocused();
});
