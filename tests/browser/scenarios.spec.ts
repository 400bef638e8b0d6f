// The scenarios view: each decision built by hand on the real plans, with the worked numbers read off the screen.
import { expect, test } from "./fixtures.ts";
import { addDecision, before, emptyScenario, expectFigures, openView, plain, shown, type } from "./decisions.ts";

test("a step-down by hand gives Värend's worked numbers, by each of its bases", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  await emptyScenario(page, "Prövning");
  const card = await addDecision(page, "StepDown");
  await expectFigures(page, {
    ActivityRoom: ["4 446", "4 446", "4 446"],
    Base: ["2 668", "1 778", "889"],
    Process: ["1 778", "2 668", "3 557"],
    Fte: ["3,46", "2,31", "1,15"],
    Places: ["91", "61", "30"],
  });
  await expect.poll(() => before(page, "Base")).toEqual(["3 470", "3 470", "3 470"]);
  await expect(page.getByTestId("kpi-Fte")).toContainText("1,15");
  await expect(page.getByTestId("kpi-Fte")).toContainText("4,5");

  await card.getByRole("button", { name: "Bidragen" }).click();
  await expectFigures(page, { Base: ["3 240", "2 160", "1 080"], Fte: ["4,2", "2,8", "1,4"] });
  await card.getByRole("button", { name: "Planerade insatser" }).click();
  await expectFigures(page, { Base: ["2 082", "1 388", "694"], Process: ["1 388", "2 082", "2 776"] });
  await card.getByRole("button", { name: "Förra årets bas" }).click();
  await expect(card.getByTestId("skipped")).toContainText("Beslutet kan inte tillämpas.");
  await card.getByLabel("Läs basen året före ur planen").uncheck();
  await type(card, "Basen året före", "3 469,5");
  await expect(card.getByTestId("skipped")).toHaveCount(0);
  await expectFigures(page, { Base: ["2 082", "1 388", "694"] });

  // With 2,5 % a year, given before or after: the same.
  await card.getByRole("button", { name: "Insatsramen" }).click();
  const index = await addDecision(page, "IndexChange");
  const priced = {
    ActivityRoom: ["4 422", "4 398", "4 373"],
    Base: ["2 653", "1 759", "875"],
    Fte: ["3,36", "2,17", "1,05"],
    Places: ["88", "57", "28"],
  };
  await expectFigures(page, priced);
  await index.focus();
  await index.press("Alt+ArrowUp");
  await expect(page.getByTestId("decision").first()).toContainText("Uppräkning: Löner och köp");
  await expect(page.getByTestId("decision").first()).toBeFocused();
  await expectFigures(page, priced);
});

test("a slider moves the figures while it is held, and a drag is one step of undo", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  const slider = page.getByRole("slider", { name: "2018, reglage" });
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  const at = (share: number) => box.x + 8 + (box.width - 16) * share;
  await page.mouse.move(at(0.2), y);
  await page.mouse.down();
  await page.mouse.move(at(0.35), y, { steps: 4 });
  await expect.poll(() => shown(page, "Base")).toEqual(["2 668", "1 778", "1 556"]);
  await page.mouse.move(at(0.5), y, { steps: 4 });
  await expect.poll(() => shown(page, "Base")).toEqual(["2 668", "1 778", "2 223"]);
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
  await page.mouse.up();
  await expect(page.getByRole("textbox", { name: "2018", exact: true })).toHaveValue("50");
  await expect(page.getByTestId("undo")).toContainText("flytta reglage");
  await page.getByTestId("undo").click();
  await expectFigures(page, { Base: ["2 668", "1 778", "889"] });
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");

  // By keys each press is a step of its own; the file keeps what was last.
  await slider.focus();
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  await expectFigures(page, { Base: ["2 668", "1 778", "1 334"] });
  await app.reload();
  await expectFigures(page, { Base: ["2 668", "1 778", "1 334"] });
});

