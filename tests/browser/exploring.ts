// Utforska as its tests use it: a tool opened on a real plan, fields filled in, and what is read off the screen.
import type { Locator, Page } from "@playwright/test";
import { expect, type App, type Settings } from "./fixtures.ts";
import { planFile } from "./table.ts";

const KEY = "samplan/plan/p";

export async function open(app: App, plan: string, tool: string, settings: Settings = {}): Promise<void> {
  const storage = { [KEY]: planFile(plan), "samplan/last": "p" };
  await app.open({ settings: { language: "sv", unit: "tkr", ...settings }, route: "/utforska", storage });
  await show(app.page, tool);
}

export async function show(page: Page, tool: string): Promise<void> {
  await page.getByTestId(`tool-${tool}`).click();
  await expect(page.getByTestId(`tool-${tool}`)).toHaveAttribute("aria-pressed", "true");
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function stored(page: Page): Promise<any> {
  const kept = JSON.parse(await page.evaluate((key) => localStorage.getItem(key) ?? "null", KEY));
  return kept.plan ?? kept;
}

/** Plain spaces, as a reader sees them. */
export function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export async function read(locator: Locator): Promise<string> {
  return plain(await locator.innerText());
}

export async function cells(row: Locator): Promise<string[]> {
  return (await row.locator("th, td").allInnerTexts()).map(plain);
}

/** Types into a field and leaves it by the keyboard. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  // Behind the last field Tab leads out of the page, to the browser's own bars.
  await field.blur();
}
