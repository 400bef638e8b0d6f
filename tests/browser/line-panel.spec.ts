// The line panel: everything about a line that the table has no room for.
import { readFileSync } from "node:fs";
import { expect, readKr, test, type App, type Settings } from "./fixtures.ts";
import { changedPlan } from "./table.ts";
import type { Locator } from "@playwright/test";

const KEY = "samplan/plan/p";

function file(name: string): string {
  return readFileSync(new URL(`../../plans/${name}.json`, import.meta.url), "utf8");
}

/** Opens a plan's table and the panel of the line with this name. */
async function open(app: App, plan: string, line: string, settings: Settings = { language: "sv" }): Promise<Locator> {
  await app.open({ settings, route: "/budget", storage: { [KEY]: file(plan), "samplan/last": "p" } });
  return openLine(app, line);
}

async function openLine(app: App, line: string): Promise<Locator> {
  const row = app.page.locator('[data-test="grid"] tr').filter({ hasText: line }).first();
  await row.hover();
  await row.locator('[data-test="line-details"]').click();
  const panel = app.page.locator('[data-test="line-panel"]');
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(line);
  return panel;
}

async function group(panel: Locator, name: string): Promise<Locator> {
  const group = panel.locator(`details[data-test="${name}"]`);
  if ((await group.getAttribute("open")) === null) await group.locator("summary").first().click();
  return group;
}

