// The table by finger, on a phone: there is no key to begin with.
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan } from "./table.ts";

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

test("a second tap on a cell begins to type in it, and the document's mark lies on no digit", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const contribution = await cell(page, "Växjö kommun", 2014);
  await contribution.tap();
  await expect(contribution).toBeFocused();
  await expect(contribution.locator("input")).toHaveCount(0);
  await contribution.tap();
  await expect(contribution.locator("input")).toBeFocused();
  await contribution.locator("input").fill("820 000");
  await page.keyboard.press("Enter");
  await expect.poll(() => amount(page, "Växjö kommun", 2014)).toBe(820_000);
  const room = await page.evaluate(() =>
    [...document.querySelectorAll(".printed svg")].map((mark) => {
      const amount = mark.closest("td")?.querySelector(".amount")?.getBoundingClientRect();
      return mark.getBoundingClientRect().left - (amount?.right ?? 0);
    }),
  );
  expect(room.length).toBeGreaterThan(0);
  expect(Math.min(...room)).toBeGreaterThanOrEqual(0);
});
