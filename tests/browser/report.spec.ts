// The page for the minutes: written in place, chosen, ordered, kept, undone, and printed to a PDF that is read back.
import { createHash } from "node:crypto";
import { type Page } from "@playwright/test";
import { inFirefox } from "./firefox.mjs";
import { type App, expect, test, type Settings } from "./fixtures.ts";
import { print, type Paper } from "./paper.ts";
import { EXAMPLES, changedPlan, planFile } from "./table.ts";

async function openReport(app: App, name: string, settings: Settings, text = planFile(name)): Promise<void> {
  const storage = { [`samplan/plan/${name}`]: text, "samplan/last": name };
  await app.open({ settings, storage, route: "/underlag" });
  await app.page.getByTestId("minutes").waitFor();
}

/** Waits until all three charts are drawn. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator(".minutes .chart svg")).toHaveCount(3);
}

const headings = (page: Page): Promise<string[]> => page.getByTestId("minutes").locator("h2").allTextContents();

test("a scenario's page is written, chosen, ordered, kept, undone and printed", async ({ app, page }) => {
  await openReport(app, "varend-2016", { language: "sv", unit: "tkr" });
  const scenario = page.getByTestId("report-scenario").locator("select");
  await expect(scenario.locator("option:checked")).toHaveText("Trappsteg");

  // Texts in place; leaving the field keeps them.
  await page.getByTestId("text-question").fill("Ska basens andel minska till 20 procent 2018?");
  await page
    .getByTestId("text-proposal")
    .fill("Styrelsen beslutar\n1. att följa trappstegen till och med 2017,\n2. att pröva 2018 på nytt.");
  await page.getByTestId("text-table").fill("Beloppen är avrundade till tusental.");
  await page.getByTestId("text-charts").focus();

  // Positions: roles and parties.
  await page.getByTestId("add-position").click();
  await page.keyboard.type("Region Kronoberg");
  await page.keyboard.press("Tab");
  const first = page.locator(".positions li").first();
  await first.locator("select").selectOption({ label: "Behöver mer underlag" });
  await first.getByTestId("position-said").fill("Vill se köerna först.");
  await first.getByTestId("position-said").blur();

  // Chosen and ordered: by keys, by buttons; the focus goes along.
  await page.getByTestId("section-findings").locator("input").uncheck();
  await expect(page.getByTestId("part-findings")).toHaveCount(0);
  const charts = page.getByTestId("section-charts");
  await charts.locator("input").focus();
  for (let times = 0; times < 5; times++) await page.keyboard.press("Alt+ArrowUp");
  await expect(charts.locator("input")).toBeFocused();
  await page.getByTestId("section-assumptions").getByRole("button", { name: "Flytta ned Förutsättningar" }).click();
  await expect(page.getByTestId("section-assumptions").locator(".down")).toBeFocused();
  await expect(page.getByTestId("undo")).toContainText("Ångra: flytta avsnitt ”Förutsättningar”");
  const order = [
    "Frågan",
    "Förslag till beslut",
    "Siffror per år",
    "Diagram",
    "Bidrag per medlem",
    "Förutsättningar",
    "Vad får vi?",
    "Det här skiljer",
    "Ståndpunkter",
  ];
  await expect.poll(() => headings(page)).toEqual(order);
  // What base money costs is the same beside coordinators and places.
  for (const row of ["gain-fte", "gain-place"]) {
    await expect(page.getByTestId(row).locator("td").first()).toHaveText(/^889.tkr$/);
  }

  // All of it is there after a reload.
  await app.reload();
  await expect.poll(() => headings(page)).toEqual(order);
  await expect(page.getByTestId("text-question")).toHaveValue("Ska basens andel minska till 20 procent 2018?");
  await expect(page.getByTestId("text-table")).toHaveValue("Beloppen är avrundade till tusental.");
  await expect(page.locator(".positions li").getByTestId("position-who")).toHaveValue("Region Kronoberg");
  await expect(page.getByTestId("section-findings").locator("input")).not.toBeChecked();
  await drawn(page);
  await app.axe();

  const paper = await printed(page, order);

  // The fingerprint is that of the file that an export downloads, and follows every change.
  const shown = async (): Promise<string> =>
    ((await page.getByTestId("fingerprint").textContent()) ?? "").replace(/\s/g, "");
  const exported = async (): Promise<string> => {
    const { text } = await app.download(() => page.keyboard.press("Control+s"));
    return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 12);
  };
  const before = await exported();
  await expect.poll(shown).toBe(before);
  expect(paper.text.replace(/\s/g, "")).toContain(before);

  await page.getByTestId("text-proposal").fill("Styrelsen återremitterar ärendet.");
  await page.getByTestId("text-proposal").blur();
  await expect.poll(shown).not.toBe(before);
  await expect.poll(shown).toBe(await exported());

  // Undone step by step.
  await page.locator("main").focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("text-proposal")).toHaveValue(/^Styrelsen beslutar/);
  await expect.poll(shown).toBe(before);
});

test("a page that is left before its charts are there is not printed, and the app goes on", async ({ app, page }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    window.print = () => void seen.push(location.hash);
  });
  // The charts never come.
  await page.route("**/charts/*.js", () => undefined);
  await openReport(app, "vaxjo-2014", { language: "sv", unit: "tkr" });
  await page.getByTestId("print").click();
  for (const name of ["Budget", "Underlag", "Budget"]) {
    await page.locator(".sidebar").getByRole("link", { name }).click();
    await expect(page.locator(name === "Budget" ? '[data-test="grid"]' : ".minutes")).toBeVisible();
  }
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

test("printing waits for charts and takes what is being typed", async ({ app, page }) => {
  await page.addInitScript(() => {
    const seen: { charts: number; print: string; title: string }[] = [];
    Object.assign(window, { seen });
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      seen.push({
        charts: document.querySelectorAll(".minutes .chart svg").length,
        print: document.querySelector("[data-test=fingerprint]")?.textContent ?? "",
        title: document.title,
      });
      dispatchEvent(new Event("afterprint"));
    };
  });
  await openReport(app, "vaxjo-2014", { language: "sv", unit: "tkr", theme: "dark" });
  await drawn(page);
  await app.axe(".report");
  await app.reload();
  await page.getByTestId("text-question").fill("Räcker de sparade medlen?");
  await page.getByTestId("print").click();
  const seen = (): Promise<unknown[]> => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
  await expect.poll(async () => (await seen()).length).toBe(1);
  expect(await seen()).toEqual([
    {
      charts: 3,
      print: expect.stringMatching(/^[0-9a-f]{4}\s[0-9a-f]{4}\s[0-9a-f]{4}$/) as unknown as string,
      title: expect.stringContaining("Växjö samordningsförbund 2014–2016") as unknown as string,
    },
  ]);
  await expect(page).toHaveTitle("Underlag – Växjö samordningsförbund 2014–2016 – Samplan");

  // Ctrl+P in the middle of a sentence.
  await page.getByTestId("text-proposal").focus();
  await page.keyboard.type("Ja, till och med 2015.");
  await page.evaluate(() => window.print());
  await expect(page.getByTestId("part-proposal").locator(".on-paper")).toHaveText("Ja, till och med 2015.");

  // Black on white whatever the theme.
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.evaluate(() => {
    const of = (selector: string): string[] => {
      const style = getComputedStyle(document.querySelector(selector)!);
      return [style.color, style.backgroundColor];
    };
    return {
      page: of(".minutes"),
      html: of("html")[1],
      cell: of(".paper-table td")[0],
      side: getComputedStyle(document.querySelector(".report-side")!).display,
    };
  });
  expect(colours).toEqual({
    page: ["rgb(0, 0, 0)", "rgb(255, 255, 255)"],
    html: "rgb(255, 255, 255)",
    cell: colours.cell,
    side: "none",
  });
  expect(colours.cell).toMatch(/^rgb\((0, 0, 0|28, 35, 45)\)$/);
});

/** Printed: the texts, the order, no buttons, page numbers. */
async function printed(page: Page, order: string[]): Promise<Paper> {
  const paper = await print(page);
  expect(paper.size).toEqual([210, 297]);
  expect(paper.pages.length).toBeGreaterThanOrEqual(2);
  expect(paper.pages.length).toBeLessThanOrEqual(4);
  if (!inFirefox) paper.pages.forEach((text, place) => expect(text).toContain(`${place + 1} (${paper.pages.length})`));
  for (const told of [
    "Trappsteg",
    "Ska basens andel minska till 20 procent 2018?",
    "2. att pröva 2018 på nytt.",
    "Beloppen är avrundade till tusental.",
    "Region Kronoberg: Behöver mer underlag",
    "Vill se köerna först.",
    "Inriktningsbeslutet den 21 maj 2015",
    "2016: 60 %, 2017: 40 %, 2018: 20 %",
    "Andel av: Insatsramen",
    "2 668",
    "−3,35",
    "Försäkringskassan 1 350 1 350 1 350",
  ]) {
    expect(paper.text.replaceAll("\u00a0", " ")).toContain(told);
  }
  for (const button of ["Skriv ut", "Egen text", "Lägg till ståndpunkt", "Avsnitt", "Exportera", "Inget att anmärka"]) {
    expect(paper.text).not.toContain(button);
  }
  const places = order.map((heading) => paper.text.indexOf(heading));
  expect([...places].sort((one, other) => one - other)).toEqual(places);
  return paper;
}

