// What leaves the room: the menu, files that are downloaded and tables that are copied.
import { type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { inFirefox } from "./firefox.mjs";
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

test("the menu has a part for each thing that is taken, in sight at once, and is used by keys alone", async ({
  app,
  page,
}) => {
  await openPlan(app, "varend-2016");
  await page.keyboard.press("Alt+x");
  const menu = page.getByTestId("exports");
  await expect(menu.getByRole("heading")).toHaveText([
    "Hela planen",
    "Planen eller ett scenario",
    "Diagrammen som syns",
  ]);
  await expect(menu.getByTestId("export-plan")).toBeFocused();
  await expect(menu.getByRole("button").last()).toBeInViewport({ ratio: 1 });
  await expect(page.getByText("Ingenting skickas någonstans.")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const plan = await app.download(() => page.keyboard.press("Enter"));
  expect(plan.text).toBe(planFile("varend-2016"));
  await expect(menu).toHaveCount(0);
  // The choice of a scenario is about its own part: by keys as well.
  await page.keyboard.press("Alt+x");
  await page.getByLabel("Vad som exporteras").focus();
  await page.keyboard.press("ArrowDown");
  await page.getByTestId("export-scenario").focus();
  const scenario = await app.download(() => page.keyboard.press("Enter"));
  expect(scenario.name).toBe("Trappsteg.scenario.json");
});

test("a chart that comes to be drawn while the menu is open is offered there", async ({ app, page }) => {
  let draw = (): void => {};
  const wanted = new Promise<void>((done) => (draw = done));
  await page.route(/\/charts[^/]*\/.*\.js$/, async (route) => {
    await wanted;
    await route.continue();
  });
  await openPlan(app, "varend-2016");
  await page.keyboard.press("Alt+x");
  const parts = page.getByTestId("exports").getByRole("heading");
  await expect(parts).toHaveText(["Hela planen", "Planen eller ett scenario"]);
  draw();
  await expect(parts).toHaveText(["Hela planen", "Planen eller ett scenario", "Diagrammen som syns"]);
  await expect(page.getByTestId("export-plan")).toBeFocused();
});

test("a plan without scenarios and charts has its figures to take, and nothing to choose", async ({ app, page }) => {
  const bare = changedPlan("varend-2016", (plan) => (plan.scenarios = []));
  await app.open({ storage: { "samplan/plan/p": bare, "samplan/last": "p" }, route: "/plan" });
  await page.locator("main h1").first().waitFor();
  await open(page);
  const menu = page.getByTestId("exports");
  await expect(menu.getByRole("heading")).toHaveText(["Hela planen", "Planens siffror"]);
  await expect(menu.getByRole("combobox")).toHaveCount(0);
});

test("a file that the browser does not take is told of, and nothing else is said of it", async ({ app, page }) => {
  await openPlan(app, "varend-2016");
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new TypeError("no");
    };
  });
  const before = await page.getByTestId("filed").textContent();
  for (const kind of ["plan", "alone", "csv", "excel", "png"]) {
    await open(page);
    await page.getByTestId(`export-${kind}`).click();
    await expect(page.locator(".notice").last()).toContainText(
      kind === "png" ? "kunde inte göras till en bild" : "kunde inte laddas ned",
    );
    await expect(page.locator(".notice").filter({ hasText: /[^e] laddas ned/ })).toHaveCount(0);
    await page.locator(".notice").last().getByRole("button").last().click();
    await expect(page.locator(".notice")).toHaveCount(0);
  }
  await expect(page.getByTestId("filed")).toHaveText(before ?? "");
});

test("two scenarios of one name leave in files of two names", async ({ app, page }) => {
  const twins = changedPlan("varend-2016", (plan: { scenarios: { name: string }[] }) => {
    for (const scenario of plan.scenarios) scenario.name = "Trappsteg";
  });
  await app.open({ storage: { "samplan/plan/p": twins, "samplan/last": "p" }, route: "/scenarier" });
  await page.locator(".tabs").getByText("Trappsteg (2)").click();
  await expect(page.locator("main .chart svg").first()).toBeVisible();
  await open(page);
  const alone = await app.download(() => page.getByTestId("export-scenario").click());
  expect(alone.name).toBe("Trappsteg (2).scenario.json");
  await open(page);
  const [picture] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-svg").click()]);
  expect(picture.suggestedFilename()).toContain("Trappsteg (2)");
  expect(await readFile(await picture.path(), "utf8")).toContain("Trappsteg (2)");
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
  const copied = await app.clipboard();
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
  const html = await copied("text/html");
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
  expect(await copied("text/plain")).toContain("Årets resultat\t");
  await open(page);
  await page.getByTestId("export-markdown").click();
  await expect(page.locator(".notice").last()).toContainText("Tabell som Markdown har kopierats");
  const markdown = await copied("text/plain");
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
  await expect(page.locator(".notice")).toContainText("Den del av Samplan som skapar arbetsboken kunde inte hämtas");
});

test("charts leave as pictures of a projector's size that say what they show, and one is copied", async ({
  app,
  page,
  context,
}) => {
  await app.clipboard();
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
  // A Firefox without a screen has a clipboard for texts alone.
  if (inFirefox) return;
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
