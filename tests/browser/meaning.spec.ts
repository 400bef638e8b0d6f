// Displays that say the right thing, on the real plans.
import { expect, test } from "./fixtures.ts";
import { openView } from "./decisions.ts";

test("the month when money runs out is told for liquid money and for equity", async ({ app, page }) => {
  await openView(app, "akst-2014", "/scenarier");
  const told = page.getByTestId("money-out");
  await expect(told).toHaveText("Likvida medel tar slut i december 2014, eget kapital i mars 2015.");
  await expect(page.getByTestId("finding-liquid_gone")).toContainText("saknas det 42 tkr i likvida medel");
});
