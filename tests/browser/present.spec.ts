// The projector view: a planning day by keyboard, and every slide of every plan fitting every screen.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import { print } from "./paper.ts";
import { changedPlan, planFile } from "./table.ts";

const PLANS = [
  "varend-2016",
  "akst-2014",
  "sydnarke-2016",
  "vaxjo-2014",
  "vaxjo-2011",
  "vaxjo-alvesta-2015",
  "varend-2015",
];
const SIZES = [
  [1024, 768],
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

interface Json {
  [key: string]: any;
}

async function openWith(app: App, text: string, language: "sv" | "en", route: string, fill = false): Promise<void> {
  const storage = { "samplan/plan/test": text, "samplan/last": "test" };
  // Unless it is about filling the screen, the window keeps the size that the test gives it.
  if (!fill) {
    await app.page.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.resolve();
    });
  }
  await app.open({ settings: { language, unit: "kr", theme: "dark" }, storage, route });
}

async function stored(page: Page): Promise<Json> {
  const text = await page.evaluate(() => localStorage.getItem("samplan/plan/test") ?? "");
  return JSON.parse(text).plan as Json;
}

const slide = (page: Page) => page.getByTestId("slide");
const kind = (page: Page) => slide(page).getAttribute("data-kind");
const big = (page: Page, metric: string) => page.getByTestId(`big-${metric}`).locator(".value");

/** Steps with the remote's key until a slide of this kind is shown. */
async function stepTo(page: Page, wanted: string): Promise<void> {
  for (let tries = 0; tries < 25 && (await kind(page)) !== wanted; tries++) await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", wanted);
}