/** Whether anything of the page sticks out of it to the side. */
async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide =
      document.documentElement.scrollWidth > innerWidth ? [`the page, ${document.documentElement.scrollWidth}`] : [];
    const sheet = document.querySelector(".minutes")!.getBoundingClientRect();
    for (const element of document.querySelectorAll<HTMLElement>(".minutes *:not(svg *)")) {
      const scrolled = element.closest(".wide");
      if (scrolled && scrolled !== element && getComputedStyle(scrolled).overflowX === "auto") continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > sheet.right + 1) wide.push(`${element.tagName}.${element.className}`);
    }
    return wide;
  });
}

for (const name of EXAMPLES) {
  test(`${name}: every scenario on two to four pages, and on any screen`, async ({ app, page }) => {
    for (const [language, unit] of [
      ["sv", "tkr"],
      ["en", "kr"],
    ] as const) {
      await page.setViewportSize({ width: 1366, height: 768 });
      if (language === "sv") await openReport(app, name, { language, unit });
      else await page.keyboard.press("Alt+l").then(() => page.keyboard.press("Alt+t"));
      const scenario = page.getByTestId("report-scenario").locator("select");
      const count = await scenario.locator("option").count();
      // All of them once, the last in the other language and unit as well.
      for (let place = language === "sv" ? 0 : count - 1; place < count; place++) {
        await scenario.selectOption({ index: place });
        await drawn(page);
        await expect(page.getByTestId("fingerprint")).toBeVisible();
        const paper = await print(page);
        expect(paper.pages.length, `${name} ${language} ${place}`).toBeGreaterThanOrEqual(2);
        // Firefox's paper has another font.
        expect(paper.pages.length, `${name} ${language} ${place}`).toBeLessThanOrEqual(inFirefox ? 5 : 4);
        const [mine, other] =
          language === "sv" ? ["Siffror per år", "Figures by year"] : ["Figures by year", "Siffror per år"];
        expect(paper.text).toContain(mine);
        expect(paper.text).not.toContain(other);
        // Firefox has no margin boxes: its own heads and feet number the pages.
        if (!inFirefox) expect(paper.text).toContain(`${paper.pages.length} (${paper.pages.length})`);
        // As wide as the paper between its margins.
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 680, height: 1000 });
        expect(await sticksOut(page), `${name} ${language} ${place} printed`).toEqual([]);
        await page.emulateMedia({ media: null });
        await page.setViewportSize({ width: 1366, height: 768 });
      }
      for (const [width, height] of [
        [1920, 1080],
        [1366, 768],
        [1024, 768],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await sticksOut(page), `${name} ${language} ${width}`).toEqual([]);
      }
    }
  });
}

