// What a plan was: undo after a reload, versions of earlier sessions, the bin, and what Hem says of how plans are kept.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan } from "./table.ts";

const LINE = "Arvoden inkl. PO";

async function edit(page: Page, year: number, kronor: number): Promise<void> {
  await (await cell(page, LINE, year)).focus();
  await page.keyboard.type(String(kronor));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("saved")).toHaveText(/^Sparad i webbläsaren \d/);
}

/** How many steps are kept of the plan, and which of them is now. */
const steps = (page: Page) =>
  page.evaluate(async () => {
    const plan = sessionStorage.getItem("samplan/last") ?? "";
    const text = localStorage.getItem(`samplan/plan/${plan}`) ?? "";
    const found = await window.samplan.past.recall(plan, text);
    return found ? [found.past.length, found.future.length] : [];
  });

test("steps can be taken back and again after a reload", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const before = await amount(page, LINE, 2014);
  await edit(page, 2014, 111);
  await edit(page, 2014, 222);
  await edit(page, 2014, 333);
  await page.getByTestId("undo").click();
  await expect.poll(() => steps(page)).toEqual([2, 1]);
  await app.reload();
  await expect(page.getByTestId("undo")).toContainText("Ångra: ");
  await page.getByTestId("redo").click();
  await expect.poll(() => amount(page, LINE, 2014)).toBe(333);
  for (const expected of [222, 111, before]) {
    await page.getByTestId("undo").click();
    await expect.poll(() => amount(page, LINE, 2014)).toBe(expected);
  }
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
  // A new step takes the place of what was undone.
  await expect.poll(() => steps(page)).toEqual([0, 3]);
  await edit(page, 2015, 444);
  await expect.poll(() => steps(page)).toEqual([1, 0]);
});

test("a plan as an earlier session found it can be compared with now and opened as its own", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const before = await amount(page, LINE, 2014);
  await edit(page, 2014, 111);
  await page.keyboard.press("Alt+1");
  await page.getByRole("button", { name: /^Tidigare versioner av/ }).click();
  const versions = page.getByTestId("versions").getByRole("listitem");
  await expect(versions).toHaveCount(1);
  await expect(versions.first()).toContainText("2014–2016");
  await app.axe("dialog[open]");
  await versions.getByRole("button", { name: "Jämför med nu" }).click();
  await expect(page.getByTestId("other")).toBeVisible();
  await expect(page.locator("main")).toContainText(LINE);
  await page.keyboard.press("Alt+1");
  await page
    .getByRole("button", { name: /^Tidigare versioner av/ })
    .first()
    .click();
  await versions.first().getByRole("button", { name: "Öppna som egen plan" }).click();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect.poll(() => amount(page, LINE, 2014)).toBe(before);
});

test("the bin is seen: plans are taken back from it or removed for good", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 111);
  await page.keyboard.press("Alt+1");
  await page
    .getByTestId("plan")
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  const bin = page.getByTestId("bin");
  await expect(bin).toContainText("Papperskorgen (1)");
  await bin.locator("summary").click();
  await app.axe();
  await bin.getByRole("button", { name: /^Ta tillbaka/ }).click();
  await expect(page.getByTestId("plan")).toHaveCount(1);
  await expect(bin).toHaveCount(0);
  await page
    .getByTestId("plan")
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  await bin.locator("summary").click();
  await bin.getByRole("button", { name: "Töm papperskorgen" }).click();
  await expect(bin).toHaveCount(0);
  await app.reload();
  await expect(page.getByTestId("plan")).toHaveCount(0);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => /^samplan\/(bin|card|plan)\//.test(key))),
  ).toEqual([]);
});

test("Hem says how the plans are kept, and which have no file", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 111);
  await page.keyboard.press("Alt+1");
  const keeping = page.getByTestId("keeping");
  await keeping.locator("summary").click();
  await expect(keeping).toContainText("1 plan är inte sparad som fil");
  await expect(keeping).toContainText("Webbläsaren");
  await app.download(() => page.keyboard.press("Control+s"));
  await expect(keeping).toContainText("Alla planer är sparade som filer");
  await keeping.getByRole("button", { name: "Ta bort tidigare versioner" }).click();
  await expect(keeping).toContainText("tidigare versioner 0 kB");
});
