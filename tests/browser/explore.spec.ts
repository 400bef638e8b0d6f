// Utforska: each tool by hand on the real plans, with its worked numbers read off the screen.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { cells, open, read, show, stored, type } from "./exploring.ts";

test("forecast check: Värend's August 2015 as the report has it, changed, limited and taken back", async ({
  app,
  page,
}) => {
  await open(app, "varend-2015", "forecast");
  const figure = (name: string): Promise<string> => read(page.getByTestId(name).locator("dd"));
  await expect.poll(() => figure("so-far")).toBe("369 tkr");
  await expect.poll(() => figure("needed")).toBe("878 tkr");
  await expect.poll(() => figure("ratio")).toBe("2,4");
  await expect.poll(() => figure("linear-equity")).toBe("2 235 tkr");
  await expect.poll(() => figure("planned-equity")).toBe("200 tkr");
  await expect(page.getByTestId("finding-forecast_pace")).toContainText("2,4 gånger takten hittills");
  await app.axe();

  // 636 + 609 + 3 000 in eight months, 6 459 planned: 530,6 so far and 553,5 needed a month.
  const wages = page.getByLabel("Utfall Samordningsteamet – lönekostnad personal");
  await type(wages, "3 000");
  await expect(page.getByTestId("forecast-verdict")).toContainText("Takten stämmer med planen");
  await expect.poll(() => figure("so-far")).toBe(`${Math.round((636 + 609 + 3000) / 8)} tkr`);
  await expect.poll(() => figure("ratio")).toBe("1");
  await type(wages, "tre");
  await expect(page.getByText("”tre” är inte ett tal.")).toBeVisible();
  await page.getByTestId("undo").click();
  await expect(wages).toHaveValue("1\u00a0704");
  await expect.poll(() => figure("ratio")).toBe("2,4");

  await type(page.getByLabel("Högsta kvot"), "2,5");
  await expect(page.getByTestId("forecast-verdict")).toContainText("Takten stämmer");
  await type(page.getByLabel("Lägsta kvot"), "3");
  await expect(page.locator(".field-error")).toBeVisible();
  await app.reload();
  await show(page, "forecast");
  expect((await stored(page)).rules.forecast.most).toBe("2.5");
  await expect(page.getByLabel("Högsta kvot")).toHaveValue("2,5");

  // Another month is another pace; none at all says what to do.
  await page.getByTestId("forecast-through").locator("select").first().selectOption("9");
  await expect.poll(() => figure("so-far")).toBe(`${Math.round(2949 / 9)} tkr`);
  await page.getByTestId("forecast-through").locator("select").first().selectOption("0");
  await expect(page.getByTestId("forecast-empty")).toBeVisible();
  await page.getByTestId("undo").click();
  await expect.poll(() => figure("so-far")).toBe(`${Math.round(2949 / 9)} tkr`);
});

interface Question {
  lever?: string;
  metric?: string;
  over?: string;
  year?: string;
  target: string;
}

/** Asks by the fields, as a user does. */
async function ask(page: Page, question: Question): Promise<string> {
  const form = page.getByTestId("goal-question");
  if (question.lever) await form.getByLabel("Reglage").selectOption({ label: question.lever });
  if (question.metric) await form.getByLabel("Mått").selectOption({ label: question.metric });
  if (question.over) await form.getByLabel("Värde").selectOption({ label: question.over });
  if (question.year) await form.getByLabel("År", { exact: true }).selectOption({ label: question.year });
  const before = await page.getByTestId("goal-answer").allInnerTexts();
  await type(form.getByLabel("Mål", { exact: true }), question.target);
  await expect(page.getByTestId("goal-answer")).toBeVisible();
  await expect.poll(() => page.getByTestId("goal-answer").allInnerTexts()).not.toEqual(before);
  return read(page.getByTestId("goal-answer"));
}

