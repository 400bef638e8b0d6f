// Working without a network, and meeting a new version. Each test serves a copy of the site that it can change or stop.
// What is waited for is what the browser and the worker say of themselves; nothing here is a matter of time.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { inFirefox } from "./firefox.mjs";
import { test as base, expect } from "./fixtures.ts";
import { DIST, serve } from "./serve.mjs";
import { openPlan } from "./table.ts";
import type { Page } from "@playwright/test";

/** What Chromium and Firefox say where nobody answers. */
const UNREACHABLE = /ERR_CONNECTION_REFUSED|Failed to load ‘/;

interface Site {
  folder: string;
  url: string;
  stop: () => Promise<void>;
  /** From now on the page itself is not answered; files are. */
  holdPage: () => void;
  /** From now on the page itself is answered with this status. */
  refusePage: (status: number) => void;
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "samplan-"));
    await cp(DIST, folder, { recursive: true });
    // However slow the machine is, the page comes from the network; the test that is about patience gives it some.
    await rewrite(join(folder, "sw.js"), /const PATIENCE = \d+;/, "const PATIENCE = 2 ** 31 - 1;");
    let held = false;
    let refused: number | undefined;
    const before = (path: string) => (path !== "" ? undefined : held ? new Promise<void>(() => {}) : refused);
    const { url, close } = await serve({ root: folder, before });
    await use({ folder, url, stop: close, holdPage: () => (held = true), refusePage: (status) => (refused = status) });
    await close();
    await rm(folder, { recursive: true });
  },
  siteUrl: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: "allow" });

/** Replaces what must be there. */
async function rewrite(path: string, old: RegExp, text: string): Promise<string> {
  const before = await readFile(path, "utf8");
  expect(before).toMatch(old);
  const after = before.replace(old, text);
  await writeFile(path, after);
  return after;
}

/** A service worker stands behind the page with all files kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** Deploys another version: the page differs, and the service worker knows it. */
async function deploy(folder: string, mark: string): Promise<void> {
  const html = await rewrite(
    join(folder, "index.html"),
    /<meta name="samplan-version" content="[^"]*">/,
    `<meta name="samplan-version" content="${mark}">`,
  );
  const digest = `sha256-${createHash("sha256").update(html).digest("base64")}`;
  const worker = join(folder, "sw.js");
  await rewrite(worker, /const VERSION = ".*"/, `const VERSION = "${mark}"`);
  await rewrite(worker, /"\.\/": "sha256-[^"]*"/, `"./": "${digest}"`);
}

/** The version of the page that is shown. */
const shown = (page: Page) => page.locator('meta[name="samplan-version"]').getAttribute("content");

/** The versions whose files are kept. */
const versions = (page: Page) => page.evaluate(async () => (await caches.keys()).map((key) => key.split(" ").at(-1)));

/** How far the newer version has come: "waiting" once all its files are kept and an older one still stands. */
const newer = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting ? "waiting" : registration?.installing ? "installing" : "none";
  });

test("once open, the app opens again without a network", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  await site.stop();
  app.allow(UNREACHABLE);
  await app.reload();
  await expect(page.locator("#app main")).toBeVisible();
});

test("every view opens without a network after a first visit", async ({ app, page, site }) => {
  await openPlan(app, "varend-2016");
  await kept(page);
  await site.stop();
  app.allow(UNREACHABLE);
  await app.reload();
  const views = page.locator(".sidebar").getByRole("link");
  for (const name of ["Förutsättningar", "Scenarier", "Jämför", "Utforska", "Visa", "Underlag", "Tillgänglighet"]) {
    await views.getByText(name, { exact: true }).click();
    await expect(page.locator("main h1").first()).toBeVisible();
    await expect(views.filter({ hasText: name })).toHaveAttribute("aria-current", "page");
  }
  await views.getByText("Budget", { exact: true }).click();
  await expect(page.locator(".chart svg")).toBeVisible();
});

test("a network that does not answer is not waited for", async ({ app, page, site }) => {
  await rewrite(join(site.folder, "sw.js"), /const PATIENCE = [^;]*;/, "const PATIENCE = 1;");
  await app.open();
  await kept(page);
  site.holdPage();
  await app.reload();
  await expect(page.locator("#app main")).toBeVisible();
});

test("a new version shows at the next load, and the old one is cleared away", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  await deploy(site.folder, "second");
  await app.reload();
  expect(await shown(page)).toBe("second");
  await expect.poll(() => versions(page)).toEqual(["second"]);

  await site.stop();
  app.allow(UNREACHABLE);
  await app.reload();
  expect(await shown(page)).toBe("second");
});

test("with two windows open, the new version waits until the old one is closed", async ({
  app,
  page,
  context,
  site,
}) => {
  await app.open();
  await kept(page);
  const first = await shown(page);
  await deploy(site.folder, "second");
  const other = await context.newPage();
  await other.goto(app.url);
  expect(await shown(other)).toBe("second");
  await expect.poll(() => newer(other)).toBe("waiting");
  // The window that runs the first version holds its lock, and its files are there for it.
  expect(await shown(page)).toBe(first);
  expect(await versions(other)).toEqual([first, "second"]);

  await page.close();
  await expect.poll(() => versions(other)).toEqual(["second"]);
  expect(await newer(other)).toBe("none");
});

test("a window that shows the old version keeps its files though it is the only one", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  const first = await shown(page);
  await deploy(site.folder, "second");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => newer(page)).toBe("waiting");
  expect(await versions(page)).toEqual([first, "second"]);
  await app.reload();
  // The old files go when the browser lets the waiting worker in: Chromium may take minutes while the old one has work.
  expect(await shown(page)).toBe("second");
});

test("a half-finished deployment is not kept", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  const first = await shown(page);
  await deploy(site.folder, "half");
  await rewrite(join(site.folder, "index.html"), /content="half"/, 'content="other"');
  app.allow(/integrity|Failed to find a valid digest/);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const worker = registration?.installing;
    if (!worker) return; // It has failed already.
    await new Promise<void>((done) => {
      const look = () => worker.state === "redundant" && done();
      worker.addEventListener("statechange", look);
      look();
    });
  });
  expect(await newer(page)).toBe("none");
  expect(await versions(page)).toEqual([first]);
  await site.stop();
  app.allow(UNREACHABLE);
  await app.reload();
  expect(await shown(page)).toBe(first);
});

for (const status of [403, 404, 503]) {
  test(`a server that answers ${status} for the page does not take the kept version away`, async ({
    app,
    page,
    site,
  }) => {
    await app.open();
    await kept(page);
    const first = await shown(page);
    site.refusePage(status);
    await app.reload();
    expect(await shown(page)).toBe(first);
  });
}

test("a login page in front of the network is not taken for a new version", async ({ app, page, site }) => {
  if (inFirefox) app.allow(UNREACHABLE);
  await app.open();
  await kept(page);
  const first = await shown(page);
  await writeFile(join(site.folder, "index.html"), "<!doctype html><title>Välkommen till nätet</title><p>Logga in");
  await app.reload();
  expect(await shown(page)).toBe(first);
});

test("a new page whose files are not there yet is not shown", async ({ app, page, site }) => {
  await app.open();
  await kept(page);
  const first = await shown(page);
  await deploy(site.folder, "half");
  await rewrite(join(site.folder, "index.html"), /shell-[0-9a-f]+\.js/, "shell-0123456789abcdef.js");
  app.allow(/404|integrity|Failed to find a valid digest|Failed to load resource/);
  await app.reload();
  expect(await shown(page)).toBe(first);
});
