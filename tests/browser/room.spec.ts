// The room: two windows that follow each other, guesses, and slides that state what their figures say.
import type { Page } from "@playwright/test";
import { type App, expect, test } from "./fixtures.ts";
import { plain } from "./decisions.ts";
import { openWith } from "./showing.ts";
import { planFile } from "./table.ts";

async function openShow(app: App, name = "varend-2016"): Promise<void> {
  await app.page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.resolve();
  });
  const storage = { "samplan/plan/test": planFile(name), "samplan/last": "test" };
  await app.open({ settings: { language: "sv", unit: "tkr" }, storage, route: "/visa" });
  await app.page.getByTestId("start-show").click();
  await expect(app.page.getByTestId("slide")).toBeVisible();
}

async function stepTo(page: Page, wanted: string): Promise<void> {
  const slide = page.locator("[data-test=show] > .slide-box").getByTestId("slide");
  for (let tries = 0; tries < 25 && (await slide.getAttribute("data-kind")) !== wanted; tries++)
    await page.keyboard.press("PageDown");
  await expect(slide).toHaveAttribute("data-kind", wanted);
}

test("the projector's window follows the presenter's, through a reload of either, and holds no plan", async ({
  app,
  page,
}) => {
  await openShow(app);
  const [projector] = await Promise.all([page.waitForEvent("popup"), page.getByTestId("show-projector").click()]);
  const mirror = projector.getByTestId("mirror");
  await expect(mirror.getByTestId("slide")).toHaveAttribute("data-kind", "title");
  const beside = page.getByTestId("presenter");
  await expect(beside).toBeVisible();
  await expect(beside.getByTestId("next-slide")).toHaveText(/^2018 kommer 5\s400\stkr in/);
  await expect(beside.getByTestId("clock")).toHaveText(/^\d\d\.\d\d$/);
  const coming = beside.locator(".small-slide").getByTestId("slide");
  await expect(coming).toHaveAttribute("data-kind", "flows");

  // What the room has guessed stays beside what comes.
  await stepTo(page, "think");
  await page.getByLabel("Rummets gissning").fill("2");
  await page.getByLabel("Rummets gissning").press("Enter");
  await page.getByLabel("Rummets gissning").press("Escape");
  await expect(coming).toHaveAttribute("data-kind", "levers");

  await stepTo(page, "levers");
  await expect(mirror.getByRole("heading", { includeHidden: true })).toHaveText(/2018 har vi 1,15 samordnare/);
  await expect(coming).toHaveAttribute("data-kind", "compare");
  await expect(beside.getByTestId("guesses")).toContainText("i snitt 2");
  await expect(mirror.locator("svg").first()).toBeAttached();
  // A lever moves both at once.
  await page.getByRole("slider").last().focus();
  await page.keyboard.press("ArrowLeft");
  const now = plain((await page.getByTestId("show-lever").last().locator(".now").textContent()) ?? "");
  await expect
    .poll(async () => plain((await mirror.getByTestId("show-lever").last().locator(".now").textContent()) ?? ""))
    .toBe(now);

  // The projector's window comes back to what is shown.
  await projector.reload();
  await expect(mirror.getByTestId("slide")).toHaveAttribute("data-kind", "levers");

  // So does the presenter's, with what was moved; the browser asks before it goes.
  const asked = page.waitForEvent("dialog");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  expect((await asked).type()).toBe("beforeunload");
  await app.ready();
  await expect(page.locator("[data-test=show] > .slide-box").getByTestId("slide")).toHaveAttribute(
    "data-kind",
    "levers",
  );
  await expect
    .poll(async () => plain((await page.getByTestId("show-lever").last().locator(".now").textContent()) ?? ""))
    .toBe(now);
  await page.keyboard.press("PageDown");
  await expect(mirror.getByTestId("slide")).toHaveAttribute("data-kind", "compare");
  await expect(beside).toBeVisible();

  // Nothing was forked: the plan is there once, unchanged.
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/plan/")));
  expect(keys).toEqual(["samplan/plan/test"]);
  await page.keyboard.press("Escape");
  await page.getByTestId("show-discard").click();
  await expect(page.getByTestId("show")).toHaveCount(0);
});

test("what the room guesses stands beside the answer", async ({ app, page }) => {
  await openShow(app);
  await stepTo(page, "think");
  const field = page.getByLabel("Rummets gissning");
  for (const guess of ["2", "3,5", "b"]) {
    await field.fill(guess);
    await field.press("Enter");
  }
  await expect(page.getByTestId("guess-form").getByRole("alert")).toBeVisible();
  await expect(page.getByTestId("guesses")).toContainText("i snitt 2,75");
  await field.press("Escape");
  await page.keyboard.press("r");
  await expect(page.getByTestId("big-Fte")).toContainText("1,15");
  await expect(page.getByTestId("guesses")).toContainText("3,5");
});