test("goal seek: which contribution keeps Växjö's equity over 400 tkr, applied and undone", async ({ app, page }) => {
  await open(app, "vaxjo-2014", "goal-seek");
  await expect(page.getByTestId("goal-empty")).toBeVisible();
  await page.getByLabel("Gäller").selectOption({ label: "Högre bidrag" });
  const lever = await page.getByTestId("goal-lever").locator("option", { hasText: "Nytt belopp per år" }).innerText();
  const answer = await ask(page, { lever, over: "Lägst fram till året", year: "2016", target: "400" });
  // 639 − 2 × (3 800 − c) = 400 gives c = 3 680,5.
  expect(answer).toContain("till 3 680 500 kr");
  expect(answer).toContain("blir eget kapital vid årets slut, lägst till och med 2016 400 tkr");
  await expect(page.locator(".chart svg")).toBeVisible();
  await page.getByText("Visa som tabell").click();
  await expect(page.getByTestId("goal-table").locator("tr.strong").first()).toContainText("400\u00a0tkr");
  await app.axe();
  await page.getByTestId("goal-apply").focus();
  await page.keyboard.press("Enter");
  const to = async (): Promise<string> => {
    const scenario = (await stored(page)).scenarios.find((one: { id: string }) => one.id === "hogre-bidrag");
    return scenario.steps[0].decision.contribution_change.change.to;
  };
  await expect.poll(to).toBe("3680500");
  await page.getByTestId("undo").click();
  await expect.poll(to).toBe("3800000");

  // Lower contributions than any year's deficit: within a range of one's own there is none.
  await page.getByText("Sök i ett eget intervall").click();
  await type(page.getByTestId("goal-question").getByLabel("Från"), "3 700");
  await expect(page.getByTestId("goal-answer")).toContainText("Inget värde på");
  await expect(page.getByTestId("goal-answer")).toContainText("Närmast kommer 3\u00a0700\u00a0000\u00a0kr");
});

test("goal seek: three coordinators at Värend, none, any value and no effect", async ({ app, page }) => {
  await open(app, "varend-2016", "goal-seek");
  await page.getByLabel("Gäller").selectOption({ label: "Trappsteg" });
  const options = page.getByTestId("goal-lever").locator("option", { hasText: "basandel 2016" });
  const lever = await options.first().innerText();
  // 3 × 771 = 2 313 of 4 446: 52,0243 %.
  const three = await ask(page, { lever, metric: "Samordnare", year: "2016", target: "3" });
  expect(three).toContain("till 52,03 %, så blir samordnare 2016 minst 3");
  expect(three).toContain("Med 52,02 % stannar det under");
  expect((3 * 771) / 4446).toBeCloseTo(0.520243, 6);
  const none = await ask(page, { target: "7" });
  expect(none).toContain("Inget värde på");
  expect(none).toContain("Närmast kommer 100 %, som ger 5,77");
  const any = await ask(page, { metric: "Summa bidrag", target: "5 400" });
  expect(any).toContain("Vilket värde som helst: summa bidrag 2016 är 5 400 tkr");
  const still = await ask(page, { target: "5 000" });
  expect(still).toContain("påverkar inte summa bidrag 2016, som är 5 400 tkr");
  // The tool and its question are there again after a visit elsewhere.
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Alt+6");
  await expect(page.getByTestId("tool-goal-seek")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("goal-question").getByLabel("Mål", { exact: true })).toHaveValue("5\u00a0000");
});

