// What leaves the room: the menu, files that are downloaded and tables that are copied.
import { type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { stepTo } from "./showing.ts";
import { amount, changedPlan, openPlan, planFile } from "./table.ts";

const open = async (page: Page): Promise<void> => {
  await page.locator("header.topbar").getByRole("button", { name: "Exportera", exact: true }).click();
  await page.getByTestId("exports").waitFor();
};

/** The exact kronor of a row of the table. */
const kronor = async (page: Page, name: string, year: number): Promise<number> => {
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "kr", exact: true }).click();
  await page.keyboard.press("Escape");
  return amount(page, name, year);
};

const copied = (page: Page, kind: string): Promise<string> =>
  page.evaluate(async (kind) => {
    const [item] = await navigator.clipboard.read();
    return item ? await (await item.getType(kind)).text() : "";
  }, kind);

/** A workbook's sheets, as the app itself reads them. */
const sheets = async (page: Page, bytes: Buffer): Promise<{ name: string; rows: string[][] }[]> => {
  const read = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    return window.samplan.sheets.read(new Blob([bytes]));
  }, bytes.toString("base64"));
  return (JSON.parse(read) as { sheets: { name: string; rows: string[][] }[] }).sheets;
};

test("the menu says who each way out is for, opens by its keys and is accessible", async ({ app, page }) => {
  await openPlan(app, "varend-2016");
  await page.keyboard.press("Alt+x");
  await page.getByTestId("exports").waitFor();
  await app.axe("dialog[open]");
  for (const item of await page.getByTestId("exports").getByRole("button").all()) {
    await expect(item.locator(".who")).not.toBeEmpty();
  }
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("exports")).toHaveCount(0);
});

test("the plan and a scenario leave as files", async ({ app, page }) => {
  await openPlan(app, "varend-2016");
  await open(page);
  await expect(page.getByTestId("export-scenario")).toHaveCount(0);
  const plan = await app.download(() => page.getByTestId("export-plan").click());
  expect(plan.text).toBe(planFile("varend-2016"));
  await open(page);
  await page.getByLabel("Vad som exporteras").selectOption({ index: 1 });
  const scenario = await app.download(() => page.getByTestId("export-scenario").click());
  expect(scenario.name).toMatch(/\.scenario\.json$/);
  await expect(page.locator(".notice")).toContainText([/laddas ned/, /laddas ned/]);
});

test("a CSV file has a row for each line and sum, as Excel in Swedish reads it", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await open(page);
  const { name, text } = await app.download(() => page.getByTestId("export-csv").click());
  expect(name).toMatch(/\.csv$/);
  expect(text.startsWith("\ufeffFörbund;Slag;Rad;2014;2015")).toBe(true);
  const rows = text
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";"));
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  const result = rows.find((row) => row[2] === "Årets resultat");
  expect(result?.[4]).toBe("-600000");
});

test("a table is copied for Word and as Markdown, and what a plan is called does nothing there", async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const hostile = '=HYPERLINK("http://x") <img src=x onerror=alert(1)> | *x*';
  const plan = changedPlan("vaxjo-2014", (plan) => {
    plan.associations[0].lines[0].name = hostile;
  });
  await app.open({
    settings: { language: "sv", unit: "tkr" },
    storage: { "samplan/plan/vaxjo": plan, "samplan/last": "vaxjo" },
    route: "/budget",
  });
  await page.getByTestId("grid").waitFor();
  await open(page);
  await page.getByTestId("export-word").click();
  await expect(page.locator(".notice").last()).toContainText("Tabell till Word har kopierats");
  const html = await copied(page, "text/html");
  const cells = await page.evaluate((html) => {
    const found = new DOMParser().parseFromString(html, "text/html");
    return {
      images: found.images.length,
      rows: [...found.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent ?? "")),
    };
  }, html);
  expect(cells.images).toBe(0);
  expect(cells.rows.find(([name]) => name === "Årets resultat")?.[2]).toBe("−600");
  expect(cells.rows.some(([name]) => name === hostile)).toBe(true);
  expect(await copied(page, "text/plain")).toContain("Årets resultat\t");
  await open(page);
  await page.getByTestId("export-markdown").click();
  await expect(page.locator(".notice").last()).toContainText("Tabell som Markdown har kopierats");
  const markdown = await copied(page, "text/plain");
  expect(markdown).toContain("**Årets resultat**");
  expect(markdown).toContain("\\<img src=x onerror=alert(1)\\> \\| \\*x\\*");
  await open(page);
  const { text } = await app.download(() => page.getByTestId("export-csv").click());
  expect(text).toContain(`"'=HYPERLINK(""http://x"")`);
});

