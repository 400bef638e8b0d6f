// The budget view on the real plans: numbers, typing, undo, findings.
import { LOOKS, expect, test } from "./fixtures.ts";
import { amount, cell, openCell, openPlan, row } from "./table.ts";

test.describe("the real plans show their worked numbers", () => {
  const plans: [string, [string, number, number][]][] = [
    [
      "vaxjo-2014",
      [
        ["Årets resultat", 2014, -500_000],
        ["Årets resultat", 2015, -600_000],
        ["Årets resultat", 2016, -600_000],
        ["Eget kapital vid årets slut", 2014, 639_000],
        ["Eget kapital vid årets slut", 2015, 39_000],
        ["Eget kapital vid årets slut", 2016, -561_000],
        ["Summa kostnader", 2015, 3_800_000],
      ],
    ],
    [
      "vaxjo-2011",
      [
        ["Summa kostnader", 2011, 4_550_000],
        ["Ram inkl. sparade medel", 2011, 4_550_000],
        ["Summa kostnader", 2013, 3_800_000],
      ],
    ],
    [
      "akst-2014",
      [
        ["Årets resultat", 2014, -700_000],
        ["Årets resultat", 2015, -7_000],
        ["Eget kapital vid årets slut", 2014, 425_000],
        ["Eget kapital vid årets slut", 2015, 418_000],
        ["Kvar av ramen", 2014, 200_000],
        ["Kvar av ramen", 2015, 218_000],
        ["Utgångspunkten", 2014, 1_236_000],
        ["Utgångspunkten", 2015, 824_000],
      ],
    ],
    [
      "sydnarke-2016",
      [
        ["Årets resultat", 2016, 213_912],
        ["Årets resultat", 2017, 200_422],
        ["Årets resultat", 2018, 186_672],
        ["Summa kostnader", 2016, 5_580_476],
      ],
    ],
    [
      "varend-2015-interim",
      [
        ["Årets resultat", 2015, 654_000],
        ["Eget kapital vid årets slut", 2015, 1_913_000],
      ],
    ],
    [
      "varend-2016",
      [
        ["Summa bidrag", 2016, 5_400_000],
        ["Insatsram", 2016, 4_446_000],
        ["Årets resultat", 2016, 976_500],
        ["Eget kapital vid årets slut", 2018, 3_129_500],
      ],
    ],
  ];
  for (const [plan, figures] of plans) {
    test(plan, async ({ app, page }) => {
      await openPlan(app, plan);
      for (const [name, year, kronor] of figures) {
        await expect.poll(() => amount(page, name, year), `${name} ${year}`).toBe(kronor);
      }
    });
  }
});

test("a typed amount changes result, equity and findings, and undo brings all back", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const findings = page.getByTestId("findings");
  await expect(findings).toContainText("Raderna ger 3 800 000 kr, dokumentet säger 3 200 000 kr. Skillnad 600 000 kr.");
  await expect(findings).toContainText("Sparade medel tar slut i januari 2016");

  await openCell(page, "Övriga verksamhetskostnader för målgruppsarbetet", 2015);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1 000 000");
  await page.keyboard.press("Enter");
  await expect.poll(() => amount(page, "Årets resultat", 2015)).toBe(0);
  await expect.poll(() => amount(page, "Eget kapital vid årets slut", 2016)).toBe(39_000);
  await expect(findings).not.toContainText("Sparade medel tar slut");
  await expect(page.getByTestId("undo")).toContainText("Ångra: ändra belopp");
  await expect(page.getByTestId("saved")).toContainText(/Sparad i webbläsaren \d\d\.\d\d/);

  await page.keyboard.press("Control+z");
  await expect.poll(() => amount(page, "Årets resultat", 2015)).toBe(-600_000);
  await expect(findings).toContainText("Sparade medel tar slut i januari 2016");
  await page.keyboard.press("Control+y");
  await expect.poll(() => amount(page, "Årets resultat", 2015)).toBe(0);
});

test("the table is worked by keyboard alone", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  // Into the table by Tab from the page's beginning, as a reader without a mouse comes.
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  for (let presses = 0; presses < 60 && !(await focused()).startsWith("cell-"); presses++)
    await page.keyboard.press("Tab");
  await expect.poll(() => focused()).toBe("cell-1-1");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused()).toBe("cell-2-2");
  // A digit begins typing, Enter confirms and goes down.
  await page.keyboard.type("900000");
  await page.keyboard.press("Enter");
  await expect.poll(() => amount(page, "Landstinget Kronoberg", 2015)).toBe(900_000);
  await expect.poll(() => focused()).toBe("cell-3-2");
  // F2 opens with what is there; Tab confirms and goes right; Escape leaves.
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type(" 000");
  await page.keyboard.press("Tab");
  await expect.poll(() => amount(page, "Växjö kommun", 2015)).toBe(800_000_000);
  await expect.poll(() => focused()).toBe("cell-3-3");
  await page.keyboard.type("1");
  await page.keyboard.press("Escape");
  await expect.poll(() => amount(page, "Växjö kommun", 2016)).toBe(800_000);
  await expect.poll(() => focused()).toBe("cell-3-3");
  // Delete lets the year continue from the one before.
  await page.keyboard.press("Delete");
  await expect.poll(() => amount(page, "Växjö kommun", 2016)).toBe(800_000_000);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Home");
  await expect.poll(focused).toBe("cell-0-0");
});