test("sensitivity: the longest bar, a range of one's own, and the way to a lever", async ({ app, page }) => {
  await open(app, "varend-2016", "sensitivity");
  const rows = page.getByTestId("tornado-table").locator("tbody tr");
  // Wages of 2 556 tkr, a tenth either way, three years: 2 × 255,6 × 3.
  const [lever, range, low, now, high, swing] = await cells(rows.first());
  expect(lever).toBe("Samordningsteamet – lönekostnad personal 2015");
  expect(range).toContain("2 300 tkr – 2 812 tkr");
  expect([now, low, high].map((text) => Number(text?.replace(/\D/g, "")))).toEqual([
    3130,
    Math.round(3129.5 + 3 * 255.6),
    Math.round(3129.5 - 3 * 255.6),
  ]);
  expect(swing).toBe(`1 ${Math.round(2 * 255.6 * 3) - 1000} tkr`);
  const swings = (await rows.locator(".swing").allInnerTexts()).map((text) => Number(text.replace(/\D/g, "")));
  expect(swings).toEqual([...swings].sort((a, b) => b - a));
  await expect(page.getByTestId("ranges-told")).toContainText("Alla spann är schabloner");
  await expect(page.getByTestId("tornado").locator(".chart svg")).toBeVisible();
  await expect(page.getByTestId("tornado")).toContainText("Allt annat än reglaget på raden hålls som det är i planen.");
  await app.axe();

  // By keyboard: the range in its dialog. 100 tkr over three years.
  await rows
    .first()
    .getByRole("button", { name: /^Ändra spannet/ })
    .focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await type(dialog.getByLabel("Lågt"), "2 900");
  await expect(dialog.getByText("Det låga värdet är högre än det höga.")).toBeVisible();
  await type(dialog.getByLabel("Lågt"), "2 506");
  await type(dialog.getByLabel("Högt"), "2 606");
  await type(dialog.getByLabel("Varför det kan bli så"), "Två sägs upp");
  await type(dialog.getByLabel("Källa"), "Styrelsen 2015-05-12");
  await page.keyboard.press("Escape");
  const wages = rows.filter({ hasText: "lönekostnad" });
  await expect(wages.locator(".swing")).toHaveText("300\u00a0tkr");
  await expect(wages.locator(".mark")).toHaveText("eget");
  await expect(wages).toContainText("Två sägs upp Källa: Styrelsen 2015-05-12");
  await expect(page.getByTestId("ranges-told")).toContainText("1 spann är ert eget");
  await expect(wages.getByRole("button", { name: /^Ändra spannet/ })).toBeFocused();
  expect((await stored(page)).ranges).toHaveLength(1);
  await app.reload();
  await expect(wages.locator(".swing")).toHaveText("300\u00a0tkr");
  await wages.getByRole("button", { name: /^Ändra spannet/ }).click();
  await page.getByTestId("range-usual").click();
  await page.getByRole("button", { name: "Klar" }).click();
  await expect(wages.locator(".swing")).toHaveText("1\u00a0534\u00a0tkr");
  await page.getByTestId("undo").click();
  await expect(wages.locator(".swing")).toHaveText("300\u00a0tkr");

  await rows
    .getByRole("button", { name: /Uppräkning/ })
    .first()
    .click();
  await expect(page.getByTestId("plan-section")).toContainText("Löner och köp");
  await page.goBack();
  await page.getByLabel("Gäller").selectOption({ label: "Trappsteg" });
  // The step-down divides all of the room: no lever reaches the result, and what does move is said.
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Årets resultat" });
  await expect(page.getByTestId("tornado-still")).toContainText("Titta i stället på samordnare");
  // What one member pays is a measure too.
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Bidrag Växjö kommun" });
  await expect(page.getByTestId("tornado")).toContainText("Bidrag Växjö kommun 2018");
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Samordnare" });
  await rows
    .getByRole("button", { name: /basandel 2018/ })
    .first()
    .click();
  await expect(page.getByTestId("scenario-tabs").locator("[aria-pressed=true]")).toHaveText("Trappsteg");
});

