// The assumptions: everything about a plan that is not a line of its table.
import { readFileSync } from "node:fs";
import { expect, readKr, test, type App, type Settings } from "./fixtures.ts";

const KEY = "samplan/plan/p";
const SECTIONS = [
  "about",
  "associations",
  "details",
  "equity",
  "members",
  "capacity",
  "goals",
  "printed",
  "indices",
  "definitions",
  "rules",
];

function file(name: string): string {
  return readFileSync(new URL(`../../plans/${name}.json`, import.meta.url), "utf8");
}

async function open(
  app: App,
  section: string,
  settings: Settings = { language: "sv" },
  plan = "vaxjo-2014",
): Promise<void> {
  await app.open({ settings, route: "/plan", storage: { [KEY]: file(plan), "samplan/last": "p" } });
  await app.page.locator(`.contents [data-test="${section}"]`).click();
}

async function show(app: App, section: string): Promise<void> {
  await app.page.locator(`.contents [data-test="${section}"]`).click();
}

/** Takes every step back and says how many there were. */
async function undoAll(app: App): Promise<number> {
  const undo = app.page.locator('[data-test="undo"]');
  let steps = 0;
  while ((await undo.getAttribute("aria-disabled")) === "false") {
    await undo.click();
    steps += 1;
  }
  return steps;
}