test("a planning day by keyboard: nothing is changed until the room says so", async ({ app, page }) => {
  await openWith(app, planFile("varend-2016"), "sv", "/budget");
  await page.getByTestId("grid").waitFor();
  const before = await stored(page);

  // The question is written on the page that prepares the showing; P starts it from anywhere.
  await page.keyboard.press("Alt+7");
  await page.getByLabel("Frågan").fill("Hur många samordnare har vi kvar när basen går till 20 %?");
  await page.getByLabel("Förslag till beslut").fill("Styrelsen beslutar att pröva trappsteget i ett år.");
  await page.keyboard.press("Alt+2");
  await page.getByTestId("grid").waitFor();
  await page.keyboard.press("Alt+p");
  await expect(slide(page)).toHaveAttribute("data-kind", "title");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "projector");
  await expect(page.locator(".frame")).toHaveAttribute("inert", "");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(slide(page)).toHaveAttribute("data-kind", "question");
  await expect(slide(page)).toContainText("kvar när basen går till 20 %?");

  // The room thinks first; the remote's one key shows the answer before it goes on.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "think");
  await expect(page.getByTestId("big-Fte")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(big(page, "Fte")).toContainText("1,15");
  await page.keyboard.press("r");
  await expect(page.getByTestId("big-Fte")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*1,15/);

  // The base share of 2016 from 60 to 50 per cent by the arrow keys of its slider, and the figures of 2016 follow.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "levers");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByTestId("show-year")).toHaveText("2018");
  for (const year of ["2017", "2016"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByTestId("show-year")).toHaveText(year);
  }
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*3,46/);
  const first = page.getByTestId("show-lever").first();
  await first.getByRole("slider").focus();
  const steps =
    (60 - 50) / Number(await first.getByRole("slider").evaluate((one: HTMLInputElement) => Number(one.step) * 100));
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowLeft");
  await expect(first.locator(".now")).toHaveText(/60\s%\s→\s50\s%/);
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*2,88/);
  await expect(slide(page).locator("svg")).toContainText("2\u00a0223");
  expect((await stored(page)).scenarios, "the plan is not changed behind anyone's back").toHaveLength(
    before["scenarios"].length,
  );
  expect((await stored(page)).scenarios[0].steps).toEqual(before["scenarios"][0].steps);

  // A remote's key leaves a slider for the next slide; the screen goes black and comes back.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "compare");
  await page.keyboard.press(".");
  await expect(page.getByTestId("blank")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.getByTestId("blank")).toHaveCount(0);
  await expect(slide(page)).toHaveAttribute("data-kind", "compare");
  await page.keyboard.press("b");
  await expect(page.getByTestId("blank")).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByTestId("compare-Fte")).toContainText("2,88");

  // What is said is noted while it is shown, and kept at once.
  await stepTo(page, "proposal");
  await expect(page.getByTestId("proposal")).toContainText("pröva trappsteget i ett år");
  await page.keyboard.press("n");
  const panel = page.locator(".show dialog[open]");
  await panel.getByTestId("add-position").focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("Vem")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Försäkringskassan");
  await panel.getByLabel("Ståndpunkt", { exact: true }).selectOption({ label: "För" });
  await panel.getByLabel("Vad som sades").fill("Om kön hålls under tre månader.");
  await panel.getByLabel("Vem").focus();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(slide(page)).toBeVisible();
  await expect(slide(page).locator(".stand.for")).toContainText("Om kön hålls under tre månader.");
  const noted = (await stored(page)).scenarios[0].positions;
  expect(noted).toEqual([expect.objectContaining({ who: "Försäkringskassan", stand: "for" })]);

  // Leaving asks what is to be kept.
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("moves")).toContainText("60\u00a0% → 50\u00a0%");
  await app.axe(".show dialog[open]");
  await page.keyboard.press("Escape");
  await expect(slide(page), "no answer is to go on").toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByTestId("show-keep").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect(page.getByTestId("grid"), "leaving returns to where one was").toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator(".frame")).not.toHaveAttribute("inert", "");
  let now = await stored(page);
  expect(now["scenarios"]).toHaveLength(before["scenarios"].length + 1);
  expect(now["scenarios"][0].steps).toEqual(before["scenarios"][0].steps);
  expect(Number(now["scenarios"][1].steps[0].decision.step_down.base_shares["2016"])).toBe(0.5);
  expect(now["scenarios"][1].name).toBe("Trappsteg (från visningen)");

  // One step of undo takes the new scenario back; the positions stay.
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await stored(page)).scenarios.length).toBe(before["scenarios"].length);
  now = await stored(page);
  expect(now["scenarios"][0].positions).toHaveLength(1);

  // What is thrown away leaves no trace.
  await page.keyboard.press("p");
  await stepTo(page, "levers");
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".show-lever .old").first()).toBeVisible();
  await page.getByTestId("show-leave").click();
  await page.getByTestId("show-discard").click();
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect.poll(() => stored(page)).toEqual(now);
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("show"), "with nothing moved nothing is asked").toHaveCount(0);

  // The day ends with the page for the minutes, written by keys and printed.
  await page.keyboard.press("Alt+8");
  const proposal = page.getByTestId("text-proposal");
  await expect(proposal).toHaveValue("Styrelsen beslutar att pröva trappsteget i ett år.");
  await proposal.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Styrelsen beslutar att följa trappsteget till och med 2017.");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await stored(page)).scenarios[0].proposal).toContain("till och med 2017");
  await expect(page.locator(".chart svg").first()).toBeVisible();
  const paper = await print(page);
  expect(paper.size).toEqual([210, 297]);
  expect(paper.pages.length).toBeGreaterThanOrEqual(2);
  expect(paper.pages.length).toBeLessThanOrEqual(4);
  for (const said of [
    "Hur många samordnare har vi kvar när basen går till 20 %?",
    "Styrelsen beslutar att följa trappsteget till och med 2017.",
    "Försäkringskassan",
    "Om kön hålls under tre månader.",
  ]) {
    expect(paper.text).toContain(said);
  }
});

