// What is kept and shared: local storage, files, and everything that can go wrong with them.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, planFile } from "./table.ts";

test("an edit is there after a reload", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Arvoden inkl. PO", 2015)).dblclick();
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
    await page.getByRole("button", { name: "EN", exact: true }).click();
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

test("a full storage is survived and said", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => {
    // The browser's own limit is met by filling what is left of it.
    let size = 4 * 1024 * 1024;
    let filler = 0;
    while (size >= 1) {
      try {
        localStorage.setItem(`filler-${filler++}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await page.getByTestId("add-year").click();
  await page.getByTestId("add-year").click();
  await (await cell(page, "Arvoden inkl. PO", 2018)).dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1 234 567");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("saved")).toContainText("lagring är full");
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2018)).toBe(1_234_567);
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toContain('"2018": "1234567"');
});

test("a browser without storage is survived and said", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await page.goto(app.url);
  await app.ready();
  await app.drop(page.locator("main"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await page.getByTestId("add-year").click();
  await expect(page.getByTestId("saved")).toContainText("tillåter inte lagring");
});

test("two tabs that edit the same plan lose nothing", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  const other = await context.newPage();
  await other.goto(`${app.url}#/budget`);
  await other.getByTestId("grid").waitFor();
  await (await cell(page, "Arvoden inkl. PO", 2014)).focus();
  await page.keyboard.type("111");
  await page.keyboard.press("Enter");
  await (await cell(other, "Arvoden inkl. PO", 2014)).focus();
  await other.keyboard.type("222");
  await other.keyboard.press("Enter");
  await expect(other.locator(".notices")).toContainText("ändrats i en annan flik");
  const texts = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith("samplan/plan/")).map(([, text]) => String(text)),
  );
  expect(texts.filter((text) => text.includes('"2014": "111"'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('"2014": "222"'))).toHaveLength(1);
});
