// A whole planning day, from Hem to the printed page for the minutes, by keyboard alone and with two windows.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { plain } from "./decisions.ts";
import { print } from "./paper.ts";

type Words = Record<string, Record<string, string>>;
const words = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8")) as Words;

/** The plan that the day is about. */
const PLAN = "Samordningsförbundet Värend 2016–2018";

/** Goes with Tab until the place has the focus. */
async function tabTo(page: Page, place: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await place.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
  }
  await expect(place, "reached with Tab").toBeFocused();
}

for (const language of ["sv", "en"] as const) {
  test(`from Hem to the printed page by keyboard alone, with two windows: ${language}`, async ({ app, page }) => {
    test.slow();
    const say = words(language);
    const { show, label } = say as { show: Record<string, string>; label: Record<string, string> };
    const { keyboard } = page;
    // Whoever touches the mouse fails.
    await page.addInitScript(() => {
      addEventListener("mousedown", () => document.body.setAttribute("data-mouse", "used"), true);
    });
    // Browsers take the screen back from a page that opens a window.
    await page.addInitScript(() => {
      const { open } = window;
      window.open = (...about) => {
        if (document.fullscreenElement) void document.exitFullscreen();
        return open.apply(window, about);
      };
    });
    await app.open({ settings: { language, unit: "tkr" } });

    // Hem: an example.
    await tabTo(page, page.getByTestId("example").filter({ hasText: PLAN }).getByRole("button"));
    await keyboard.press("Enter");
    const grid = page.getByTestId("grid");
    await grid.waitFor();

    // Budget: a figure is changed in its cell, and taken back.
    await tabTo(page, grid.locator("[tabindex='0']").first());
    const typed = grid.locator(".amount").filter({ hasText: /^999/ });
    for (const key of ["9", "9", "9", "Enter"]) await keyboard.press(key);
    await expect(typed.first()).toBeVisible();
    await keyboard.press("Control+z");
    await expect(typed).toHaveCount(0);

    // Scenarier: what the open one does, in the strip and on its card.
    await keyboard.press("Alt+4");
    await expect(page.getByTestId("kpis")).toContainText("1,15".replace(",", language === "sv" ? "," : "."));
    // Jämför: the verdict.
    await keyboard.press("Alt+5");
    await expect(page.getByTestId("verdict-card")).toHaveCount(3);

    // Visa: the question and the proposal are written.
    await keyboard.press("Alt+7");
    const field = (name: string | undefined) => page.getByLabel(name ?? "", { exact: true });
    await tabTo(page, field(label["the_question"]));
    await keyboard.type("Hur många samordnare har vi kvar?");
    await tabTo(page, field(label["proposal_for_decision"]));
    await keyboard.type("Styrelsen beslutar att pröva trappsteget.");
    await keyboard.press("Alt+p");
    const now = page.locator("[data-test=show] > .slide-box").getByTestId("slide");
    await expect(now).toHaveAttribute("data-kind", "title");
    await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(true);

    // The projector's window: the showing goes on, though the browser takes the screen back.
    await tabTo(page, page.getByTestId("show-projector"));
    const [projector] = await Promise.all([page.waitForEvent("popup"), keyboard.press("Enter")]);
    const mirror = projector.getByTestId("mirror");
    const presenter = page.getByTestId("presenter");
    await expect(presenter).toBeVisible();
    await expect.poll(() => page.evaluate(() => Boolean(document.fullscreenElement))).toBe(false);
    const onTo = async (kind: string) => {
      for (let tries = 0; tries < 25 && (await now.getAttribute("data-kind")) !== kind; tries++)
        await keyboard.press("PageDown");
      await expect(now).toHaveAttribute("data-kind", kind);
      await expect(mirror.getByTestId("slide")).toHaveAttribute("data-kind", kind);
    };

    // The room guesses before it sees the answer.
    await onTo("question");
    await expect(mirror).toContainText("Hur många samordnare har vi kvar?");
    await onTo("think");
    await tabTo(page, field(show["guess"]));
    for (const guess of ["2", "3"]) {
      await keyboard.type(guess);
      await keyboard.press("Enter");
    }
    await keyboard.press("Escape");
    await keyboard.press("r");
    const answer = language === "sv" ? "1,15" : "1.15";
    await expect(now.getByTestId("big-Fte")).toContainText(answer);
    await expect(mirror.getByTestId("big-Fte")).toContainText(answer);
    await expect(mirror.getByTestId("guesses")).toContainText(language === "sv" ? "2,5" : "2.5");

    // A reload of either window goes on where it was, with the answer and what was guessed.
    await projector.reload();
    await expect(mirror.getByTestId("big-Fte")).toContainText(answer);
    await page.reload();
    await app.ready();
    await expect(now).toHaveAttribute("data-kind", "think");
    await expect(now.getByTestId("big-Fte")).toContainText(answer);
    await expect(now.getByTestId("guesses")).toContainText(language === "sv" ? "2,5" : "2.5");
    await expect(presenter).toBeVisible();

    // A lever is moved; both windows say what follows.
    await onTo("levers");
    const lever = now.getByTestId("show-lever").last();
    await tabTo(page, lever.getByRole("slider"));
    for (let steps = 0; steps < 10; steps++) await keyboard.press("ArrowRight");
    const moved = plain((await lever.locator(".now b").textContent()) ?? "");
    expect(moved).not.toContain("20");
    const after = plain((await now.getByTestId("big-Fte").locator(".new").textContent()) ?? "");
    expect(after).not.toBe(answer);
    await expect.poll(async () => plain((await mirror.locator(".now b").last().textContent()) ?? "")).toBe(moved);
    await expect(mirror.getByTestId("big-Fte").locator(".new")).toHaveText(after);

    // What is said is noted while it is shown.
    await onTo("proposal");
    await keyboard.press("n");
    const panel = page.locator(".show dialog[open]");
    await tabTo(page, panel.getByTestId("add-position"));
    await keyboard.press("Enter");
    await expect(panel.getByLabel(label["who"] ?? "", { exact: true })).toBeFocused();
    await keyboard.press("Control+a");
    await keyboard.type("Regionen");
    await tabTo(page, panel.getByLabel(label["what_was_said"] ?? "", { exact: true }));
    await keyboard.type("Om kön hålls kort.");
    await keyboard.press("Tab");
    await keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(mirror).toContainText("Om kön hålls kort.");

    // Leaving asks; what was moved becomes a scenario.
    await keyboard.press("Escape");
    await expect(page.getByTestId("moves")).toContainText("→");
    await tabTo(page, page.getByTestId("show-keep"));
    await keyboard.press("Enter");
    await expect(page.getByTestId("show")).toHaveCount(0);
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/plan/"))),
      "one plan, in one place",
    ).toHaveLength(1);

    // Underlag, printed.
    await keyboard.press("Alt+8");
    await expect(page.locator(".minutes")).toBeVisible();
    await expect(page.locator(".chart svg").first()).toBeVisible();
    const paper = await print(page);
    for (const said of ["Hur många samordnare har vi kvar?", "Styrelsen beslutar att pröva", "Om kön hålls kort."])
      expect(paper.text).toContain(said);
    expect(plain(paper.text)).toContain(after);
    await expect(page.locator("body")).not.toHaveAttribute("data-mouse", "used");
  });
}
