// What the page asks for while it opens.
import type { Page } from "@playwright/test";
import { inFirefox } from "./firefox.mjs";
import { expect, test } from "./fixtures.ts";

/** Who asked for the font in this load of the page: "css" is the style sheet's own asking, "link" a preload's. */
const fontAskedBy = (page: Page) =>
  page.evaluate(() => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return files.filter((file) => file.name.endsWith(".woff2")).map((file) => file.initiatorType);
  });

const fontsInUse = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map((font) => `${font.family} ${font.status}`);
  });

test("the font is asked for once, by the text that is set in it, and a reload asks for nothing in vain", async ({
  app,
  page,
}) => {
  await app.open();
  expect(await fontsInUse(page)).toEqual(["Inter loaded"]);
  // In Firefox the style sheet's own asking is called "other".
  expect(await fontAskedBy(page)).toEqual([inFirefox ? "other" : "css"]);
  for (let again = 0; again < 3; again++) {
    await app.reload();
    expect(await fontsInUse(page)).toEqual(["Inter loaded"]);
    // The server answers that the sheet is unchanged; some browsers then keep its font too, and ask for nothing.
    const asked = await fontAskedBy(page);
    expect(asked.length).toBeLessThanOrEqual(1);
    expect(asked, "a preload whose font the kept sheet already has is a warning in the console").not.toContain("link");
  }
});

test("the font is on its way while the app is", async ({ app, page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const font = page.waitForResponse(/\.woff2$/);
  await page.goto(app.url);
  expect((await font).ok()).toBe(true);
  await expect(page.locator("#loading")).toBeVisible();
  release();
  await app.ready();
});