test("the plan leaves as an Excel workbook with formulas, sheets for each scenario and texts that stay text", async ({
  app,
  page,
}) => {
  const plan = changedPlan("varend-2016", (plan) => {
    plan.associations[0].lines[0].name = "=1+1";
    plan.scenarios[0].name = "Trappsteg [2016/17]: *?";
  });
  await app.open({
    settings: { language: "sv", unit: "tkr" },
    storage: { "samplan/plan/varend": plan, "samplan/last": "varend" },
    route: "/budget",
  });
  await page.getByTestId("grid").waitFor();
  await open(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-excel").click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(page.locator(".notice")).toContainText(".xlsx laddas ned");
  const bytes = await readFile(await download.path());
  const book = await sheets(page, bytes);
  const names = book.map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(["Förutsättningar", "Planen", "Trappsteg 2016 17"]);
  expect(names).toEqual(expect.arrayContaining(["Jämförelse", "Bidrag"]));
  const own = book[1]?.rows ?? [];
  expect(own.some(([name]) => name === "=1+1")).toBe(true);
  const result = own.find(([name]) => name === "Årets resultat");
  expect(Number(result?.[2])).toBe(await kronor(page, "Årets resultat", 2016));
});

test("scenarios of one name are told apart in a CSV file's name and in the sheets of a workbook", async ({
  app,
  page,
}) => {
  const plan = changedPlan("varend-2016", (plan) => {
    for (const scenario of plan.scenarios) scenario.name = "Trappsteg";
  });
  await app.open({
    settings: { language: "sv", unit: "tkr" },
    storage: { "samplan/plan/varend": plan, "samplan/last": "varend" },
    route: "/budget",
  });
  await page.getByTestId("grid").waitFor();
  const csv: string[] = [];
  for (const index of [1, 2]) {
    await open(page);
    await page.getByLabel("Vad som exporteras").selectOption({ index });
    csv.push((await app.download(() => page.getByTestId("export-csv").click())).name);
  }
  expect(csv[1]).toBe(csv[0]?.replace(/\.csv$/, " (2).csv"));
  await open(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-excel").click()]);
  const book = await sheets(page, await readFile(await download.path()));
  expect(book.map(({ name }) => name)).toEqual(expect.arrayContaining(["Trappsteg", "Trappsteg (2)"]));
  const compared = book.find(({ name }) => name === "Jämförelse")?.rows.flat() ?? [];
  expect(compared).toEqual(expect.arrayContaining(["Trappsteg", "Trappsteg (2)"]));
});

test("a workbook whose module cannot be fetched is told of", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  app.allow(/Failed to load resource/);
  await context.route(/sheets.*\.(js|wasm)$/, (route) => route.abort());
  await open(page);
  await page.getByTestId("export-excel").click();
  await expect(page.locator(".notice")).toContainText("Det som gör arbetsboken kunde inte hämtas");
});

test("charts leave as pictures of a projector's size that say what they show, and one is copied", async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPlan(app, "varend-2016");
  await page.goto(`${app.url}#/jamfor`);
  await page.locator("main .chart svg").first().waitFor();
  await open(page);
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-svg").click()]);
  expect(svg.suggestedFilename()).toMatch(/\.svg$/);
  const text = await readFile(await svg.path(), "utf8");
  expect(text).toContain('width="1920" height="1080"');
  expect(text).toMatch(/Källa: .*, gjord i Samplan \d{4}-\d{2}-\d{2}\./);
  await open(page);
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-png").click()]);
  const bytes = await readFile(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  await open(page);
  await page.getByTestId("export-picture").click();
  await expect(page.locator(".notice").last()).toContainText("Bilden har kopierats");
  const types = () => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(await types()).toContain("image/png");
  // A slide's chart too, and not the one behind the showing.
  await page.evaluate(() => navigator.clipboard.writeText("none"));
  await page.keyboard.press("p");
  await stepTo(page, "flows");
  await page.locator(".show .chart svg").first().waitFor();
  await page.getByTestId("show-picture").click();
  await expect.poll(types).toContain("image/png");
});

test("a table that the browser does not let be copied is told of", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { write: () => Promise.reject(new Error("no")) } });
  });
  await open(page);
  await page.getByTestId("export-word").click();
  await expect(page.locator(".notice")).toContainText("Det gick inte att kopiera");
});