test("names of 120 characters, 12 members and 40 lines still fit the paper", async ({ app, page }) => {
  await openReport(app, "varend-2016", { language: "sv", unit: "kr" }, stressed());
  await drawn(page);
  for (const width of [1920, 1366, 1024, 390]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await sticksOut(page), String(width)).toEqual([]);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await app.axe(".report");
  const paper = await print(page);
  // Long names take room: more pages than a board wants, but nothing is left out or cut.
  expect(paper.pages.length).toBeLessThanOrEqual(8);
  const text = paper.text.replace(/\s/g, "");
  for (let number = 1; number <= 12; number++) expect(text).toContain(long(`Kommun ${number}`).replace(/\s/g, ""));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 1000 });
  expect(await sticksOut(page)).toEqual([]);
});

function long(name: string): string {
  return `${name} ${"samordningsförbundsområdets sammanhållna verksamhet ".repeat(4)}`.slice(0, 120).trim();
}

/** Värend's plan with twelve members, forty lines and names as long as they can be met with. */
function stressed(): string {
  interface Line {
    id: string;
    name: string;
    category: string;
    member?: string;
    schedule: unknown;
  }
  interface Stressed {
    name: string;
    associations: { name: string; members: { id: string; name: string; party: string }[]; lines: Line[] }[];
    scenarios: { name: string }[];
  }
  return changedPlan("varend-2016", (plan: Stressed) => {
    const [association] = plan.associations;
    if (!association) throw new Error("the example has an association");
    plan.name = long("Planen");
    association.name = long("Förbundet");
    for (const scenario of plan.scenarios) scenario.name = long(scenario.name);
    const schedule = { amounts: { "2016": "123456789", "2017": "234567890", "2018": "345678901" } };
    for (let number = 1; number <= 12; number++) {
      const id = `kommun-${number}`;
      association.members.push({ id, name: long(`Kommun ${number}`), party: "municipalities" });
      association.lines.push({
        id: `bidrag-${number}`,
        name: long(`Bidrag ${number}`),
        category: "contribution",
        member: id,
        schedule,
      });
    }
    for (let number = 1; association.lines.length < 40; number++) {
      association.lines.push({
        id: `insats-${number}`,
        name: long(`Insats ${number}`),
        category: "activity",
        schedule,
      });
    }
  });
}

