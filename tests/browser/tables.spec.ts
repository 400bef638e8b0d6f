// Tables from files, and plans that begin with a table.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { amount, openPlan } from "./table.ts";

const sample = (name: string) => readFileSync(new URL(`../tables/cases/${name}`, import.meta.url));

test("an .xlsx and an .ods open in the dialog, and what is no spreadsheet is told of", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.getByTestId("paste").click();
  for (const [name, line] of [
    ["vaxjo-2014.xlsx", "Arvoden inkl.PO"],
    ["sydnarke-2016.ods", "Driftbidrag"],
  ] as const) {
    await app.upload(() => page.getByTestId("paste-file").click(), name, sample(name));
    await expect(page.getByTestId("paste-preview")).toContainText(line);
    await expect(page.getByTestId("paste-file-name")).toContainText(name);
  }
  await app.upload(() => page.getByTestId("paste-file").click(), "budget.xlsx", "PK and no more");
  // In the dialog: what lies under it is not seen.
  const refused = page.locator("dialog[open]").getByTestId("paste-refused");
  await expect(refused).toContainText("budget.xlsx är skadad eller låst");
  await expect(page.getByTestId("paste-file-name")).toContainText("sydnarke-2016.ods");
  await app.drop(page.locator("dialog[open]"), "prognos.ods", "PK and no more");
  await expect(refused).toContainText("prognos.ods är skadad eller låst");
  await app.drop(page.locator("dialog[open]"), "budget.csv", "Post;2014\nHyra;100 000\n");
  await expect(page.getByTestId("paste-preview")).toContainText("Hyra");
  await expect(refused).toHaveCount(0);
});

test("a dropped .csv goes to the preview of the open plan", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await app.drop(page.getByTestId("grid"), "budget.csv", "Post;2014\nHyra;100 000\n");
  await expect(page.getByTestId("paste-preview")).toContainText("Hyra");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Hyra", 2014)).toBe(100_000);
});

test("a plan begins with a table that is pasted in Ny plan, with the table's years, and asks for the unit", async ({
  app,
  page,
}) => {
  await app.open({ settings: { language: "sv", unit: "kr" }, route: "/ny" });
  await app.paste("Post\t2027\t2028\nBidrag från kommunerna\t3 200\t3 200\nKansli\t3 100\t3 150");
  const preview = page.getByTestId("paste-preview");
  await expect(preview).toContainText("Kansli");
  await expect(page.locator("dialog[open]")).toContainText("Är beloppen i kr, tkr eller mkr?");
  await page.locator("dialog[open]").getByRole("button", { name: "tkr", exact: true }).click();
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Kansli", 2028)).toBe(3_150_000);
});

test("a total that can only be thousands is asked about", async ({ app, page }) => {
  await app.open({ settings: { language: "sv", unit: "kr" }, route: "/ny" });
  await page.getByLabel("Alla medlemmars bidrag tillsammans, per år").fill("6400");
  await page.keyboard.press("Tab");
  await page.getByTestId("ask-unit").getByRole("button", { name: "Jag menade 6 400 tkr" }).click();
  await expect(page.getByLabel("Alla medlemmars bidrag tillsammans, per år")).toHaveValue(/6.400.000/);
  await expect(page.getByTestId("ask-unit")).toHaveCount(0);
});

test("what a spreadsheet hides is counted and asked about, and goes in when it is wanted", async ({ app, page }) => {
  await app.open({ settings: { language: "sv", unit: "kr" }, route: "/ny" });
  await app.upload(() => page.getByTestId("open-table").click(), "budget.xlsx", sample("hidden-places.xlsx"));
  const dialog = page.locator("dialog[open]");
  await expect(dialog.getByTestId("paste-hidden")).toContainText("Dolt i tabellen: 4 rader och en kolumn.");
  await expect(dialog.getByLabel("Blad").locator("option:checked")).toHaveText("Budget");
  await expect(dialog.getByLabel("Blad")).toContainText("Gammal budget (dolt blad)");
  const row = (name: string) => dialog.getByRole("row").filter({ hasText: name });
  await expect(row("Regionens bidrag").getByTestId("paste-question")).toHaveText("Dolt i filen. Ska det med?");
  await expect(row("Summa intäkter").getByTestId("paste-question")).toHaveText(
    "Summan räknar med dolda rader. Vad ska den bli?",
  );
  await dialog.getByRole("button", { name: "Även det dolda" }).click();
  // The plan began with the year that is shown.
  await expect(dialog.getByTestId("paste-question")).toHaveText(["Året ligger utanför planen."]);
  await dialog.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Regionens bidrag", 2027)).toBe(485_000);
});

test("what is neither a plan nor a table is told of for what it is, in both doors", async ({ app, page }) => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const pdf = Buffer.from("%PDF-1.7\n%\u00e2\u00e3");
  await openPlan(app, "vaxjo-2014");
  await app.drop(page.getByTestId("grid"), "budget.png", png);
  await expect(page.getByRole("alert").filter({ hasText: "budget.png" })).toContainText("Det är en bild");
  await page.getByTestId("paste").click();
  const refused = page.locator("dialog[open]").getByTestId("paste-refused");
  await app.upload(() => page.getByTestId("paste-file").click(), "budget.csv", pdf);
  await expect(refused).toContainText("budget.csv: Det är en PDF.");
  const plan = readFileSync(new URL("../../plans/vaxjo-2014.json", import.meta.url));
  await app.upload(() => page.getByTestId("paste-file").click(), "plan.txt", plan);
  await expect(refused).toContainText("plan.txt är en plan och ingen tabell");
  // A page that a program calls a spreadsheet is a page.
  const html = "<html><table><tr><td>Post</td><td>2014</td></tr><tr><td>Hyra</td><td>100 000</td></tr></table></html>";
  await app.upload(() => page.getByTestId("paste-file").click(), "export.xls", html);
  await expect(page.getByTestId("paste-preview")).toContainText("Hyra");
  await expect(refused).toHaveCount(0);
});

test("names across are of the year that is chosen for one of them, and added up", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await app.drop(
    page.getByTestId("grid"),
    "delar.csv",
    "Post;Region;Kommun A;Kommun B\nHyra;80000;40000;30000\nEl;12000;6000;6000\n",
  );
  const dialog = page.locator("dialog[open]");
  await expect(dialog.getByTestId("paste-question").filter({ hasText: "inget år" })).toHaveCount(3);
  await dialog.getByLabel("År för kolumn 3").selectOption({ label: "2014" });
  await expect(dialog.getByTestId("paste-question").filter({ hasText: "inget år" })).toHaveCount(0);
  // Each cell shows its own part.
  await expect(dialog.getByRole("row").filter({ hasText: "Hyra" }).getByRole("cell")).toContainText([
    "80 000",
    "40 000",
    "30 000",
  ]);
  await dialog.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Hyra", 2014)).toBe(150_000);
});
