// Views that come in modules of their own: what is shown stays until the next view is there, on a line however slow or
// broken. A draft is one module and has nothing to wait for.
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, test as base, expect } from "./fixtures.ts";
import { inFirefox } from "./firefox.mjs";
import { DIST, serve } from "./serve.mjs";
import { cell, openPlan, planFile, row } from "./table.ts";

interface Site {
  folder: string;
  url: string;
  /** From now on these files are sent half, and then the connection ends. */
  cut: (files: RegExp | undefined) => void;
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "samplan-"));
    await cp(DIST, folder, { recursive: true });
    let files: RegExp | undefined;
    const { url, close } = await serve({ root: folder, cut: (path: string) => files?.test(path) ?? false });
    await use({ folder, url, cut: (which) => (files = which) });
    await close();
    await rm(folder, { recursive: true });
  },
  siteUrl: async ({ site }, use) => use(site.url),
});

const isSplit = existsSync(DIST) && readdirSync(DIST).some((name) => name.startsWith("app-"));
test.skip(!isSplit, "this build is one module");

/** Opens a plan where some files break off. */
async function openWithout(app: App, site: Site, files: RegExp, plan: string): Promise<void> {
  app.allow(/.*/);
  site.cut(files);
  await openPlan(app, plan);
}

/** Holds modules back until each is let go. Those that are fetched ahead wait behind the first that is held. */
async function hold(page: Page, ...names: string[]): Promise<(name: string) => Promise<void>> {
  const gates = new Map<string, { open: () => void; opened: Promise<void> }>();
  for (const name of names) {
    let open = () => {};
    const opened = new Promise<void>((done) => (open = done));
    gates.set(name, { open, opened });
    await page.route(`**/split_${name}.wasm`, async (route) => {
      await opened;
      await route.continue();
    });
  }
  return async (name) => {
    const come = page.waitForResponse((response) => response.url().endsWith(`/split_${name}.wasm`));
    gates.get(name)?.open();
    await (await come).finished();
  };
}

const entry = (page: Page, name: string) => page.locator(".sidebar").getByRole("link", { name, exact: true });
const title = (page: Page) => page.locator("main h1");

test("what is pasted before the dialog's own module is there is kept for it", async ({ app, page }) => {
  const release = await hold(page, "edit");
  await openPlan(app, "varend-2016");
  await page.getByTestId("paste").click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  await app.paste("Post\t2016\nHyra\t100 000");
  await expect(page.getByTestId("paste-text")).toHaveCount(0);
  await release("edit");
  await expect(page.getByTestId("paste-preview").locator("tbody tr")).toHaveCount(1);
  await expect(page.getByTestId("paste-preview")).toContainText("Hyra");
});

test("a dialog whose module comes late begins where it would have begun", async ({ app, page }) => {
  const release = await hold(page, "aside", "edit");
  await openPlan(app, "varend-2016");
  await page.keyboard.press("Alt+x");
  await expect(page.locator("dialog[open]")).toBeVisible();
  await release("aside");
  await expect(page.getByTestId("export-plan")).toBeFocused();
  await page.keyboard.press("Escape");

  await page.getByTestId("paste").click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  await release("edit");
  await expect(page.getByTestId("paste-text")).toBeFocused();
});

test("what a line's row asks of modules that have not come is done when they have", async ({ app, page }) => {
  const release = await hold(page, "edit", "beside");
  await openPlan(app, "vaxjo-2014");
  await row(page, "Arvoden inkl. PO").locator("th").click();
  await app.paste("Arvoden till styrelsen");
  await release("edit");
  await expect(row(page, "Arvoden till styrelsen")).toBeVisible();
  await expect(page.locator("dialog[open]")).toHaveCount(0);

  await row(page, "Övriga verksamhetskostnader för").locator("th").click();
  await page.getByTestId("line-remove").click();
  await release("beside");
  await expect(page.getByRole("dialog").getByTestId("users")).toContainText("blir kvar men hoppas över");
});

test("a line that cannot be judged without the network is not removed, and that is said", async ({
  app,
  page,
  site,
}) => {
  await openWithout(app, site, /split_beside/, "vaxjo-2014");
  await row(page, "Arvoden inkl. PO").locator("th").click();
  await page.getByTestId("line-remove").click();
  await expect(page.locator(".notice")).toContainText("Den här delen kunde inte hämtas.");
  await expect(row(page, "Arvoden inkl. PO")).toBeVisible();
});

