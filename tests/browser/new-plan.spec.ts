// The guided new plan: from an empty form to a plan that adds up to the krona, and nothing typed is ever lost.
import type { Page } from "@playwright/test";
import { LOOKS, expect, test } from "./fixtures.ts";

test.use({ testIdAttribute: "data-test" });

const sv = { settings: { language: "sv" }, route: "/ny" } as const;
const TOTAL = "Alla medlemmars bidrag tillsammans, per år";
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const plain = (texts: string[]) => texts.map((text) => text.replace(/[\u00a0\s]/g, " ").trim());
const shares = async (page: Page) => plain(await page.getByTestId("share").allTextContents());

interface PlanFile {
  plan: {
    name: string;
    first_year: number;
    years: number;
    associations: {
      name: string;
      opening_equity: { amount: string };
      members: { name: string; party: string; inhabitants?: number }[];
      lines: { name: string; category: string; approach?: string; schedule: { amounts: Record<string, string> } }[];
    }[];
  };
}

/** The only plan that is stored. */
async function storedPlan(page: Page): Promise<PlanFile["plan"]> {
  const texts = await page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, text]: [string, string]) =>
      key.startsWith("samplan/plan/") ? [text] : [],
    ),
  );
  expect(texts).toHaveLength(1);
  return (JSON.parse(texts[0] ?? "") as PlanFile).plan;
}

/** The least that a plan needs. */
async function fillLeast(page: Page): Promise<void> {
  await field(page, "Förbundets namn").fill("Samordningsförbundet Värend");
  await field(page, "Regionens namn").fill("Region Kronoberg");
  await field(page, "Kommun 1").fill("Växjö kommun");
  await field(page, TOTAL).fill("5 400 tkr");
}

test("a plan is made by keyboard alone, divided to the krona", async ({ app, page }) => {
  await app.open({ settings: { language: "sv" } });
  const { keyboard } = page;
  await page.getByRole("button", { name: "Ny plan" }).focus();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ny plan" })).toBeVisible();

  /** Goes on by Tab until the element with this label has the focus. */
  const tabTo = async (label: string) => {
    for (let step = 0; step < 40; step += 1) {
      await keyboard.press("Tab");
      const named = await page.evaluate((wanted) => {
        const element = document.activeElement;
        const labels =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement
            ? [...(element.labels ?? [])]
            : [];
        return [...labels, element].some((one) => one?.textContent?.trim() === wanted);
      }, label);
      if (named) return;
    }
    throw new Error(`Tab never comes to ${label}`);
  };
  const type = async (label: string, text: string) => {
    await tabTo(label);
    await keyboard.type(text);
    // Enter confirms a field and no more than that.
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/#\/ny$/);
  };

  await type("Förbundets namn", "Samordningsförbundet Sydnärke");
  await tabTo("Första året");
  await keyboard.press("Control+A");
  await keyboard.type("2027");
  await type("Regionens namn", "Region Örebro län");
  await type("Kommun 1", "Askersunds kommun");
  for (const name of ["Hallsbergs kommun", "Kumla kommun", "Laxå kommun"]) {
    await tabTo("Lägg till kommun");
    await keyboard.press("Enter");
    await keyboard.type(name);
  }
  await tabTo(TOTAL);
  await keyboard.type("5 795 388");
  // While it is typed, before the field is left.
  const quarters = ["362 212 kr", "362 212 kr", "362 212 kr", "362 211 kr"];
  await expect.poll(() => shares(page)).toEqual(["2 897 694 kr", "1 448 847 kr", ...quarters]);
  await expect(page.getByTestId("share-sum")).toHaveText(/5.795.388.kr/);
  await tabTo("Försäkringskassan 25\u00a0% och Arbetsförmedlingen 25\u00a0%");
  await keyboard.press("Space");
  await expect.poll(() => shares(page)).toEqual([...Array<string>(3).fill("1 448 847 kr"), ...quarters]);
  await type("Belopp per år för rad 1", "300 000");
  await type("Belopp per år för rad 2", "650 tkr");
  await type("Belopp per år för rad 4", "4,5 mkr");
  await type("Eget kapital när planen börjar", "600000");
  await expect(page.getByTestId("preview-sums")).toContainText(/Årets resultat.*345.388/);
  await tabTo("Skapa planen");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/budget$/);

  const plan = await storedPlan(page);
  expect(plan).toMatchObject({ name: "Samordningsförbundet Sydnärke 2027–2029", first_year: 2027, years: 3 });
  const [association] = plan.associations;
  expect(association?.opening_equity.amount).toBe("600000");
  expect(association?.members.map(({ party }) => party)).toEqual([
    "state",
    "state",
    "region",
    ...Array(4).fill("municipalities"),
  ]);
  expect(association?.lines.map(({ name, schedule }) => [name, schedule.amounts["2027"]])).toEqual([
    ["Försäkringskassan", "1448847"],
    ["Arbetsförmedlingen", "1448847"],
    ["Region Örebro län", "1448847"],
    ["Askersunds kommun", "362212"],
    ["Hallsbergs kommun", "362212"],
    ["Kumla kommun", "362212"],
    ["Laxå kommun", "362211"],
    ["Styrelse och arvoden", "300000"],
    ["Kansli och administration", "650000"],
    ["Revision", undefined],
    ["Fortlöpande insatser", "4500000"],
    ["Tidsbegränsade insatser", undefined],
  ]);
  expect(association?.lines.map(({ approach }) => approach).slice(-2)).toEqual(["base", "process"]);
});

