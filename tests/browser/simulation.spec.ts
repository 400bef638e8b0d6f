// Utforska's simulation on a real plan: run, stopped, run again, and changed under way.
import { expect, test } from "./fixtures.ts";
import { open, read, stored, type } from "./exploring.ts";

test("simulation: run, stopped and run again; the same seed gives the same numbers, and the page answers meanwhile", async ({
  app,
  page,
}) => {
  await open(app, "akst-2014", "risk");
  const runs = page.getByTestId("simulation").getByLabel("Antal körningar");
  const result = async (): Promise<string> => {
    await expect(page.getByTestId("simulation-done")).toBeVisible();
    return (
      (await read(page.getByTestId("fan"))) +
      (await read(page.getByTestId("gone"))) +
      (await read(page.getByTestId("drivers")))
    );
  };
  await runs.selectOption("0");
  await page.getByTestId("simulation-run").click();
  const first = await result();
  await expect.poll(() => read(page.getByTestId("simulation-done"))).toBe("1 000 körningar med startvärde 1.");
  // To the krona what the model reckons natively for the same seed (tests/explore/simulation.rs).
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "kr", exact: true }).click();
  await page.getByTestId("settings").click();
  const fan = await read(page.getByTestId("fan"));
  for (const kronor of [
    ["117 360", "290 518", "424 337", "567 256", "732 702"],
    ["\u2212201 604", "164 340", "425 682", "682 547", "1 003 613"],
  ]) {
    expect(fan).toContain(kronor.join(" "));
  }
  await page.getByTestId("settings").click();
  await page.getByRole("button", { name: "tkr", exact: true }).click();
  await page.getByTestId("settings").click();
  await app.axe();

  // A long one: the clock of the page goes on, buttons answer, and it can be stopped.
  await runs.selectOption("2");
  // From inside the page, frame by frame: the work must leave room for frames and clicks, however fast the machine is.
  const meanwhile = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const find = (name: string) => document.querySelector<HTMLElement>(`[data-test="${name}"]`);
    const press = (name: string) =>
      [...document.querySelectorAll("button")].find((one) => one.textContent === name)?.click();
    find("simulation-run")?.click();
    while (!find("simulation-stop")) await frame();
    press("kr");
    await frame();
    const atRisk = find("at-risk")?.textContent;
    press("tkr");
    await frame();
    const progress = find("simulation-progress")?.textContent;
    find("simulation-stop")?.click();
    return { atRisk, progress };
  });
  expect(meanwhile.atRisk).toContain("2\u00a0800\u00a0000\u00a0kr");
  expect(meanwhile.progress).toContain("av 100\u00a0000");
  await expect(page.getByTestId("simulation-stopped")).toContainText("Avbruten efter");
  await expect(page.getByTestId("simulation-run")).toBeFocused();

  // Whoever has gone on to another field meanwhile stays there when it is done.
  await runs.selectOption("1");
  const focused = await page.evaluate(async () => {
    const find = (name: string) => document.querySelector<HTMLElement>(`[data-test="${name}"]`);
    find("simulation-run")?.click();
    while (document.activeElement !== find("simulation-stop")) await new Promise((done) => requestAnimationFrame(done));
    find("simulation-seed")?.querySelector("input")?.focus();
    while (!find("simulation-done")) await new Promise((done) => requestAnimationFrame(done));
    for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
    return document.activeElement?.closest<HTMLElement>("[data-test]")?.dataset["test"];
  });
  expect(focused).toBe("simulation-seed");
  await runs.selectOption("0");
  await page.keyboard.press("Tab");
  await page.getByTestId("simulation-run").click();
  await expect.poll(() => read(page.getByTestId("simulation-done"))).toBe("1 000 körningar med startvärde 1.");
  expect(await result()).toBe(first);
  const seed = page.getByLabel("Startvärde för slumpen");
  await type(seed, "1,5");
  await expect(page.getByText("Skriv ett heltal, 0 eller mer.")).toBeVisible();
  await type(seed, "2");
  await page.getByTestId("simulation-run").click();
  await expect(page.getByTestId("simulation-done")).toContainText("startvärde 2");
  expect(await result()).not.toBe(first);

  // Likelihoods are the plan's; a change says that the answer is of before it.
  await page.getByTestId("likelihoods").locator("summary").click();
  await type(page.getByTestId("likelihoods").getByLabel("Medel"), "40");
  await expect(page.getByTestId("simulation-stale")).toBeVisible();
  expect(Number((await stored(page)).rules.likelihoods.medium)).toBe(0.4);
  await type(page.getByTestId("likelihoods").getByLabel("Låg"), "50");
  await expect(page.getByTestId("likelihoods").locator(".field-error")).toBeVisible();
});
