// Two boards bring a file each: one plan with the scenario of their merger, and decisions after it.
import { test, expect } from "./fixtures.ts";
import { addDecision, openView } from "./decisions.ts";
import { changedPlan } from "./table.ts";

/** The pair's plan with one of its associations, as that board has it. */
const board = (id: string, change: (plan: any) => void = () => undefined): string =>
  changedPlan("vaxjo-alvesta-2015", (plan) => {
    plan.associations = plan.associations.filter((one: { id: string }) => one.id === id);
    plan.id = id;
    plan.name = `Planen för ${id}`;
    plan.scenarios = [];
    change(plan);
  });

for (const language of ["sv", "en"] as const) {
  test(`two plan files become one plan with their merger, and it opens on the answer: ${language}`, async ({
    app,
    page,
  }) => {
    await app.open({ settings: { language, unit: "tkr" }, route: "/ny" });
    const merge = page.getByTestId("merge");
    const choosing = page.waitForEvent("filechooser");
    await merge.getByTestId("gather-files").click();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await chooser.setFiles([
      file("a.json", board("vaxjo")),
      file(
        "b.json",
        board("alvesta", (plan) => (plan.first_year = 2014)),
      ),
    ]);
    await expect(merge.getByTestId("gathered").locator("li")).toHaveCount(2);
    await expect(merge.getByRole("checkbox", { name: /Försäkringskassan/ })).toBeChecked();
    await expect(merge.locator("option").filter({ hasText: "2014–2017" })).toHaveCount(1);
    await app.axe();
    await merge.getByRole("textbox").fill("Växjö-Alvesta");
    await merge.getByTestId("merge-create").click();
    await expect(page).toHaveURL(/#\/scenarier/);
    await expect(page.getByTestId("decision")).toHaveCount(1);
    await expect(page.getByTestId("decision")).toContainText("Växjö-Alvesta");
    await expect(page.getByTestId("figure-Contributions")).toContainText(/5\s400\s*5\s000/);
  });
}

test("two versions of one plan are refused by name, and one alone waits for another", async ({ app, page }) => {
  await app.open({ settings: { language: "sv", unit: "tkr" }, route: "/ny" });
  const merge = page.getByTestId("merge");
  const add = (name: string, text: string) => app.upload(() => merge.getByTestId("gather-files").click(), name, text);
  await add("a.json", board("vaxjo"));
  await expect(merge.getByTestId("merge-refused")).toHaveText("Välj en plan till.");
  await add(
    "a2.json",
    board("vaxjo", (plan) => (plan.name = "Nyare")),
  );
  await expect(merge.getByTestId("merge-refused")).toContainText(
    "Planen för vaxjo och Nyare är versioner av samma plan",
  );
  await expect(merge.getByTestId("merge-create")).toHaveCount(0);
  await merge.getByRole("button", { name: "Ta bort Nyare" }).click();
  await expect(merge.getByTestId("merge-refused")).toHaveText("Välj en plan till.");
});

test("in a plan of two a merger is one click away, and what is decided after it is about the merged one", async ({
  app,
  page,
}) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await page.getByTestId("begin-merger").click();
  const merger = page.getByTestId("decision");
  await expect(merger).toHaveCount(1);
  const card = await addDecision(page, "EquityUse");
  await expect(card.getByRole("combobox").first().locator("option:checked")).toHaveText("Nytt förbund");
  await expect(card.getByTestId("skipped")).toHaveCount(0);
});
