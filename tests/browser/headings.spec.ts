// What slides state and ask by themselves, on the real plans.
import { expect, test } from "./fixtures.ts";
import { plain } from "./decisions.ts";
import { openWith, slide, stepTo } from "./showing.ts";
import { changedPlan, planFile } from "./table.ts";

test("slides state what their figures say, and Tänk först asks what the answer answers", async ({ app, page }) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "think");
  await expect(slide(page)).toContainText("Hur många samordnare har vi 2018?");
  const heading = async (kind: string): Promise<string> => {
    await stepTo(page, kind);
    return plain((await slide(page).getByRole("heading").first().textContent()) ?? "");
  };
  expect(await heading("levers")).toBe("2018 har vi 1,15 samordnare");
  expect(await heading("compare")).toBe("Samordnare 2018: 4,5 i planen, 1,15 i Trappsteg");
  expect(await heading("contributions")).toContain("2018 betalar medlemmarna tillsammans 5 400 tkr");
});

test("where no coordinator's cost is known a step-down is asked and moved by base money", async ({ app, page }) => {
  const text = changedPlan("varend-2016", (plan) => delete plan.associations[0].capacity);
  await openWith(app, text, "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "think");
  await expect(slide(page)).toContainText("Hur mycket går till basverksamheten 2018, i tkr?");
  await stepTo(page, "levers");
  await expect(slide(page).getByRole("heading").first()).toHaveText(/^2018 går 889\stkr till basverksamheten$/);
  const names = page.getByTestId("show-lever").locator(".what");
  await expect(names).toHaveCount(3);
  for (const year of ["2016", "2017", "2018"]) {
    await expect(names.filter({ hasText: `: ${year}` })).toHaveCount(1);
  }
});

test("scenarios of one name are told apart on the slides, and two lines of one name as levers", async ({
  app,
  page,
}) => {
  const text = changedPlan("varend-2016", (plan) => {
    for (const scenario of plan.scenarios) scenario.name = "Trappsteg";
    for (const line of plan.associations[0].lines.slice(-2)) line.name = "Samordningsteamet";
  });
  await openWith(app, text, "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "compare");
  await expect(slide(page)).toContainText("Trappsteg (2)");
  await page.keyboard.press("Escape");
  await page.goto(`${app.url}#/utforska`);
  const rows = page.getByTestId("tornado-table").locator("tbody tr");
  await expect(rows.filter({ hasText: "Samordningsteamet (2)" }).first()).toBeVisible();
});

test("the list of slides says what each of them will state, and so does the field for a title", async ({
  app,
  page,
}) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  const row = page.getByTestId("slide-row").filter({ hasText: "Vad händer om vi ändrar?" });
  await expect(row.locator(".says")).toHaveText("2018 har vi 1,15 samordnare");
  await row.getByRole("button").first().click();
  const title = page.getByLabel("Egen rubrik");
  await expect(page.locator("#slide-fields")).toContainText("Lämnas fältet tomt står här: 2018 har vi 1,15 samordnare");
  await title.fill("Det här orkar vi");
  await title.press("Enter");
  await expect(page.getByTestId("slide-row").filter({ hasText: "Det här orkar vi" }).locator(".says")).toHaveCount(0);
  await app.axe();
});

test("each slide of the list is seen in small, where there is room and until the showing covers it", async ({
  app,
  page,
}) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  const small = page.getByTestId("thumbnail");
  const kinds = async () => small.locator(".slide").evaluateAll((all) => all.map((one) => one.dataset["kind"]));
  const all = "title flows think levers compare capacity contributions findings proposal".split(" ");
  await expect.poll(kinds).toEqual(all);
  await expect(small.nth(3).locator("svg").first()).toBeAttached();
  await expect(small.nth(7)).toContainText("Kontrollerna visar 1 varning");
  // Nothing in them is reached by the keyboard, and a picture is not copied out of a picture.
  await page.getByTestId("slide-row").nth(3).getByRole("button").first().focus();
  await page.keyboard.press("Tab");
  await expect(page.getByTestId("slide-row").nth(3).getByTestId("slide-up")).toBeFocused();
  await page.getByTestId("slide-row").nth(3).getByRole("button").first().click();
  await page.getByTestId("start-show").click();
  await expect(page.getByTestId("slide")).toHaveAttribute("data-kind", "levers");
  await expect(small.locator(".slide")).toHaveCount(0);
});

