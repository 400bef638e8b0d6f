// Addresses: what is shown of a plan survives a reload and the back button, and is not carried into another plan.
import { expect, test } from "./fixtures.ts";
import { openPlan } from "./table.ts";

test("the open tool, section and scenario are found again by reload and back", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  await page.locator(".sidebar").getByRole("link", { name: "Utforska" }).click();
  await page.getByTestId("tool-risk").click();
  await expect(page).toHaveURL(/#\/utforska\/risk/);
  await app.reload();
  await expect(page.getByTestId("tool-risk")).toHaveAttribute("aria-pressed", "true");

  await page.getByTestId("tool-calendar").click();
  await page.goBack();
  await expect(page.getByTestId("tool-risk")).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("Alt+3");
  await page.getByTestId("equity").click();
  await app.reload();
  await expect(page.getByTestId("equity")).toHaveAttribute("aria-current", "true");

  await page.keyboard.press("Alt+4");
  const base = page.locator(".tabs .tab").first();
  await base.click();
  await expect(base).toHaveAttribute("aria-pressed", "true");
  await app.reload();
  await expect(base).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(base).toHaveAttribute("aria-pressed", "false");
});

test("what was chosen in one plan is not left over in another", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  await page.keyboard.press("Alt+6");
  await page.getByTestId("tool-risk").click();
  await page.keyboard.press("Alt+1");
  await page.getByTestId("example").first().getByRole("button").first().click();
  await page.getByTestId("grid").waitFor();
  await expect(page).toHaveURL(/#\/budget$/);
  await page.keyboard.press("Alt+6");
  await expect(page.getByTestId("tool-sensitivity")).toHaveAttribute("aria-pressed", "true");
});
