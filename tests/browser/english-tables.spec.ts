// Tables in English, by keys: what is pasted, asked, corrected and put in, and blocks of the grid. Numbers are read as they are
// written in English, and shown with spaces between thousands in either language.
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, row } from "./table.ts";

const ENGLISH = { language: "en", unit: "kr" } as const;

test("an English table is pasted by Ctrl+V, its questions answered, a row corrected, and put in", async ({
  app,
  page,
}) => {
  const clipboard = await app.clipboard();
  await openPlan(app, "vaxjo-2014", ENGLISH);
  await page.getByTestId("paste").click();
  const box = page.getByTestId("paste-text");
  await expect(box).toBeFocused();
  const table = [
    "Item\t2014\t2015\t2017",
    "Rent\t120,000.50\t125,000.00\t130,000.00",
    "Travel\t12,500.00\tca 13,250.00\t14,000.00",
    "Staff\t1,640,000.00\t1,700,000.00\t1,750,000.00",
    "Total\t1,772,500.50\t1,838,000.00\t1,894,000.00",
  ].join("\n");
  await page.evaluate((table) => navigator.clipboard.writeText(table), table);
  await page.keyboard.press("Control+v");
  const summary = page.getByTestId("paste-summary");
  await expect(summary).toContainText(
    "3 new lines, 0 lines get new amounts, 1 sum becomes a figure from the document.",
  );
  await expect(summary).toContainText("2 questions are not answered");
  const preview = page.getByTestId("paste-preview");
  const line = (name: string) =>
    preview
      .locator("tbody tr")
      .filter({ has: page.locator("th", { hasText: name }) })
      .first();
  await expect(line("Rent")).toContainText(/120\s001/);

  await expect(preview).toContainText("The year is outside the plan.");
  const year = preview.getByLabel("Year of column 4");
  await year.focus();
  await year.selectOption({ label: "2017 (the plan is made longer)" });
  await expect(preview).not.toContainText("outside the plan");
  await expect(line("Travel")).toContainText("Approximate. What should it be?");
  await line("Travel").locator("input").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("13,250.75");
  await page.keyboard.press("Tab");
  await expect(summary).not.toContainText("not answered");
  await line("Staff").getByLabel("Do this").selectOption({ label: "New line: Administration" });
  await expect(page.getByTestId("paste-account")).toContainText("→");
  await app.axe("dialog[open]");

  const apply = page.getByTestId("paste-apply");
  await expect(apply).toHaveText("Put in 12 amounts");
  await apply.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect((await cell(page, "Travel", 2015)).locator(".amount")).toHaveText(/^13\s251$/);
  await expect((await cell(page, "Staff", 2017)).locator(".amount")).toHaveText(/^1\s750\s000$/);
  await row(page, "Staff").locator("th").click();
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Control+c");
  await expect.poll(() => clipboard("text/plain")).toMatch(/^kr\t2014\t2015\t2016\t2017\r?\nStaff\t1640000\t1700000/);
  await page.keyboard.press("Control+z");
  await expect(row(page, "Staff")).toHaveCount(0);
  // What was corrected is known the next time.
  await page.getByTestId("paste").click();
  await expect(box).toBeFocused();
  await page.evaluate((table) => navigator.clipboard.writeText(table), table.replace("ca 13,250.00", "13,250.00"));
  await page.keyboard.press("Control+v");
  await expect(page.getByTestId("paste-recalled")).toContainText("filled in");
  await expect(line("Staff").getByLabel("Do this").locator("option:checked")).toHaveText("New line: Administration");
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]").last()).toContainText("Discard what you pasted?");
});

test("blocks of the grid in English: selected, summed, copied, filled, reckoned and undone", async ({ app, page }) => {
  const clipboard = await app.clipboard();
  await openPlan(app, "vaxjo-2014", ENGLISH);
  const first = await cell(page, "Landstinget Kronoberg", 2014);
  await first.click();
  await page.keyboard.type("1,234.5");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => clean(page, "Landstinget Kronoberg", 2014)).toBe("1 235");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  const status = page.getByTestId("block-status");
  await expect(status).toContainText(/Selected: sum 2\s401\s235\skr, 4 amounts\./);
  await page.keyboard.press("Control+c");
  // Nothing stands between thousands in what leaves.
  await expect.poll(() => clipboard("text/plain")).toMatch(/^1235\t800000\r?\n800000\t800000$/);
  await page.keyboard.press("Control+d");
  await expect.poll(() => clean(page, "Växjö kommun", 2014)).toBe("1 235");
  await expect(page.getByTestId("undo")).toContainText("Undo");
  await page.keyboard.press("Control+z");
  await expect.poll(() => clean(page, "Växjö kommun", 2014)).toBe("800 000");
  await page.keyboard.press("Control+r");
  await expect.poll(() => clean(page, "Landstinget Kronoberg", 2015)).toBe("1 235");
  await page.keyboard.press("Control+z");
  const fees = await cell(page, "Arvoden inkl. PO", 2014);
  await fees.click();
  for (const [written, shown] of [
    ["=1,200.00*1.02", "1 224"],
    ["950.25+30", "980"],
    ["=-50%", "490"],
    ["1,640,000.4", "1 640 000"],
  ] as const) {
    await page.keyboard.type(written);
    await page.keyboard.press("Enter");
    await expect.poll(() => clean(page, "Arvoden inkl. PO", 2014)).toBe(shown);
    await page.keyboard.press("Shift+Enter");
  }
  await page.getByTestId("grid").press("Escape");
  await first.click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+x");
  await expect.poll(() => clipboard("text/plain")).toMatch(/^1235\t800000$/);
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2014)).toBe(0);
  await fees.click();
  await page.keyboard.press("Control+v");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => clean(page, "Arvoden inkl. PO", 2014)).toBe("1 235");
  await expect.poll(() => clean(page, "Arvoden inkl. PO", 2015)).toBe("800 000");
  await app.axe("[data-test=grid]");
  expect(await amount(page, "Landstinget Kronoberg", 2016)).toBeGreaterThan(0);

  async function clean(on: typeof page, name: string, year: number): Promise<string> {
    return ((await (await cell(on, name, year)).locator(".amount").textContent()) ?? "")
      .trim()
      .replaceAll("\u00a0", " ");
  }
});
