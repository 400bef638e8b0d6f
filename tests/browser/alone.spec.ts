// The app as one file, opened from the disk: no server, no network, and a plan inside if one was put there.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Page } from "@playwright/test";
import { shown } from "./decisions.ts";
import { expect, test } from "./fixtures.ts";
import { DIST } from "./serve.mjs";
import { amount, openCell, openPlan, planFile, row } from "./table.ts";

const FILE = join(DIST, "samplan.html");

/** Opens a file from the disk, in Swedish. */
async function openFile(page: Page, file: string): Promise<void> {
  await page.goto(pathToFileURL(file).href);
  await expect(page.locator("body")).toHaveAttribute("data-ready", "true");
}

/** A file on the disk with this text. */
function onDisk(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "samplan-")), name);
  writeFileSync(file, text);
  return file;
}

async function change(page: Page, kronor: string): Promise<void> {
  await openCell(page, "Arvoden inkl. PO", 2015);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(kronor);
  await page.keyboard.press("Enter");
}

test("from the disk: examples, charts, spreadsheets, saving in the browser and to a file", async ({ app, page }) => {
  await openFile(page, FILE);
  await page
    .getByTestId("example")
    .filter({ hasText: "Växjö samordningsförbund 2014" })
    .getByRole("button")
    .first()
    .click();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page.locator(".chart svg").first()).toBeVisible();
  await change(page, "123 456");
  await expect(page.getByTestId("saved")).toContainText("Sparad i webbläsaren");
  await page.reload();
  await expect(page.locator("body")).toHaveAttribute("data-ready", "true");
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(123_456);
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toContain("123456");

  // A spreadsheet is read by the module that is inside.
  await page.getByTestId("paste").click();
  const book = readFileSync(new URL("../tables/cases/vaxjo-2014.xlsx", import.meta.url));
  await app.upload(() => page.getByTestId("paste-file").click(), "vaxjo-2014.xlsx", book);
  await expect(page.getByTestId("paste-preview")).toContainText("Arvoden inkl.PO");
  await page.keyboard.press("Escape");

  // Every view is inside as well.
  for (const view of ["scenarier", "jamfor", "utforska", "underlag", "visa", "plan", "tillganglighet"]) {
    await page.evaluate((view) => (location.hash = `#/${view}`), view);
    await expect(page.locator("main h1").first()).toBeAttached();
  }
  await expect(page.getByTestId("publisher")).toContainText("har inte fyllt i");
});

test("a plan goes into the file, is opened by whoever gets it, and goes on from there", async ({
  app,
  page: own,
  context,
}) => {
  let page = own;
  await openPlan(app, "vaxjo-2014");
  await change(page, "123 456");
  await page.keyboard.press("Alt+x");
  const sent = await app.download(() => page.getByTestId("export-alone").click());
  expect(sent.name.normalize()).toBe("Växjö samordningsförbund 2014–2016.html");

  // The storage of pages from the disk is another than the site's.
  page = await context.newPage();
  const got = onDisk("Växjö.html", sent.text);
  await openFile(page, got);
  await expect(row(page, "Arvoden inkl. PO")).toBeVisible();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(123_456);

  // What is done there can be sent on, from the file itself.
  await change(page, "654 321");
  await page.keyboard.press("Alt+x");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-alone").click()]);
  const further = { text: readFileSync(await download.path(), "utf8") };
  expect(further.text).toContain("654321");
  expect(further.text).not.toContain("123456");
  // Opened where it was made it is the plan that is stored there.
  await openFile(page, onDisk("svar.html", further.text));
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(654_321);
});

test("from the disk a lever moves the figures, which are kept, leave as files and go on in a file of their own", async ({
  app,
  page,
}) => {
  await openFile(page, FILE);
  await app.upload(() => page.keyboard.press("Control+o"), "varend.json", planFile("varend-2016"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await page.keyboard.press("Alt+4");
  const base = (): Promise<string[]> => shown(page, "Base");
  const lever = page.getByRole("slider", { name: "2018, reglage" });
  await expect.poll(base).toEqual(["2 667 600", "1 778 400", "889 200"]);
  await lever.press("ArrowRight");
  await expect.poll(base).not.toEqual(["2 667 600", "1 778 400", "889 200"]);
  const [after, place] = [await base(), await lever.inputValue()];
  await expect(page.getByTestId("saved")).toContainText("Sparad i webbläsaren");
  await page.reload();
  await expect(lever).toHaveValue(place);
  await expect.poll(base).toEqual(after);

  const taken = async (kind: string): Promise<[string, Buffer]> => {
    await page.keyboard.press("Alt+x");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId(`export-${kind}`).click()]);
    return [download.suggestedFilename().normalize(), readFileSync(await download.path())];
  };
  const [planName, plan] = await taken("plan");
  expect(planName).toMatch(/\.samplan\.json$/);
  expect(plan.toString()).not.toBe(planFile("varend-2016"));
  const [bookName, book] = await taken("excel");
  expect([bookName.split(".").pop(), book.subarray(0, 2).toString()]).toEqual(["xlsx", "PK"]);
  const [tableName, table] = await taken("csv");
  expect([tableName.split(".").pop(), table.subarray(0, 3).toString("hex")]).toEqual(["csv", "efbbbf"]);
  const [pictureName, picture] = await taken("png");
  expect([pictureName.split(".").pop(), picture.subarray(1, 4).toString()]).toEqual(["png", "PNG"]);

  // From another folder, whose plans are its own: the plan can only come from the file.
  const [, alone] = await taken("alone");
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await openFile(page, onDisk("Värend.html", alone.toString()));
  // The plan opens with its table.
  await expect(page.getByTestId("grid")).toBeVisible();
  await page.keyboard.press("Alt+4");
  await expect(lever).toHaveValue(place);
  await expect.poll(base).toEqual(after);
});

test("the file lets nothing out: its policy names its own scripts alone", async ({ page }) => {
  await openFile(page, FILE);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/connect-src|'self'|https?:|script-src[^;]*'unsafe-inline'|'unsafe-eval'/);
});