test("the view stays and can be used until the next one is there, and the last click counts", async ({ app, page }) => {
  const release = await hold(page, "beside", "ask", "tell");
  await openPlan(app, "varend-2016");
  const grid = page.getByTestId("grid");
  const main = page.locator("main");

  await entry(page, "Utforska").click();
  await expect(page.getByTestId("waiting")).toHaveText("Hämtar Utforska …");
  await expect(main).toHaveAttribute("aria-busy", "true");
  await expect(page).toHaveURL(/#\/utforska/);
  await expect(grid).toBeVisible();
  await app.axe();

  // What is shown is no picture: it follows.
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "tkr", exact: true }).click();
  await expect(page.getByRole("button", { name: "tkr", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.getByTestId("settings").click();

  await entry(page, "Visa").click();
  await expect(page.getByTestId("waiting")).toHaveText("Hämtar Visa …");
  await release("ask");
  await expect(grid, "nobody is taken to where somebody no longer wants to go").toBeVisible();
  await expect(entry(page, "Budget")).toHaveAttribute("aria-current", "page");

  await release("tell");
  await expect(title(page)).toHaveText("Visa");
  await expect(page).toHaveURL(/#\/visa/);
  await expect(page.getByTestId("waiting")).toBeEmpty();
  await expect(main).not.toHaveAttribute("aria-busy");
  await entry(page, "Utforska").click();
  await expect(title(page)).toHaveText("Utforska");
  await page.goBack();
  await expect(title(page)).toHaveText("Visa");
});

test("whoever goes back while a view is fetched stays", async ({ app, page }) => {
  const release = await hold(page, "beside", "ask");
  await openPlan(app, "varend-2016");
  await entry(page, "Scenarier").click();
  await expect(page.getByTestId("waiting")).toHaveText("Hämtar Scenarier …");
  await page.goBack();
  await expect(page.getByTestId("waiting")).toBeEmpty();
  await expect(page).toHaveURL(/#\/budget/);
  await page.keyboard.press("Alt+5");
  await expect(page.getByTestId("waiting")).toHaveText("Hämtar Jämför …");
  await entry(page, "Budget").click();
  await expect(page.getByTestId("waiting")).toBeEmpty();
  await release("ask");
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page).toHaveURL(/#\/budget/);
});

test("a network that goes in the middle of a module is told of, and the view is had when it is back", async ({
  app,
  page,
  site,
}) => {
  await openWithout(app, site, /split_(beside|ask)/, "varend-2016");
  await expect(page.locator(".part-lost").first()).toContainText("Den här delen kunde inte hämtas.");
  await entry(page, "Utforska").click();
  const told = page.getByTestId("view-missing");
  await expect(told).toContainText("Utforska kunde inte hämtas. Kontrollera nätverket och försök igen.");
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page).toHaveURL(/#\/budget/);
  await app.axe();

  await told.getByRole("button", { name: "Försök igen" }).click();
  await expect(told).toHaveCount(1);
  site.cut(undefined);
  await page.getByTestId("view-missing").getByRole("button", { name: "Försök igen" }).click();
  await expect(title(page)).toHaveText("Utforska");
  await expect(told).toHaveCount(0);
  await expect(page).toHaveURL(/#\/utforska/);

  await entry(page, "Budget").click();
  await expect(page.locator(".chart svg")).toBeVisible();
});

test("a piece of a view that is fetched says so in its place", async ({ app, page }) => {
  const release = await hold(page, "beside");
  await openPlan(app, "varend-2016");
  await expect(page.locator(".part-waits").first()).toHaveText("Hämtar …");
  await release("beside");
  await expect(page.locator(".chart svg")).toBeVisible();
  await expect(page.locator(".part-waits")).toHaveCount(0);
});

test("what the rules find is told once they are there, and until then nothing is called in order", async ({
  app,
  page,
}) => {
  const release = await hold(page, "beside");
  await openPlan(app, "vaxjo-2014");
  await expect(page.getByRole("gridcell").filter({ hasText: /\d/ }).first()).toBeVisible();
  const told = page.getByTestId("findings-count").or(page.locator(".printed.agrees, .printed.differs"));
  await expect(page.locator(".part-waits").first()).toHaveText("Hämtar …");
  await expect(told).toHaveCount(0);

  // What is typed meanwhile is taken as ever, and judged with the rest.
  const fees = await cell(page, "Arvoden inkl. PO", 2014);
  await fees.click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await expect(fees.locator(".amount")).toHaveText("1");
  await expect(told).toHaveCount(0);
  await release("beside");
  await expect(page.getByTestId("findings-count")).toHaveText(/[1-9]/);
  await expect(page.locator(".printed.agrees").first()).toBeVisible();
  await expect(page.locator(".printed.differs").first()).toBeVisible();
  await expect(page.getByTestId("kpi-Equity")).toBeVisible();
});

test("where the browser saves data the number of remarks stands beside Home too, and nothing else is fetched ahead", async ({
  app,
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true }, configurable: true }),
  );
  const fetched: string[] = [];
  page.on("request", (request) => {
    const part = /split_(\w+)\.wasm$/.exec(request.url())?.[1];
    if (part) fetched.push(part);
  });
  const storage = { "samplan/plan/vaxjo-2014": planFile("vaxjo-2014"), "samplan/last": "vaxjo-2014" };
  await app.open({ settings: { language: "sv", unit: "kr" }, storage });
  await expect(title(page)).toBeVisible();
  await expect(page).not.toHaveURL(/budget/);
  await expect(page.getByTestId("findings-count")).toHaveText(/[1-9]/);
  expect(fetched).toContain("beside");
  expect(fetched.filter((part) => ["edit", "ask", "tell", "aside"].includes(part))).toEqual([]);
  // The same number as where nothing is saved.
  const saving = await page.getByTestId("findings-count").textContent();
  await page.evaluate(() => (location.hash = "#/budget"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page.getByTestId("findings-count")).toHaveText(saving!);
});

test("without the network no figure is said to agree, and the controls say that they are missing", async ({
  app,
  page,
  site,
}) => {
  await openWithout(app, site, /split_beside/, "vaxjo-2014");
  const lost = page.locator(".beside .part-lost");
  await expect(lost).toContainText("Den här delen kunde inte hämtas.");
  await expect(page.getByTestId("findings-count")).toHaveCount(0);
  await expect(page.locator(".printed.agrees")).toHaveCount(0);
  site.cut(undefined);
  await lost.getByRole("button").click();
  await expect(page.locator(".printed.agrees").first()).toBeVisible();
  await expect(page.getByTestId("findings-count")).toHaveText(/[1-9]/);
});

test("why a file cannot be opened is told when its words have come", async ({ app, page }) => {
  const release = await hold(page, "shelf");
  await openPlan(app, "varend-2016");
  await app.drop(page.locator("main"), "fel.json", planFile("varend-2016").slice(0, 4_000));
  await expect(page.getByTestId("file-error")).toHaveCount(0);
  await release("shelf");
  await expect(page.getByTestId("file-error").locator("li").first()).toContainText("klippt");
});

test("a file that cannot be read without the network is told of, and the plan stays", async ({ app, page, site }) => {
  await openWithout(app, site, /split_shelf/, "varend-2016");
  await app.drop(page.locator("main"), "fel.json", planFile("varend-2016").slice(0, 4_000));
  await expect(page.locator(".notice")).toContainText("en del av Samplan kunde inte hämtas");
  await expect(page.getByTestId("grid")).toBeVisible();
});

/** Puts another version of the app in its place, as a deployment does: the old one's modules are gone. */
async function deploy(folder: string): Promise<void> {
  const old = (await readdir(folder)).find((name) => name.startsWith("app-"));
  if (!old) throw new Error("the site holds no split app");
  await rename(join(folder, old), join(folder, "app-second"));
  const page = join(folder, "index.html");
  const before = await readFile(page, "utf8");
  const script = (html: string) => /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const digest = (html: string) => `sha256-${createHash("sha256").update(script(html)).digest("base64")}`;
  const after = before.replaceAll(old, "app-second").replace(/(samplan-version" content=")[^"]*/, "$1second");
  await writeFile(page, after.replace(digest(before), digest(after)));
}

test("a version that is deployed under an open page is told of, and opens at the view that was asked for", async ({
  app,
  page,
  site,
}) => {
  await openWithout(app, site, /split_beside/, "varend-2016");
  await expect(page.locator(".part-lost").first()).toBeVisible();
  await deploy(site.folder);
  site.cut(undefined);
  await entry(page, "Utforska").click();
  const told = page.getByTestId("view-missing");
  await expect(told).toContainText("Samplan har fått en ny version sedan sidan öppnades.");
  await told.getByRole("button", { name: "Ladda om sidan" }).click();
  await expect(page.locator('meta[name="samplan-version"]')).toHaveAttribute("content", "second");
  await app.ready();
  await expect(title(page)).toHaveText("Utforska");
});

test("at 1.6 Mbit/s, clicking fast back and forth ends where the last click said", async ({ app, page, context }) => {
  test.skip(inFirefox, "only Chromium slows its line down when it is told to");
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 1.6e6 / 8,
  });
  await openPlan(app, "varend-2016");
  for (const name of [
    "Utforska",
    "Visa",
    "Budget",
    "Förutsättningar",
    "Utforska",
    "Underlag",
    "Scenarier",
    "Visa",
    "Jämför",
  ]) {
    await entry(page, name).click();
  }
  await expect(title(page)).toHaveText("Jämför scenarier");
  await expect(page).toHaveURL(/#\/jamfor/);
  for (const name of ["Visa", "Utforska", "Förutsättningar", "Underlag"]) {
    await entry(page, name).click();
    await expect(entry(page, name)).toHaveAttribute("aria-current", "page");
  }
});