test("Tingsryd joins by each key, and half a year counts half", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  await emptyScenario(page, "Tingsryd");
  const card = await addDecision(page, "MemberJoins");
  await type(card, "Kommunens namn", "Tingsryd");
  await type(card, "Invånare", "12 200");
  await card.getByLabel("Staten och regionen ökar så att 50/25/25 håller").check();
  const key = card.getByLabel("Betalar", { exact: true });

  await key.selectOption({ label: "Snittet per invånare i dag" });
  await expectFigures(page, { Contributions: ["6 012", "6 012", "6 012"] });
  await key.selectOption({ label: "Kronor per invånare" });
  await type(card, "Kronor per invånare", "28,2");
  await expectFigures(page, { Contributions: ["6 776", "6 776", "6 776"] });
  await key.selectOption({ label: "Ett belopp" });
  await type(card, "Belopp per år", "111");
  await expectFigures(page, { Contributions: ["5 844", "5 844", "5 844"] });
  await key.selectOption({ label: "Kommunernas fjärdedel delas om efter invånare" });
  await expectFigures(page, { Contributions: ["5 400", "5 400", "5 400"] });
  // Who pays what is among the lines that the figure comes from.
  await page.getByTestId("figure-Contributions").locator("button.figure").first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Tingsryd");
  const rows = (await dialog.locator("table.parts").first().locator("tr").allTextContents()).map(plain);
  expect(rows.filter((row) => /kommun|Tingsryd/.test(row)).map((row) => row.match(/(\d[\d ]*) tkr$/)?.[1])).toEqual([
    "993",
    "220",
    "137",
  ]);
  await page.keyboard.press("Escape");

  await key.selectOption({ label: "Snittet per invånare i dag" });
  await card.getByLabel("Från och med: månad").selectOption({ label: "juli" });
  await expectFigures(page, { Contributions: ["5 706", "6 012", "6 012"] });
  await expect(card.getByRole("heading")).toContainText("Tingsryd blir medlem från juli 2016");
});

test("Växjö and Alvesta merge: equity, contributions and base grant", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await emptyScenario(page, "Ihop");
  const card = await addDecision(page, "Merger");
  await type(card, "Det nya förbundets namn", "Värend");
  await card.getByLabel("Ett förbund från", { exact: true }).selectOption("2015");
  // The State's base grant of one association goes: 400 tkr.
  await expectFigures(page, { Contributions: ["5 000", "5 000", "5 000"] });
  await card.getByLabel("Region och kommuner minskar också").check();
  await expectFigures(page, { Contributions: ["4 600", "4 600", "4 600"] });
  await card.getByLabel("Statens grundtilldelning per förbund försvinner").uncheck();
  await expectFigures(page, { Contributions: ["5 400", "5 400", "5 400"], Equity: ["1 259", "1 259", "1 259"] });
  // Administration: the whole of both is 942; with 954 instead the merged association is 12 short.
  const line = card.getByLabel("Övriga verksamhetskostnader · Växjö samordningsförbund");
  await card.getByLabel("Arvoden inkl. PO · Växjö samordningsförbund").selectOption({ label: "Upphör" });
  await card.getByLabel("Styrelse och administration · Alvesta samordningsförbund").selectOption({ label: "Upphör" });
  await line.selectOption({ label: "Nytt belopp" });
  await type(card, "Övriga verksamhetskostnader", "954");
  await expectFigures(page, {
    Overhead: ["954", "954", "954"],
    Result: ["-12", "-12", "-12"],
    Equity: ["1 247", "1 235", "1 223"],
  });

  // One association, another, or all together.
  const show = page.getByRole("group", { name: "Visa" });
  await show.getByRole("button", { name: "Värend", exact: true }).click();
  await expectFigures(page, { Equity: ["1 247", "1 235", "1 223"] });
  await show.getByRole("button", { name: "Alvesta samordningsförbund" }).click();
  await expectFigures(page, { Equity: ["0", "0", "0"] });

  await card.getByLabel("Växjö samordningsförbund", { exact: true }).click();
  await expect(page.locator(".notices")).toContainText("Minst 2 behövs");
  await expect(card.getByLabel("Växjö samordningsförbund", { exact: true })).toBeChecked();
});

