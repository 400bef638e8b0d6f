// Every view at the four sizes in both languages: no word of a name is broken within, and no title, button or message is
// cut off.
import type { Page } from "@playwright/test";
import { type App, type Settings, expect, test } from "./fixtures.ts";
import { brokenWords, cutTexts } from "./reading.ts";
import { openWith, stepTo } from "./showing.ts";
import { changedPlan, planFile } from "./table.ts";

const SIZES = [
  [390, 844],
  [1024, 768],
  [1366, 768],
  [1920, 1080],
] as const;

/** The views of an open plan, each with what it shows when it is there. */
const VIEWS = {
  budget: "[data-test=grid]",
  "plan/members": ".plan-settings",
  "plan/definitions": ".plan-settings",
  scenarier: "[data-test=kpis]",
  jamfor: "[data-test=verdict-card]",
  "utforska/sensitivity": ".tornado svg",
  "utforska/goal-seek": "[data-test=goal-lever]",
  "utforska/risk": ".risk-matrix",
  "utforska/gains": ".gains",
  "utforska/forecast": "#accounts-title",
  "utforska/calendar": "[data-test=targets-empty]",
  visa: "[data-test=start-show]",
  underlag: ".minutes",
  "tva-planer": "main h1",
};
/** The views without one. */
const OTHERS = ["", "ny", "tillganglighet", "integritet"];

/** At every size; charts and what is told shorter follow the window in a frame of their own. */
async function expectReadable(page: Page, where: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => ({ broken: await brokenWords(page), cut: await cutTexts(page) }), `${where}, ${width}`)
      .toEqual({ broken: [], cut: [] });
  }
}

async function expectViewsReadable(app: App, page: Page): Promise<void> {
  for (const [view, shown] of Object.entries(VIEWS)) {
    await page.goto(`${app.url}#/${view}`);
    await expect(page.locator(shown).first()).toBeVisible();
    await expectReadable(page, view);
  }
}

async function openStored(app: App, name: string, language: "sv" | "en", looks: Settings = {}): Promise<void> {
  const storage = { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name };
  await app.open({ settings: { language, unit: "tkr", ...looks }, storage, route: "/budget" });
}

for (const language of ["sv", "en"] as const) {
  for (const name of ["vaxjo-alvesta-2015", "sydnarke-2016", "akst-2014", "vaxjo-2014"]) {
    test(`words stand whole and nothing is cut off: ${name}, ${language}`, async ({ app, page }) => {
      await openStored(app, name, language);
      await expectViewsReadable(app, page);
    });
  }

  // The largest letters and the longest figures.
  for (const name of ["vaxjo-alvesta-2015", "akst-2014"]) {
    test(`words and figures in kronor have room in the room's theme: ${name}, ${language}`, async ({ app, page }) => {
      await openStored(app, name, language, { theme: "projector", unit: "kr" });
      await expectViewsReadable(app, page);
    });
  }

  test(`words stand whole and nothing is cut off where no plan is shown, ${language}`, async ({ app, page }) => {
    await openStored(app, "varend-2016", language);
    for (const view of OTHERS) {
      await page.goto(`${app.url}#/${view}`);
      await expect(page.locator("main h1")).toBeVisible();
      await expectReadable(page, view || "home");
    }
  });

  test(`after a change the bar, an open chart table and a message are read whole, ${language}`, async ({
    app,
    page,
  }) => {
    await openStored(app, "vaxjo-alvesta-2015", language);
    await page.goto(`${app.url}#/scenarier`);
    await page.getByTestId("decision").first().getByRole("switch").click();
    await expect(page.getByTestId("saved")).toHaveText(/\d\d[.:]\d\d/);
    await page.locator(".chart-card summary").click();
    await expect(page.getByTestId("chart-table")).toBeVisible();
    await expectReadable(page, "scenarier");
    // What tells of it has the scenario's name, and a button.
    await page.getByRole("button", { name: language === "sv" ? "Ta bort scenario" : "Remove scenario" }).click();
    await expect(page.locator(".notice")).toBeVisible();
    await expectReadable(page, "scenarier, with a message");
  });
}

test("on slides the words of names stand whole, those of positions too", async ({ app, page }) => {
  const who = [
    "Arbetsförmedlingen",
    "Försäkringskassan",
    "Samordningsförbundet Värend",
    "Region Kronoberg",
    "Växjö kommun, arbete och välfärd",
    "Socialförvaltningen i Alvesta",
  ];
  const text = changedPlan("vaxjo-alvesta-2015", (plan) => {
    plan.scenarios[0].positions = who.map((who, at) => ({
      id: `position-${at}`,
      who,
      stand: ["for", "against", "needs_more"][at % 3],
      said: "Vill se hur insatserna påverkas innan beslutet fattas.",
    }));
  });
  await openWith(app, text, "sv", "/visa");
  await page.locator(".present > .head select").selectOption("1");
  await page.getByTestId("start-show").click();
  for (const kind of ["compare", "contributions", "proposal"]) {
    await stepTo(page, kind);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => brokenWords(page, ".show"), `${kind}, ${width}`).toEqual([]);
    }
  }
});