test("risk: AKST's register, matrix and money at risk, and a risk of one's own", async ({ app, page }) => {
  // Many levers: twelve bars to begin with, and all of them; what could not be moved says why.
  await open(app, "akst-2014", "sensitivity");
  const bars = page.getByTestId("tornado-table").locator("tbody tr");
  await expect(bars).toHaveCount(12);
  await page.getByTestId("tornado-all").click();
  await expect.poll(() => bars.count()).toBeGreaterThan(12);
  await expect(page.getByTestId("tornado-all")).toHaveText("Visa de 12 längsta");
  await page.getByTestId("unvaried").locator("summary").click();
  await expect(page.getByTestId("unvaried")).toContainText("spannet har ingen bredd");

  await show(page, "risk");
  await expect
    .poll(() => read(page.getByTestId("at-risk")))
    .toContain("2 800 tkr av 5 881 tkr (47,6 %) av insatserna 2014");
  expect(1195 + 1405 + 200).toBe(2800);
  await expect(page.getByTestId("cell-Medium-High").getByRole("button")).toHaveCount(4);
  await expect(page.getByTestId("cell-Medium-High")).toContainText("Bevaka");
  await app.axe();

  await page.getByTestId("risk-add").focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Vad kan hända?")).toBeFocused();
  await type(dialog.getByLabel("Vad kan hända?"), "Staten drar ned");
  await dialog.getByLabel("Sannolikhet").selectOption({ label: "Hög" });
  await dialog.getByLabel("Konsekvens").selectOption({ label: "Hög" });
  await type(dialog.getByLabel("Kostar i värsta fall, per år"), "-5");
  await expect(dialog.locator(".field-error")).toBeVisible();
  await type(dialog.getByLabel("Kostar i värsta fall, per år"), "317");
  await dialog.getByLabel("Första år").selectOption({ label: "2015" });
  await type(dialog.getByLabel("Åtgärd"), "Tidig dialog");
  await type(dialog.getByLabel(/^Följs av/), "Beredningsgruppen");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("cell-High-High").getByRole("button", { name: "Staten drar ned" })).toBeVisible();
  await expect(page.getByTestId("cell-High-High")).toContainText("Åtgärda");
  await page.locator(".at-risk").getByLabel("År").selectOption({ label: "2015" });
  await expect(page.locator(".at-risk")).toContainText("Därtill 317\u00a0tkr");
  await expect(page.getByTestId("drawn")).toContainText("och 1 risk");
  await app.reload();
  await show(page, "risk");
  const row = page.getByTestId("risk-register").locator("tr", { hasText: "Staten drar ned" });
  await expect
    .poll(() => read(row))
    .toContain("I värsta fall 317 tkr per år, från 2015 Åtgärd: Tidig dialog Följs av Beredningsgruppen");
  // The matrix leads to the register.
  await page.getByTestId("cell-High-High").getByRole("button").click();
  await expect(row.getByRole("button")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByTestId("risk-remove").click();
  await expect(row).toHaveCount(0);
  await page.getByTestId("undo").click();
  await expect(row).toHaveCount(1);
});