test("the State pays ten per cent less in Sydnärke, matched or not, and for some years", async ({ app, page }) => {
  await openView(app, "sydnarke-2016", "/scenarier");
  await emptyScenario(page, "Staten");
  const card = await addDecision(page, "ContributionChange");
  // The title says whose contribution becomes what, from when, and whether the others follow.
  const title = card.locator("h3");
  await expect(title).toHaveText(/· Staten: \u221210\s% från 2016, övriga parter följer med$/);
  await expectFigures(page, { Contributions: ["5 216", "5 216", "5 216"], Result: ["-366", "-379", "-393"] });
  await expect.poll(() => before(page, "Result")).toEqual(["214", "200", "187"]);
  await expect(page.getByTestId("findings")).toContainText("Sparade medel tar slut i");
  await card.getByLabel("Övriga parter följer med i proportion").uncheck();
  await expect(title).toHaveText(/· Staten: \u221210\s% från 2016$/);
  await expectFigures(page, { Contributions: ["5 506", "5 506", "5 506"] });
  await type(card, "Antal år (tomt: tills vidare)", "1");
  await expectFigures(page, { Contributions: ["5 506", "5 795", "5 795"] });
  await card.getByRole("button", { name: "Till ett belopp" }).click();
  await type(card, "Nytt belopp per år", "2 000");
  await expectFigures(page, { Contributions: ["4 898", "5 795", "5 795"] });
  await card.getByLabel("Vem").selectOption({ label: "Kumla kommun" });
  await type(card, "Nytt belopp per år", "500");
  await expectFigures(page, { Contributions: ["5 933", "5 795", "5 795"] });
});

test("an activity ends, shrinks, moves, is co-funded and is added", async ({ app, page }) => {
  await openView(app, "akst-2014", "/scenarier", { language: "sv", unit: "kr" });
  await emptyScenario(page, "Insatser");
  const card = await addDecision(page, "ActivityChange");
  const what = card.getByLabel("Vad händer");
  const line = card.getByLabel("Vilken rad");
  await line.selectOption({ label: "Ale Teamet" });
  const number = (text: string | undefined) => Number(text?.replace(/\s/g, ""));
  const cost = async () => number((await shown(page, "Cost"))[0]);
  const start = number((await before(page, "Cost"))[0]);
  // 10 per cent of 1 195 tkr.
  await expect.poll(cost).toBe(start - 119_500);
  await what.selectOption({ label: "Avslutas" });
  await card.getByLabel("Sista månad: månad").selectOption({ label: "juni" });
  await expect.poll(cost).toBe(start - 597_500);
  await what.selectOption({ label: "Medfinansieras" });
  await card.getByLabel("Från och med: månad").selectOption({ label: "januari" });
  await expect.poll(cost).toBe(start - 597_500);
  await type(card, "Förbundets andel", "25");
  await expect.poll(cost).toBe(start - 896_250);
  await what.selectOption({ label: "Flyttas i tiden" });
  await type(card, "Månader senare", "12");
  await expect(card.getByRole("heading")).toContainText("Ale Teamet senareläggs 12 månader");
  await what.selectOption({ label: "Ny rad" });
  await type(card, "Namn", "Ungdomsteam");
  await card.getByRole("button", { name: "Process" }).click();
  await type(card, "2014", "250 000");
  await expect.poll(() => shown(page, "Process")).toEqual(["250 000", "250 000"]);
  await expect(card.getByRole("heading")).toContainText("Ny rad: Ungdomsteam");
});

test("saved money, a one-off cost and a member that leaves", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  await emptyScenario(page, "Tre");
  const used = await addDecision(page, "EquityUse");
  await type(used, "2016", "150");
  await expectFigures(page, { Frame: ["5 550", "5 400", "5 400"], ActivityRoom: ["4 596", "4 446", "4 446"] });
  await used.getByRole("button", { name: "Lägg till 2017" }).click();
  await expectFigures(page, { Frame: ["5 550", "5 550", "5 400"] });
  await used.getByRole("button", { name: "Ta bort 2017" }).click();
  await expectFigures(page, { Frame: ["5 550", "5 400", "5 400"] });

  const once = await addDecision(page, "OneOff");
  await type(once, "Namn", "Flytt");
  await type(once, "Belopp", "80");
  await once.getByLabel("Slag").selectOption({ label: "Administration" });
  await once.getByLabel("År", { exact: true }).selectOption("2017");
  await expectFigures(page, { Overhead: ["954", "1 034", "954"], Result: ["977", "897", "977"] });
  await expect(once.getByRole("heading")).toContainText("Flytt 2017");

  const leaves = await addDecision(page, "MemberLeaves");
  await leaves.getByLabel("Vem").selectOption({ label: "Alvesta kommun" });
  await expect(leaves).toContainText("Lämnar när 2017 är slut.");
  // The others shrink in proportion, carry, or pay as before.
  await expectFigures(page, { Contributions: ["5 400", "5 400", "3 200"] });
  await leaves.getByLabel("Övriga").selectOption({ label: "Samma part betalar det som försvinner" });
  await expectFigures(page, { Contributions: ["5 400", "5 400", "5 400"] });
  await leaves.getByLabel("Övriga").selectOption({ label: "Betalar som förut" });
  await expectFigures(page, { Contributions: ["5 400", "5 400", "4 850"] });
  await expect(page.getByTestId("findings")).toContainText("50");
});

