// The comparison view: scenarios side by side, and one of them made the base.
import { expect, test } from "./fixtures.ts";
import { openView, plain } from "./decisions.ts";

test("Värend's three columns, what differs, decision by decision", async ({ app, page }) => {
  await openView(app, "varend-2016", "/jamfor");
  const chosen = page.getByTestId("compared").getByRole("button");
  await expect(chosen).toHaveCount(3);
  const rows = async (metric: string) => {
    const found = page.getByTestId(`compare-${metric}`).locator("tr");
    return (await found.allTextContents()).map((text) => plain(text).replace(/\s+/g, " "));
  };
  await expect.poll(() => rows("Base")).toEqual([
    "BasPlanen3 4703 4703 470",
    "Trappsteg2 668-802 (-23,1 %)1 778-1 691 (-48,7 %)889-2 580 (-74,4 %)",
    "Trappsteg + Tingsryd2 851-618 (-17,8 %)2 023-1 446 (-41,7 %)1 012-2 458 (-70,8 %)",
  ]);
  await expect(page.getByTestId("compare-Administration")).toBeVisible();
  await page.getByLabel("Bara det som skiljer").check();
  await expect(page.getByTestId("compare-Administration")).toHaveCount(0);
  await expect(page.getByTestId("compare-Base")).toBeVisible();

  const told = page.getByTestId("what-differs");
  await expect(told).toContainText(/Insatser Bas 2017: 1.778.tkr, var 3.470.tkr \(\u22121.691.tkr\), genom Trappsteg 60\/40/);
  await expect(told).toContainText("Tingsryds kommun blir medlem i Samordningsförbundet Värend från och med juli 2016.");

  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Insatsram" });
  const waterfall = page.getByTestId("waterfall");
  await waterfall.getByLabel("Scenario").selectOption({ label: "Trappsteg + Tingsryd" });
  await waterfall.getByLabel("År").selectOption("2017");
  await expect(waterfall.locator("table")).toContainText(/Tingsryd.*\+612/);
  await expect(waterfall.locator("table")).toContainText(/Med besluten5.058.tkr/);
  await expect(waterfall.locator("svg")).toBeVisible();

  // What Tingsryd brings with a step-down that spends all there is: coordinators, and no money that is left.
  await waterfall.getByLabel("År").selectOption("2018");
  const tingsryd = waterfall.locator("tr").filter({ hasText: "Tingsryd" });
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Eget kapital vid årets slut" });
  await expect(tingsryd.locator("td")).toHaveText("0");
  await expect(waterfall).toContainText("om just det ströks");
  await waterfall.getByRole("button", { name: "I tur och ordning" }).click();
  await expect(tingsryd).toContainText(/\+1.531/);
  await waterfall.getByRole("button", { name: "Utan beslutet" }).click();
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Samordnare" });
  await expect(tingsryd).toContainText("+0,16");

  // Two of them, the scenario first: never fewer than are needed, never more than four.
  await chosen.nth(0).click();
  await expect.poll(async () => (await rows("Base"))[0]).toBe("BasTrappsteg2 6681 778889");
  await chosen.nth(1).click();
  await expect(page.locator(".compare")).toContainText("Välj minst två scenarier att jämföra.");
});

test("a scenario becomes the base with the same figures, and undo brings the old one back", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/jamfor");
  await page.getByText("Gör ett scenario till planen").click();
  await page.getByRole("button", { name: "Gör Sammanslagning 2015 till planen" }).click();
  await expect(page.locator(".notices")).toContainText("Sammanslagning 2015 är nu planen.");
  await page.goto(app.url + "#/budget");
  await page.getByRole("button", { name: "Samordningsförbundet Värend", exact: true }).click();
  const equity = page.getByTestId("grid").locator("tbody tr").filter({ hasText: "Eget kapital vid årets slut" });
  await expect(equity.locator(".amount").first()).toHaveText(/1.247/);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Samordningsförbundet Värend", exact: true })).toHaveCount(0);
  await page.goto(app.url + "#/jamfor");
  await expect(page.getByTestId("compared").getByRole("button")).toHaveCount(4);
});

test("the comparison is free of accessibility faults", async ({ app, page }) => {
  await openView(app, "sydnarke-2016", "/jamfor", { language: "en", unit: "kr", theme: "projector" });
  await expect(page.getByTestId("compare-table")).toBeVisible();
  await app.axe();
});