test("slides are made by themselves until they are the users' own", async ({ app, page }) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  const rows = page.getByTestId("slide-row");
  await expect(rows.first()).toContainText("Titel");
  const count = await rows.count();
  expect((await stored(page)).scenarios[0].slides).toBeUndefined();
  await app.axe();
  for (const width of [390, 1024, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }

  // By Alt and arrows the second slide becomes the first, with the focus on it.
  await rows.nth(1).getByRole("button").first().focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.first()).toContainText("Varifrån pengarna kommer");
  await expect(rows.first().getByRole("button").first()).toBeFocused();
  await rows.nth(2).getByTestId("slide-hide").click();
  await expect(rows.nth(2)).toContainText("dold");
  await rows.nth(4).getByTestId("slide-remove").click();
  await expect(rows).toHaveCount(count - 1);

  // A slide of the users' own, with levers of their choice.
  await page.getByLabel("Lägg till en bild efter den valda").selectOption({ label: "Vad händer om vi ändrar?" });
  await page.getByLabel("Egen rubrik").fill("Vad kostar en samordnare?");
  await page.getByLabel("Egen rubrik").press("Enter");
  const levers = page.getByTestId("chosen-levers");
  await levers.getByRole("checkbox", { checked: true }).first().uncheck();
  await levers.getByText("Planens egna siffror").click();
  await levers.getByLabel("Kostnad per heltidstjänst 2015").check();
  await levers.getByLabel("Platser per heltidstjänst").click();
  await expect(levers.getByRole("checkbox", { checked: true }), "three at most").toHaveCount(3);
  const own = (await stored(page)).scenarios[0].slides as Json[];
  const made = own.find((one) => one["title"] === "Vad kostar en samordnare?");
  expect(made?.["levers"]).toHaveLength(3);

  // The plan's own figures are kept in the plan, and only when that is said.
  // It begins with the slide that is chosen.
  await page.getByTestId("start-show").click();
  await expect(slide(page)).toHaveAttribute("data-kind", "levers");
  await page.keyboard.press("Home");
  await expect(slide(page)).toHaveAttribute("data-kind", "flows");
  for (
    let tries = 0;
    tries < 20 && (await slide(page).getByRole("heading").textContent()) !== "Vad kostar en samordnare?";
    tries++
  )
    await page.keyboard.press("PageDown");
  await expect(slide(page).getByRole("heading")).toHaveText("Vad kostar en samordnare?");
  const cost = page.getByRole("slider", { name: "Kostnad per heltidstjänst 2015" });
  await cost.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(page.locator(".show dialog[open]")).toContainText("De gäller för alla scenarier");
  await page.getByTestId("show-keep").click();
  const after = await stored(page);
  expect(after["scenarios"]).toHaveLength(2);
  expect(after["associations"][0].capacity.cost_per_fte["2015"]).not.toBe("771000");

  await page.getByTestId("reset-slides").click();
  await expect(rows).toHaveCount(count);
  expect((await stored(page)).scenarios[0].slides).toBeUndefined();
});