test("every field says what is wrong with it, and what is right goes through", async ({ app, page }) => {
  await app.open(sv);
  await field(page, "Första året").fill("nästa år");
  await field(page, TOTAL).fill("5 000 000");
  await expect(page.getByTestId("share").first()).toHaveText(/2.500.000.kr/);
  await field(page, TOTAL).fill("fem miljoner");
  await expect(page.getByTestId("share").first()).toHaveText("–");
  await field(page, "Belopp per år för rad 1").fill("-5");
  await field(page, "Belopp per år för rad 2").fill("3.200");
  await field(page, "Namn på rad 4").fill("");
  await field(page, "Belopp per år för rad 4").fill("100,50");
  await field(page, "Invånare i kommun 1 (valfritt)").fill("10,5");
  await page.getByRole("button", { name: "Skapa planen" }).click();
  for (const [label, error] of [
    ["Förbundets namn", "Skriv förbundets namn."],
    ["Första året", /årtal med fyra siffror/],
    ["Regionens namn", "Skriv regionens namn."],
    ["Kommun 1", "Skriv kommunens namn."],
    ["Invånare i kommun 1 (valfritt)", "Skriv ett helt antal."],
    [TOTAL, /”fem miljoner” är inte ett tal/],
    ["Belopp per år för rad 1", "Skriv beloppet utan minus."],
    ["Belopp per år för rad 2", /kan läsas på två sätt/],
    ["Namn på rad 4", "Skriv vad raden heter."],
    ["Belopp per år för rad 4", /hela kronor/],
  ] as const) {
    await expect(field(page, label), label).toHaveAccessibleDescription(error);
    await expect(field(page, label), label).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.getByTestId("not-created")).toContainText("10 fält behöver rättas");
  await expect(field(page, "Förbundets namn")).toBeFocused();
  await app.axe();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/plan/")))).toEqual(
    [],
  );

  // Nothing typed is gone, and each error goes when its field is right.
  await expect(field(page, TOTAL)).toHaveValue("fem miljoner");
  await fillLeast(page);
  await field(page, "Första året").fill("2027");
  await field(page, "Invånare i kommun 1 (valfritt)").fill("");
  await field(page, "Belopp per år för rad 1").fill("5");
  await field(page, "Belopp per år för rad 2").fill("3 200");
  await field(page, "Namn på rad 4").fill("Samordnare");
  await expect(page.getByTestId("not-created")).toContainText("Ett fält");
  await field(page, "Belopp per år för rad 4").fill("100");
  await expect(page.getByTestId("not-created")).toHaveText("");
  await page.getByRole("button", { name: "Skapa planen" }).click();
  await expect(page).toHaveURL(/#\/budget$/);
});

test("what is typed stays when another view is shown, also what is no number", async ({ app, page }) => {
  await app.open(sv);
  await field(page, "Förbundets namn").fill("Värend");
  await page.getByRole("button", { name: "Lägg till kommun" }).click();
  await field(page, "Kommun 2").fill("Alvesta");
  await field(page, TOTAL).fill("fem");
  await page.keyboard.press("Alt+1");
  await page.getByRole("button", { name: "Fortsätt på ny plan" }).click();
  await expect(field(page, "Förbundets namn")).toHaveValue("Värend");
  await expect(field(page, "Kommun 2")).toHaveValue("Alvesta");
  await expect(field(page, TOTAL)).toHaveValue("fem");
  await expect(field(page, TOTAL)).toHaveAccessibleDescription(/inte ett tal/);

  await page.getByRole("button", { name: "Börja om" }).click();
  await expect(field(page, TOTAL)).toHaveValue("");
  await page.locator(".notice").getByRole("button", { name: "Ångra" }).click();
  await expect(field(page, TOTAL)).toHaveValue("fem");
});

