// Finding cells of the budget table as a reader does: by the line's name and the year.
import { readFileSync, readdirSync } from "node:fs";
import { type Locator, type Page } from "@playwright/test";
import { inFirefox } from "./firefox.mjs";
import { type App, type Settings } from "./fixtures.ts";

/** The real plans of the project. */
export const EXAMPLES = readdirSync(new URL("../../plans", import.meta.url))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length))
  .sort();

/** A plan file of the project, as text. */
export function planFile(name: string): string {
  return readFileSync(new URL(`../../plans/${name}.json`, import.meta.url), "utf8");
}

/** A plan file with something changed, as a program without checksums would write it. */
export function changedPlan(name: string, change: (plan: any) => void): string {
  const file = JSON.parse(planFile(name)) as { checksum?: string; plan: unknown };
  delete file.checksum;
  change(file.plan);
  return JSON.stringify(file);
}

/** Opens the app with a real plan on its shelf and shows the budget. */
export async function openPlan(
  app: App,
  name: string,
  settings: Settings = { language: "sv", unit: "kr" },
): Promise<void> {
  const storage = { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name };
  await app.open({ settings, storage, route: "/budget" });
  await app.page.getByTestId("grid").waitFor();
}

/** The row whose name begins with `name`. */
export function row(page: Page, name: string): Locator {
  return page
    .getByTestId("grid")
    .locator("tbody tr")
    .filter({ has: page.locator("th", { hasText: name }) })
    .first();
}

/** The cell of a row in a year. */
export async function cell(page: Page, name: string, year: number): Promise<Locator> {
  const heads = await page.getByTestId("grid").locator("thead th").allTextContents();
  const column = heads.findIndex((head) => head.trim() === String(year));
  if (column < 1) throw new Error(`no column ${year} in ${heads.join(", ")}`);
  return row(page, name)
    .locator("td")
    .nth(column - 1);
}

/** Opens the cell of a line and a year, by two clicks where the browser can be relied on for them. */
export async function openCell(page: Page, name: string, year: number): Promise<void> {
  const place = await cell(page, name, year);
  if (!inFirefox) return place.dblclick();
  // Driven from outside, Firefox takes two clicks for a double click only within 0.64 s, which no busy machine keeps.
  await place.click();
  await page.keyboard.press("Enter");
}

/** The amount that a cell shows, without marks beside it: `-600000`. */
export async function amount(page: Page, name: string, year: number): Promise<number> {
  const text = await (await cell(page, name, year)).locator(".amount").first().textContent();
  return Number(
    (text ?? "")
      .replace(/[\s\u00a0%]/g, "")
      .replace("\u2212", "-")
      .replace(",", "."),
  );
}
