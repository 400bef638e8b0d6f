// Slides use their room: what is found and what was said stands as large as it fits, and whole where it fits at all; what
// the figures are counted in is said on each of them.
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import { type Json, kind, openWith, slide, stepTo } from "./showing.ts";
import { EXAMPLES, changedPlan, planFile } from "./table.ts";

/** The part of the slide's height under its heading that the cards take, and the size of their names, at 1920 × 1080. */
async function cards(page: Page): Promise<{ filled: number; name: number }> {
  return slide(page).evaluate((slide) => {
    const main = slide.querySelector(".main")!.getBoundingClientRect();
    const all = [...slide.querySelectorAll(".show-cards li")].map((card) => card.getBoundingClientRect());
    const top = Math.min(...all.map((box) => box.top));
    const bottom = Math.max(...all.map((box) => box.bottom));
    const name = Math.round(parseFloat(getComputedStyle(slide.querySelector(".show-cards .name")!).fontSize));
    return { filled: (bottom - top) / main.height, name };
  });
}

/** The slide of so many findings of an example, at the size that slides are drawn for. */
async function showFindings(app: App, name: string, count: number): Promise<void> {
  await app.page.setViewportSize({ width: 1920, height: 1080 });
  await openWith(app, planFile(name), "sv", "/visa");
  await app.page.getByTestId("start-show").click();
  await stepTo(app.page, "findings");
  await expect(slide(app.page).locator(".show-cards li")).toHaveCount(count);
}

test("a finding alone stands in the largest letters", async ({ app, page }) => {
  await showFindings(app, "varend-2016", 1);
  expect((await cards(page)).name).toBe(56);
});

test("four findings with three years each are larger than the smallest letters", async ({ app, page }) => {
  await showFindings(app, "sydnarke-2016", 4);
  const { filled, name } = await cards(page);
  expect(name).toBeGreaterThanOrEqual(36);
  expect(filled).toBeGreaterThan(0.7);
});

/** Värend with this said by so many for each stand. */
function said(count: number, words: string): string {
  return changedPlan("varend-2016", (plan: Json) => {
    plan["scenarios"][0]["positions"] = Array.from({ length: count * 3 }, (_, at) => ({
      id: `position-${at}`,
      who: `Region Kronoberg ${at + 1}`,
      stand: ["for", "against", "needs_more"][at % 3],
      said: words,
    }));
  });
}

const SHORT = "Vill se hur insatserna påverkas innan beslutet fattas.";
const SAYING =
  "Vill se hur insatserna påverkas innan beslutet fattas, och vad det betyder för dem som är inskrivna i dag.";

