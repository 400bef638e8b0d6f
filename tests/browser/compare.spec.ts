// The comparison view: scenarios side by side, and one of them made the base.
import { expect, test } from "./fixtures.ts";
import { openView, plain } from "./decisions.ts";
import { brokenWords } from "./reading.ts";
import { planFile } from "./table.ts";

test("Värend's three columns, what differs, decision by decision", async ({ app, page }) => {
  await openView(app, "varend-2016", "/jamfor");
  const chosen = page.getByTestId("compared").getByRole("button");
  await expect(chosen).toHaveCount(3);
  // Verdict and the whole chart are on the first screen, and no column is cut.
  const drawn = await page.locator(".side-by-side.first .chart svg").boundingBox();
  expect((drawn?.y ?? 768) + (drawn?.height ?? 768)).toBeLessThan(768);
  expect(await page.getByTestId("differs").evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  const rows = async (metric: string) => {
    const found = page.getByTestId(`compare-${metric}`).locator("tr");
    return (await found.allTextContents()).map((text) => plain(text).replace(/\s+/g, " "));
  };
  await expect
    .poll(() => rows("Base"))
    .toEqual([
      "BasPlanen3 4703 4703 470",
      "Trappsteg2 6681 778889",
      "Skillnad-802 (-23,1 %)-1 691 (-48,7 %)-2 580 (-74,4 %)",
      "Trappsteg + Tingsryd2 8512 0231 012",
      "Skillnad-618 (-17,8 %)-1 446 (-41,7 %)-2 458 (-70,8 %)",
    ]);
  await expect(page.getByTestId("compare-Administration")).toHaveCount(0);
  await page.getByLabel("Bara det som skiljer").uncheck();
  await expect(page.getByTestId("compare-Administration")).toBeVisible();
  await expect(page.getByTestId("compare-Base")).toBeVisible();

  const told = page.getByTestId("what-differs");
  await expect(told).toContainText(
    /Insatser Bas 2017: 1.778.tkr, var 3.470.tkr \(\u22121.691.tkr\), genom Trappsteg 60\/40/,
  );
  await expect(told).toContainText(
    "Tingsryds kommun blir medlem i Samordningsförbundet Värend från och med juli 2016.",
  );

  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Insatsram" });
  const waterfall = page.getByTestId("waterfall");
  await waterfall.getByLabel("Scenario").selectOption({ label: "Trappsteg + Tingsryd" });
  await waterfall.getByLabel("År").selectOption("2017");
  await expect(waterfall.locator("table")).toContainText(/Tingsryd.*\+612/);
  await expect(waterfall.locator("table")).toContainText(/Med besluten5.058.tkr/);
  await expect(waterfall.locator("svg")).toBeVisible();

  // What Tingsryd brings with a step-down that spends all there is: coordinators, and no money that is left.
  await waterfall.getByLabel("År").selectOption("2018");
  const tingsryd = waterfall.locator("tr").filter({ hasText: "Tingsryd" });
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Eget kapital vid årets slut" });
  await expect(tingsryd.locator("td")).toHaveText("0");
  await expect(waterfall).toContainText("om just det ströks");
  await waterfall.getByRole("button", { name: "I tur och ordning" }).click();
  await expect(tingsryd).toContainText(/\+1.531/);
  await waterfall.getByRole("button", { name: "Utan beslutet" }).click();
  await page.getByLabel("Mått", { exact: true }).selectOption({ label: "Samordnare" });
  await expect(tingsryd).toContainText("+0,16");

  // Two of them, the scenario first: never fewer than are needed, never more than four.
  await chosen.nth(0).click();
  await expect.poll(async () => (await rows("Base"))[0]).toBe("BasTrappsteg2 6681 778889");
  await chosen.nth(1).click();
  await expect(page.locator(".compare")).toContainText("Välj minst två scenarier att jämföra.");
});

test("a scenario becomes the base with the same figures, and undo brings the old one back", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/jamfor");
  await page.getByText("Gör ett scenario till planen").click();
  await page.getByRole("button", { name: "Gör Sammanslagning 2015 till planen" }).click();
  // It asks first, and says what becomes of the scenario.
  const ask = page.getByRole("dialog", { name: "Göra Sammanslagning 2015 till planen?" });
  await expect(ask).toContainText("beslutsloggen");
  await ask.getByTestId("promote-yes").click();
  await expect(page.locator(".notices")).toContainText("Sammanslagning 2015 är nu planen.");
  await page.goto(app.url + "#/budget");
  await page.getByRole("button", { name: "Samordningsförbundet Värend", exact: true }).click();
  const equity = page.getByTestId("grid").locator("tbody tr").filter({ hasText: "Eget kapital vid årets slut" });
  await expect(equity.locator(".amount").first()).toHaveText(/1.247/);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Samordningsförbundet Värend", exact: true })).toHaveCount(0);
  await page.goto(app.url + "#/jamfor");
  await expect(page.getByTestId("compared").getByRole("button")).toHaveCount(4);
});