test("headings state what the figures say, and members' contributions have a slide", async ({ app, page }) => {
  await openShow(app);
  const heading = async () => plain((await page.locator(".slide h2").textContent()) ?? "");
  await stepTo(page, "capacity");
  expect(await heading()).toBe("2018 står 75 inskrivna utan plats");
  await stepTo(page, "contributions");
  expect(await heading()).toBe("2018 betalar medlemmarna tillsammans 5 400 tkr, som i planen");
  await expect(page.getByTestId("show-payer")).toHaveCount(5);
  await page.keyboard.press("Home");
  await stepTo(page, "compare");
  expect(await heading()).toContain("Samordnare 2018: 4,5 i planen");
});

test("an event is a condition and not the board's proposal", async ({ app, page }) => {
  await openShow(app, "sydnarke-2016");
  await stepTo(page, "proposal");
  await expect(page.locator(".slide h2")).toHaveText("Förutsättningar");
});

test("the projector's window opens where the address has no certificate and storage is blocked", async ({
  app,
  page,
}) => {
  await openShow(app);
  await page.evaluate(() => {
    Object.defineProperty(Crypto.prototype, "randomUUID", { value: undefined });
    Storage.prototype.setItem = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  const [projector] = await Promise.all([page.waitForEvent("popup"), page.getByTestId("show-projector").click()]);
  await expect(projector.getByTestId("mirror")).not.toBeEmpty();
});

/** Says what the browser says of full screen, at a moment when the page is or is not full any more. */
async function tellFullScreen(page: Page, told: { full: boolean; words: number }): Promise<void> {
  await page.evaluate(({ full, words }) => {
    const value = full ? document.body : null;
    Object.defineProperty(document, "fullscreenElement", { configurable: true, value });
    for (let word = 0; word < words; word++) window.dispatchEvent(new Event("fullscreenchange"));
  }, told);
}

test("full screen is left with the showing also where the browser tells late that it was filled", async ({
  app,
  page,
}) => {
  await openShow(app);
  await page.evaluate(() => {
    document.exitFullscreen = () => Promise.resolve();
  });
  await tellFullScreen(page, { full: true, words: 1 });
  // Given back by the key before the browser has told of filling: neither word ends the showing.
  await page.keyboard.press("f");
  await tellFullScreen(page, { full: false, words: 2 });
  await expect(page.locator("[data-test=show] > .slide-box").getByTestId("slide")).toBeVisible();
  // Filled again, and taken back by the browser before it has told of filling: the only word finds no full screen.
  await page.keyboard.press("f");
  await tellFullScreen(page, { full: false, words: 1 });
  await expect(page.getByTestId("show")).toHaveCount(0);
});

test("the browser's own leaving ends the showing also after the screen was given back and filled at once", async ({
  app,
  page,
}) => {
  // A browser that tells of each turning only after its promise, as on a slow machine.
  await page.addInitScript(() => {
    let full: Element | null = null;
    Object.defineProperty(document, "fullscreenElement", { get: () => full });
    const turn = (element: Element | null) => {
      full = element;
      setTimeout(() => window.dispatchEvent(new Event("fullscreenchange")), 150);
      return Promise.resolve();
    };
    Object.defineProperty(Element.prototype, "requestFullscreen", { value: () => turn(document.documentElement) });
    document.exitFullscreen = () => turn(null);
  });
  const full = () => page.evaluate(() => Boolean(document.fullscreenElement));
  await openWith(app, planFile("vaxjo-2011"), "sv", "/budget", true);
  await page.getByTestId("grid").waitFor();
  await page.keyboard.press("p");
  await expect.poll(full).toBe(true);
  await page.keyboard.press("f");
  await expect.poll(full).toBe(false);
  await page.keyboard.press("f");
  await expect.poll(full).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.getByTestId("show")).toHaveCount(0);
});

test("leaving full screen does not close what is being written", async ({ app, page }) => {
  await openShow(app);
  await page.keyboard.press("n");
  const panel = page.locator(".show dialog[open]");
  await panel.getByTestId("add-position").click();
  await panel.getByLabel("Vad som sades").fill("Halv mening");
  await page.evaluate(() => {
    Object.defineProperty(document, "fullscreenElement", { configurable: true, value: document.body });
    document.dispatchEvent(new Event("fullscreenchange"));
    window.dispatchEvent(new Event("fullscreenchange"));
    Object.defineProperty(document, "fullscreenElement", { configurable: true, value: null });
    window.dispatchEvent(new Event("fullscreenchange"));
  });
  await expect(panel).toBeVisible();
  await expect(panel.getByLabel("Vad som sades")).toHaveValue("Halv mening");
});

test("the browser's back key asks when something moved is not kept, and leaves when nothing was", async ({
  app,
  page,
}) => {
  await openShow(app);
  // Begun anew from another view, so that back does not leave the page.
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Budget" }).click();
  await page.getByRole("link", { name: "Visa", exact: true }).click();
  await page.getByTestId("start-show").click();
  await stepTo(page, "levers");
  await page.getByRole("slider").last().focus();
  await page.keyboard.press("ArrowLeft");
  await page.goBack();
  const asked = page.locator(".show dialog[open]");
  await expect(asked).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(asked).toHaveCount(0);
  await expect(page.getByTestId("show")).toBeVisible();
  // Put back, there is nothing to ask about.
  await page.getByRole("slider").last().focus();
  await page.keyboard.press("ArrowRight");
  await page.goForward();
  await expect(page.getByTestId("show")).toHaveCount(0);
});
