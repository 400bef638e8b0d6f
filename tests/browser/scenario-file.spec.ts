// A scenario that travels without its plan, and parts that others use.
import { expect, test } from "./fixtures.ts";
import { changedPlan, openPlan, row } from "./table.ts";

test("a scenario is exported alone and goes in again, with the sender's figures, as one step of undo", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  await page.goto(`${app.url}#/scenarier`);
  const tabs = page.getByTestId("scenario-tabs");
  await tabs.getByRole("button", { name: "Sammanslagning 2015", exact: true }).click();
  const file = await app.download(() => page.getByTestId("scenario-export").click());
  expect(file.name).toBe("Sammanslagning 2015.scenario.json");

  const dialog = page.getByRole("dialog");
  await app.drop(page.locator("main"), file.name, file.text);
  await expect(dialog.getByTestId("kinship")).toContainText("kommer från den här planen");
  await expect(dialog.getByTestId("same-figures")).toBeVisible();
  await app.axe("dialog[open]");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(tabs).not.toContainText("Sammanslagning 2015 (2)");

  await app.drop(page.locator("main"), file.name, file.text);
  await dialog.getByTestId("add-scenarios").click();
  await expect(tabs).toContainText("Sammanslagning 2015 (2)");
  await page.keyboard.press("Control+z");
  await expect(tabs).not.toContainText("Sammanslagning 2015 (2)");

  // A damaged file is refused, and nothing is changed.
  await app.drop(page.locator("main"), file.name, file.text.replace('"name": "', '"name": "X'));
  await expect(page.getByRole("alert").filter({ hasText: file.name })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test("hostile scenario files are refused in words, or show as the text that they are", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  await page.goto(`${app.url}#/scenarier`);
  const tabs = page.getByTestId("scenario-tabs");
  await tabs.getByRole("button", { name: "Sammanslagning 2015", exact: true }).click();
  const file = await app.download(() => page.getByTestId("scenario-export").click());
  const before = await tabs.textContent();
  const changed = (change: (file: any) => void): string => {
    const one = JSON.parse(file.text);
    delete one.checksum;
    change(one);
    return JSON.stringify(one);
  };
  const refused: [string, string][] = [
    ["avkapad.scenario.json", file.text.slice(0, -200)],
    ["nyare.scenario.json", changed((one) => (one.version = 99))],
    ["djup.scenario.json", "[".repeat(100_000)],
    ["tom.scenario.json", changed((one) => delete one.content.scenarios)],
    ["tal.scenario.json", changed((one) => (one.content.scenarios = 7))],
  ];
  for (const [name, text] of refused) {
    await app.drop(page.locator("main"), name, text);
    await expect(page.getByRole("alert").filter({ hasText: name })).toBeVisible();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  expect(await tabs.textContent()).toBe(before);

  const name = '<img src=x onerror="document.title=1">';
  await app.drop(
    page.locator("main"),
    "namn.scenario.json",
    changed((one) => (one.content.scenarios[0].name = name)),
  );
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(name);
  await expect(dialog.locator("img")).toHaveCount(0);
});

test("on another plan it says what is not there, and leaves out what is about it", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  await page.goto(`${app.url}#/scenarier`);
  const scenario = page.getByTestId("scenario-tabs").getByRole("button", { name: "Sammanslagning 2015", exact: true });
  await scenario.click();
  const file = await app.download(() => page.getByTestId("scenario-export").click());
  const other = changedPlan("vaxjo-2014", (plan) => (plan.name = "En annan plan"));
  await app.drop(page.locator("main"), "annan.json", other);
  await page.getByRole("dialog").getByRole("button", { name: "Öppna som egen plan" }).click();
  await expect(page.getByLabel("Planens namn")).toHaveValue("En annan plan");

  await app.drop(page.locator("main"), file.name, file.text);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByTestId("kinship")).toContainText("en annan plan");
  await expect(dialog.getByTestId("left-out")).toContainText("Alvesta");
  await app.axe("dialog[open]");
});

test("what refers to a line is told by name before the line goes", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await row(page, "Övriga verksamhetskostnader för").locator("th").click();
  await page.getByTestId("line-remove").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByTestId("users")).toContainText("blir kvar men hoppas över");
  await page.keyboard.press("Escape");
  await expect(row(page, "Övriga verksamhetskostnader för")).toBeVisible();
  // Whoever goes back with the question open is not asked in another view.
  await page.getByTestId("line-remove").click();
  await expect(dialog.getByTestId("users")).toBeVisible();
  await page.evaluate(() => (location.hash = "#/"));
  await expect(page.getByTestId("plan")).toHaveCount(1);
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => (location.hash = "#/budget"));
  await row(page, "Övriga verksamhetskostnader för").locator("th").click();
  await page.getByTestId("line-remove").click();
  await dialog.getByTestId("leave").click();
  await expect(row(page, "Övriga verksamhetskostnader för")).toHaveCount(0);
});