/** A number as a field holds it: its groups stand apart by no-break spaces. */
function nb(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

async function stored(app: App): Promise<unknown> {
  return JSON.parse(await app.page.evaluate((key) => localStorage.getItem(key) ?? "null", KEY));
}

test("a new opening equity moves the equity of every year, and undo takes it back", async ({ app, page }) => {
  await open(app, "equity");
  const closing = page.locator('[data-test="closing-equity"]');
  await expect(closing).toHaveText(["639 000 kr", "39 000 kr", "−561 000 kr"]);

  const opening = page.getByLabel("Eget kapital vid ingången av 2014");
  await opening.fill("1239 tkr");
  await opening.press("Enter");
  await expect(opening).toHaveValue(nb("1 239 000"));
  await expect(closing).toHaveText(["739 000 kr", "139 000 kr", "−461 000 kr"]);
  await expect(page.locator('[data-test="undo"]')).toContainText("ändra ingående eget kapital");

  // What is no number stays in its field with the reason; undo elsewhere takes it away.
  await opening.fill("mycket");
  await opening.press("Enter");
  await expect(page.getByText("”mycket” är inte ett tal.")).toBeVisible();
  await page.locator('[data-test="undo"]').click();
  await expect(opening).toHaveValue(nb("1 139 000"));
  await expect(page.getByText("”mycket” är inte ett tal.")).toHaveCount(0);
  await expect(closing.first()).toHaveText("639 000 kr");
});

test("the use of saved money and the reason for a deficit are given year by year", async ({ app, page }) => {
  await open(app, "equity");
  await page.getByLabel("Sparade medel som används 2015").fill("39 000");
  await page.getByLabel("Synnerliga skäl till underskott 2014").fill("Uppstart av ett nytt team");
  await page.getByLabel("Synnerliga skäl till underskott 2014").press("Enter");
  await expect(page.locator('[data-test="undo"]')).toContainText("ändra skäl till underskott");
  const { plan } = (await stored(app)) as { plan: { associations: Record<string, unknown>[] } };
  expect(plan.associations[0]).toMatchObject({
    equity_use: { "2014": "500000", "2015": "39000" },
    deficit_reasons: { "2014": "Uppstart av ett nytt team" },
  });
  expect(await undoAll(app)).toBe(2);
});

test("a member is added and removed; one that pays is not, and the reason is told", async ({ app, page }) => {
  await open(app, "members");
  const members = page.locator('[data-test="member"]');
  await expect(members).toHaveCount(4);

  await page.getByRole("button", { name: "Lägg till medlem" }).click();
  await expect(page.getByText("Skriv ett namn först.")).toBeVisible();
  await page.getByLabel("Ny medlem").fill("Tingsryds kommun");
  await page.getByLabel("Ny medlem").press("Enter");
  await expect(members).toHaveCount(5);
  await page.getByLabel("Invånare: Tingsryds kommun").fill("12,5");
  await page.getByLabel("Invånare: Tingsryds kommun").press("Enter");
  await expect(page.getByText("Skriv ett heltal")).toBeVisible();
  await page.getByLabel("Invånare: Tingsryds kommun").fill("12 393");
  await page.getByLabel("Invånare: Tingsryds kommun").press("Enter");
  await page.getByLabel("Part: Tingsryds kommun").selectOption("Kommunerna");
  await expect(page.getByLabel("Invånare: Tingsryds kommun")).toHaveValue(nb("12 393"));

  await page.getByRole("button", { name: "Ta bort Växjö kommun" }).click();
  await expect(page.getByText("Växjö kommun betalar ”Växjö kommun”.")).toBeVisible();
  await expect(members).toHaveCount(5);
  await page.getByRole("button", { name: "Ta bort Tingsryds kommun" }).click();
  await expect(members).toHaveCount(4);
  await undoAll(app);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("an index changes what goes on with it, and is kept while it is used", async ({ app, page }) => {
  await open(app, "indices");
  await page.getByLabel("Ny uppräkning").fill("Löner");
  await page.getByLabel("Ny uppräkning").press("Enter");
  const index = page.locator('[data-test="index"]');
  await index.getByLabel("2015", { exact: true }).fill("10 %");
  await index.getByLabel("2015", { exact: true }).press("Enter");
  await expect(index.getByText("gäller 10 %")).toHaveCount(1);
  await index.getByLabel("2016", { exact: true }).fill("500");
  await index.getByLabel("2016", { exact: true }).press("Enter");
  await expect(index.getByText(/Förändringen måste vara mellan/)).toBeVisible();

  await show(app, "capacity");
  await expect(page.getByText("fortsätter: 550 000 kr")).toHaveCount(2);
  await page.getByLabel("Kostnaden räknas upp med").selectOption("Löner");
  await expect(page.getByText("fortsätter: 605 000 kr")).toBeVisible();
  await expect(page.getByText("fortsätter: 665 500 kr")).toBeVisible();

  await show(app, "indices");
  await page.getByRole("button", { name: "Ta bort Löner" }).click();
  await expect(page.getByText("Löner används av ”Växjö samordningsförbund”.")).toBeVisible();
  await expect(index).toHaveCount(1);
  expect(await undoAll(app)).toBe(3);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("the board's own staircase gives a finding", async ({ app, page }) => {
  await open(app, "rules");
  await expect(page.getByText("Inga steg.")).toBeVisible();
  const before = Number(await page.locator('[data-test="findings-count"]').textContent());

  await page.getByRole("button", { name: "Lägg till steg" }).click();
  await expect(page.getByText("Ange en andel, ett belopp eller båda.")).toBeVisible();
  const form = page.getByRole("form", { name: "Nytt steg" });
  await form.getByLabel("Högst andel av bidragen").fill("10");
  await form.getByLabel("Högst andel av bidragen").press("Enter");
  await expect(page.locator('[data-test="stair"]')).toHaveCount(1);
  await expect(page.locator('[data-test="findings-count"]')).toHaveText(String(before + 1));
  // A step with a bound comes before the one for all higher contributions.
  await form.getByLabel("Bidrag upp till").fill("3 mkr");
  await form.getByLabel("Högst belopp").fill("1 mkr");
  await form.getByLabel("Högst belopp").press("Enter");
  await expect(page.getByLabel("Bidrag upp till: steg 1")).toHaveValue(nb("3 000 000"));
  await expect(page.getByLabel("Högst andel av bidragen: steg 2")).toHaveValue("10");
  await page.getByLabel("Bidrag upp till: steg 1").fill("4 mkr");
  await page.getByLabel("Bidrag upp till: steg 1").press("Enter");
  await expect(page.locator('[data-test="findings-count"]')).toHaveText(String(before));
  await undoAll(app);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("a printed figure that differs is found, mended and removed", async ({ app, page }) => {
  await open(app, "printed");
  const count = page.locator('[data-test="findings-count"]');
  const before = Number(await count.textContent());
  await page.locator('[data-test="add-printed"]').click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Text i dokumentet")).toBeFocused();
  await dialog.getByLabel("Text i dokumentet").fill("Kostnader i bilagan");
  await dialog.getByLabel("Tal", { exact: true }).fill("3,6 miljoner");
  await dialog.getByRole("button", { name: "Spara" }).click();
  await expect(dialog.getByText("är inte ett tal").first()).toBeVisible();
  await dialog.getByLabel("Tal", { exact: true }).fill("3,6 mkr");
  await dialog.getByLabel("Ska vara lika med").selectOption({ label: "Summa kostnader" });
  await dialog.getByRole("button", { name: "Spara" }).click();
  await expect(dialog).toBeHidden();

  const row = page.locator('[data-test="printed"]').filter({ hasText: "Kostnader i bilagan" });
  await expect(row).toContainText("raderna ger 3 700 000 kr");
  await expect(count).toHaveText(String(before + 1));
  await row.getByRole("button", { name: "Ändra Kostnader i bilagan, 2014" }).click();
  await expect(dialog.getByLabel("Tal", { exact: true })).toHaveValue(nb("3 600 000"));
  await dialog.getByLabel("Tal", { exact: true }).fill("3 700 000");
  await dialog.getByLabel("Tal", { exact: true }).press("Enter");
  await expect(row).toContainText("stämmer");
  await expect(count).toHaveText(String(before));

  // A share of sums is kept as it is; its per cent keep the decimals of the document.
  await page.getByRole("button", { name: "Ändra Styrelse/Administration, % av budget, 2014" }).click();
  await expect(dialog.getByText("Styrelse + Administration som andel av Summa kostnader")).toBeVisible();
  await dialog.getByRole("button", { name: "Avbryt" }).click();

  await row.getByRole("button", { name: "Ta bort Kostnader i bilagan, 2014" }).click();
  await expect(row).toHaveCount(0);
  expect(await undoAll(app)).toBe(3);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("years come and go, and the plan begins a year later with the computed equity", async ({ app, page }) => {
  await open(app, "about");
  await page.locator('[data-test="add-year"]').click();
  await expect(page.locator('[data-test="years"]')).toHaveText("Planen omfattar 4 år: 2014–2017.");
  await page.locator('[data-test="drop-year"]').click();
  await page.locator('[data-test="roll"]').click();
  await expect(page.locator('[data-test="years"]')).toHaveText("Planen omfattar 2 år: 2015–2016.");
  await show(app, "equity");
  await expect.poll(() => readKr(page.getByLabel("Eget kapital vid ingången av 2015"))).toBe(639_000);
  await expect(page.getByLabel("Källa")).toHaveValue("Beräknat: eget kapital vid utgången av 2014 enligt planen.");
  expect(await undoAll(app)).toBe(3);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("contributions are reckoned by inhabitants that have changed, as one step", async ({ app, page }) => {
  await open(app, "members", { language: "sv", unit: "kr" }, "sydnarke-2016");
  const offer = page.getByTestId("contributions-anew");
  const counts = { Askersunds: "11 000", Hallsbergs: "15 000", Kumla: "21 000", Laxå: "6 000" };
  for (const [name, count] of Object.entries(counts)) {
    await page.getByLabel(`Invånare: ${name} kommun`).fill(count);
    await page.getByLabel(`Invånare: ${name} kommun`).press("Enter");
  }
  await expect(offer).toContainText(nb("Kumla kommun 2016: 362 212 kr → 574 072 kr"));
  await app.axe(".plan-settings");
  await offer.getByRole("button", { name: "Räkna om bidragen" }).click();
  await expect(offer).toHaveCount(0);
  expect(JSON.stringify(await stored(app))).toContain("574072");
  expect(await undoAll(app)).toBe(5);
});

test("the definitions change the share at once", async ({ app, page }) => {
  await open(app, "definitions");
  const shares = page.locator('[data-test="admin-shares"] tbody td');
  await expect(shares).toHaveText(["15,9 %", "14,7 %", "14,7 %"]);
  await page.getByRole("button", { name: "bidragen" }).click();
  await expect(shares).toHaveText(["18,4 %", "17,5 %", "17,5 %"]);
  await page.getByLabel("Styrelsens kostnader räknas som administration").uncheck();
  await expect(shares).toHaveText(["11,6 %", "11,6 %", "11,6 %"]);
  expect(await undoAll(app)).toBe(2);
});

test("goals and capacity are written, and what a number cannot be is refused", async ({ app, page }) => {
  await open(app, "goals");
  const goals = page.locator('[data-test="goal"]');
  const before = await goals.count();
  // A sentence with a number is a goal with it; one without is asked for its number.
  await page.getByLabel("Nytt mål").fill("Minst 70 % i arbete 2016");
  await page.getByLabel("Nytt mål").press("Enter");
  await expect(goals.last().locator("summary")).toContainText("Minst 70 %, 2016");
  await page.getByTestId("undo").click();
  await page.getByLabel("Nytt mål").fill("Nöjda deltagare");
  await page.getByLabel("Nytt mål").press("Enter");
  await page.getByLabel("Vilket tal ska nås i ”Nöjda deltagare”?").fill("40");
  await page.getByLabel("Vilket tal ska nås i ”Nöjda deltagare”?").press("Enter");
  await expect(goals).toHaveCount(before + 1);
  const goal = goals.last();
  await goal.locator("summary").click();
  // Forty of something become forty per cent.
  await goal.getByLabel("Räknat i").selectOption("procent");
  await expect(goal.locator("summary")).toContainText("Minst 40 %");
  await goal.getByLabel("Tal").fill("80");
  await goal.getByLabel("Tal").press("Enter");
  await goal.getByLabel("År").selectOption("2015");
  await expect(goal.locator("summary")).toContainText("Minst 80 %, 2015");
  await goal.getByLabel("Tal").fill("120");
  await goal.getByLabel("Tal").press("Enter");
  await expect(goal.getByText("Andelen måste vara mellan 0 och 100 %.")).toBeVisible();

  await show(app, "capacity");
  await page.getByRole("button", { name: "Ta bort kapaciteten" }).click();
  await page.getByLabel("Kostnad per heltidstjänst").fill("0");
  await page.getByRole("button", { name: "Ange kapacitet" }).click();
  await expect(page.getByText("Talet måste vara större än noll.")).toBeVisible();
  await page.getByLabel("Kostnad per heltidstjänst").fill("600 tkr");
  await page.getByRole("button", { name: "Ange kapacitet" }).click();
  await expect(page.getByLabel("2014", { exact: true })).toHaveValue(nb("600 000"));
  await undoAll(app);
  await expect.poll(() => stored(app)).toEqual(JSON.parse(file("vaxjo-2014")));
});

test("a second association can be added and removed again", async ({ app, page }) => {
  await open(app, "associations");
  await expect(page.getByRole("button", { name: "Ta bort Växjö samordningsförbund" })).toHaveCount(0);
  await page.getByLabel("Nytt förbund").fill("Värend");
  await page.getByLabel("Nytt förbund").press("Enter");
  await expect(page.locator('[data-test="association"]')).toHaveCount(2);
  await page.getByLabel("Förbund", { exact: true }).selectOption("Värend");
  await show(app, "details");
  await expect(page.getByLabel("Namn", { exact: true })).toHaveValue("Värend");
  await page.getByLabel("Namn", { exact: true }).fill("  ");
  await page.getByLabel("Namn", { exact: true }).press("Enter");
  await expect(page.getByText("Namnet är tomt. Skriv ett namn.")).toBeVisible();
  await show(app, "associations");
  await page.getByRole("button", { name: "Ta bort Värend" }).click();
  await expect(page.locator('[data-test="association"]')).toHaveCount(1);
  expect(await undoAll(app)).toBe(2);
});

test("the place in the view is kept, and the keyboard reaches everything", async ({ app, page }) => {
  await open(app, "about");
  const entry = page.locator('.contents [data-test="rules"]');
  await entry.focus();
  await entry.press("Enter");
  await expect(page.getByRole("heading", { name: "Regler för eget kapital" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Lägsta eget kapital")).toBeFocused();
  await page.getByRole("link", { name: "Budget" }).click();
  await page.getByRole("link", { name: "Förutsättningar" }).click();
  await expect(page.getByRole("heading", { name: "Regler för eget kapital" })).toBeVisible();
});

test("the view is there in English", async ({ app, page }) => {
  await open(app, "equity", { language: "en" });
  await expect(page.getByRole("heading", { name: "Assumptions" })).toBeVisible();
  await expect(page.getByLabel("Equity at the beginning of 2014")).toHaveValue(nb("1 139 000"));
  for (const section of SECTIONS) {
    await show(app, section);
    // The plan's own words stay as they are; what the app says does not.
    await expect(page.getByRole("button", { name: /Lägg till|Ta bort|Ändra/ })).toHaveCount(0);
  }
});

for (const theme of ["light", "dark", "projector"] as const) {
  test(`every section is accessible, ${theme}`, async ({ app, page }) => {
    test.slow();
    await open(app, "about", { language: "sv", theme }, "sydnarke-2016");
    for (const section of SECTIONS) {
      await show(app, section);
      // Those that open are alike: two of them show what there is to find.
      await page.locator("details.item").evaluateAll((items) => {
        items.forEach((item, place) => item.toggleAttribute("open", place < 2));
      });
      await app.look(theme, ".plan-settings");
    }
    await show(app, "printed");
    await page.locator('[data-test="add-printed"]').click();
    await app.look(theme, "dialog[open]");
    await page.keyboard.press("Escape");
    await app.look(theme);
  });
}

// Where the contents leave a card little room, its table of fields comes as blocks instead of running out of it.
for (const width of [901, 1120]) {
  test(`a table of fields stays within its card in a window of ${width}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(app, "members");
    const card = page.locator(".plan-settings > .card");
    expect(await card.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
}

for (const width of [390, 1024, 1366, 1920]) {
  test(`no section is wider than a window of ${width}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(app, "about", { language: "sv" }, "sydnarke-2016");
    for (const section of SECTIONS) {
      await show(app, section);
      await page.locator("details.item").evaluateAll((items) => items.forEach((item) => item.setAttribute("open", "")));
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content, section).toBeLessThanOrEqual(window ?? 0);
    }
  });
}
