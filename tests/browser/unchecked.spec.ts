// What could not be checked, measured or moved says why, and nothing says that all is in order.
import { expect, test } from "./fixtures.ts";
import { openView } from "./decisions.ts";
import { openWith, slide, stepTo } from "./showing.ts";
import { changedPlan } from "./table.ts";

/** Växjö and Alvesta become Värend, and Värend and Ljungby become Kronoberg. */
function twoMergers(plan: any): void {
  const ljungby = structuredClone(plan.associations[1]);
  Object.assign(ljungby, { id: "ljungby", name: "Ljungby samordningsförbund" });
  plan.associations.push(ljungby);
  const risk = { id: "staten", name: "Staten drar ned", likelihood: "medium", effect: "high", amount: "100000" };
  plan.associations[0].risks = [risk];
  const merger = (associations: string[], into: string, name: string, year: number) => ({
    id: into,
    on: true,
    decision: { merger: { associations, into, name, year } },
  });
  plan.scenarios = [
    {
      id: "tva",
      name: "Två sammanslagningar",
      steps: [
        merger(["vaxjo", "alvesta"], "varend", "Värend", 2016),
        merger(["varend", "ljungby"], "kronoberg", "Kronoberg", 2017),
      ],
    },
  ];
}

for (const language of ["sv", "en"] as const) {
  test(`places that cannot be told are said to be unchecked in every view: ${language}`, async ({ app, page }) => {
    await openView(app, "varend-2016", "/scenarier", { language, unit: "tkr" }, (plan) => {
      const [of] = plan.associations;
      delete of.capacity.places_per_fte;
      of.opening_equity.amount = "5000000";
      plan.scenarios = [{ id: "ett", name: "Ett" }];
    });
    const said =
      language === "sv"
        ? /Inskrivna i dag: 105\. Planen säger inte hur många platser en heltidstjänst ger/
        : /Enrolled today: 105\. The plan does not say how many places a full-time post gives/;
    const nothing = language === "sv" ? "Inget att anmärka." : "No issues.";
    const counted = language === "sv" ? "1 kontroll kunde inte göras" : "1 check could not be made";
    await expect(page.getByTestId("finding-places_unchecked")).toContainText(said);
    await expect(page.getByTestId("remark-count")).toHaveText(counted);
    await expect(page.getByText(nothing)).toHaveCount(0);
    await page.goto(`${app.url}#/jamfor`);
    await expect(page.getByTestId("verdict-remarks").nth(1)).toContainText(counted);
    await expect(page.getByText(nothing)).toHaveCount(0);
    await page.goto(`${app.url}#/underlag`);
    await expect(page.locator("main").getByText(said).first()).toBeVisible();
    await expect(page.getByText(nothing)).toHaveCount(0);
    await page.goto(`${app.url}#/budget`);
    await expect(page.getByTestId("finding-places_unchecked")).toContainText(said);
    await app.axe();
  });
}

test("a figure of a document that nothing is held against is not said to agree", async ({ app, page }) => {
  await openView(app, "varend-2016", "/plan?avsnitt=printed", { language: "sv", unit: "tkr" }, (plan) => {
    const metric = (name: string) => [{ metric: name }];
    plan.associations[0].printed = [
      {
        label: "Styrelsens andel av processen",
        year: 2016,
        value: { percent: "50" },
        stands_for: { share: { part: metric("board"), whole: metric("process") } },
      },
    ];
  });
  await page.goto(`${app.url}#/budget`);
  const card = page.getByTestId("finding-printed_unchecked");
  await expect(card).toContainText("”Styrelsens andel av processen” kunde inte kontrolleras");
  await expect(card).toContainText("Det är en andel av något som är noll i planen.");
  await expect(page.getByText("Talen ur dokumentet stämmer med raderna.")).toHaveCount(0);
  await card.getByRole("button").click();
  await expect(page.locator("li[data-test=printed]").first()).toContainText("kunde inte kontrolleras");
});

test("a range without width is told, can be widened, and is not drawn", async ({ app, page }) => {
  const lever = { opening_equity: { association: "vaxjo" } };
  await openView(app, "vaxjo-2014", "/utforska", { language: "sv", unit: "tkr" }, (plan) => {
    plan.ranges = [{ lever, low: "639000", high: "639000" }];
  });
  const unvaried = page.getByTestId("unvaried");
  await unvaried.locator("summary").click();
  await expect(unvaried).toContainText("ert eget spann har ingen bredd: lägst och högst är samma värde.");
  await page.getByTestId("tool-risk").click();
  const drawn = page.getByTestId("drawn");
  const count = async () => Number(/(\d+) reglage/.exec((await drawn.locator("summary").textContent()) ?? "")?.[1]);
  const before = await count();
  await drawn.locator("summary").click();
  await expect(drawn.getByTestId("without-width")).toContainText(
    "Dras inte, eftersom ert spann inte har någon bredd: ",
  );
  // The usual ranges are still what is drawn.
  await expect(drawn).toContainText("Det som raderna kostar och ger");
  await page.getByTestId("simulation-run").click();
  await expect(page.getByTestId("simulation-done")).toBeVisible();
  await expect(page.getByTestId("without-width")).toHaveCount(2);
  // Given some width it alone is drawn.
  await page.getByTestId("tool-sensitivity").click();
  await unvaried.locator("summary").click();
  const widen = unvaried.locator("li").filter({ hasText: "ert eget spann" }).getByTestId("give-width");
  await widen.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Högt").fill("800");
  await dialog.getByLabel("Högt").press("Enter");
  await dialog.getByRole("button", { name: "Klar", exact: true }).click();
  await expect(unvaried.getByText("ert eget spann")).toHaveCount(0);
  await page.getByTestId("tool-risk").click();
  expect(before).toBeGreaterThan(1);
  await expect.poll(count).toBe(1);
});

