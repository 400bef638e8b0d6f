// Every view on paper: whole, with nothing that is pressed, in the plan's order.
import { inFirefox } from "./firefox.mjs";
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { print } from "./paper.ts";
import { changedPlan, openPlan, planFile } from "./table.ts";

const VIEWS = [
  "budget",
  "scenarier",
  "jamfor",
  "plan",
  "utforska",
  "utforska/risk",
  "utforska/gains",
  "utforska/calendar",
  "visa",
  "tva-planer",
  "tillganglighet",
  "integritet",
];

/** What sticks out of the paper to the side, or is pressed. `width` is what the paper has between its margins. */
async function wrongOnPaper(page: Page, width: number): Promise<string[]> {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 1200 });
  // Firefox sets what is a little too wide for the sheet a little smaller.
  const spare = inFirefox ? 0.01 * width : 1;
  const wrong = await page.evaluate(
    ([width, spare]) => {
      const found: string[] = [];
      const name = (element: Element): string =>
        `${element.tagName}.${element.className} ${(element.textContent ?? "").slice(0, 40)}`;
      for (const element of document.querySelectorAll<HTMLElement>("main *:not(svg *, option)")) {
        const box = element.getBoundingClientRect();
        if (
          box.width < 2 ||
          box.height < 2 ||
          getComputedStyle(element).visibility === "hidden" ||
          element.closest(".visually-hidden")
        )
          continue;
        if (box.right > width + spare) found.push(`cut: ${name(element)}, ${Math.round(box.right)}`);
        if (
          element.matches(
            "button:not(.figure, .open, .fold, th .link, .link.range, .risk-matrix .link), a.button, input[type=range]",
          )
        )
          found.push(`pressed: ${name(element)}`);
      }
      return found.slice(0, 8);
    },
    [width, spare] as const,
  );
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  if (before) await page.setViewportSize(before);
  return wrong;
}

/** Millimetres as CSS pixels. */
const px = (mm: number): number => Math.floor((mm / 25.4) * 96);
const A4 = px(297 - 24);

for (const view of VIEWS)
  test(`${view}: nothing is cut, and no button is printed`, async ({ app, page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    const storage = { "samplan/plan/p": planFile("vaxjo-alvesta-2015"), "samplan/last": "p" };
    await app.open({ settings: { language: "sv", unit: "kr" }, storage, route: `/${view}` });
    await expect(page.locator("main h1").first()).toBeAttached();
    expect(await wrongOnPaper(page, A4)).toEqual([]);
    const paper = await print(page);
    expect(paper.size).toEqual([297, 210]);
    expect(paper.text).toContain("Växjö");
    for (const button of ["Exportera", "Ångra", "Klistra in tabell", "Hoppa till innehållet"])
      expect(paper.text).not.toContain(button);
    // Each row of a table has its name, also where that can be pressed.
    const names = await page.locator("main table:visible:not(.small-slide *) tbody th[scope=row]").allInnerTexts();
    const text = paper.text.replace(/\s/g, "");
    const missing = names.filter((name) => !text.includes(name.replace(/\s/g, "")));
    expect(missing).toEqual([]);
  });

for (const view of ["budget", "scenarier", "jamfor", "utforska"])
  for (const width of [1920, 390])
    test(`${view}: a chart's letters are as large on paper from a screen ${width} px wide`, async ({ app, page }) => {
      await page.setViewportSize({ width, height: 1080 });
      const storage = { "samplan/plan/p": planFile("varend-2016"), "samplan/last": "p" };
      await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: `/${view}` });
      const drawing = page.locator("main .chart svg").first();
      await expect(drawing).toBeVisible();
      const before = await drawing.getAttribute("width");
      const { smallest } = await print(page);
      expect(smallest.points, smallest.text).toBeGreaterThan(8.45);
      // On the screen it is as it was.
      await expect(drawing).toHaveAttribute("width", before ?? "");
    });

test("a figure with and without the scenario's decisions reads as two numbers on paper", async ({ app, page }) => {
  const storage = { "samplan/plan/p": planFile("varend-2016"), "samplan/last": "p" };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/scenarier" });
  await expect(page.getByTestId("figure-Base")).toBeVisible();
  const { text } = await print(page);
  expect(text.replace(/\s+/g, " ")).toContain("Bas 3 470 → 2 668 3 470 → 1 778 3 470 → 889");
});

test("what nobody has written is left out on paper, with its heading", async ({ app, page }) => {
  const plan = changedPlan("varend-2016", (plan) => (plan.scenarios[0].proposal = "Basen minskar."));
  const storage = { "samplan/plan/p": plan, "samplan/last": "p" };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/visa" });
  await expect(page.getByLabel("Förslag till beslut")).toHaveValue("Basen minskar.");
  const { text } = await print(page);
  expect(text).toContain("Förslag till beslut");
  for (const empty of ["Frågan", "Egen rubrik", "Mina anteckningar", "Ståndpunkter"]) expect(text).not.toContain(empty);
});

test("what holds for every year stands in each part of a table that is divided", async ({ app, page }) => {
  const long = changedPlan("vaxjo-alvesta-2015", (plan) => (plan.years = 10));
  const storage = { "samplan/plan/p": long, "samplan/last": "p" };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/jamfor" });
  const once = page.locator("main tr.difference td").filter({ hasText: "varje år" });
  await expect(once.first()).toBeVisible();
  const count = await once.count();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator(".table-parts tr.difference td").filter({ hasText: "varje år" })).toHaveCount(2 * count);
});

test("the budget on paper has every line and every year, and its numbers copy right", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const shown = await page
    .getByTestId("grid")
    .locator("tbody tr:not(.heading)")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll(".text, .amount")].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
      ),
    );
  const paper = await print(page);
  const text = paper.text.replace(/\s+/g, " ");
  for (const row of shown) for (const cell of row) expect(text).toContain(cell);
});

for (const view of ["budget", "scenarier", "jamfor"])
  test(`${view}: twenty years come in parts that repeat the rows' names, and are whole`, async ({ app, page }) => {
    const long = changedPlan("vaxjo-2014", (plan) => (plan.years = 20));
    const storage = { "samplan/plan/p": long, "samplan/last": "p" };
    await app.open({ settings: { language: "sv", unit: "kr" }, storage, route: `/${view}` });
    await expect(page.locator("main thead th").filter({ hasText: "2033", visible: true }).first()).toBeVisible();
    expect(await wrongOnPaper(page, A4)).toEqual([]);
    const paper = await print(page);
    expect(paper.size).toEqual([297, 210]);
    for (let year = 2014; year < 2034; year++) expect(paper.text).toContain(String(year));
  });

test("in the dark theme the paper is white and its ink black", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014", { language: "sv", unit: "tkr", theme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const cell = getComputedStyle(document.querySelector(".sheet tr.line td")!);
    return [getComputedStyle(document.body).backgroundColor, cell.color];
  });
  expect(colours[0]).toBe("rgb(255, 255, 255)");
  expect(colours[1]).toMatch(/^rgb\((\d|[1-6]\d), (\d|[1-7]\d), (\d|[1-9]\d)\)$/);
});
