// Text in charts: none lies over another, at the narrowest work screen and with ten years; and colours have their pattern.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { kind, openWith } from "./showing.ts";
import { changedPlan } from "./table.ts";

const YEARS = 10;

function longPlan(name: string): string {
  return changedPlan(name, (plan) => (plan.years = YEARS));
}

/** Pairs of texts in one chart that lie over each other, and texts that reach out of theirs. */
async function overlaps(page: Page): Promise<string[]> {
  await expect(page.locator(".chart:not(:has(svg))")).toHaveCount(0);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => {
    const told: string[] = [];
    for (const chart of document.querySelectorAll(".chart")) {
      if (chart.closest(".small-slide") || !chart.checkVisibility()) continue;
      const frame = chart.getBoundingClientRect();
      const texts = [...chart.querySelectorAll("svg text")]
        .filter((text) => text.textContent?.trim() && text.checkVisibility({ opacityProperty: true }))
        .map((text) => ({ text: text.textContent ?? "", box: text.getBoundingClientRect() }));
      if (texts.length === 0) told.push(`a chart without text: ${chart.getAttribute("aria-label") ?? ""}`);
      texts.forEach(({ text, box }, at) => {
        if (box.left < frame.left - 2 || box.right > frame.right + 2) told.push(`"${text}" reaches out of its chart`);
        for (const other of texts.slice(at + 1)) {
          // A line's own height is more than its letters'.
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1 && down > Math.min(box.height, other.box.height) * 0.25)
            told.push(`"${text}" and "${other.text}"`);
        }
      });
    }
    return told;
  });
}

const VIEWS = ["budget", "scenarier", "jamfor", "underlag"];
const TOOLS = ["sensitivity", "goal-seek", "risk"];

for (const name of ["varend-2016", "vaxjo-alvesta-2015", "sydnarke-2016", "akst-2014"])
  for (const theme of ["light", "projector"] as const)
    test(`no text of a chart lies over another with ten years: ${name}, ${theme}`, async ({ app, page }) => {
      test.slow();
      const storage = { "samplan/plan/long": longPlan(name), "samplan/last": "long" };
      await page.setViewportSize({ width: 1024, height: 768 });
      await app.open({ settings: { language: "sv", unit: "kr", theme }, storage, route: "/budget" });
      const wrong: string[] = [];
      const look = async (what: string) => wrong.push(...(await overlaps(page)).map((told) => `${what}: ${told}`));
      for (const view of VIEWS) {
        await page.goto(`${app.url}#/${view}`);
        await expect(page.locator(".chart svg").first()).toBeAttached();
        await look(view);
      }
      await page.goto(`${app.url}#/utforska`);
      for (const tool of TOOLS) {
        await page.getByTestId(`tool-${tool}`).click();
        await expect(page.getByTestId(`tool-${tool}`)).toHaveAttribute("aria-pressed", "true");
        if (tool === "risk") {
          await page.getByTestId("simulation").locator("select").first().selectOption("0");
          await page.getByTestId("simulation-run").click();
          await expect(page.getByTestId("simulation-done")).toBeVisible();
        }
        await look(tool);
      }
      expect(wrong.join("\n")).toBe("");
    });

for (const name of ["varend-2016", "vaxjo-alvesta-2015", "sydnarke-2016", "akst-2014"])
  test(`no text of a slide's chart lies over another with ten years: ${name}`, async ({ app, page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await openWith(app, longPlan(name), "sv", "/visa");
    await page.getByTestId("start-show").click();
    const wrong: string[] = [];
    const last = Number((await page.getByTestId("show-place").textContent())?.split("/")[1]);
    for (let at = 1; at <= last; at++) {
      await expect(page.getByTestId("show-place")).toHaveText(`${at} / ${last}`);
      if ((await kind(page)) === "think") await page.keyboard.press("r");
      if (await page.locator(".show .picture").count()) await page.locator(".show .picture svg text").first().waitFor();
      wrong.push(...(await overlaps(page)).map((told) => `${at}: ${told}`));
      await page.keyboard.press("PageDown");
    }
    expect(wrong.join("\n")).toBe("");
  });
