// Two plans side by side: what differs, taking over, and a neighbour's association put in, with real files.
import { readFileSync } from "node:fs";
import { test, expect, type App } from "./fixtures.ts";
import type { Locator, Page } from "@playwright/test";

interface Plan {
  id?: string;
  name: string;
  first_year: number;
  years: number;
  associations: { id: string; name: string; lines: { id: string; schedule: { amounts: Record<string, string> } }[] }[];
  scenarios: unknown[];
}
interface File {
  format: string;
  version: number;
  checksum?: string;
  plan: Plan;
}

const pair = (): File =>
  JSON.parse(readFileSync(new URL("../../plans/vaxjo-alvesta-2015.json", import.meta.url), "utf8")) as File;

/** The pair's plan with one of its associations only. */
function alone(id: string, change: (plan: Plan) => void = () => undefined): string {
  const file = pair();
  file.plan.associations = file.plan.associations.filter((one) => one.id === id);
  file.plan.name = `Planen för ${id}`;
  file.plan.id = `plan-${id}`;
  change(file.plan);
  delete file.checksum; // As other programs leave it out, which change a file.
  return JSON.stringify(file);
}

async function openFile(app: App, page: Page, name: string, text: string): Promise<void> {
  await app.drop(page.locator("main"), name, text);
  await expect(page.locator('[data-test="grid"], table').first()).toBeVisible();
}

for (const language of ["sv", "en"] as const) {
  test(`a neighbour's association comes in from a dropped file: ${language}`, async ({ app, page }) => {
    await app.open({ settings: { language, unit: "tkr" } });
    const vaxjo = alone("vaxjo", (plan) => (plan.scenarios = []));
    await openFile(app, page, "vaxjo.json", vaxjo);

    const alvesta = alone("alvesta", (plan) => {
      plan.scenarios = [];
      plan.first_year = 2014;
    });
    await app.drop(page.locator("main"), "alvesta.json", alvesta);
    const question = page.getByRole("dialog");
    await expect(question).toContainText("alvesta.json");
    await question.locator("button.primary").click();

    await expect(page.locator("h1")).toHaveText(
      language === "sv" ? "Två planer sida vid sida" : "Two plans side by side",
    );
    await expect(page.locator('[data-test="other"]')).toContainText("2014–2016");
    await expect(page.locator('[data-test="other"]')).toContainText(
      language === "sv" ? "Den ändrades senast" : "It was last changed",
    );
    const form = page.locator('[data-test="neighbour"]');
    const same = form.getByRole("checkbox", { name: /Försäkringskassan/ });
    await expect(same).toBeChecked();
    await app.axe();

    await form.locator('[data-test="add-neighbour"]').click();
    await expect(page).toHaveURL(/#\/budget/);
    await expect(page.getByRole("main")).toContainText("Alvesta samordningsförbund");

    // A newer version of the file it came from: what is new in it, taken over.
    const newer = alone("alvesta", (plan) => {
      plan.scenarios = [];
      plan.first_year = 2014;
      const line = plan.associations[0]?.lines.find((line) => line.id === "administration");
      if (line) line.schedule.amounts["2016"] = "400000";
    });
    await app.drop(page.locator("main"), "alvesta-2.json", newer);
    await question.locator("button.primary").click();
    const renewed = page.locator('[data-test="differences"]').filter({ has: page.locator('[data-test="renew"]') });
    const rows = renewed.locator('[data-test="difference"]');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText("400");
    await expect(renewed.locator('[data-test="versions"]')).toContainText(
      language === "sv" ? "Förbundet togs från" : "The association came from",
    );
    await rows.getByRole("button").click();
    await expect(rows).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(rows).toHaveCount(1);
    await page.keyboard.press("Control+z");
    await page.goto(`${app.url}#/budget`);
    await expect(page.getByRole("main")).not.toContainText("Alvesta samordningsförbund");
  });
}

test("two who worked apart join their work, part by part, each a step of undo", async ({ app, page }) => {
  await app.open({ settings: { language: "sv", unit: "kr" } });
  await openFile(app, page, "min.json", alone("vaxjo"));
  const theirs = alone("vaxjo", (plan) => {
    plan.name = "Deras plan";
    const line = plan.associations[0]?.lines.find((line) => line.id === "arvoden");
    if (line) line.schedule.amounts["2016"] = "250000";
  });
  await page.goto(`${app.url}#/tva-planer`);
  await app.upload(() => page.getByRole("button", { name: "Välj fil" }).click(), "deras.json", theirs);

  const rows = page.locator('[data-test="difference"]');
  await expect(page.locator('[data-test="count"]')).toHaveText("2 delar skiljer.");
  const line = rows.filter({ hasText: "Arvoden inkl. PO" });
  await expect(line).toContainText("2016: 220 000 kr → 250 000 kr");
  await line.getByRole("button", { name: "Ta över Rad: Arvoden inkl. PO" }).click();
  await expect(page.locator('[data-test="count"]')).toHaveText("1 del skiljer.");
  await rows.getByRole("button", { name: "Ta över Planens namn" }).click();
  await expect(page.locator('[data-test="count"]')).toHaveText("Planerna är lika.");

  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-test="count"]')).toHaveText("1 del skiljer.");
  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-test="count"]')).toHaveText("2 delar skiljer.");
});

