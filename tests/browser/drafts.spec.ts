// What is being typed is kept while it is typed, and found again.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, planFile } from "./table.ts";

const LINE = "Arvoden inkl. PO";

/** From now on the page is left as by a kill: nothing of it hears that it is. */
function killed(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const name of ["pagehide", "blur", "focusout", "change"]) {
      window.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
    }
  });
}

async function type(page: Page, text: string): Promise<void> {
  await (await cell(page, LINE, 2014)).focus();
  await page.keyboard.type(text);
}

test("what is typed in a cell is called a draft, survives a kill and is put back", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const before = await amount(page, LINE, 2014);
  await type(page, "123456");
  await expect(page.getByTestId("saved")).toHaveText("Utkast sparat");
  await killed(page);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(before);
  const left = page.getByTestId("left-behind");
  await expect(left).toContainText("123456");
  await expect(left).toContainText(LINE);
  await left.getByText("En text som du höll på att skriva finns kvar").click();
  await app.axe();
  await left.getByRole("button", { name: "Lägg tillbaka i fältet" }).click();
  await expect(page.locator("input.cell-input")).toHaveValue("123456");
  await expect(left).toHaveCount(0);
  await expect(page.getByTestId("saved")).toHaveText("Utkast sparat");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("saved")).toContainText("Sparad i webbläsaren");
  expect(await amount(page, LINE, 2014)).toBe(123_456);
  await app.reload();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(left).toHaveCount(0);
});

test("a page that is left takes in what was typed", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await type(page, "123456");
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(123_456);
  await expect(page.getByTestId("left-behind")).toHaveCount(0);
  await page.getByLabel("Planens namn").fill("Nytt namn");
  await app.reload();
  await expect(page.getByLabel("Planens namn")).toHaveValue("Nytt namn");
});

test("a text that the field refuses is a draft until it is right", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await type(page, "12 kronor och något");
  await page.keyboard.press("Enter");
  await expect(page.locator("input.cell-input")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("saved")).toHaveText("Utkast sparat");
  await app.reload();
  const left = page.getByTestId("left-behind");
  await expect(left).toContainText("12 kronor och något");
  await left.locator("summary").click();
  await left.getByRole("button", { name: "Ta bort texten" }).click();
  await app.reload();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(left).toHaveCount(0);
});

test("Escape in a cell throws the draft away with what is seen", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await type(page, "123456");
  await expect(page.getByTestId("saved")).toHaveText("Utkast sparat");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("saved")).toContainText("Sparad i webbläsaren");
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/draft/"))))
    .toEqual([]);
});

test("a file that is opened or saved while something is typed takes it into the plan that it was typed in", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await type(page, "123456");
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toContain('"2014": "123456"');
  await type(page, "654321");
  await app.upload(() => page.keyboard.press("Control+o"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByLabel("Planens namn")).toHaveValue(/Sydnärke/);
  const texts = await page.evaluate(() => Object.values(localStorage) as string[]);
  expect(texts.filter((text) => text.includes('"2014": "654321"'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("Sydnärke") && text.includes("654321"))).toEqual([]);
});

test("a form keeps what is typed until it has taken it, and the guided new plan is there after a reload", async ({
  app,
  page,
}) => {
  await app.open({ settings: { language: "sv" }, route: "/ny" });
  await page.getByLabel("Förbundets namn").fill("Provförbundet");
  await killed(page);
  await app.reload();
  await expect(page.getByLabel("Förbundets namn")).toHaveValue("Provförbundet");
  await page.getByRole("button", { name: "Börja om" }).click();
  await app.reload();
  await expect(page.getByLabel("Förbundets namn")).toHaveValue("");
});

test("what another window is typing is not offered here", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  await type(page, "123456");
  await expect(page.getByTestId("saved")).toHaveText("Utkast sparat");
  const other = await context.newPage();
  await other.goto(`${app.url}#/budget`);
  await other.getByTestId("grid").waitFor();
  await expect(other.getByTestId("left-behind")).toHaveCount(0);
});

test("where nothing can be kept, leaving asks", async ({ app, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await type(page, "123456");
  await expect(page.getByTestId("saved")).toHaveText("Det du skriver är inte sparat än");
  const asked = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await page.keyboard.press("Enter");
  expect(await amount(page, LINE, 2014)).toBe(123_456);
});

test("levers that a showing has moved are asked about before the page is left", async ({ app, page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.resolve();
  });
  await openPlan(app, "varend-2016");
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await page.keyboard.press("Alt+p");
  await expect(page.getByTestId("slide")).toBeVisible();
  expect(await asks()).toBe(false);
  for (
    let tries = 0;
    tries < 25 && (await page.getByTestId("slide").locator('input[type="range"]').count()) === 0;
    tries += 1
  ) {
    await page.keyboard.press("PageDown");
  }
  await page.getByTestId("slide").locator('input[type="range"]').first().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(asks).toBe(true);
});