test("the verdict is on the first screen: the most and the least in words, and what each member pays", async ({
  app,
  page,
}) => {
  await openView(app, "varend-2016", "/jamfor");
  const cards = page.getByTestId("verdict-card");
  await expect(cards).toHaveCount(3);
  const figure = async (card: number, what: string) =>
    plain((await cards.nth(card).getByTestId(`verdict-${what}`).textContent()) ?? "").replace(/\s+/g, "");
  await expect.poll(() => figure(0, "Fte")).toBe("Samordnare4,5▲högst");
  await expect.poll(() => figure(1, "Fte")).toBe("Samordnare1,15-3,35▼lägst");
  await expect.poll(() => figure(1, "Equity")).toBe("Egetkapital,tkr200-2930▼lägst");
  await expect.poll(() => figure(2, "paid")).toContain("Kommunerna1503+153");
  await expect.poll(() => figure(0, "lasts")).toBe("PengarnaPengarnaräckerplanenut.");
  // A difference has a column of its own, and only what differs is shown to begin with.
  const differs = page.getByTestId("differs");
  await expect(differs.getByTestId("differs-Administration")).toHaveCount(0);
  const base = await differs.getByTestId("differs-Base").locator("td").allTextContents();
  expect(base.map(plain)).toEqual(["3 470", "889", "-2 580", "1 012", "-2 458"]);
  await page.getByTestId("members-pay").locator("summary").click();
  await expect(page.getByTestId("members-pay").locator("tr").filter({ hasText: "Tingsryds kommun" })).toContainText(
    "+153",
  );

  // At 1366 × 768 the cards, the table and the chart begin on the first screen.
  for (const seen of [cards.nth(2), differs, page.locator(".side-by-side.first .chart")]) {
    const box = (await seen.boundingBox())!;
    expect(box.y + Math.min(box.height, 200)).toBeLessThanOrEqual(768);
  }

  // Any of them is what the others are compared with, in any year.
  await page.getByLabel("Jämförs med").selectOption({ label: "Trappsteg + Tingsryd" });
  await expect
    .poll(async () => plain((await cards.nth(0).getByRole("heading").textContent()) ?? ""))
    .toBe("Trappsteg + Tingsryd");
  await expect.poll(() => figure(1, "Fte")).toContain("+3,19");
  await page.getByLabel("Siffror för år").selectOption("2016");
  await expect.poll(() => figure(1, "Fte")).toContain("4,5");
  await app.reload();
  await expect
    .poll(async () => plain((await cards.nth(0).getByRole("heading").textContent()) ?? ""))
    .toBe("Trappsteg + Tingsryd");
});

for (const [name, theme] of [
  ["varend-2016", "dark"],
  ["varend-2016", "projector"],
  ["vaxjo-alvesta-2015", "dark"],
  ["vaxjo-alvesta-2015", "light"],
] as const)
  test(`equity and coordinators of a verdict read as two figures at every size: ${name}, ${theme}`, async ({
    app,
    page,
  }) => {
    await openView(app, name, "/jamfor", { language: "sv", unit: "kr", theme });
    await expect(page.getByTestId("verdict-card").first()).toBeVisible();
    for (const width of [390, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 768 });
      const least = () =>
        page.locator(".verdict-card .lead").evaluateAll((leads) => {
          const apart: number[] = [];
          for (const lead of leads) {
            const boxes = [...lead.querySelectorAll(".value")].map((value) => {
              const text = document.createRange();
              text.selectNodeContents(value);
              return text.getBoundingClientRect();
            });
            boxes.slice(1).forEach((box, place) => {
              const before = boxes[place]!;
              if (Math.abs(box.top - before.top) < 4) apart.push(box.left - before.right);
            });
          }
          return Math.min(...apart);
        });
      await expect.poll(least, String(width)).toBeGreaterThanOrEqual(16);
    }
  });

