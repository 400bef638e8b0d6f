import { inFirefox } from "./firefox.mjs";
import { expect, test } from "./fixtures.ts";
import { planFile } from "./table.ts";

test("the app mounts", async ({ app, page }) => {
  await app.open();
  await expect(page).toHaveTitle(/Samplan/);
  await expect(page.locator("#app main")).toBeVisible();
  await expect(page.locator("#loading")).toHaveCount(0);
});

test("language and theme are set before the app starts", async ({ app, page }) => {
  await app.open({ settings: { language: "en", theme: "dark" } });
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the page binds itself to its own files", async ({ app, page }) => {
  await app.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  app.allow(/Content Security Policy/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    return "injected" in window;
  });
  expect(ran).toBe(false);
});

test("a reader without JavaScript is told what is missing, in both languages", async ({ browser, siteUrl }) => {
  test.skip(inFirefox, "only Chromium can be asked to run no scripts for one page");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(siteUrl);
  // By tag: Playwright's search by text passes over noscript.
  await expect(page.locator("noscript p", { hasText: "behöver JavaScript" })).toBeVisible();
  await expect(page.locator("noscript p", { hasText: "needs JavaScript" })).toBeVisible();
  await expect(page.locator("#loading")).toBeHidden();
  await context.close();
});

test("an app that cannot start says so", async ({ app, page }) => {
  app.allow(/.*/);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(app.url);
  await expect(page.getByText("Samplan kunde inte starta")).toBeVisible();
});

test("on a phone every view can be reached without searching for it", async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const storage = { "samplan/plan/varend-2016": planFile("varend-2016"), "samplan/last": "varend-2016" };
  await app.open({ settings: { language: "sv" }, storage });
  const views = page.getByRole("navigation").getByRole("link");
  await expect(views).toHaveText([
    "Hem",
    "Budget",
    "Förutsättningar",
    "Scenarier",
    "Jämför",
    "Utforska",
    "Visa",
    "Underlag",
    "Tillgänglighet",
  ]);
  for (const view of await views.all()) await expect(view).toBeInViewport({ ratio: 1 });
});

test("on the narrowest screen nothing goes sideways, and the plan's name is read whole", async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const name = "vaxjo-alvesta-2015";
  await app.open({
    settings: { language: "sv" },
    storage: { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name },
    route: "/budget",
  });
  const views = {
    budget: "[data-test=grid]",
    "plan/rules": ".plan-settings",
    scenarier: "[data-test=kpis]",
    jamfor: "[data-test=verdict-card]",
    utforska: ".tornado svg",
    visa: "[data-test=start-show]",
    underlag: ".minutes",
  };
  for (const [view, shown] of Object.entries(views)) {
    await page.goto(`${app.url}#/${view}`);
    await expect(page.locator(shown).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(320);
  }
  const cut = await page.getByLabel("Planens namn", { exact: true }).evaluate((field) => ({
    across: field.scrollWidth - field.clientWidth,
    down: field.scrollHeight - field.clientHeight,
  }));
  expect(cut).toEqual({ across: 0, down: 0 });

  // A change in percentage points is the longest that the strip has: no figure reaches into the next.
  const changed = "varend-2016";
  await app.open({
    settings: { language: "sv" },
    storage: { [`samplan/plan/${changed}`]: planFile(changed), "samplan/last": changed },
    route: "/scenarier",
  });
  await expect(page.getByTestId("kpis")).toContainText("enh.");
  const within = await page
    .locator(".kpi-strip .kpi")
    .evaluateAll((kpis) => kpis.map((kpi) => kpi.scrollWidth <= kpi.clientWidth));
  expect(within).toEqual(within.map(() => true));
});
