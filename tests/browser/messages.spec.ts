// Messages: what they offer to take back is what they tell of, and none hides another.
import { expect, test } from "./fixtures.ts";
import { amount, openPlan, row } from "./table.ts";
import type { Page } from "@playwright/test";

/** `used`: other parts of the plan refer to the line, and it is asked whether it goes all the same. */
async function remove(page: Page, line: string, used = false): Promise<void> {
  await row(page, line).locator("th").click();
  await page.getByTestId("line-remove").click();
  if (used) await page.getByTestId("leave").click();
  await expect(row(page, line)).toHaveCount(0);
}

function message(page: Page, text: string) {
  return page.locator(".notice").filter({ hasText: text });
}

test("a message takes back what it tells of, and not what was done after it", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await remove(page, "Arvoden inkl. PO");
  const removed = message(page, "Arvoden inkl. PO");
  await expect(removed.getByRole("button", { name: "Ångra" })).toBeVisible();

  const name = page.getByLabel("Planens namn");
  await name.fill("Ett nytt namn");
  await name.press("Enter");
  await expect(page.getByTestId("undo")).toContainText("namn");
  await expect(removed).toBeVisible();
  await expect(removed.getByRole("button", { name: "Ångra" })).toHaveCount(0);

  // Taken back by undo, the removal is the last step again.
  await page.getByTestId("undo").click();
  await removed.getByRole("button", { name: "Ångra" }).click();
  await expect(row(page, "Arvoden inkl. PO")).toBeVisible();
  await expect(removed).toHaveCount(0);
});

test("in another plan a message offers nothing", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await remove(page, "Arvoden inkl. PO");
  await page.locator(".sidebar").getByRole("link", { name: "Hem", exact: true }).click();
  await page.getByTestId("example").first().getByRole("button").first().click();
  await page.getByTestId("grid").waitFor();
  const removed = message(page, "Arvoden inkl. PO");
  await expect(removed).toBeVisible();
  await expect(removed.getByRole("button", { name: "Ångra" })).toHaveCount(0);
});

test("two messages are both in sight, and each takes back its own", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const before = await amount(page, "Årets resultat", 2014);
  await remove(page, "Arvoden inkl. PO");
  await remove(page, "Samordningsteamet", true);
  const [first, second] = [message(page, "Arvoden inkl. PO"), message(page, "Samordningsteamet")];
  await expect(first).toBeVisible();
  await expect(first.getByRole("button", { name: "Ångra" })).toHaveCount(0);
  await second.getByRole("button", { name: "Ångra" }).click();
  await expect(row(page, "Samordningsteamet")).toBeVisible();
  await first.getByRole("button", { name: "Ångra" }).click();
  await expect(row(page, "Arvoden inkl. PO")).toBeVisible();
  expect(await amount(page, "Årets resultat", 2014)).toBe(before);
});