test("four scenarios with long names leave verdict and chart on the first screen, and two of the same name are told apart", async ({
  app,
  page,
}) => {
  const file = JSON.parse(planFile("varend-2016"));
  delete file.checksum;
  const [first, second] = file.plan.scenarios;
  first.name = second.name = "Trappsteg enligt inriktningsbeslutet med tre steg och 60 tecken";
  const name = "Trappsteg med lägre statligt bidrag och oförändrade kommunbidrag";
  file.plan.scenarios.push({ ...second, id: "tredje", name });
  const storage = { "samplan/plan/long": JSON.stringify(file), "samplan/last": "long" };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/jamfor" });
  const cards = page.getByTestId("verdict-card");
  await expect(cards).toHaveCount(4);
  await expect(cards.nth(2).getByRole("heading")).toHaveText(`${first.name} (2)`);
  await expect(cards.nth(3).getByRole("heading")).toHaveText(name);
  const chart = page.locator(".side-by-side.first .chart");
  await expect(chart.locator("svg")).toBeVisible();
  const box = (await chart.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(768);
});

test("with two associations and four scenarios the whole chart is on the first screen, numbered as cards and buttons are", async ({
  app,
  page,
}) => {
  await openView(app, "vaxjo-alvesta-2015", "/jamfor");
  await expect(page.getByTestId("verdict-card")).toHaveCount(4);
  const chart = page.locator(".side-by-side.first .chart");
  await expect(chart.locator("svg text", { hasText: /^4 / })).toBeVisible();
  const box = (await chart.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(768);
  const cut = await page
    .getByTestId("verdict-card")
    .getByRole("heading")
    .evaluateAll((names) => names.map((name) => name.scrollHeight - name.clientHeight));
  expect(Math.max(...cut)).toBeLessThanOrEqual(1);
});

test("a difference that is the same every year is said once", async ({ app, page }) => {
  await openView(app, "sydnarke-2016", "/jamfor");
  const rows = page.getByTestId("compare-Contributions").locator("tr");
  await expect(rows.last()).toContainText(/Skillnad.*varje år/);
  await expect(page.getByTestId("what-differs")).toContainText("varje år");
});

test("the comparison is free of accessibility faults", async ({ app, page }) => {
  await openView(app, "sydnarke-2016", "/jamfor", { language: "en", unit: "kr", theme: "projector" });
  await expect(page.getByTestId("compare-table")).toBeVisible();
  await app.axe();
});

test("last year's plan is compared with this year's, from a file and from a saved plan", async ({ app, page }) => {
  const storage = {
    "samplan/plan/varend-2016": planFile("varend-2016"),
    "samplan/plan/last": planFile("varend-2015"),
    "samplan/last": "varend-2016",
  };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/jamfor" });
  const another = page.getByTestId("another-plan");
  await another.locator("summary").click();
  await app.upload(
    () => another.getByRole("button", { name: "Välj fil" }).click(),
    "sydnarke.json",
    planFile("sydnarke-2016"),
  );
  const chips = page.getByTestId("compared").getByRole("button", { pressed: true });
  await expect(chips.filter({ hasText: "Sydnärke" })).toHaveCount(1);
  await expect(page.getByRole("main")).toContainText("Planen (Samordningsförbundet Sydnärke 2016–2018)");
  await app.axe();
  await another.getByRole("combobox").selectOption({ index: 1 });
  await expect(page.getByTestId("compared")).toContainText("2015");
  await another.getByRole("button", { name: "Utan den andra planen" }).click();
  await expect(page.getByTestId("compared").getByRole("button", { name: /^Planen \(/ })).toHaveCount(0);
});

test("beside three scenarios the words of their names stand whole in the heads", async ({ app, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openView(app, "vaxjo-alvesta-2015", "/jamfor");
  await expect(page.getByTestId("compared").getByRole("button")).toHaveCount(4);
  const parted = await brokenWords(page, "[data-test=differs] thead");
  // The longest of all has more letters than any column has room for.
  expect(parted.filter((word) => !word.startsWith("grundtilldelning "))).toEqual([]);
});