test("the page begins with its figures in short and what the registry asks, kept in the file", async ({
  app,
  page,
}) => {
  await openReport(app, "varend-2016", { language: "sv", unit: "tkr" });
  const short = page.getByTestId("in-short");
  await expect(short.locator("dt")).toHaveText([
    "Insatsram 2018",
    "Årets resultat 2018",
    "Eget kapital vid årets slut 2018",
    "Sparade medel",
  ]);
  await page.getByTestId("registry-case-number").fill("2016/41");
  await page.getByTestId("registry-meeting").fill("Styrelsen 16 december 2016");
  await page.getByTestId("registry-meeting").blur();
  await app.axe(".minutes");
  await app.reload();
  await expect(page.getByTestId("registry-case-number")).toHaveValue("2016/41");
  await drawn(page);
  const paper = await print(page);
  const [first = ""] = paper.pages;
  const begun = ["Diarienummer", "2016/41", "Styrelsen 16 december 2016", "Insatsram 2018", "Sparade medel"];
  for (const told of [...begun, "Siffror per år"]) expect(first).toContain(told);
  // What nobody has written is not there.
  for (const empty of ["Handläggare", "Bilaga"]) expect(paper.text).not.toContain(empty);
  // Checks before charts.
  expect(paper.text.indexOf("Kontroller")).toBeLessThan(paper.text.indexOf("Vad pengarna går till"));
  const { text } = await app.download(() => page.keyboard.press("Control+s"));
  const { plan } = JSON.parse(text) as { plan: { scenarios: { registry?: unknown }[] } };
  expect(plan.scenarios[0]?.registry).toEqual({ case_number: "2016/41", meeting: "Styrelsen 16 december 2016" });
});

test("no text on paper is smaller than 8.5 points, also with many years", async ({ app, page }) => {
  const long = changedPlan("vaxjo-2014", (plan: { years: number }) => (plan.years = 10));
  await openReport(app, "vaxjo-2014", { language: "sv", unit: "kr" }, long);
  await drawn(page);
  await page.emulateMedia({ media: "print" });
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector(".minutes")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const shown = element?.checkVisibility() && !element.closest(".visually-hidden") && node.textContent?.trim();
      const size = element && parseFloat(getComputedStyle(element).fontSize);
      if (shown && size && size < (8.5 / 72) * 96 - 0.05) found.push(`${size}: ${shown.slice(0, 30)}`);
    }
    return found.slice(0, 10);
  });
  expect(small).toEqual([]);
  await page.emulateMedia({ media: null });
  const paper = await print(page);
  for (let year = 2014; year < 2024; year++) expect(paper.text).toContain(String(year));
});