test("what nobody pays and what is not there is why a measure does not move", async ({ app, page }) => {
  await openView(app, "varend-2016", "/utforska", { language: "sv", unit: "tkr" }, (plan) => {
    plan.scenarios[1].steps[0].decision.member_joins.from = "2018-01";
  });
  await page.getByLabel("Gäller").selectOption({ label: "Trappsteg + Tingsryd" });
  const measure = page.getByLabel("Mått", { exact: true });
  await measure.selectOption({ label: await measure.locator("option", { hasText: "Tingsryd" }).innerText() });
  await page.getByTestId("tool").getByLabel("År", { exact: true }).selectOption({ label: "2016" });
  await expect(page.getByTestId("tornado-still")).toContainText(
    /Inget bidrag betalas 2016: .*Tingsryd.* är noll vad som än ändras\. Det första bidraget är 2018\./,
  );
});

test("an association that a merger forms has no figures before it, and that is said", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/utforska", { language: "sv", unit: "tkr" }, twoMergers);
  await page.getByLabel("Gäller").selectOption({ label: "Två sammanslagningar" });
  const tool = page.getByTestId("tool");
  await tool.getByLabel("Förbund").selectOption({ label: "Kronoberg" });
  await tool.getByLabel("År", { exact: true }).selectOption({ label: "2016" });
  await expect(page.getByTestId("tornado-no-number")).toHaveText("Kronoberg finns inte 2016. Förbundet bildas 2017.");
  await tool.getByLabel("Förbund").selectOption({ label: "Värend" });
  await tool.getByLabel("År", { exact: true }).selectOption({ label: "2017" });
  await expect(page.getByTestId("tornado-no-number")).toHaveText(
    "Värend finns inte 2017. Förbundet har då gått upp i Kronoberg.",
  );
});

test("risks follow two mergers in a row, in the scenario and when it has become the plan", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/utforska", { language: "sv", unit: "tkr" }, twoMergers);
  await page.getByLabel("Gäller").selectOption({ label: "Två sammanslagningar" });
  await page.getByTestId("tool-risk").click();
  const told = page.getByTestId("risk-merged");
  const show = (name: string) => page.locator(".associations").getByRole("button", { name, exact: true }).click();
  const away = "Förbundet går upp i Värend och sedan i Kronoberg: från sammanslagningen räknas riskerna dit.";
  await expect(told).toHaveText(away);
  await show("Ljungby samordningsförbund");
  await expect(told).toHaveText("Förbundet går upp i Kronoberg: från sammanslagningen räknas riskerna dit.");
  await page.goto(`${app.url}#/scenarier`);
  await page.getByTestId("promote").click();
  await page.getByTestId("promote-yes").click();
  await expect(page.locator(".notices")).toContainText("Två sammanslagningar är nu planen.");
  await page.goto(`${app.url}#/utforska`);
  await page.getByTestId("tool-risk").click();
  await page.locator(".associations").getByRole("button").first().click();
  await expect(told).toHaveText(away);
  await expect(page.getByTestId("risk-register")).toContainText("Staten drar ned");
  await show("Kronoberg");
  await expect(told).toHaveText(
    /^Risker som stod under Värend, Ljungby samordningsförbund, .*Växjö.*, .*Alvesta.* före sammanslagningen finns kvar där och räknas med här\.$/,
  );
});

test("a surplus that fills an earlier deficit is not told as saved", async ({ app, page }) => {
  const text = changedPlan("vaxjo-2014", (plan) => {
    plan.years = 4;
    plan.scenarios = [];
    for (const line of plan.associations[0].lines)
      if (line.category === "contribution") line.schedule.amounts["2017"] = "1346000";
  });
  await openWith(app, text, "sv", "/visa");
  await page.keyboard.press("Alt+p");
  await stepTo(page, "flows");
  await expect(slide(page)).toContainText("Till tidigare underskott 238");
  await expect(slide(page)).not.toContainText("Till sparade medel");
});