test("a dropped file is never opened unasked beside an open plan; Esc leaves everything as it is", async ({
  app,
  page,
}) => {
  await app.open();
  await openFile(app, page, "vaxjo.json", alone("vaxjo"));
  await app.drop(page.locator("main"), "alvesta.json", alone("alvesta"));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Arvoden inkl. PO");

  await app.drop(page.locator("main"), "alvesta.json", alone("alvesta"));
  // A browser tells a frame later that the first question was closed, on a busy machine after the second was put.
  await page.getByRole("dialog").dispatchEvent("close");
  await page.getByRole("dialog").getByRole("button", { name: "Öppna som egen plan" }).click();
  await expect(page.getByRole("textbox", { name: "Planens namn" })).toHaveValue("Planen för alvesta");
});

/** Goes to something as those do who have no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < 150; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${target.toString()}`);
}

test("taking over, adding a neighbour and the merger from there go by keyboard alone", async ({ app, page }) => {
  await app.open({ settings: { language: "sv", unit: "kr" } });
  await openFile(app, page, "min.json", alone("vaxjo"));
  await page.goto(`${app.url}#/tva-planer`);
  const choose = page.getByRole("button", { name: "Välj fil" });
  const enter = () => page.keyboard.press("Enter");

  const theirs = alone("vaxjo", (plan) => {
    const line = plan.associations[0]?.lines.find((line) => line.id === "arvoden");
    if (line) line.schedule.amounts["2016"] = "250000";
  });
  await tabTo(page, choose);
  await app.upload(enter, "deras.json", theirs);
  await expect(page.locator('[data-test="count"]')).toHaveText("1 del skiljer.");
  await tabTo(page, page.getByRole("button", { name: "Ta över Rad: Arvoden inkl. PO" }));
  await enter();
  await expect(page.locator('[data-test="count"]')).toHaveText("Planerna är lika.");
  await page.keyboard.press("Control+z");
  await expect(page.locator('[data-test="count"]')).toHaveText("1 del skiljer.");

  await page.goto(`${app.url}#/budget`);
  await page.goto(`${app.url}#/tva-planer`);
  // From the view's beginning: behind the page's last element lie the browser's own bars, where Firefox's keys stay.
  await page.getByRole("main").focus();
  await tabTo(page, choose);
  await app.upload(
    enter,
    "alvesta.json",
    alone("alvesta", (plan) => (plan.scenarios = [])),
  );
  await tabTo(page, page.locator('[data-test="add-neighbour"]'));
  await enter();
  await expect(page).toHaveURL(/#\/budget/);
  await expect(page.getByRole("main")).toContainText("Alvesta samordningsförbund");
  // What is read next begins with the view, not with the page's head.
  await expect(page.getByRole("main")).toBeFocused();

  await page.goto(`${app.url}#/scenarier`);
  await tabTo(page, page.getByTestId("begin-merger"));
  await enter();
  await expect(page.getByTestId("decision")).toHaveCount(1);
});
