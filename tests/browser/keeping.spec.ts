// What is kept and shared: local storage, files, and everything that can go wrong with them.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { amount, openCell, openPlan, planFile } from "./table.ts";

test("an edit is there after a reload", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await openCell(page, "Arvoden inkl. PO", 2015);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("123 456");
  await page.keyboard.press("Enter");
  await app.reload();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(123_456);
});

test("export, clear storage, open: the same plan, byte for byte", async ({ app, page }) => {
  await openPlan(app, "akst-2014");
  const first = await app.download(() => page.keyboard.press("Control+s"));
  expect(first.name).toMatch(/\.samplan\.json$/);
  expect(first.text).toBe(planFile("akst-2014"));
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${app.url}#/`);
  await app.reload();
  await app.upload(() => page.keyboard.press("Control+o"), first.name, first.text);
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect.poll(() => amount(page, "Årets resultat", 2014)).toBe(-700_000);
  const second = await app.download(() => page.keyboard.press("Control+s"));
  expect(second.text).toBe(first.text);
});

test("a file is opened by dropping it anywhere", async ({ app, page }) => {
  await app.open({ settings: { language: "sv" } });
  await app.drop(page.locator("main"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect.poll(() => amount(page, "Årets resultat", 2016)).toBe(213_912);
});

const bad = new URL("../bad_files/", import.meta.url);
for (const name of readdirSync(bad).filter((name) => name.endsWith(".json"))) {
  test(`a bad file is refused in words: ${name}`, async ({ app, page }) => {
    await openPlan(app, "vaxjo-2014");
    await app.drop(page.locator("main"), name, readFileSync(new URL(name, bad), "utf8"));
    const error = page.getByTestId("file-error");
    await expect(error).toContainText(`Filen ${name} kan inte öppnas`);
    await expect(error.locator("li").first()).not.toBeEmpty();
    // In the reader's language, with no word of code left.
    const swedish = await error.locator("li").allTextContents();
    await page.getByTestId("settings").click();
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await page.getByTestId("settings").click();
    await expect(error).toContainText(`The file ${name} cannot be opened`);
    expect(await error.locator("li").allTextContents()).not.toEqual(swedish);
    // What was open is untouched.
    await expect.poll(() => amount(page, "Result of the year", 2015)).toBe(-600_000);
  });
}

test("a file that is far too large is refused", async ({ app, page }) => {
  await app.open({ settings: { language: "sv" } });
  await app.drop(page.locator("main"), "stor.json", `"${"x".repeat(6 * 1024 * 1024)}"`);
  await expect(page.getByTestId("file-error")).toContainText("högst 5120 kB kan öppnas");
});

test("stored text that cannot be read is kept aside untouched, whatever is done after", async ({ app, page }) => {
  const broken = planFile("vaxjo-2014").slice(0, 900);
  await app.open({
    settings: { language: "sv" },
    storage: { "samplan/plan/trasig": broken, "samplan/last": "trasig" },
  });
  const stored = (key: string) => page.evaluate((key) => localStorage.getItem(key), key);
  expect(await stored("samplan/plan/trasig")).toBe(broken);
  expect(await stored("samplan/aside/trasig")).toBe(broken);
  // Working on with another plan writes nowhere near it.
  await app.drop(page.locator("main"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await page.getByTestId("add-year").click();
  await app.reload();
  expect(await stored("samplan/plan/trasig")).toBe(broken);
  expect(await stored("samplan/aside/trasig")).toBe(broken);
});

test("a file that does not agree with its checksum is told and opened only when asked again", async ({ app, page }) => {
  await app.open({ settings: { language: "sv" } });
  const changed = planFile("vaxjo-2014").replace('"1650000"', '"1650001"');
  await app.drop(page.locator("main"), "skadad.json", changed);
  await expect(page.getByTestId("file-error")).toContainText("stämmer inte med sin kontrollsumma");
  await expect(page.getByTestId("grid")).toHaveCount(0);
  await page.getByTestId("open-changed").click();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page.getByTestId("file-error")).toHaveCount(0);
});