test("a showing fills the screen, keeps it awake, and keeps the work views out of reach", async ({ app, page }) => {
  await page.addInitScript(() => {
    const locks = { held: 0 };
    Object.assign(window, { locks });
    const request = async () => {
      locks.held += 1;
      const lock = {
        released: false,
        release: async () => {
          locks.held -= 1;
          lock.released = true;
        },
      };
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const held = () => page.evaluate(() => (window as unknown as { locks: { held: number } }).locks.held);
  const full = () => page.evaluate(() => Boolean(document.fullscreenElement));
  await openWith(app, planFile("vaxjo-2011"), "en", "/budget", true);
  await page.getByTestId("grid").waitFor();
  await page.keyboard.press("p");
  await expect.poll(full).toBe(true);
  await expect.poll(held).toBe(1);
  // F gives the screen back and goes on showing; the browser's own Esc leaves both.
  await page.keyboard.press("f");
  await expect.poll(full).toBe(false);
  await expect(slide(page)).toBeVisible();
  await page.keyboard.press("f");
  await expect.poll(full).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect.poll(held).toBe(0);
  await page.keyboard.press("p");
  await expect(slide(page)).toHaveAttribute("data-kind", "title");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("?");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/budget$/);
  await page.keyboard.press("End");
  const last = await page.getByTestId("show-place").textContent();
  expect(last?.split(" / ")[0]).toBe(last?.split(" / ")[1]);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+Space");
  await expect(page.getByTestId("show-place")).toHaveText(/^1 \//);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("show")).toHaveCount(0);
});

/** What is wrong with the slide that is shown: what does not fit, what is too small to read, what is too pale. */
async function faults(page: Page, factor: number): Promise<string[]> {
  return page.evaluate((factor) => {
    const wrong: string[] = [];
    const show = document.querySelector(".show")!;
    const { width, height } = show.getBoundingClientRect();
    const named = (element: Element) =>
      `${element.tagName}.${element.getAttribute("class") ?? ""} "${(element.textContent ?? "").slice(0, 40)}"`;
    const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
    };
    const ground = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (colour !== "rgba(0, 0, 0, 0)") return colour;
      }
      return "rgb(255, 255, 255)";
    };
    for (const element of [show, ...show.querySelectorAll("*")]) {
      if (element.closest("dialog, .visually-hidden")) continue;
      const style = getComputedStyle(element);
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element instanceof HTMLElement && style.display !== "inline" && !element.matches("input")) {
        if (element.scrollWidth > element.clientWidth + 1)
          wrong.push(`too wide ${element.scrollWidth}>${element.clientWidth} ${named(element)}`);
        if (element.scrollHeight > element.clientHeight + 1)
          wrong.push(`too high ${element.scrollHeight}>${element.clientHeight} ${named(element)}`);
      }
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own) continue;
      const box = element.getBoundingClientRect();
      if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
        wrong.push(`outside ${named(element)}`);
      const size = parseFloat(style.fontSize);
      const least = element.closest(".key-figure") ? 64 : 24;
      if (size < least * factor - 0.01) wrong.push(`too small ${size} ${named(element)}`);
      const [front, back] =
        element instanceof SVGElement
          ? [luminance(style.fill), 1]
          : [luminance(style.color), luminance(ground(element))];
      const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      if (contrast < 7) wrong.push(`too pale ${contrast.toFixed(1)} ${style.color} ${style.fill} ${named(element)}`);
    }
    return wrong;
  }, factor);
}

/** Every slide at every size, without reloading anything. */
async function look(page: Page, sizes: readonly (readonly [number, number])[] = SIZES): Promise<string[]> {
  const wrong: string[] = [];
  const last = Number((await page.getByTestId("show-place").textContent())?.split("/")[1]);
  for (let at = 1; at <= last; at++) {
    await expect(page.getByTestId("show-place")).toHaveText(`${at} / ${last}`);
    const shown = await kind(page);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      if (await page.locator(".show .picture").count()) await page.locator(".show .picture svg text").first().waitFor();
      // Charts follow the window's size in a frame of their own.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const found = await faults(page, Math.min(width / 1920, height / 1080));
      wrong.push(...found.map((fault) => `${shown} ${width}×${height}: ${fault}`));
    }
    if (shown === "think" && !(await page.getByTestId("revealed").count())) at -= 1;
    await page.keyboard.press("PageDown");
  }
  return wrong;
}

for (const language of ["sv", "en"] as const) {
  for (const name of PLANS) {
    const scenarios = (JSON.parse(planFile(name)).plan.scenarios ?? []).length as number;
    for (let place = 0; place < Math.max(scenarios, 1); place++) {
      test(`every slide fits every screen, large and clear: ${name}, scenario ${place + 1}, ${language}`, async ({
        app,
        page,
      }) => {
        await openWith(app, planFile(name), language, "/visa");
        const choice = page.locator(".present > .head select");
        await choice.waitFor();
        if (scenarios) await choice.selectOption(String(place + 1));
        await page.getByTestId("start-show").click();
        // The first scenario at every size, the others where the room is least.
        const wrong = await look(page, place ? SIZES.slice(0, 1) : SIZES);
        expect(wrong.join("\n")).toBe("");
      });
    }
  }
}

