// The browser itself may take its database away, as Chromium does with one that a kill has damaged: the reserve has it all.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan } from "./table.ts";

const LINE = "Arvoden inkl. PO";

async function edit(page: Page, year: number, kronor: number): Promise<void> {
  await (await cell(page, LINE, year)).focus();
  await page.keyboard.type(String(kronor));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("saved")).toHaveText(/^Sparad i webbläsaren/);
}

/** Takes the database away from under a page that cannot make it anew, and local storage's copies too: a killed browser has
 * not written them yet. */
async function takeAway(page: Page): Promise<void> {
  await page.evaluate(async () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("taken away", "UnknownError");
    };
    const name = `samplan ${new URL(".", document.baseURI).pathname}`;
    await new Promise((resolve, refuse) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = request.onblocked = refuse;
    });
    localStorage.clear();
  });
}

/** What a kill leaves of a writing: Chromium writes beside the file before it takes its place. */
function leaveBehind(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for await (const folder of (await navigator.storage.getDirectory()).values()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue;
      for await (const entry of folder.values()) {
        if (!(entry instanceof FileSystemFileHandle)) continue;
        for (const name of [`${entry.name}.0`, `0${entry.name}`]) {
          const copy = await (await folder.getFileHandle(name, { create: true })).createWritable();
          await copy.write(await (await entry.getFile()).text());
          await copy.close();
        }
        break;
      }
    }
  });
}

/** How many plans the reserve has. */
function inReserve(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let files = 0;
    for await (const folder of (await navigator.storage.getDirectory()).values())
      if (folder instanceof FileSystemDirectoryHandle) for await (const _ of folder.keys()) files += 1;
    return files;
  });
}

/** What Chromium says when it makes a database anew that it took for damaged. */
function sayLost(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Object.defineProperty(IDBVersionChangeEvent.prototype, "dataLoss", { get: () => "total" });
  });
}

test("plans come out of the reserve when the browser has taken its database away, and that is said", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 654_321);
  await leaveBehind(page);
  await edit(page, 2015, 123_456);
  await page.goto(`${app.url}#/`);
  await takeAway(page);
  await app.reload();
  await expect(page.getByTestId("removed")).toContainText("1 plan är hämtad ur reservkopian");
  await expect(page.locator(".notice.warning")).toContainText("Webbläsaren hade tagit bort sin databas");
  await page.getByTestId("plan").locator("button.open").click();
  expect(await amount(page, LINE, 2014)).toBe(654_321);
  expect(await amount(page, LINE, 2015)).toBe(123_456);
  // It goes on from there: saved as before, and nothing is told at the next start.
  await edit(page, 2014, 777_777);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(777_777);
  await page.goto(`${app.url}#/`);
  await expect(page.getByTestId("plan")).toHaveCount(1);
  await expect(page.getByTestId("removed")).toHaveCount(0);
});

test("a plan that was deleted does not come out of the reserve", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 654_321);
  expect(await inReserve(page)).toBe(1);
  await page.goto(`${app.url}#/`);
  await page
    .getByTestId("plan")
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  await expect(page.getByTestId("plan")).toHaveCount(0);
  await expect.poll(() => inReserve(page)).toBe(0);
  await page.goto(`${app.url}#/`);
  await takeAway(page);
  await app.reload();
  await expect(page.locator(".welcome")).toBeVisible();
  await expect(page.getByTestId("removed")).toHaveCount(0);
});

test("a database that is gone with its reserve is told of, and what there is stands", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 654_321);
  const local = await page.evaluate(() => ({ ...localStorage }));
  await takeAway(page);
  await page.evaluate(async (local) => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    for (const [key, text] of Object.entries(local)) localStorage.setItem(key, text);
  }, local);
  await sayLost(page);
  await app.reload();
  await expect(page.locator(".notice.warning")).toContainText("kan sakna det senaste");
  expect(await amount(page, LINE, 2014)).toBe(654_321);
});

test("an address where pages have no files of their own keeps two copies, and nothing goes wrong", async ({
  app,
  page,
}) => {
  // As the browser does where the address has no certificate.
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    Object.defineProperty(Navigator.prototype, "storage", { get: () => undefined });
  });
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 654_321);
  await page.evaluate(() => localStorage.clear());
  await app.reload();
  await page.goto(`${app.url}#/`);
  await page.getByTestId("plan").locator("button.open").click();
  expect(await amount(page, LINE, 2014)).toBe(654_321);
});

test("a browser that refuses its files keeps two copies, and nothing goes wrong", async ({ app, page }) => {
  await page.addInitScript(() => {
    // Firefox begins at an empty page, which has no such thing.
    if (!("StorageManager" in window)) return;
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("refused", "SecurityError"));
  });
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 654_321);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(654_321);
});