test("what cannot be is refused at its field, in words, and nothing changes", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  const card = page.getByTestId("decision").first();
  await type(card, "2016", "120");
  await expect(card).toContainText("Andelen måste vara mellan 0 och 100 %.");
  await type(card, "2017", "mycket");
  await expect(card).toContainText("”mycket” är inte ett tal.");
  await expectFigures(page, { Base: ["2 668", "1 778", "889"] });
  const used = await addDecision(page, "EquityUse");
  await type(used, "2016", "-50");
  await expect(used).toContainText("Talet är negativt.");
  const once = await addDecision(page, "OneOff");
  await type(once, "Namn", " ");
  await expect(once).toContainText("Namnet är tomt.");
  const leaves = await addDecision(page, "MemberLeaves");
  await leaves.getByLabel("Uppsägning i: år").selectOption("2016");
  await expect(leaves).toContainText("Året ligger utanför planens år.");
  const joins = await addDecision(page, "MemberJoins");
  await joins.getByLabel("Betalar", { exact: true }).selectOption({ label: "Snittet per invånare i dag" });
  await expect(page.locator(".notices")).toContainText("Minst ett värde behövs.");
});

test("decisions are switched, moved, copied, named and removed; scenarios too; undo brings all back", async ({
  app,
  page,
}) => {
  await openView(app, "varend-2016", "/scenarier");
  await page.getByRole("button", { name: "Trappsteg + Tingsryd" }).click();
  const cards = page.getByTestId("decision");
  await expect(cards).toHaveCount(2);
  await cards.first().getByRole("switch").uncheck();
  await expectFigures(page, { Contributions: ["5 400", "5 400", "5 400"] });
  await cards.first().getByRole("switch").check();
  await expectFigures(page, { Contributions: ["5 706", "6 012", "6 012"] });

  await page.setViewportSize({ width: 1366, height: 1500 });
  const grip = (await cards.nth(1).locator(".grip").boundingBox())!;
  const first = (await cards.first().boundingBox())!;
  await page.mouse.move(grip.x + 11, grip.y + 13);
  await page.mouse.down();
  await page.mouse.move(grip.x, grip.y - 30, { steps: 4 });
  await page.mouse.move(first.x + 120, first.y + 40, { steps: 6 });
  await page.mouse.up();
  // A card stays in its group: what divides comes after what is decided.
  const group = (name: string) => page.getByTestId(`group-${name}`);
  await expect(group("Measure").getByRole("heading", { level: 2 })).toHaveText("Beslut");
  await expect(group("Measure").getByTestId("decision")).toContainText("Tingsryd");
  await expect(group("Division").getByRole("heading", { level: 2 })).toHaveText("Fördelning");
  await expect(group("Division").getByTestId("decision")).toContainText("Trappsteg 60/40");
  await expect(group("Assumption")).toHaveCount(0);
  await group("Division").getByTestId("decision-up").click();
  await expect(cards.first()).toContainText("Tingsryd");
  await expectFigures(page, { Contributions: ["5 706", "6 012", "6 012"] });
  // In its group it moves.
  await cards.first().getByTestId("decision-copy").click();
  await expect(cards).toHaveCount(3);
  const names = group("Measure").getByTestId("decision").getByRole("heading");
  await cards.nth(1).getByText("Eget namn", { exact: true }).click();
  await type(cards.nth(1), "Eget namn på beslutet (tomt: det som beslutet säger)", "Kopian");
  await cards.nth(1).getByTestId("decision-up").click();
  await expect(names.first()).toHaveText("1 · Kopian");
  await cards.first().getByTestId("decision-down").click();
  await expect(names.last()).toHaveText("2 · Kopian");
  await expect(cards.nth(1).getByTestId("skipped")).toContainText("Tingsryds kommun");
  await cards.nth(1).getByTestId("decision-remove").click();
  await expect(cards).toHaveCount(2);
  await page.locator(".notices").getByRole("button", { name: "Ångra" }).click();
  await expect(cards).toHaveCount(3);

  // A name of its own, and without it what the decision says.
  await cards.nth(2).getByText("Eget namn", { exact: true }).click();
  await type(cards.nth(2), "Eget namn på beslutet (tomt: det som beslutet säger)", "Långsammare trappsteg");
  await expect(cards.nth(2).getByRole("heading")).toHaveText("3 · Långsammare trappsteg");
  await type(cards.nth(2), "Eget namn på beslutet (tomt: det som beslutet säger)", "");
  await expect(cards.nth(2).getByRole("heading")).toHaveText("3 · Trappsteg bas → process");

  // A card folds and opens by its title.
  const title = cards.first().getByRole("heading").getByRole("button");
  await title.click();
  await expect(title).toHaveAttribute("aria-expanded", "false");
  await expect(cards.first().getByLabel("Kommunens namn")).toHaveCount(0);
  await title.click();
  await expect(cards.first().getByLabel("Kommunens namn")).toHaveValue("Tingsryds kommun");

  await page.getByTestId("scenario-duplicate").click();
  await expect(page.getByLabel("Scenariots namn")).toHaveValue("Trappsteg + Tingsryd (kopia)");
  await page.getByTestId("scenario-earlier").click();
  const tabs = page.getByTestId("scenario-tabs").getByRole("button");
  await expect(tabs.nth(2)).toHaveText("Trappsteg + Tingsryd (kopia)");
  await page.getByLabel("Vad prövas?").fill("En kopia att ändra i.");
  await page.getByTestId("scenario-remove").click();
  await expect(tabs).toHaveCount(4);
  for (let step = 0; step < 14; step++) await page.keyboard.press("Control+z");
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Trappsteg + Tingsryd" }).click();
  await expect(cards).toHaveCount(2);
});