/** Värend with names of 120 characters, 12 members, 40 lines, and everything that can be said of a scenario said at length. */
function stressed(): string {
  return changedPlan("varend-2016", (plan: Json) => {
    const long = (what: string, number: number) =>
      `${what} ${number} för samordnad rehabilitering och sysselsättning i Mellersta och Södra Jämtlands-Härjedalens kommunalförbundsområde`
        .padEnd(120, "x")
        .slice(0, 120);
    const association = plan["associations"][0] as Json;
    plan["name"] = long("Verksamhetsplan", 1);
    association["name"] = long("Samordningsförbundet", 1);
    const paying = association["lines"].find((line: Json) => line["category"] === "contribution") as Json;
    const activity = association["lines"].find((line: Json) => line["category"] === "activity") as Json;
    for (let number = association["members"].length + 1; number <= 12; number++) {
      const id = `medlem-${number}`;
      association["members"].push({ id, name: "", party: "municipalities" });
      association["lines"].push({ ...paying, id: `bidrag-${number}`, member: id, name: "" });
    }
    const grades = ["low", "medium", "high"];
    for (let number = association["lines"].length + 1; number <= 40; number++) {
      const approach = ["base", "process", "structure", undefined][number % 4];
      const line: Json = {
        ...activity,
        id: `insats-${number}`,
        risk: grades[number % 3],
        effect: grades[(number >> 1) % 3],
      };
      delete line["approach"];
      association["lines"].push(approach ? { ...line, approach } : line);
    }
    association["members"].forEach((member: Json, place: number) => (member["name"] = long("Kommunen", place)));
    association["lines"].forEach((line: Json, place: number) => (line["name"] = long("Insatsen", place)));
    plan["scenarios"].forEach((scenario: Json, place: number) => {
      scenario["name"] = long("Scenariot", place);
      scenario["description"] = long("Prövar", place).repeat(3);
      for (const step of scenario["steps"]) step["name"] = long("Beslutet", place);
      scenario["question"] = `${long("Hur många", place)} ${long("och hur mycket", place)}?`;
      scenario["proposal"] = Array.from({ length: 12 }, (_, point) =>
        long(`${point + 1}. Styrelsen beslutar`, place),
      ).join("\n");
      scenario["positions"] = Array.from({ length: 12 }, (_, at) => ({
        id: `stallning-${at}`,
        who: long("Parten", at),
        stand: ["for", "against", "needs_more"][at % 3],
        said: long("Sade att", at).repeat(3),
      }));
    });
    for (const copy of [1, 2]) {
      const scenario = structuredClone(plan["scenarios"][0]) as Json;
      plan["scenarios"].push({ ...scenario, id: `kopia-${copy}`, name: long("Kopian", copy) });
    }
    const kinds = [
      "title",
      "flows",
      "question",
      "levers",
      "think_first",
      "compare",
      "capacity",
      "contributions",
      "risks",
      "findings",
      "proposal",
      "text",
    ];
    plan["scenarios"][1]["slides"] = kinds.map((kind) => ({
      id: `bild-${kind.replace("_", "-")}`,
      kind,
      title: long("Rubriken", 1),
      text: long("Texten", 1).repeat(12),
    }));
  });
}

for (const scenario of ["1", "2"]) {
  for (const size of SIZES) {
    test(`long names, many members and lines are told shorter, never cut off: scenario ${scenario}, ${size.join(" × ")}`, async ({
      app,
      page,
    }) => {
      await openWith(app, stressed(), "sv", "/visa");
      await page.locator(".present > .head select").selectOption(scenario);
      await page.getByTestId("start-show").click();
      expect((await look(page, [size])).join("\n")).toBe("");
    });
  }
}

test("slides hold up to axe, with the contrast of AAA", async ({ app, page }) => {
  await openWith(app, planFile("akst-2014"), "sv", "/visa");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByTestId("start-show").click();
  const last = Number((await page.getByTestId("show-place").textContent())?.split("/")[1]);
  for (let at = 1; at <= last; at++) {
    if ((await kind(page)) === "think") await page.keyboard.press("r");
    const builder = new AxeBuilder({ page }).include(".show").options({
      runOnly: {
        type: "tag",
        values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
      },
      rules: { "color-contrast-enhanced": { enabled: true }, region: { enabled: false } },
    });
    const { violations } = await builder.analyze();
    const told = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.html} ${node.failureSummary}`),
    );
    expect(told.join("\n"), (await kind(page)) ?? "").toBe("");
    await page.keyboard.press("PageDown");
  }
});
