// Building decisions as a user does: from an empty scenario, by the words on the screen.
import { expect, type Locator, type Page } from "@playwright/test";
import { type App, type Settings } from "./fixtures.ts";
import { changedPlan, planFile } from "./table.ts";

/** Opens a view of a real plan; `change` mends the file before it is stored. */
export async function openView(
  app: App,
  name: string,
  route: string,
  settings: Settings = { language: "sv", unit: "tkr" },
  change?: (plan: any) => void,
): Promise<void> {
  const text = change ? changedPlan(name, change) : planFile(name);
  await app.open({ settings, storage: { [`samplan/plan/${name}`]: text, "samplan/last": name }, route });
}

/** A new empty scenario, with the focus in its name. */
export async function emptyScenario(page: Page, name: string): Promise<void> {
  await page.getByTestId("new-scenario").click();
  const field = page.getByLabel("Scenariots namn");
  await expect(field).toBeFocused();
  await field.fill(name);
  await field.press("Enter");
}

/** Adds a decision of a kind and returns its card. */
export async function addDecision(page: Page, kind: string): Promise<Locator> {
  const before = await page.getByTestId("decision").count();
  await page.getByTestId("add-decision").click();
  await page.getByTestId(`kind-${kind}`).getByRole("button").click();
  const cards = page.getByTestId("decision");
  await expect(cards).toHaveCount(before + 1);
  // The new card takes the focus when the dialog has let go of it.
  const added = cards.and(page.locator(":focus"));
  await expect(added).toHaveCount(1);
  // By its id: a card lies in its group, and need not be the last.
  return page.locator(`[id="${await added.getAttribute("id")}"]`);
}

/** What the table shows of a metric in the scenario, by year, as written. */
export async function shown(page: Page, metric: string): Promise<string[]> {
  const cells = page.getByTestId(`figure-${metric}`).locator("button.figure");
  return (await cells.allTextContents()).map(plain);
}

/** What the table shows of a metric without the scenario, where it differs. */
export async function before(page: Page, metric: string): Promise<string[]> {
  return (await page.getByTestId(`figure-${metric}`).locator(".old").allTextContents()).map(plain);
}

/** Ordinary spaces and minus signs, for expectations that are easy to read. */
export function plain(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\u2212/g, "-")
    .trim();
}

export async function expectFigures(page: Page, figures: Record<string, string[]>): Promise<void> {
  for (const [metric, years] of Object.entries(figures)) {
    await expect.poll(() => shown(page, metric), metric).toEqual(years);
  }
}

/** The exact field of a lever or another field of a card, by its label. */
export async function type(card: Locator, label: string, text: string): Promise<void> {
  const field = card.getByRole("textbox", { name: label, exact: true });
  await field.fill(text);
  await field.press("Tab");
}