test("what goes out in a year counts financial costs, and the difference is the result", async ({ app, page }) => {
  await openWith(app, planFile("sydnarke-2016"), "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "flows");
  const heading = plain((await slide(page).getByRole("heading").first().textContent()) ?? "");
  expect(heading).toBe("2018 kommer 5 216 tkr in och 5 609 tkr går ut");
});

test("scenarios that begin alike are told apart by their ends where their names are cut", async ({ app, page }) => {
  await openWith(app, planFile("vaxjo-alvesta-2015"), "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "compare");
  await expect(slide(page).getByRole("heading").first()).toContainText("i Sammanslagning med dagens… övriga följer");
});

test("the chosen slide is seen in small, out of the keyboard's way, and gives way to the showing", async ({
  app,
  page,
}) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  const preview = page.getByTestId("slide-preview");
  await page
    .getByTestId("slide-row")
    .filter({ hasText: "Vad händer om vi ändrar?" })
    .getByRole("button")
    .first()
    .click();
  await expect(preview.getByTestId("slide")).toHaveAttribute("data-kind", "levers");
  await expect(preview.locator("svg").first()).toBeVisible();
  await expect(preview.getByTestId("big-Fte")).toHaveText(/4,5.*1,15/);
  await expect(preview.locator(".small-slide")).toHaveAttribute("inert");
  await page.keyboard.press("Alt+p");
  await expect(page.getByTestId("show").getByTestId("slide")).toHaveAttribute("data-kind", "levers");
  await expect(preview.getByTestId("slide")).toHaveCount(0);
});

for (const name of ["vaxjo-alvesta-2015", "varend-2016", "sydnarke-2016"]) {
  test(`what the list says beforehand is what the slides then state: ${name}`, async ({ app, page }) => {
    await openWith(app, planFile(name), "sv", "/visa");
    const rows = page.getByTestId("slide-row");
    await expect(rows.locator(".says").first()).toBeVisible();
    const said = await rows.evaluateAll((all) => all.map((row) => row.querySelector(".says")?.textContent ?? null));
    await page.keyboard.press("Alt+p");
    await expect(slide(page)).toBeVisible();
    for (const [at, text] of said.entries()) {
      await expect(page.getByTestId("show-place")).toHaveText(`${at + 1} / ${said.length}`);
      if (text !== null) await expect(slide(page).getByRole("heading").first()).toHaveText(text);
      // The answer comes before the next slide.
      if ((await slide(page).getAttribute("data-kind")) === "think") await page.keyboard.press("PageDown");
      await page.keyboard.press("PageDown");
    }
  });
}

for (const [name, count] of [
  ["akst-2014", 5],
  ["sydnarke-2016", 4],
  ["vaxjo-alvesta-2015", 3],
] as const)
  test(`the findings are read whole on their slide, all of them where they have room: ${name}`, async ({
    app,
    page,
  }) => {
    await openWith(app, planFile(name), "sv", "/visa");
    if (name === "vaxjo-alvesta-2015") await page.locator(".present > .head select").selectOption("3");
    await page.getByTestId("start-show").click();
    await stepTo(page, "findings");
    const cards = slide(page).locator(".show-cards li");
    await expect(cards).toHaveCount(count);
    await expect(slide(page).locator(".more")).toHaveCount(0);
    for (const said of await cards.allTextContents()) expect(said).not.toContain("…");
  });

test("what a finding says of several years ends in what holds in all of them, said once", async ({ app, page }) => {
  await openWith(app, planFile("akst-2014"), "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "findings");
  const negative = slide(page).locator(".show-cards li").filter({ hasText: "resultat är negativt" });
  expect(plain((await negative.locator("p").last().textContent()) ?? "")).toBe(
    "2014: Kostnaderna är högre än intäkterna: -842 tkr. 2015: Kostnaderna är högre än intäkterna: -1 331 tkr. " +
      "Att använda sparade medel ger ett underskott; ange skälet under Förutsättningar.",
  );
});

test("findings that have no room are counted", async ({ app, page }) => {
  const many = changedPlan("akst-2014", (plan) => {
    const [association] = plan.associations;
    association.printed = Array.from({ length: 9 }, (_, at) => ({
      ...association.printed[0],
      label: `Summa ${at + 1} enligt det beslutade dokumentet`,
      value: { amount: "1000" },
    }));
  });
  await openWith(app, many, "sv", "/visa");
  // What a document says is held against the plan itself.
  await page.locator(".present > .head select").selectOption("0");
  await page.getByTestId("start-show").click();
  await stepTo(page, "findings");
  await expect(slide(page).locator(".show-cards li")).toHaveCount(4);
  await expect(slide(page).locator(".more")).toHaveText(/^och \d+ till$/);
});
