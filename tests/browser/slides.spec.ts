// Every slide of every plan fits every screen, large and clear.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { type Json, kind, openWith } from "./showing.ts";
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
      // Rows cut nothing off, and Firefox counts their borders.
      if (element instanceof HTMLElement && style.display !== "inline" && !element.matches("input, thead, tbody, tr")) {
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
      const least = element.closest(".many .key-figure") ? 48 : element.closest(".key-figure") ? 64 : 24;
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
