// A showing, as its tests open it and find their way in it.
import type { Page } from "@playwright/test";
import { type App, expect } from "./fixtures.ts";

export interface Json {
  [key: string]: any;
}

export async function openWith(
  app: App,
  text: string,
  language: "sv" | "en",
  route: string,
  fill = false,
): Promise<void> {
  const storage = { "samplan/plan/test": text, "samplan/last": "test" };
  // Unless it is about filling the screen, the window keeps the size that the test gives it.
  if (!fill) {
    await app.page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.resolve();
    });
  }
  await app.open({ settings: { language, unit: "kr", theme: "dark" }, storage, route });
}

export async function stored(page: Page): Promise<Json> {
  const text = await page.evaluate(() => localStorage.getItem("samplan/plan/test") ?? "");
  return JSON.parse(text).plan as Json;
}

export const slide = (page: Page) => page.getByTestId("slide");
export const kind = (page: Page) => slide(page).getAttribute("data-kind");
export const big = (page: Page, metric: string) => page.getByTestId(`big-${metric}`).locator(".value");

/** Steps with the remote's key until a slide of this kind is shown. */
export async function stepTo(page: Page, wanted: string): Promise<void> {
  for (let tries = 0; tries < 25 && (await kind(page)) !== wanted; tries++) await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", wanted);
}
