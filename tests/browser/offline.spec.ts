// Working without a network, and meeting a new version. Each test serves a copy of the site that it can change or stop.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { test as base, expect } from "./fixtures.ts";
import { DIST, serve } from "./serve.mjs";
import type { Page } from "@playwright/test";

interface Site {
  folder: string;
  stop: () => Promise<void>;
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "samplan-"));
    await cp(DIST, folder, { recursive: true });
    const { url, close } = await serve({ root: folder });
    await use({ folder, stop: close, url } as Site);
    await close();
    await rm(folder, { recursive: true });
  },
  siteUrl: async ({ site }, use) => use((site as Site & { url: string }).url),
});
test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 60_000 });

/** Browsers look for new versions in their own time. */
const patient = expect.configure({ timeout: 20_000 });

/** A service worker stands behind the page with all files kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await patient.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Deploys another version: the page differs, and the service worker knows it. */
async function deploy(folder: string, mark: string): Promise<void> {
  const page = join(folder, "index.html");
  const html = (await readFile(page, "utf8")).replace("<html ", `<html data-deployed="${mark}" `);
  await writeFile(page, html);
  const digest = `sha256-${createHash("sha256").update(html).digest("base64")}`;
  const worker = join(folder, "sw.js");
  const script = (await readFile(worker, "utf8"))
    .replace(/const VERSION = ".*"/, `const VERSION = "${mark}"`)
    .replace(/"\.\/": "sha256-[^"]*"/, `"./": "${digest}"`);
  await writeFile(worker, script);
}

const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).map((key) => key.split(" ").at(-1)));

test("once open, the app opens again without a network", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  await site.stop();
  app.allow(/ERR_CONNECTION_REFUSED/);
  await app.reload();
  await expect(page.locator("#app main")).toBeVisible();
});

test("a new version shows at the next load, and the old one is cleared away", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  await deploy(site.folder, "second");
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("data-deployed", "second");
  await patient.poll(() => versions(page)).toEqual(["second"]);

  await site.stop();
  app.allow(/ERR_CONNECTION_REFUSED/);
  await app.reload();
  await expect(page.locator("html")).toHaveAttribute("data-deployed", "second");
});

test("with two windows open, the new version waits until the old one is closed", async ({ app, page, context, site }) => {
  await app.open();
  await kept(page);
  await deploy(site.folder, "second");
  const other = await context.newPage();
  await other.goto(app.url);
  await expect(other.locator("html")).toHaveAttribute("data-deployed", "second");
  await patient.poll(() => versions(page).then((all) => all.length)).toBe(2);

  await page.close();
  app.allow(/Failed to fetch dynamically imported module/); // The reload may cut the loading of the charts short.
  await other.reload();
  await patient.poll(() => versions(other)).toEqual(["second"]);
});

test("a half-finished deployment is not kept", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  const [first] = await versions(page);
  await deploy(site.folder, "half");
  const html = await readFile(join(site.folder, "index.html"), "utf8");
  await writeFile(join(site.folder, "index.html"), html.replace('data-deployed="half"', ""));
  app.allow(/integrity|Failed to find a valid digest/);
  await app.reload();
  await page.waitForTimeout(1000);
  await site.stop();
  app.allow(/ERR_CONNECTION_REFUSED/);
  await app.reload();
  expect(await versions(page)).toContain(first);
});
