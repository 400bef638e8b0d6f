// The page for the minutes as a printed document: nothing lies on anything else, charts stand together, and what is copied
// out of it reads as it was written.
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { print } from "./paper.ts";
import { EXAMPLES, changedPlan, planFile } from "./table.ts";

/** Single spaces, and none where a line may end after a hyphen or a dash. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/([-–/]) /g, "$1")
    .trim();

/** What stands on the paper, in whole rows and paragraphs as they are read. */
function written(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden, .unprinted");
    const text = (element: Element): string => (element as HTMLElement).innerText;
    for (const element of document.querySelectorAll(".minutes :is(h1, h2, h3, p, li, dt, dd, figcaption)")) {
      const holds = element.querySelector("p, li, dt, dd, div, textarea, select, .on-paper");
      if (shown(element) && !holds) texts.push(text(element));
    }
    for (const row of document.querySelectorAll(".minutes tr")) {
      if (shown(row)) texts.push([...row.children].map(text).join(" "));
    }
    for (const label of document.querySelectorAll(".minutes svg text")) texts.push(label.textContent ?? "");
    return texts.filter((one) => one.trim());
  });
}

/** Texts of a chart that lie on each other. */
function onEachOther(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll(".minutes .chart svg")) {
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent?.trim());
      // As tall as the letters: how much a browser leaves over and under them differs.
      const boxes = texts.map((text) => {
        const { left, right, top, height } = text.getBoundingClientRect();
        const letters = parseFloat(getComputedStyle(text).fontSize);
        const over = top + (height - letters) / 2;
        return { left, right, top: over, bottom: over + letters };
      });
      boxes.forEach((one, place) => {
        boxes.slice(0, place).forEach((other, before) => {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (across > 1 && down > 0) found.push(`${texts[before]?.textContent} and ${texts[place]?.textContent}`);
        });
      });
    }
    return found;
  });
}

for (const name of EXAMPLES) {
  test(`${name} in kronor: at most four pages, charts together, text that copies right`, async ({ app, page }) => {
    const storage = { [`samplan/plan/${name}`]: planFile(name), "samplan/last": name };
    await app.open({ settings: { language: "sv", unit: "kr" }, storage, route: "/underlag" });
    const scenario = page.getByTestId("report-scenario").locator("select");
    await expect(scenario).toBeVisible();
    const count = await scenario.locator("option").count();
    for (let place = 0; place < count; place++) {
      await scenario.selectOption({ index: place });
      await expect(page.locator(".minutes .chart svg")).toHaveCount(3);
      await expect(page.getByTestId("fingerprint")).toBeVisible();
      expect(await onEachOther(page), `scenario ${place}`).toEqual([]);
      const paper = await print(page);
      expect(paper.pages.length, `scenario ${place}`).toBeLessThanOrEqual(4);
      const titles = await page.locator(".minutes figcaption").allTextContents();
      const together = paper.pages.filter((text) => titles.every((title) => plain(text).includes(plain(title))));
      expect(together, `scenario ${place}: the charts on one page`).toHaveLength(1);

      await page.emulateMedia({ media: "print" });
      const texts = await written(page);
      await page.emulateMedia({ media: null });
      expect(texts.length).toBeGreaterThan(40);
      const copied = plain(paper.text);
      const missing = texts.filter((text) => !copied.includes(plain(text)));
      expect(missing, `scenario ${place}: not found in the document`).toEqual([]);
    }
  });
}

test("two scenarios of one name are told apart on paper and in a link", async ({ app, page }) => {
  const twins = changedPlan("varend-2016", (plan: { scenarios: { name: string }[] }) => {
    for (const scenario of plan.scenarios) scenario.name = "Trappsteg";
  });
  await app.open({ storage: { "samplan/plan/p": twins, "samplan/last": "p" }, route: "/scenarier" });
  await page.locator(".tabs").getByText("Trappsteg (2)").click();
  await expect(page.locator(".print-head b")).toContainText("Trappsteg (2)");
});