async function line(app: App, id: string): Promise<Record<string, unknown>> {
  const text = await app.page.evaluate((key) => localStorage.getItem(key) ?? "", KEY);
  const document = JSON.parse(text) as { plan: { associations: { lines: { id: string }[] }[] } };
  const found = document.plan.associations[0]?.lines.find((line) => line.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
}

async function undo(app: App): Promise<void> {
  await app.page.locator('[data-test="undo"]').click();
}

test("the panel takes the focus and gives it back", async ({ app, page }) => {
  const inGrid = (): Promise<boolean> =>
    page.evaluate(() => Boolean(document.activeElement?.closest('[data-test="grid"]')));
  let panel = await open(app, "akst-2014", "Utgångspunkten");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect.poll(inGrid).toBe(true);

  panel = await openLine(app, "Utgångspunkten");
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(panel.getByLabel("Namn")).toBeFocused();
  await page.keyboard.type("Utgångspunkten Väst");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  // Closing keeps what was typed, as leaving the field does.
  await expect(page.locator('[data-test="grid"]')).toContainText("Utgångspunkten Väst");
  await expect(page.locator('[data-test="undo"]')).toContainText("byta radens namn");
  await expect.poll(inGrid).toBe(true);
});

test("the panel follows the chosen line, and its name stays in sight", async ({ app, page }) => {
  const panel = await open(app, "akst-2014", "Utgångspunkten");
  await page.locator('[data-test="grid"] tr').filter({ hasText: "Ale Teamet" }).locator("td").first().click();
  const name = panel.getByRole("heading", { level: 2 });
  await expect(name).toHaveText("Ale Teamet");
  for (const part of ["months", "index", "tags", "facts", "printed"]) await group(panel, part);
  await panel.locator("details").last().scrollIntoViewIfNeeded();
  await expect(name).toBeInViewport({ ratio: 1 });
});

test("Ctrl+I opens the panel of the selected line", async ({ app, page }) => {
  await app.open({
    settings: { language: "sv" },
    route: "/budget",
    storage: { [KEY]: file("akst-2014"), "samplan/last": "p" },
  });
  await page.locator('[data-test="grid"] tr').filter({ hasText: "Ale Teamet" }).locator("td").nth(1).click();
  await page.keyboard.press("Control+i");
  const panel = page.locator('[data-test="line-panel"]');
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("Ale Teamet");
  await panel.getByRole("button", { name: "Stäng" }).click();
  await expect(panel).toHaveCount(0);
});

test("a level with co-funding gives its years, and each figure can be changed", async ({ app, page }) => {
  const panel = await open(app, "akst-2014", "Utgångspunkten");
  const counted = panel.locator('[data-test="counted-amounts"] dd');
  await expect(counted).toHaveText(["1 236 000 kr", "824 000 kr"]);
  await expect(panel.getByText("Från juli 2014 betalar förbundet 50 %.")).toBeVisible();

  await panel.getByLabel("Förbundets andel", { exact: true }).fill("25");
  await panel.getByLabel("Förbundets andel", { exact: true }).press("Enter");
  await expect(counted).toHaveText(["1 030 000 kr", "412 000 kr"]);
  await expect(page.getByTestId("undo")).toContainText("Ångra: ändra medfinansiering ”juli 2014”");
  await panel.getByLabel("Förbundets andel", { exact: true }).fill("250");
  await panel.getByLabel("Förbundets andel", { exact: true }).press("Enter");
  await expect(panel.getByText("Andelen måste vara mellan 0 och 100 %.")).toBeVisible();
  await undo(app);
  await expect(panel.getByLabel("Förbundets andel", { exact: true })).toHaveValue("50");

  await panel.getByLabel("Från och med: månad").selectOption("oktober");
  await expect(counted).toHaveText(["1 442 000 kr", "824 000 kr"]);
  await panel.getByRole("button", { name: "Lägg till medfinansiering" }).click();
  await expect(panel.locator('[data-test="phase"]')).toHaveCount(2);
  await panel.getByRole("button", { name: "Ta bort medfinansieringen från november 2014" }).click();
  await panel.getByRole("button", { name: "Ta bort medfinansieringen från oktober 2014" }).click();
  await expect(counted).toHaveText(["1 648 000 kr", "1 648 000 kr"]);
  await panel.getByRole("button", { name: "Lägg till helårsbelopp" }).click();
  await panel.getByLabel("Helårsbelopp från 2015").fill("1 700 tkr");
  await panel.getByLabel("Helårsbelopp från 2015").press("Enter");
  await expect(page.getByTestId("undo")).toContainText("Ångra: ändra helårsbelopp ”2015”");
  await expect(counted).toHaveText(["1 648 000 kr", "1 700 000 kr"]);
});

test("switching between a level and yearly amounts keeps the figures and is one step", async ({ app, page }) => {
  const panel = await open(app, "akst-2014", "Utgångspunkten");
  const before = await line(app, "utgangspunkten");
  await panel.getByRole("button", { name: "Belopp för varje år" }).click();
  await expect(panel.locator('[data-test="given-amounts"] .origin')).toHaveText(["angivet", "angivet"]);
  await expect.poll(() => readKr(panel.getByLabel("Belopp 2014"))).toBe(1_236_000);
  await expect.poll(() => readKr(panel.getByLabel("Belopp 2015"))).toBe(824_000);
  await expect(page.locator('[data-test="undo"]')).toContainText("ändra radens belopp");
  await undo(app);
  await expect.poll(() => line(app, "utgangspunkten")).toEqual(before);
  await expect(panel.getByText("Från juli 2014 betalar förbundet 50 %.")).toBeVisible();
});

test("a year that is emptied goes on from the year before", async ({ app }) => {
  const panel = await open(app, "akst-2014", "Tjänsteman: lön, resor, utbildning, telefon, data");
  const origins = panel.locator('[data-test="given-amounts"] .origin');
  await expect(origins).toHaveText(["angivet", "angivet"]);
  await panel.getByLabel("Belopp 2015").fill("");
  await panel.getByLabel("Belopp 2015").press("Enter");
  await expect(origins).toHaveText(["angivet", "fortsätter: 835 000 kr"]);
  await panel.getByLabel("Belopp 2015").fill("hundra");
  await panel.getByLabel("Belopp 2015").press("Enter");
  await expect(panel.getByText("”hundra” är inte ett tal.")).toBeVisible();
  await panel.getByLabel("Belopp 2015").fill("- 5");
  await panel.getByLabel("Belopp 2015").press("Enter");
  await expect(panel.getByText("Beloppet är negativt.")).toBeVisible();
  await undo(app);
  await expect.poll(() => readKr(panel.getByLabel("Belopp 2015"))).toBe(860_000);
});

test("active months scale what goes on, and the wrong order is refused where it stands", async ({ app }) => {
  const panel = await open(app, "akst-2014", "Utgångspunkten");
  const months = await group(panel, "months");
  await months.getByLabel("Sista månaden: månad").selectOption("juni");
  await months.getByLabel("Sista månaden: år").selectOption("2015");
  await expect(panel.locator('[data-test="counted-amounts"] dd')).toHaveText(["1 236 000 kr", "412 000 kr"]);
  await months.getByLabel("Första månaden: månad").selectOption("juli");
  await months.getByLabel("Första månaden: år").selectOption("2016");
  await expect(months.getByText("Den sista månaden ligger före den första.")).toBeVisible();
  await months.getByLabel("Första månaden: år").selectOption("2014");
  await expect(months.getByText("Den sista månaden ligger före den första.")).toHaveCount(0);
  await months.locator("summary").click();
  await expect(months.locator("summary")).toContainText("juli 2014 – juni 2015");
});

test("a line with given amounts that gets months asks what the amounts are, and shows how they are divided", async ({
  app,
}) => {
  const panel = await open(app, "akst-2014", "Föreningspool Tjörn");
  const ask = panel.getByTestId("ask-spread");
  const months = await group(panel, "months");
  await expect(ask).toHaveCount(0);
  await months.getByLabel("Sista månaden: månad").selectOption("juni");
  await months.getByLabel("Sista månaden: år").selectOption("2015");
  await expect(ask).toContainText("Är de i stället vad ett helt år kostar?");
  await expect.poll(() => readKr(panel.getByLabel("Belopp 2015"))).toBe(125_000);
  await ask.getByRole("button", { name: "Ja, dela dem på månaderna" }).press("Enter");
  await expect(ask).toHaveCount(0);
  await expect(panel.getByTestId("months-of").locator("li")).toHaveText([
    "2015: 6 av 12 månader av 125 000 kr = 62 500 kr",
  ]);
  await expect(panel.locator('[data-test="counted-amounts"] dd')).toHaveText(["120 000 kr", "62 500 kr"]);
  await undo(app);
  await expect(ask).toHaveCount(1);
});

test("tags, facts and the payer", async ({ app, page }) => {
  const panel = await open(app, "vaxjo-2014", "Övriga verksamhetskostnader för målgruppsarbetet");
  const tags = await group(panel, "tags");
  await tags.getByLabel("Typ av insats").selectOption("Process");
  await tags.getByLabel("Lås raden: trappsteget ändrar den inte").check();
  await tags.getByLabel("Sannolikhet").selectOption("Hög");
  await expect
    .poll(() => line(app, "malgruppen-ovrigt"))
    .toMatchObject({ approach: "process", locked: true, risk: "high" });

  const facts = await group(panel, "facts");
  await facts.getByLabel("Ansvarig").fill("Växjö kommun");
  await facts.getByLabel("2015", { exact: true }).fill("42,5");
  await facts.getByLabel("2015", { exact: true }).press("Enter");
  await expect(facts.getByText("Skriv ett heltal, noll eller mer.")).toBeVisible();
  await facts.getByLabel("2015", { exact: true }).fill("42");
  await facts.getByLabel("Anteckning").fill("Ett projekt avslutas.");
  await facts.getByLabel("Källa").focus();
  const written = { owner: "Växjö kommun", participants: { "2015": 42 }, note: "Ett projekt avslutas." };
  await expect.poll(() => line(app, "malgruppen-ovrigt")).toMatchObject(written);

  // Another line: nothing half-typed moves along, and what the new kind cannot carry goes in the same step.
  await openLine(app, "Landstinget Kronoberg");
  await expect(panel.getByLabel("Betalas av")).toHaveValue("3");
  await panel.getByLabel("Slag").selectOption("Övriga intäkter");
  await expect(panel.getByLabel("Betalas av")).toHaveCount(0);
  await expect.poll(() => line(app, "bidrag-landstinget")).not.toHaveProperty("member");
  await undo(app);
  await expect(panel.getByLabel("Betalas av")).toBeVisible();
  await panel.getByLabel("Betalas av").selectOption("Regionen (hela parten)");
  await expect.poll(() => line(app, "bidrag-landstinget")).toMatchObject({ party: "region" });
  await expect(page.locator('[data-test="undo"]')).toContainText("byta slag");
});

test("an index raises what goes on", async ({ app, page }) => {
  const text = changedPlan("vaxjo-2014", (plan) => {
    plan.indices = [{ id: "loner", name: "Löner", rates: { "2015": "0.025" } }];
  });
  const storage = { [KEY]: text, "samplan/last": "p" };
  await app.open({ settings: { language: "sv" }, route: "/budget", storage });
  const panel = await openLine(app, "Arvoden inkl. PO");
  for (const year of ["2015", "2016"]) {
    await panel.getByLabel(`Belopp ${year}`).fill("");
    await panel.getByLabel(`Belopp ${year}`).press("Enter");
  }
  const index = await group(panel, "index");
  await index.getByLabel("Räknas upp med").selectOption("Löner");
  await expect(panel.getByText("fortsätter: 225 500 kr")).toBeVisible();
  await index.getByLabel("Avrunda fortsatta belopp till").selectOption("tusental kronor");
  await expect(panel.getByText("fortsätter: 226 000 kr")).toBeVisible();
  await expect(page.locator('[data-test="undo"]')).toContainText("ändra radens uppräkning");
});

test("a new index is made where it is chosen, and one whose name is a number is asked about", async ({ app, page }) => {
  const panel = await open(app, "akst-2014", "Utgångspunkten");
  const index = await group(panel, "index");
  const made = index.locator('[data-test="new-index"]');
  await made.locator("summary").click();
  const name = made.getByLabel("Ny uppräkning", { exact: true });
  await name.fill("2,5 %");
  await made.getByRole("button", { name: "Skapa och räkna upp med den" }).click();
  await expect(made.getByRole("alert")).toHaveText(
    "”2,5 %” är ett tal. Skriv det som procent per år, och ge uppräkningen ett namn.",
  );
  await expect(page.getByTestId("undo")).toBeDisabled();
  await name.fill("Avtal 2015");
  await made.getByLabel("Procent per år").fill("2,5");
  await made.getByRole("button", { name: "Skapa och räkna upp med den" }).click();
  await expect(index.getByLabel("Räknas upp med").locator("option:checked")).toHaveText("Avtal 2015");
  await undo(app);
  await expect(index.locator("option", { hasText: "Avtal 2015" })).toHaveCount(0);
});

test("the document's figures about the line", async ({ app, page }) => {
  const panel = await open(app, "vaxjo-2014", "Arvoden inkl. PO");
  const printed = await group(panel, "printed");
  await printed.getByRole("button", { name: "Lägg till tal" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Text i dokumentet").fill("Arvoden enligt bilagan");
  await dialog.getByLabel("Tal", { exact: true }).fill("210 000");
  await dialog.getByLabel("Tal", { exact: true }).press("Enter");
  const row = printed.locator('[data-test="printed"]');
  await expect(row).toContainText("Arvoden enligt bilagan, 2014");
  await expect(row).toContainText("raderna ger 220 000 kr");
  // Esc closes the dialog and leaves the panel open.
  await row.getByRole("button", { name: /^Ändra/ }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(panel).toBeVisible();
  await row.getByRole("button", { name: /^Ta bort/ }).click();
  await expect(row).toHaveCount(0);
  await expect(printed.getByRole("button", { name: "Lägg till tal" })).toBeFocused();
});

test("the panel closes when its line goes", async ({ app, page }) => {
  const panel = await open(app, "vaxjo-2014", "Arvoden inkl. PO");
  await page.locator('[data-test="line-remove"]').click();
  await expect(panel).toHaveCount(0);
  await undo(app);
  await expect(page.locator('[data-test="grid"]')).toContainText("Arvoden inkl. PO");
});

for (const [language, theme] of [
  ["sv", "light"],
  ["en", "dark"],
  ["sv", "projector"],
] as const) {
  test(`the panel is accessible, ${language} ${theme}`, async ({ app }) => {
    const panel = await open(app, "akst-2014", "Utgångspunkten", { language, theme });
    for (const name of ["months", "index", "tags", "facts", "printed"]) await group(panel, name);
    await app.axe('[data-test="line-panel"]');
    if (language === "en") await expect(panel.getByText("From July 2014 the association pays 50 %.")).toBeVisible();
  });
}
