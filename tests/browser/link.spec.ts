// Links: made in the dialog, opened in another browser, hostile ones refused; nothing is saved before somebody says so.
import { deflateRawSync } from "node:zlib";
import { App, test, expect } from "./fixtures.ts";
import { inFirefox } from "./firefox.mjs";
import { openView } from "./decisions.ts";
import { changedPlan, openPlan, planFile } from "./table.ts";

const linkOf = (text: string): string => `1.${deflateRawSync(text).toString("base64url")}`;

/** What is stored beside settings. */
const stored = (): Promise<string[]> =>
  Promise.resolve(Object.keys(localStorage).filter((key) => key.startsWith("samplan/plan/")));

for (const language of ["sv", "en"] as const) {
  test(`a plan travels in a link and is saved only when asked: ${language}`, async ({ app, page, browser }) => {
    await openPlan(app, "vaxjo-alvesta-2015", { language, unit: "tkr" });
    await page.keyboard.press("Alt+k");
    const dialog = page.getByRole("dialog");
    const address = await dialog.getByTestId("link-made").inputValue();
    expect(address).toContain("#/lank/1.");
    await expect(dialog.getByTestId("code").or(dialog.getByTestId("no-code"))).toBeVisible();
    await app.axe("dialog[open]");
    const clipboard = await app.clipboard();
    await dialog.getByTestId("link-copy").click();
    await expect(dialog.getByTestId("link-status")).toHaveText(
      language === "sv" ? "Länken är kopierad." : "The link is copied.",
    );
    expect(await clipboard("text/plain")).toBe(address);

    // Somebody else's browser.
    const elsewhere = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
    const guest = new App(await elsewhere.newPage(), app.url);
    guest.watch(elsewhere);
    await guest.open({ settings: { language, unit: "tkr" }, route: address.slice(address.indexOf("#") + 1) });
    const held = guest.page.getByTestId("link-plan");
    await expect(held).toContainText("Alvesta samordningsförbund");
    expect(await guest.page.evaluate(stored)).toEqual([]);
    await guest.axe();
    await guest.reload();
    await expect(held).toContainText("Sammanslagning 2015");
    expect(await guest.page.evaluate(stored)).toEqual([]);
    await held.getByTestId("link-open").click();
    await expect(guest.page).toHaveURL(/#\/budget/);
    await expect(guest.page.getByRole("main")).toContainText("Alvesta samordningsförbund");
    await expect.poll(() => guest.page.evaluate(stored)).toHaveLength(1);
    expect(guest.wentWrong()).toEqual([]);
    await elsewhere.close();
  });
}

test("a scenario alone goes into the plan that it comes from, with the sender's figures", async ({ app, page }) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await page.getByTestId("scenario-tabs").getByRole("button", { name: "Sammanslagning 2015", exact: true }).click();
  await page.getByTestId("scenario-share").click();
  const address = await page.getByRole("dialog").getByTestId("link-made").inputValue();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.goto(address);
  await page.getByTestId("link-receive").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByTestId("same-figures")).toBeVisible();
  await dialog.getByTestId("add-scenarios").click();
  await expect(page.getByTestId("scenario-tabs")).toContainText("Sammanslagning 2015 (2)");
});

test("with no plan open a scenario's link says that it needs one, or asks which it goes into", async ({
  app,
  page,
  browser,
}) => {
  await openView(app, "vaxjo-alvesta-2015", "/scenarier");
  await page.getByTestId("scenario-tabs").getByRole("button", { name: "Sammanslagning 2015", exact: true }).click();
  await page.getByTestId("scenario-share").click();
  const address = await page.getByRole("dialog").getByTestId("link-made").inputValue();
  const route = address.slice(address.indexOf("#") + 1);
  const elsewhere = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  const settings = { language: "sv", unit: "tkr" } as const;
  const empty = new App(await elsewhere.newPage(), app.url);
  await empty.open({ settings, route });
  await expect(empty.page.getByTestId("link-scenarios")).toContainText("Det finns ingen sparad plan");
  const storage = { "samplan/plan/vaxjo": planFile("vaxjo-2014"), "samplan/plan/pair": planFile("vaxjo-alvesta-2015") };
  const two = new App(await elsewhere.newPage(), app.url);
  await two.open({ settings, storage, route });
  await two.page.getByTestId("link-receive").click();
  await expect(two.page.getByRole("dialog").getByTestId("kinship")).toContainText("kommer från den här planen");
  await elsewhere.close();
});

test("a link to a version of the open plan says what differs and lays it beside", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  const newer = changedPlan("vaxjo-alvesta-2015", (plan) => (plan.description = "Ändrad hos någon annan"));
  await page.goto(`${app.url}#/lank/${linkOf(newer)}`);
  const held = page.getByTestId("link-plan");
  await expect(held.getByTestId("kinship")).toContainText("1 del skiljer");
  await held.getByRole("button", { name: /^Jämför med/ }).click();
  await expect(page.getByTestId("count")).toHaveText("1 del skiljer.");
});

test("hostile and damaged links are refused in words, and change nothing", async ({ app, page }) => {
  await openPlan(app, "vaxjo-alvesta-2015");
  const good = linkOf(planFile("vaxjo-alvesta-2015"));
  const bomb = linkOf(" ".repeat(20 << 20));
  const name = '<img src=x onerror="document.title=1">';
  const cases: [string, string][] = [
    [good.slice(0, -40), "avkapad"],
    ["", "avkapad"],
    ["2.AAAA", "nyare version"],
    [bomb, "mer än en plan rymmer"],
    ["1." + "A".repeat(40_000), "för lång"],
    [linkOf("{}"), "inte en Samplan-fil"],
  ];
  for (const [link, told] of cases) {
    await page.goto(`${app.url}#/lank/${link}`);
    await expect(page.getByTestId("link-refused")).toContainText(told);
  }
  await app.axe();
  await page.goto(`${app.url}#/lank/${linkOf(changedPlan("vaxjo-2014", (plan) => (plan.name = name)))}`);
  await expect(page.getByTestId("link-plan").locator("h2")).toContainText(name);
  await expect(page.getByTestId("link-plan").locator("img")).toHaveCount(0);
  expect(await page.evaluate(stored)).toEqual(["samplan/plan/vaxjo-alvesta-2015"]);
});

test("in a showing the code of what is shown is a key away, and Esc goes back to the slide", async ({ app, page }) => {
  await openView(app, "varend-2015", "/visa");
  await page.getByTestId("start-show").click();
  await page.getByTestId("show-share").click();
  const dialog = page.locator("dialog").filter({ has: page.getByTestId("link-made") });
  await expect(dialog.getByTestId("code").locator("path")).toHaveAttribute("d", /^M4 4h7v1h-7z/);
  // In Firefox the first Esc leaves full screen, and the page does not hear of it.
  if (inFirefox && (await page.evaluate(() => document.fullscreenElement !== null)))
    await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId("show")).toBeVisible();
});