for (const [count, words, least] of [
  [1, SAYING, 34],
  [2, SHORT, 29],
  [3, SHORT, 25],
] as const)
  test(`what ${count} said for each stand is whole on the slide`, async ({ app, page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await openWith(app, said(count, words), "sv", "/visa");
    await page.locator(".present > .head select").selectOption("1");
    await page.getByTestId("start-show").click();
    await stepTo(page, "proposal");
    const told = slide(page).locator(".stand .said");
    await expect(told).toHaveText(Array.from({ length: count * 3 }, () => words));
    const size = await told.first().evaluate((one) => Math.round(parseFloat(getComputedStyle(one).fontSize)));
    expect(size).toBeGreaterThanOrEqual(least);
  });

test("what has no room is shortened where the column ends, not before", async ({ app, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openWith(app, said(3, `${SAYING} ${SAYING} ${SAYING}`), "sv", "/visa");
  await page.locator(".present > .head select").selectOption("1");
  await page.getByTestId("start-show").click();
  await stepTo(page, "proposal");
  await expect(slide(page).locator(".stand .said").first()).toHaveText(/…$/);
  const filled = await slide(page).evaluate((slide) => {
    const column = slide.querySelector(".stand")!.getBoundingClientRect();
    const button = slide.querySelector("[data-test=note]")!.getBoundingClientRect();
    return (column.bottom - column.top) / (button.top - column.top);
  });
  expect(filled).toBeGreaterThan(0.8);
  expect(filled).toBeLessThanOrEqual(1);
});

for (const [language, told] of [
  ["sv", "Alla betalar som i planen 2018."],
  ["en", "In 2018 everyone pays as in the plan."],
] as const)
  test(`where all pay as in the plan that is said once, ${language}`, async ({ app, page }) => {
    await openWith(app, planFile("varend-2016"), language, "/visa");
    await page.locator(".present > .head select").selectOption("1");
    await page.getByTestId("start-show").click();
    await stepTo(page, "contributions");
    await expect(slide(page).locator(".more")).toHaveText(told);
    await expect(slide(page).locator('th[scope="col"]')).toHaveText(["Trappsteg"]);
    await expect(slide(page).getByTestId("show-payer").locator("td")).toHaveCount(5);
    await app.look("light", ".show");
  });

test("where one pays otherwise all have the plan's figure and the difference beside", async ({ app, page }) => {
  await openWith(app, planFile("sydnarke-2016"), "sv", "/visa");
  await page.locator(".present > .head select").selectOption("1");
  await page.getByTestId("start-show").click();
  await stepTo(page, "contributions");
  await expect(slide(page).locator('th[scope="col"]')).toHaveText([
    "Planen",
    "Staten −10 %, övriga följer",
    "Skillnad",
  ]);
  await expect(slide(page).locator(".more")).toHaveCount(0);
});

test("where money runs out the comparison says when", async ({ app, page }) => {
  await openWith(app, planFile("sydnarke-2016"), "sv", "/visa");
  await page.locator(".present > .head select").selectOption("1");
  await page.getByTestId("start-show").click();
  await stepTo(page, "compare");
  const row = slide(page).getByTestId("compare-money-out");
  await expect(row.locator("th")).toHaveText("Pengarna tar slut");
  await expect(row.locator("td")).toHaveText(["räcker planen ut", "augusti 2017"]);
  await expect(slide(page).getByTestId("compare-Equity")).toBeVisible();
  await expect(slide(page).locator("tbody tr")).toHaveCount(4);
});

const UNITS = {
  sv: /\btkr\b|%|\b(heltidstjänster|samordnare|platser|plats|inskrivna|inskriven|deltagare|månader|invånare|antalet)\b/i,
  en: /\btkr\b|%|\b(full-time|coordinators?|places?|enrolled|participants?|months?|inhabitants?|the count)\b/i,
};

/** The figures of the slide whose unit stands nowhere with them, and amounts in kronor beside the thousands. */
async function unitless(page: Page, units: RegExp): Promise<string[]> {
  return slide(page).evaluate(
    (slide, { source, flags }) => {
      const unit = new RegExp(source, flags);
      const text = (one: Element | null | undefined) => (one?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
      const found: string[] = [];
      const check = (figure: string, where: string) => {
        const isFigure = /\d/.test(figure) && !/^(\p{L}+ )?(19|20)\d\d$/u.test(figure.trim());
        if (isFigure && !unit.test(where)) found.push(`${figure} in “${where.slice(0, 120)}”`);
      };
      for (const one of slide.querySelectorAll(".big-figure .new"))
        check(text(one), text(one.closest(".big-figure")!.querySelector(".label")));
      for (const one of slide.querySelectorAll(".show-table:not(.paying) .key-figure"))
        check(text(one), text(one.closest("tr")!.querySelector("th")));
      for (const one of slide.querySelectorAll(".paying .key-figure"))
        check(text(one), text(one.closest("table")!.querySelector("thead td")));
      for (const one of slide.querySelectorAll(".show-lever .now b")) check(text(one), text(one));
      for (const one of slide.querySelectorAll(".show-cards li p:last-child"))
        for (const part of text(one).match(/\d[\d\s]*(?:,\d+)?[^.]*/g) ?? [])
          check(part.replace(/^(19|20)\d\d\b[^\d]*$/, ""), [...one.closest("li")!.children].map(text).join(" "));
      // A chart says it over itself, in what its series are called, or where all that is drawn goes through.
      for (const one of slide.querySelectorAll(".picture")) {
        const words = [...one.querySelectorAll("svg text")].map(text);
        const where = [text(one.closest(".charted")?.querySelector(".label")), ...words].join(" · ");
        for (const word of words.filter((word) => /^[−-]?[\d\s,.]+$/.test(word))) check(word, where);
        if (one.closest("[data-kind=flows]")) check("1 flow", where);
      }
      // What is stated or asked of an amount says what it is in.
      const heading = text(slide.querySelector("h2"));
      const asked = text(slide.querySelector(".thinking .running"));
      for (const said of [heading, asked])
        if (/\d{1,3}\s\d{3}\b|[−-]\d{3}\b/.test(said.replaceAll(/\b(19|20)\d\d\b/g, ""))) check(said, said);
      if (asked && !unit.test(asked)) found.push(`what is asked for in “${asked}”`);
      const told = [...slide.querySelectorAll(".big-figure, .show-table td, .now")].map(text);
      found.push(...told.filter((one) => /\d\s\d{3}\skr\b/.test(one)));
      return found;
    },
    { source: units.source, flags: units.flags },
  );
}

for (const language of ["sv", "en"] as const)
  for (const unit of ["tkr", "kr"] as const)
    for (const name of EXAMPLES)
      test(`each slide says what its figures are counted in: ${name}, ${language}, ${unit}`, async ({ app, page }) => {
        const text = planFile(name);
        const scenarios = ((JSON.parse(text) as Json)["plan"]["scenarios"] ?? []).length as number;
        await page.addInitScript(() => {
          Element.prototype.requestFullscreen = () => Promise.resolve();
        });
        const storage = { "samplan/plan/test": text, "samplan/last": "test" };
        await app.open({ settings: { language, unit, theme: "light" }, storage, route: "/visa" });
        await page.locator(".present > .head select").selectOption(String(Math.min(scenarios, 1)));
        await page.getByTestId("start-show").click();
        const last = Number((await page.getByTestId("show-place").textContent())?.split("/")[1]);
        for (let at = 1; at <= last; at++) {
          await expect(page.getByTestId("show-place")).toHaveText(`${at} / ${last}`);
          const shown = await kind(page);
          if (await page.locator(".show .picture").count())
            await page.locator(".show .picture svg text").first().waitFor();
          expect(await unitless(page, UNITS[language]), shown ?? "").toEqual([]);
          if (shown === "think" && !(await page.getByTestId("revealed").count())) at -= 1;
          await page.keyboard.press("PageDown");
        }
      });
