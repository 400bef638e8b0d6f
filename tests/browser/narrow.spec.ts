// The narrowest screen: nothing goes sideways in any view, menu or dialog, in either language.
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { planFile } from "./table.ts";

const WIDTH = 320;
const SECTIONS = [
  ...["about", "associations", "details", "equity", "members", "capacity"],
  ...["goals", "printed", "indices", "definitions", "rules"],
];
const TOOLS = ["sensitivity", "goal-seek", "risk", "gains", "forecast", "calendar"];
/** Addresses, and what is there when they are. */
const PLACES: Record<string, string> = {
  "": "[data-test=plan]",
  budget: "[data-test=grid]",
  scenarier: "[data-test=kpis]",
  jamfor: "[data-test=verdict-card]",
  visa: "[data-test=start-show]",
  underlag: ".minutes",
  ny: "main h1",
  "tva-planer": "main h1",
  tillganglighet: "main h1",
  integritet: "main h1",
};

/** What reaches beyond the screen, or scrolls sideways in an open menu or dialog. */
async function sideways(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate((width) => {
    const told: string[] = [];
    if (document.documentElement.scrollWidth > width) told.push(`page ${document.documentElement.scrollWidth}`);
    for (const box of document.querySelectorAll("dialog[open], :popover-open")) {
      const { left, right } = box.getBoundingClientRect();
      const name = box.id || box.className;
      if (left < -0.5 || right > width + 0.5) told.push(`${name} from ${left} to ${right}`);
      if (box.scrollWidth > box.clientWidth) told.push(`${name} scrolls ${box.scrollWidth} in ${box.clientWidth}`);
    }
    return told;
  }, WIDTH);
}

for (const language of ["sv", "en"] as const)
  for (const name of ["vaxjo-alvesta-2015", "sydnarke-2016", "akst-2014"]) {
    const storage = { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name };
    const settings = { language, unit: "kr" } as const;

    test(`no view goes sideways at ${WIDTH}: ${name}, ${language}`, async ({ app, page }) => {
      test.slow();
      await page.setViewportSize({ width: WIDTH, height: 640 });
      await app.open({ settings, storage, route: "/budget" });
      const wide: string[] = [];
      const look = async (what: string) => wide.push(...(await sideways(page)).map((told) => `${what}: ${told}`));
      for (const [place, shown] of Object.entries(PLACES)) {
        await page.goto(`${app.url}#/${place}`);
        await expect(page.locator(shown).first()).toBeVisible();
        await expect(page.locator(".chart:not(:has(svg))")).toHaveCount(0);
        await look(place);
      }
      for (const section of SECTIONS) {
        await page.goto(`${app.url}#/plan/${section}`);
        await expect(page.getByTestId("plan-section")).toBeVisible();
        await look(section);
      }
      await page.goto(`${app.url}#/utforska`);
      for (const tool of TOOLS) {
        await page.getByTestId(`tool-${tool}`).click();
        await expect(page.getByTestId(`tool-${tool}`)).toHaveAttribute("aria-pressed", "true");
        await expect(page.locator(".chart:not(:has(svg))")).toHaveCount(0);
        await look(tool);
      }
      expect(wide).toEqual([]);
    });
  }

for (const language of ["sv", "en"] as const)
  test(`no menu and no dialog goes sideways at ${WIDTH}: ${language}`, async ({ app, page }) => {
    test.slow();
    await page.setViewportSize({ width: WIDTH, height: 640 });
    const name = "varend-2016";
    const storage = { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name };
    await app.open({ settings: { language, unit: "kr" }, storage, route: "/budget" });
    const open = page.locator("dialog[open], :popover-open").first();
    const wide: string[] = [];
    const look = async (what: string) => {
      await expect(open, what).toBeVisible();
      wide.push(...(await sideways(page)).map((told) => `${what}: ${told}`));
      await page.keyboard.press("Escape");
      await expect(page.locator("dialog[open], :popover-open"), what).toHaveCount(0);
    };
    await page.getByTestId("grid").waitFor();
    await page.keyboard.press("F1");
    await look("help");
    await page.getByTestId("settings").click();
    await look("settings");
    await page
      .locator("header.topbar")
      .getByRole("button", { name: language === "sv" ? "Exportera" : "Export" })
      .click();
    await page.getByTestId("exports").waitFor();
    await look("exports");
    await page.goto(`${app.url}#/scenarier`);
    await page.getByTestId("add-decision").click();
    await look("decisions");
    await page.goto(`${app.url}#/visa`);
    await page.getByTestId("start-show").click();
    await expect(page.getByTestId("slide").first()).toBeVisible();
    await page.keyboard.press("n");
    await look("positions");
    await page.getByTestId("show-share").click();
    await look("share");
    expect(wide).toEqual([]);
  });
