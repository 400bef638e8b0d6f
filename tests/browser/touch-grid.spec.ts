// The table by finger, on a phone: there is no key to begin with.
import { inFirefox } from "./firefox.mjs";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, row } from "./table.ts";

test.skip(inFirefox, "Firefox that is driven from outside has no fingers");
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

test("a section's heading stays in sight when the years are scrolled", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const heading = page.locator("tr.heading span").first();
  const sheet = page.getByTestId("grid");
  await cell(page, "Växjö kommun", 2016).then((last) => last.scrollIntoViewIfNeeded());
  const scrolled = (): Promise<number> =>
    sheet.evaluate((table) => {
      let outer: Element | null = table;
      while (outer && outer.scrollWidth <= outer.clientWidth) outer = outer.parentElement;
      if (outer) outer.scrollLeft = outer.scrollWidth;
      return outer?.scrollLeft ?? 0;
    });
  expect(await scrolled()).toBeGreaterThan(0);
  const [words, names] = [await heading.boundingBox(), await row(page, "Växjö kommun").locator("th").boundingBox()];
  expect(words?.x).toBeGreaterThanOrEqual(names?.x ?? Infinity);
  await expect(heading).toBeInViewport({ ratio: 1 });
});
