// The projector view: a planning day by keyboard.
import { expect, test } from "./fixtures.ts";
import { print } from "./paper.ts";
import { type Json, big, kind, openWith, slide, stepTo, stored } from "./showing.ts";
import { planFile } from "./table.ts";

test("a planning day by keyboard: nothing is changed until the room says so", async ({ app, page }) => {
  await openWith(app, planFile("varend-2016"), "sv", "/budget");
  await page.getByTestId("grid").waitFor();
  const before = await stored(page);

  // The question is written on the page that prepares the showing; P starts it from anywhere.
  await page.keyboard.press("Alt+7");
  await page.getByLabel("Frågan").fill("Hur många samordnare har vi kvar när basen går till 20 %?");
  await page.getByLabel("Förslag till beslut").fill("Styrelsen beslutar att pröva trappsteget i ett år.");
  await page.keyboard.press("Alt+2");
  await page.getByTestId("grid").waitFor();
  await page.keyboard.press("Alt+p");
  await expect(slide(page)).toHaveAttribute("data-kind", "title");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "projector");
  await expect(page.locator(".frame")).toHaveAttribute("inert", "");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(slide(page)).toHaveAttribute("data-kind", "question");
  await expect(slide(page)).toContainText("kvar när basen går till 20 %?");

  // The room thinks first; the remote's one key shows the answer before it goes on.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "think");
  await expect(page.getByTestId("big-Fte")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(big(page, "Fte")).toContainText("1,15");
  await page.keyboard.press("r");
  await expect(page.getByTestId("big-Fte")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*1,15/);

  // The base share of 2016 from 60 to 50 per cent by the arrow keys of its slider, and the figures of 2016 follow.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "levers");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByTestId("show-year")).toHaveText("2018");
  for (const year of ["2017", "2016"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByTestId("show-year")).toHaveText(year);
  }
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*3,46/);
  const first = page.getByTestId("show-lever").first();
  await first.getByRole("slider").focus();
  const steps =
    (60 - 50) / Number(await first.getByRole("slider").evaluate((one: HTMLInputElement) => Number(one.step) * 100));
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowLeft");
  await expect(first.locator(".now")).toHaveText(/60\s%\s→\s50\s%/);
  await expect(big(page, "Fte")).toHaveText(/4,5\s*→\s*2,88/);
  await expect(slide(page).locator("svg")).toContainText("2\u00a0223");
  expect((await stored(page)).scenarios, "the plan is not changed behind anyone's back").toHaveLength(
    before["scenarios"].length,
  );
  expect((await stored(page)).scenarios[0].steps).toEqual(before["scenarios"][0].steps);

  // A remote's key leaves a slider for the next slide; the screen goes black and comes back.
  await page.keyboard.press("PageDown");
  await expect(slide(page)).toHaveAttribute("data-kind", "compare");
  await page.keyboard.press(".");
  await expect(page.getByTestId("blank")).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(page.getByTestId("blank")).toHaveCount(0);
  await expect(slide(page)).toHaveAttribute("data-kind", "compare");
  await page.keyboard.press("b");
  await expect(page.getByTestId("blank")).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByTestId("compare-Fte")).toContainText("2,88");

  // What is said is noted while it is shown, and kept at once.
  await stepTo(page, "proposal");
  await expect(page.getByTestId("proposal")).toContainText("pröva trappsteget i ett år");
  await page.keyboard.press("n");
  const panel = page.locator(".show dialog[open]");
  await panel.getByTestId("add-position").focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("Vem")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Försäkringskassan");
  await panel.getByLabel("Ståndpunkt", { exact: true }).selectOption({ label: "För" });
  await panel.getByLabel("Vad som sades").fill("Om kön hålls under tre månader.");
  await panel.getByLabel("Vem").focus();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(slide(page)).toBeVisible();
  await expect(slide(page).locator(".stand.for")).toContainText("Om kön hålls under tre månader.");
  const noted = (await stored(page)).scenarios[0].positions;
  expect(noted).toEqual([expect.objectContaining({ who: "Försäkringskassan", stand: "for" })]);

  // Leaving asks what is to be kept.
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("moves")).toContainText("60\u00a0% → 50\u00a0%");
  await app.axe(".show dialog[open]");
  await page.keyboard.press("Escape");
  await expect(slide(page), "no answer is to go on").toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByTestId("show-keep").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect(page.getByTestId("grid"), "leaving returns to where one was").toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator(".frame")).not.toHaveAttribute("inert", "");
  let now = await stored(page);
  expect(now["scenarios"]).toHaveLength(before["scenarios"].length + 1);
  expect(now["scenarios"][0].steps).toEqual(before["scenarios"][0].steps);
  expect(Number(now["scenarios"][1].steps[0].decision.step_down.base_shares["2016"])).toBe(0.5);
  expect(now["scenarios"][1].name).toBe("Trappsteg (från visningen)");

  // One step of undo takes the new scenario back; the positions stay.
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await stored(page)).scenarios.length).toBe(before["scenarios"].length);
  now = await stored(page);
  expect(now["scenarios"][0].positions).toHaveLength(1);

  // What is thrown away leaves no trace.
  await page.keyboard.press("p");
  await stepTo(page, "levers");
  await page.getByRole("slider").first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".show-lever .old").first()).toBeVisible();
  await page.getByTestId("show-leave").click();
  await page.getByTestId("show-discard").click();
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect.poll(() => stored(page)).toEqual(now);
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("show"), "with nothing moved nothing is asked").toHaveCount(0);

  // The day ends with the page for the minutes, written by keys and printed.
  await page.keyboard.press("Alt+8");
  const proposal = page.getByTestId("text-proposal");
  await expect(proposal).toHaveValue("Styrelsen beslutar att pröva trappsteget i ett år.");
  await proposal.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Styrelsen beslutar att följa trappsteget till och med 2017.");
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await stored(page)).scenarios[0].proposal).toContain("till och med 2017");
  await expect(page.locator(".chart svg").first()).toBeVisible();
  const paper = await print(page);
  expect(paper.size).toEqual([210, 297]);
  expect(paper.pages.length).toBeGreaterThanOrEqual(2);
  expect(paper.pages.length).toBeLessThanOrEqual(4);
  for (const said of [
    "Hur många samordnare har vi kvar när basen går till 20 %?",
    "Styrelsen beslutar att följa trappsteget till och med 2017.",
    "Försäkringskassan",
    "Om kön hålls under tre månader.",
  ]) {
    expect(paper.text).toContain(said);
  }
});

