// What Budget and Underlag show in kronor adds up: lines and rows to the sums below them, for every real plan.
import { type Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { openView, plain } from "./decisions.ts";
import { EXAMPLES } from "./table.ts";

interface Row {
  kind: string;
  name: string;
  values: number[];
}

/** The rows with their amounts; what is empty counts as nothing. */
async function read(rows: Locator, cells: string): Promise<Row[]> {
  const told = await rows.evaluateAll(
    (rows, cells) =>
      rows.map((row) => ({
        kind: row.className,
        name: row.querySelector("th")?.textContent ?? "",
        texts: [...row.querySelectorAll(cells)].map((cell) => cell.textContent ?? ""),
      })),
    cells,
  );
  const amount = (text: string): number => Number(plain(text).replace(/[^\d-]/g, ""));
  return told.map(({ kind, name, texts }) => ({ kind, name: plain(name), values: texts.map(amount) }));
}

/** What is added and what is taken away, in a column. */
const sum = (rows: (Row | undefined)[], column: number): number =>
  rows.reduce((all, row) => all + (row?.values[column] ?? 0), 0);

for (const name of EXAMPLES) {
  test(`in Budget and Underlag all rows come to the sums below them: ${name}`, async ({ app, page }) => {
    await openView(app, name, "/budget", { language: "sv", unit: "kr" });
    const grid = page.getByTestId("grid");
    await expect(grid.locator("tr.sum.whole")).toBeVisible();
    const rows = await read(grid.locator("tbody tr"), "td .amount:first-child");
    const years = (await grid.locator("thead th").count()) - 1;
    const named = (name: string) => rows.find((row) => row.name.startsWith(name));
    let since: Row[] = [];
    for (const row of rows) {
      if (row.kind.includes("line")) since.push(row);
      if (!row.kind.includes("sum")) continue;
      expect(row.values, row.name).toHaveLength(years);
      const above: Record<string, (Row | undefined)[]> = {
        "Summa intäkter": [named("Summa bidrag"), ...since],
        "Summa kostnader": [named("Summa styrelse och administration"), named("Summa insatser")],
      };
      const parts = above[row.name] ?? since;
      if (!/part|whole/.test(row.kind)) continue;
      // Who adds up what stands above the sum of all costs finds no line that is no part of it.
      if (row.kind.includes("whole")) expect(since).toEqual([]);
      for (let year = 0; year < years; year++) expect(sum(parts, year), `${row.name}, ${year}`).toBe(row.values[year]);
      since = [];
    }

    await page.goto(`${app.url}#/underlag`);
    const table = page.getByTestId("part-table").locator("tbody tr");
    await expect(table.first()).toBeVisible();
    // With the scenario, and without it where there is one.
    const paper = await read(table, "td:is(.now, .was)");
    const written = (name: string) => paper.find((row) => row.name === name);
    const columns = written("Summa bidrag")!.values.length;
    for (let column = 0; column < columns; column++) {
      const of = (name: string): number => written(name)?.values[column] ?? 0;
      const frame = of("Summa bidrag") + of("Övriga intäkter") + of("Planerad användning av sparade medel");
      const overhead = of("Summa styrelse och administration");
      expect(of("Ram inkl. sparade medel"), `frame, ${column}`).toBe(frame);
      expect(of("Insatsram"), `room, ${column}`).toBe(frame - overhead - of("Finansnetto (kostnad)"));
      const activities = ["Bas", "Process", "Struktur", "Övriga insatser"].map(of).reduce((all, one) => all + one, 0);
      expect(of("Summa kostnader"), `cost, ${column}`).toBe(overhead + activities);
      const result = of("Summa bidrag") + of("Övriga intäkter") - of("Summa kostnader") - of("Finansnetto (kostnad)");
      expect(of("Årets resultat"), `result, ${column}`).toBe(result);
    }
  });
}

for (const interest of [false, true]) {
  const named = interest ? "a financial cost and interest" : "a financial cost";
  test(`in Budget the rows of all associations together come to the result: ${named}`, async ({ app, page }) => {
    await openView(app, "vaxjo-alvesta-2015", "/budget", { language: "sv", unit: "kr" }, (plan) => {
      const add = (id: string, category: string, amount: string): void => {
        const amounts = Object.fromEntries([2015, 2016, 2017].map((year) => [year, amount]));
        plan.associations[0].lines.push({ id, name: id, category, schedule: { amounts } });
      };
      add("bankavgifter", "financial_cost", "30000");
      add("hyra", "other_income", "12000");
      if (interest) add("ranta", "financial_income", "5000");
    });
    await page.getByRole("group", { name: "Förbund" }).getByRole("button", { name: "Alla förbund" }).click();
    const grid = page.getByTestId("grid");
    await expect(grid.locator("tbody tr").filter({ hasText: "Finansnetto" })).toBeVisible();
    const rows = await read(grid.locator("tbody tr"), "td .amount:first-child");
    const of = (name: string, year: number): number => rows.find((row) => row.name === name)?.values[year] ?? 0;
    expect(rows.some((row) => row.name === "Summa intäkter")).toBe(!interest);
    for (let year = 0; year < 3; year++) {
      const net = interest ? 25_000 : 30_000;
      expect(of("Finansnetto (kostnad)", year)).toBe(net);
      const income = of("Summa bidrag", year) + of("Övriga intäkter", year);
      if (!interest) expect(of("Summa intäkter", year)).toBe(income);
      const cost = of("Summa styrelse och administration", year) + of("Summa insatser", year);
      expect(of("Summa kostnader", year)).toBe(cost);
      expect(of("Årets resultat", year)).toBe(income - cost - net);
    }
  });
}