test("calendar: Sydnärke's year, a merger planned backwards, what is late, and the calendar file", async ({
  app,
  page,
}) => {
  await page.clock.setFixedTime(new Date("2015-09-15T08:00:00Z"));
  await open(app, "sydnarke-2016", "calendar");
  const cycle = page.getByTestId("cycle").locator("tbody tr");
  await expect(cycle).toHaveCount(18);
  await expect(cycle.filter({ hasText: "22 januari 2016" })).toHaveCount(1);
  await expect(page.getByTestId("targets-empty")).toBeVisible();

  await page.getByTestId("add-merger").focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Vad ska vara på plats?")).toBeFocused();
  await dialog.getByLabel("Vad ska vara på plats?").fill("Ett förbund i södra Örebro län");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  const target = page.getByTestId("target");
  await expect(target).toContainText("på plats januari 2017");
  const step = (name: string): Locator => target.getByTestId("step").filter({ hasText: name });
  // Fifteen months before 1 January 2017; members in November, the State in December.
  await expect.poll(() => read(step("Inriktningsbeslut"))).toContain("oktober 2015 kommer");
  await expect.poll(() => read(step("Utredning"))).toContain("november 2015–februari 2016 kommer");
  await expect.poll(() => read(step("Medlemmarna antar"))).toContain("november 2016");
  await expect.poll(() => read(step("Staten beslutar"))).toContain("december 2016");
  await expect.poll(() => read(step("Det gamla förbundet"))).toContain("januari 2017–juni 2017");
  await app.axe();

  // Half a year later.
  await page.clock.setFixedTime(new Date("2016-04-15T08:30:05Z"));
  await app.reload();
  await show(page, "calendar");
  await expect(page.getByTestId("target-late")).toContainText(
    "Försenade steg (2): Inriktningsbeslut i styrelserna, Utredning",
  );
  await expect.poll(() => read(step("Inriktningsbeslut"))).toContain("försenat 6 mån.");
  await step("Inriktningsbeslut").getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect.poll(() => read(step("Inriktningsbeslut"))).toContain("klart");
  await expect(step("Inriktningsbeslut").getByRole("checkbox")).toBeFocused();
  await expect(page.getByTestId("target-late")).toContainText("Försenade steg (1): Utredning");

  const { name, text } = await app.download(() => page.getByTestId("ics").click());
  expect(name).toMatch(/^Samordningsförbundet Sydnärke.*\.ics$/);
  const file = text.replaceAll("\r\n ", "");
  expect(file).toContain("DTSTAMP:20160415T083005Z");
  expect(file).toContain(
    "SUMMARY:Medlemmarna antar förbundsordningen\r\nDESCRIPTION:Steg mot: Ett förbund i södra Örebro län",
  );
  expect(file).toContain("DTSTART;VALUE=DATE:20161101\r\nDTEND;VALUE=DATE:20161201");
  expect(file).not.toContain("SUMMARY:Inriktningsbeslut");
  expect(file).toContain("DTSTART;VALUE=DATE:20170122");
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(11 + 1 + 18);

  // A step's length, refused and changed; a step of one's own; and the whole target away and back.
  await page.getByTestId("target-edit").click();
  const months = dialog.getByLabel(/^Utredning.*: tar, månader$/);
  await type(months, "0");
  await expect(dialog.locator(".field-error")).toBeVisible();
  await type(months, "6");
  await page.getByTestId("step-add").click();
  await page.getByTestId("target-done").click();
  await expect.poll(() => read(step("Utredning"))).toContain("november 2015–april 2016 pågår nu");
  await expect(step("Nytt steg")).toHaveCount(1);
  await page.getByTestId("target-edit").click();
  await page.getByTestId("target-remove").click();
  await expect(target).toHaveCount(0);
  await page.getByTestId("undo").click();
  await expect(target).toHaveCount(1);

  // The cycle is the board's own.
  await page.getByTestId("event-add").click();
  await dialog.getByLabel("Vad kommer?").fill("Budgetdag");
  await page.keyboard.press("Tab");
  await dialog.getByLabel("Månad", { exact: true }).selectOption({ label: "juni" });
  await type(dialog.getByLabel(/^Dag/), "31");
  await expect(dialog.locator(".field-error")).toBeVisible();
  await type(dialog.getByLabel(/^Dag/), "14");
  await page.keyboard.press("Escape");
  await expect(cycle.filter({ hasText: "Budgetdag" })).toContainText("14 juni 2016");
  await app.reload();
  await show(page, "calendar");
  await expect(cycle).toHaveCount(19);
  expect((await stored(page)).targets[0].steps).toHaveLength(13);
});

test("in English on a small screen: what is not filled in says so, and nothing is wider than the page", async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(app, "akst-2014", "calendar", { language: "en", theme: "dark" });
  await expect(page.getByTestId("cycle-empty")).toContainText("The year’s cycle is empty");
  await expect(page.getByTestId("targets-empty")).toBeVisible();
  await show(page, "forecast");
  await expect(page.getByTestId("forecast-empty")).toContainText("No actuals yet.");
  for (const tool of ["sensitivity", "goal-seek", "risk", "forecast", "calendar"]) {
    await show(page, tool);
    if (tool === "risk") {
      await page.getByTestId("simulation").getByLabel("Number of runs").selectOption("0");
      await page.getByTestId("simulation-run").click();
      await expect(page.getByTestId("fan")).toBeVisible();
    }
    await expect(page.locator(".chart:not(:has(svg))")).toHaveCount(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, tool).toBeLessThanOrEqual(0);
  }
  await show(page, "risk");
  await app.axe(".explore");
});

for (const theme of ["light", "projector"] as const) {
  test(`the heads of the risk matrix stay within their columns, ${theme}`, async ({ app, page }) => {
    await open(app, "varend-2016", "risk", { theme });
    const across = await page.getByTestId("risk-matrix").evaluate((table) =>
      [...table.querySelectorAll("th, thead td")].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return [cell.textContent, range.getBoundingClientRect().right <= cell.getBoundingClientRect().right];
      }),
    );
    expect(across.filter(([, within]) => !within)).toEqual([]);
    expect(across.length).toBeGreaterThan(6);
  });
}