test("municipalities share by inhabitants or by amounts of their own", async ({ app, page }) => {
  await app.open(sv);
  await fillLeast(page);
  await page.getByRole("button", { name: "Lägg till kommun" }).click();
  await expect(field(page, "Kommun 2")).toBeFocused();
  await field(page, "Kommun 2").fill("Alvesta kommun");
  await page.getByRole("button", { name: "Efter invånare" }).click();
  await field(page, "Invånare i kommun 1").fill("90 000");
  await expect.poll(() => shares(page)).toEqual(["2 700 000 kr", "1 350 000 kr", "–", "–"]);
  await page.getByRole("button", { name: "Skapa planen" }).click();
  await expect(field(page, "Invånare i kommun 2")).toHaveAccessibleDescription(/Skriv antal invånare/);
  await expect(field(page, "Invånare i kommun 2")).toBeFocused();
  await field(page, "Invånare i kommun 2").fill("10 000");
  await expect.poll(() => shares(page)).toEqual(["2 700 000 kr", "1 350 000 kr", "1 215 000 kr", "135 000 kr"]);

  await page.getByRole("button", { name: "Egna belopp" }).click();
  await field(page, "Belopp för Växjö kommun").fill("800 000");
  await field(page, "Belopp för Alvesta kommun").fill("500 000");
  await expect(page.getByTestId("off-quarter")).toContainText(/50.000.kr mindre än en fjärdedel/);
  await field(page, "Belopp för Alvesta kommun").fill("550 000");
  await expect(page.getByTestId("off-quarter")).toHaveText("");
  await page.getByRole("button", { name: "Skapa planen" }).click();
  await expect(page).toHaveURL(/#\/budget$/);
  const [association] = (await storedPlan(page)).associations;
  expect(association?.members.map(({ inhabitants }) => inhabitants)).toEqual([
    undefined,
    undefined,
    undefined,
    90_000,
    10_000,
  ]);
  expect(association?.lines.slice(2, 4).map(({ schedule }) => schedule.amounts)).toMatchObject([
    expect.objectContaining({}),
    expect.objectContaining({}),
  ]);
});

test("rows are removed and added, and the keyboard keeps its place", async ({ app, page }) => {
  await app.open(sv);
  await fillLeast(page);
  await page.getByRole("button", { name: "Ta bort rad 3" }).click();
  await expect(page.getByRole("button", { name: "Lägg till rad" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field(page, "Namn på rad 5")).toBeFocused();
  await page.keyboard.type("Kartläggning");
  await field(page, "Slag för rad 5").selectOption({ label: "Insats, struktur" });
  await field(page, "Belopp per år för rad 5").fill("250 tkr");
  await page.getByRole("button", { name: "Skapa planen" }).click();
  await expect(page).toHaveURL(/#\/budget$/);
  const lines = (await storedPlan(page)).associations[0]?.lines ?? [];
  expect(lines.some(({ category }) => category === "audit")).toBe(false);
  expect(lines.at(-1)).toMatchObject({ name: "Kartläggning", category: "activity", approach: "structure" });
});

test("amounts typed in tkr are the same kronor when the unit changes", async ({ app, page }) => {
  await app.open({ ...sv, settings: { language: "sv", unit: "tkr" } });
  await field(page, TOTAL).fill("5400");
  await expect(page.getByTestId("preview-sums")).toContainText(/5.400.tkr/);
  await page.keyboard.press("Alt+T");
  await expect(field(page, TOTAL)).toHaveValue(/^5.400.000$/);
});

test("suggestions of an untouched form follow the language; a touched one is left alone", async ({ app, page }) => {
  await app.open({ settings: { language: "en" }, route: "/ny" });
  await expect(field(page, "Name of line 3")).toHaveValue("Audit");
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "SV", exact: true }).click();
  await page.getByTestId("settings").click();
  await expect(field(page, "Namn på rad 3")).toHaveValue("Revision");
  await field(page, "Namn på rad 3").fill("Revisorer");
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await page.getByTestId("settings").click();
  await expect(field(page, "Name of line 3")).toHaveValue("Revisorer");
  await expect(field(page, "Name of line 1")).toHaveValue("Styrelse och arvoden");
});

for (const { theme, language } of LOOKS)
  test(`the form holds in ${theme}, ${language}, wide and narrow`, async ({ app, page }) => {
    await app.open({ settings: { language, theme }, route: "/ny" });
    await page.locator(".new-plan .primary").click();
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await app.look(theme, "main");
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `nothing is wider than ${width} px`).toBeLessThanOrEqual(0);
    }
  });