test("slides are made by themselves until they are the users' own", async ({ app, page }) => {
  await openWith(app, planFile("varend-2016"), "sv", "/visa");
  const rows = page.getByTestId("slide-row");
  await expect(rows.first()).toContainText("Titel");
  const count = await rows.count();
  expect((await stored(page)).scenarios[0].slides).toBeUndefined();
  await app.axe();
  for (const width of [390, 1024, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }

  // By Alt and arrows the second slide becomes the first, with the focus on it.
  await rows.nth(1).getByRole("button").first().focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.first()).toContainText("Varifrån pengarna kommer");
  await expect(rows.first().getByRole("button").first()).toBeFocused();
  await expect(page.getByTestId("undo")).toContainText("Ångra: flytta bild ”Varifrån pengarna kommer");
  await rows.nth(2).getByTestId("slide-hide").click();
  await expect(rows.nth(2)).toContainText("dold");
  await expect(page.getByTestId("undo")).toContainText("Ångra: ändra bild ”");
  await rows.nth(4).getByTestId("slide-remove").click();
  await expect(rows).toHaveCount(count - 1);

  // A slide of the users' own, with levers of their choice.
  await page.getByLabel("Lägg till en bild efter den valda").selectOption({ label: "Vad händer om vi ändrar?" });
  await page.getByLabel("Egen rubrik").fill("Vad kostar en samordnare?");
  await page.getByLabel("Egen rubrik").press("Enter");
  const levers = page.getByTestId("chosen-levers");
  await levers.getByRole("checkbox", { checked: true }).first().uncheck();
  await levers.getByText("Planens egna siffror").click();
  await levers.getByLabel("Kostnad per heltidstjänst 2015").check();
  await levers.getByLabel("Platser per heltidstjänst").click();
  await expect(levers.getByRole("checkbox", { checked: true }), "three at most").toHaveCount(3);
  const own = (await stored(page)).scenarios[0].slides as Json[];
  const made = own.find((one) => one["title"] === "Vad kostar en samordnare?");
  expect(made?.["levers"]).toHaveLength(3);

  // The plan's own figures are kept in the plan, and only when that is said.
  // It begins with the slide that is chosen.
  await page.getByTestId("start-show").click();
  await expect(slide(page)).toHaveAttribute("data-kind", "levers");
  await page.keyboard.press("Home");
  await expect(slide(page)).toHaveAttribute("data-kind", "flows");
  for (
    let tries = 0;
    tries < 20 && (await slide(page).getByRole("heading").textContent()) !== "Vad kostar en samordnare?";
    tries++
  )
    await page.keyboard.press("PageDown");
  await expect(slide(page).getByRole("heading")).toHaveText("Vad kostar en samordnare?");
  const cost = page.getByRole("slider", { name: "Kostnad per heltidstjänst 2015" });
  await cost.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(page.locator(".show dialog[open]")).toContainText("De gäller för alla scenarier");
  await page.getByTestId("show-keep").click();
  const after = await stored(page);
  expect(after["scenarios"]).toHaveLength(2);
  expect(after["associations"][0].capacity.cost_per_fte["2015"]).not.toBe("771000");

  await page.getByTestId("reset-slides").click();
  await expect(rows).toHaveCount(count);
  expect((await stored(page)).scenarios[0].slides).toBeUndefined();
});

test("a showing fills the screen, keeps it awake, and keeps the work views out of reach", async ({ app, page }) => {
  await page.addInitScript(() => {
    const locks = { held: 0 };
    Object.assign(window, { locks });
    const request = async () => {
      locks.held += 1;
      const lock = {
        released: false,
        release: async () => {
          locks.held -= 1;
          lock.released = true;
        },
      };
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const held = () => page.evaluate(() => (window as unknown as { locks: { held: number } }).locks.held);
  const full = () => page.evaluate(() => Boolean(document.fullscreenElement));
  await openWith(app, planFile("vaxjo-2011"), "en", "/budget", true);
  await page.getByTestId("grid").waitFor();
  await page.keyboard.press("p");
  await expect.poll(full).toBe(true);
  await expect.poll(held).toBe(1);
  // F gives the screen back and goes on showing; the browser's own Esc leaves both.
  await page.keyboard.press("f");
  await expect.poll(full).toBe(false);
  await expect(slide(page)).toBeVisible();
  await page.keyboard.press("f");
  await expect.poll(full).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.getByTestId("show")).toHaveCount(0);
  await expect.poll(held).toBe(0);
  await page.keyboard.press("p");
  await expect(slide(page)).toHaveAttribute("data-kind", "title");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("?");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/budget$/);
  await page.keyboard.press("End");
  const last = await page.getByTestId("show-place").textContent();
  expect(last?.split(" / ")[0]).toBe(last?.split(" / ")[1]);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+Space");
  await expect(page.getByTestId("show-place")).toHaveText(/^1 \//);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("show")).toHaveCount(0);
});