test("a line moves past its neighbour by keyboard", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Växjö kommun", 2016)).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator("#cell-2-0")).toContainText("Växjö kommun");
  await expect(row(page, "Växjö kommun")).toHaveAttribute("class", /current/);
});

test("a line moved by keyboard keeps the focus", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Växjö kommun", 2016)).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator("#cell-2-3")).toBeFocused();
});

test("what is no number is refused in words where it stands, and nothing is lost", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const typed = async (text: string) => {
    await openCell(page, "Arvoden inkl. PO", 2015);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  for (const [text, words] of [
    ["abc", "är inte ett tal"],
    ["3.200", "kan läsas på två sätt"],
    ["1234567890123456", "är för stort"],
    ["-190 000", "Beloppet är negativt"],
    ["9 999 999 999 999", "Beloppet är för stort"],
  ] as const) {
    await typed(text);
    await expect(page.locator("#cell-error")).toContainText(words);
    await expect(page.locator(".cell-input")).toHaveValue(text);
    await page.keyboard.press("Escape");
    await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(190_000);
  }
  await typed("200 tkr");
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(200_000);
});

test("lines and years are added, copied, moved and removed", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.getByTestId("add-line").click();
  await page.locator("#add-line-menu").getByRole("button", { name: "Insatser", exact: true }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ny insats");
  await page.keyboard.press("Enter");
  await openCell(page, "Ny insats", 2014);
  await page.keyboard.type("100");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect.poll(() => amount(page, "Ny insats", 2016)).toBe(100);
  await expect.poll(() => amount(page, "Årets resultat", 2016)).toBe(-600_100);

  await row(page, "Ny insats").locator("th").click();
  await page.getByTestId("duplicate").click();
  await expect(row(page, "Ny insats (kopia)")).toBeVisible();
  await page.getByTestId("line-up").click();
  await page.getByTestId("line-remove").click();
  await expect(page.locator(".notice")).toContainText("togs bort");
  await expect(row(page, "Ny insats (kopia)")).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Ångra" }).click();
  await expect(row(page, "Ny insats (kopia)")).toBeVisible();

  await page.getByTestId("add-year").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2017)).toBe(190_000);
  // The new year continues from the one before, and the table says so.
  await expect(await cell(page, "Arvoden inkl. PO", 2017)).toHaveClass(/continued/);
});

test("a finding leads to its place", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.getByTestId("finding-equity_under_floor").getByRole("button").click();
  await expect(await cell(page, "Eget kapital vid årets slut", 2016)).toBeFocused();
});

test("kr and tkr show the same plan", async ({ app, page }) => {
  await openPlan(app, "akst-2014");
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "tkr", exact: true }).click();
  await page.getByTestId("settings").click();
  await expect.poll(() => amount(page, "Årets resultat", 2014)).toBe(-700);
  await openCell(page, "Ale Teamet", 2014);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1 195,5");
  await page.keyboard.press("Enter");
  // A cell takes what it shows, also where its comma could part thousands.
  await openCell(page, "Jordhammars Växtkraft", 2014);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("123456 kr");
  await page.keyboard.press("Enter");
  await openCell(page, "Jordhammars Växtkraft", 2014);
  await expect(page.locator(".cell-input")).toHaveValue("123,4560");
  await page.keyboard.press("Enter");
  await expect(page.locator("#cell-error")).toHaveCount(0);
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "kr", exact: true }).click();
  await page.getByTestId("settings").click();
  await expect.poll(() => amount(page, "Ale Teamet", 2014)).toBe(1_195_500);
});

test("the chart is drawn and its table has the same figures", async ({ app, page }) => {
  await openPlan(app, "varend-2016");
  await expect(page.locator(".chart svg")).toBeVisible();
  await page.getByText("Visa som tabell").click();
  const table = page.getByTestId("chart-table");
  await expect(table.locator("tr", { hasText: "Bas" })).toContainText("3 469 500");
  await expect(table.locator("tr", { hasText: "Eget kapital" })).toContainText("3 129 500");
});

test("two hundred steps are undone and done again", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => (location.hash = "#/plan"));
  const name = page.getByLabel("Planens namn", { exact: true });
  const before = await name.inputValue();
  await name.focus();
  for (let step = 1; step <= 200; step++) {
    await name.fill(`Plan ${step}`);
    await name.press("Enter");
  }
  await page.locator("main h1").first().click();
  for (let step = 0; step < 200; step++) await page.keyboard.press("Control+z");
  await expect(name).toHaveValue(before);
  await expect(page.getByTestId("undo")).toHaveAttribute("aria-disabled", "true");
  for (let step = 0; step < 200; step++) await page.keyboard.press("Control+y");
  await expect(name).toHaveValue("Plan 200");
});

for (const { theme, language } of LOOKS) {
  test(`the view is accessible in ${language}, ${theme}`, async ({ app, page }) => {
    await openPlan(app, "vaxjo-2014", { language, theme });
    await expect(page.locator(".chart svg")).toBeVisible();
    await expect(page.getByTestId("findings")).toContainText(language === "sv" ? "Kontroller" : "Checks");
    await app.look(theme);
  });
}

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [390, 844],
] as const) {
  test(`nothing is cut off at ${width} wide`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await openPlan(app, "akst-2014");
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
