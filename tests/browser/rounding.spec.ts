// In tkr each amount is rounded by itself: where the rows of a table do not add up to their sum as they are shown, the table
// says so.
import { expect, test } from "./fixtures.ts";
import { openPlan, row } from "./table.ts";
import { print } from "./paper.ts";

test("Sydnärke 2016: the rows come to 1 025, the sum is 1 024, and the budget says so", async ({ app, page }) => {
  await openPlan(app, "sydnarke-2016", { language: "sv", unit: "tkr" });
  const note = page.locator(".budget").getByTestId("rounded-apart");
  await expect(row(page, "Styrelse och administration").last()).toBeVisible();
  await expect(note).toContainText("Varje belopp är avrundat för sig till hela tkr.");
  await expect(note).toContainText(/2016 är 1\s024, men de avrundade raderna blir 1\s025/);
  await page.keyboard.press("Alt+l");
  await expect(note).toContainText(/2016 is 1\s024, but the rounded rows come to 1\s025/);
  // In whole kronor all add up.
  await page.keyboard.press("Alt+t");
  await expect(page.getByTestId("rounded-apart")).toHaveCount(0);
});

/** The sums of a table that its rows do not add up to as they are shown: contributions by member. */
test("what members pay: the note stands where the shown amounts do not add up, on paper too", async ({ app, page }) => {
  await openPlan(app, "varend-2016", { language: "sv", unit: "tkr" });
  await page.keyboard.press("Alt+8");
  const section = page.getByTestId("part-contributions");
  await expect(section.locator("tbody tr").first()).toBeVisible();
  const apart = await section.evaluate((element) => {
    const number = (text: string): number => Number(text.replace(/[\s\u00a0]/g, "").replace("\u2212", "-"));
    return [...element.querySelectorAll("table")].some((table) => {
      const rows = [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("td.now, td.was")].map((cell) => number(cell.textContent ?? "")),
      );
      const sum = rows.pop() ?? [];
      return sum.some((value, place) => rows.reduce((all, row) => all + (row[place] ?? 0), 0) !== value);
    });
  });
  await expect(section.getByTestId("rounded-apart")).toHaveCount(apart ? 1 : 0);
  const paper = await print(page);
  expect(paper.text.includes("Varje belopp är avrundat för sig")).toBe(
    (await page.locator(".minutes").getByTestId("rounded-apart").count()) > 0,
  );
});