test("a figure tells where it comes from", async ({ app, page }) => {
  await openView(app, "varend-2016", "/scenarier");
  await page.getByTestId("figure-ActivityRoom").locator("button.figure").first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Insatsram 2016" })).toBeVisible();
  await expect(page.getByTestId("asked-figure")).toHaveText(/4.446.tkr/);
  await expect(dialog).toContainText("Inget beslut i scenariot ändrar talet.");
  await dialog.getByRole("button", { name: "Summa styrelse och administration" }).click();
  await dialog.getByRole("button", { name: "Administration" }).click();
  await expect(dialog).toContainText("fortsätter från året före");
  await expect(dialog).toContainText("Källa: Härledd: 636 tkr");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await page.getByTestId("figure-Base").locator("button.figure").last().click();
  await expect(page.getByTestId("moved-by")).toContainText("Trappsteg 60/40, 40/60, 20/80");
  await expect(page.getByTestId("moved-by")).toContainText(/\u22122.580/);
});

test("the view is free of accessibility faults, in both languages, and works by keyboard alone", async ({
  app,
  page,
}) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await app.axe();
  await page.getByTestId("add-decision").click();
  await app.axe("dialog");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+l");
  await expect(page.getByRole("button", { name: "The plan", exact: true })).toBeVisible();
  await expect(page.getByTestId("add-decision")).toHaveText("Add a decision");

  // By keyboard: a new scenario, a decision, its slider.
  await page.getByTestId("new-scenario").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("By keys");
  await page.keyboard.press("Enter");
  await page.getByTestId("add-decision").focus();
  await page.keyboard.press("Enter");
  await page.getByTestId("kind-ContributionChange").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("decision")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch")).not.toBeChecked();
  await page.keyboard.press("Space");
  const slider = page.getByRole("slider", { name: "Change, slider" });
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "\u221211\u00a0%");
});

test("a dialog begins at its first choice or field, or at what destroys least", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await page.getByTestId("add-decision").press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Ändrade medlemsbidrag" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("add-decision")).toBeFocused();
  await page.getByRole("button", { name: "Gör scenariot till planen" }).press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Avbryt" })).toBeFocused();
  await page.keyboard.press("Escape");
  // What only tells begins at what closes it.
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Hjälp och genvägar" });
  await expect(help.getByRole("button", { name: "Stäng" })).toBeFocused();
});

test("the years beside the decisions are whole where a window leaves them little room", async ({ app, page }) => {
  await page.setViewportSize({ width: 1120, height: 800 });
  await openView(app, "varend-2016", "/scenarier?scenario=0");
  const table = page.locator(".figures-card .scroll", { has: page.getByTestId("figures") });
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});
