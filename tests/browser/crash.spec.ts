// When the app cannot go on: a page in the reader's language says so, gives the work out and leads back.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openPlan, planFile } from "./table.ts";

const NAME = "Växjö samordningsförbund 2014–2016";

/** A real panic: the browser refuses the next element that the app makes, which the framework takes for impossible. */
async function panic(page: Page): Promise<void> {
  // The chart's library makes elements too, when it has come: none of those is to be the one that is refused.
  if (await page.getByTestId("grid").isVisible()) await expect(page.locator(".chart svg")).toBeVisible();
  await page.evaluate(() => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (this: Document, ...what: [string]) {
      // What the page's own scripts make is not the app's.
      if (!new Error().stack?.includes("wasm")) return createElement.apply(this, what);
      Document.prototype.createElement = createElement;
      throw new Error("refused");
    };
    location.hash = "#/tillganglighet";
  });
  await expect(page.locator("body")).toHaveAttribute("data-crashed", "true");
}

test.beforeEach(({ app }) => app.allow(/panicked|refused|unreachable|on purpose|uncaught|wasm/i));

test("after a panic the work can be downloaded, and the app opens again where it was", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await panic(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Samplan stannade");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator(".crashed li")).toHaveText([new RegExp(`^${NAME}Plan`)]);
  await app.axe();
  const file = await app.download(() => page.getByRole("button", { name: "Ladda ned mitt arbete" }).click());
  expect(file.name).toBe("vaxjo-2014.samplan.json");
  expect(file.text).toBe(planFile("vaxjo-2014"));
  await page.evaluate(() => (location.hash = "#/budget"));
  await page.getByRole("button", { name: "Ladda om" }).click();
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page.getByLabel("Planens namn")).toHaveValue(NAME);
});

test("the way back can leave the last plan closed, and its word is in English for those who read English", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014", { language: "en" });
  await panic(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Samplan stopped");
  await page.getByRole("button", { name: "Open Home without a plan" }).click();
  await app.ready();
  await expect(page.getByTestId("plan")).toHaveCount(1);
  await expect(page.getByTestId("grid")).toHaveCount(0);
  await expect(page.getByTestId("saved")).toHaveCount(0);
  // It holds for one start: the plan is opened as ever.
  await page
    .getByTestId("plan")
    .getByRole("button", { name: new RegExp(NAME) })
    .first()
    .click();
  await app.reload();
  await expect(page.getByTestId("saved")).toBeVisible();
});

test("what was not called saved is given out too, when no storage took it", async ({ app, page }) => {
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
  await page.getByTestId("add-year").click();
  await expect(page.getByTestId("saved")).toContainText("lagring är full");
  await panic(page);
  const file = await app.download(() => page.getByRole("button", { name: "Ladda ned mitt arbete" }).click());
  expect(JSON.parse(file.text).plan.years).toBe(4);
});

for (const trouble of ["an exception in a handler", "a promise that nobody heard"]) {
  test(`${trouble} is not silent`, async ({ app, page }) => {
    await openPlan(app, "vaxjo-2014");
    await page.evaluate((trouble) => {
      const fail = () => {
        throw new Error("on purpose");
      };
      if (trouble.includes("promise")) return void Promise.resolve().then(fail);
      document.body.addEventListener("click", fail, { once: true });
      document.body.click();
    }, trouble);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Samplan stannade");
    await page.locator("summary").click();
    await expect(page.locator(".crashed pre")).toContainText("on purpose");
  });
}

test("storage that refuses everything does not take the page after a crash with it", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException("refused", "UnknownError");
    };
    for (const name of ["getItem", "setItem", "removeItem", "key"] as const) Storage.prototype[name] = refuse;
    IDBFactory.prototype.open = refuse;
  });
  await panic(page);
  await expect(page.getByRole("button", { name: "Ladda om" })).toBeVisible();
  await expect(page.locator(".crashed .works")).not.toContainText("Letar");
});

test("the browser's remarks and extensions' troubles are no crash", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => {
    window.dispatchEvent(
      new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }),
    );
    const error = new Error("theirs");
    error.stack = "Error: theirs\n    at chrome-extension://abc/content.js:1:1";
    window.dispatchEvent(new ErrorEvent("error", { message: "theirs", error }));
  });
  await page.getByTestId("add-year").click();
  await expect(page.getByTestId("saved")).toContainText("Sparad i webbläsaren");
});

test("an app that cannot start gives out what is stored", async ({ app, page }) => {
  app.allow(/.*/);
  await openPlan(app, "vaxjo-2014");
  await page.route("**/*.wasm", (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Samplan kunde inte starta");
  await expect(page.locator(".crashed li")).toContainText([NAME]);
});
