// The start view: the examples, the stored plans and what can be done with them, and storage that is broken or missing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { LOOKS, expect, test, type App } from "./fixtures.ts";

const PLANS = fileURLToPath(new URL("../../plans", import.meta.url));
const files = readdirSync(PLANS)
  .filter((file) => file.endsWith(".json"))
  .map((file) => readFileSync(join(PLANS, file), "utf8"));
const examples = files.map((text) => ({ text, name: (JSON.parse(text) as { plan: { name: string } }).plan.name }));
const exampleText = (name: string) => examples.find((example) => example.name === name)?.text ?? "";

const VAXJO = "Växjö samordningsförbund 2014–2016";
const SYDNARKE = "Samordningsförbundet Sydnärke 2016–2018";
const BROKEN = '{"format":"samplan","version":1,"plan":';

const sv = { settings: { language: "sv" } } as const;
const planName = (page: Page) => page.getByLabel("Planens namn", { exact: true });
const shelf = (page: Page) => page.getByTestId("plan");
const row = (page: Page, name: string) =>
  shelf(page).filter({ has: page.getByRole("button", { name: `Öppna ${name}`, exact: true }) });

/** The stored plans' texts by key. */
const stored = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("samplan/plan/"))),
  );

async function home(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = "#/"));
  await expect(page.locator(".home")).toBeVisible();
}

async function openExample(page: Page, name: string): Promise<void> {
  await page.getByTestId("example").getByRole("button", { name, exact: true }).click();
  await expect(page).toHaveURL(/#\/budget$/);
  await expect(planName(page)).toHaveValue(name);
}

async function openExamples(app: App, ...names: string[]): Promise<void> {
  await app.open(sv);
  for (const name of names) {
    await openExample(app.page, name);
    await home(app.page);
  }
}

test.use({ testIdAttribute: "data-test" });

for (const [language, title] of [
  ["sv", "Vad händer om?"],
  ["en", "What if?"],
] as const) {
  test(`a first visit sees what this is, one way to begin and all examples without scrolling (${language})`, async ({
    app,
    page,
  }) => {
    await app.open({ settings: { language } });
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator("button.primary")).toHaveCount(1);
    const shown = await page.getByTestId("example").getByRole("button").allTextContents();
    expect(shown.sort()).toEqual(examples.map((example) => example.name).sort());
    for (const example of await page.getByTestId("example").all()) await expect(example).toBeInViewport({ ratio: 1 });
    await app.axe();
  });
}

for (const { name, text } of examples) {
  test(`the example ${name} opens as a copy of its own`, async ({ app, page }) => {
    await app.open(sv);
    await openExample(page, name);
    expect(Object.values(await stored(page))).toEqual([text]);
    await app.reload();
    await expect(planName(page)).toHaveValue(name);
  });
}

test("an example that nobody has changed is opened again, not copied again", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE, VAXJO, VAXJO);
  await expect(shelf(page)).toHaveCount(2);
  await expect(row(page, VAXJO)).toHaveAttribute("aria-current", "true");
  await planName(page).fill("Vår egen");
  await planName(page).press("Enter");
  await expect(row(page, "Vår egen")).toBeVisible();
  await openExample(page, VAXJO);
  await home(page);
  await expect(shelf(page)).toHaveCount(3);
});

test("stored plans are there after a reload, the open one marked, and open again", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE);
  await app.reload();
  await expect(shelf(page)).toHaveCount(2);
  await expect(row(page, SYDNARKE)).toContainText("Öppen nu");
  await expect(row(page, VAXJO)).toContainText(/Ändrad i dag \d\d\.\d\d/);
  await row(page, VAXJO)
    .getByRole("button", { name: `Öppna ${VAXJO}` })
    .click();
  await expect(planName(page)).toHaveValue(VAXJO);
});

test("a plan is renamed where it stands, and a name that cannot be is refused at the field", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE);
  for (const [name, next] of [
    [VAXJO, "Stängd plan"],
    [SYDNARKE, "Öppen plan"],
  ] as const) {
    await row(page, name)
      .getByRole("button", { name: `Byt namn på ${name}` })
      .click();
    const field = page.getByLabel("Planens nya namn");
    await expect(field).toBeFocused();
    await field.fill(" ");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(/Namnet är tomt/);
    await field.fill(next);
    await field.press("Enter");
    await expect(page.getByRole("button", { name: `Öppna ${next}` })).toBeFocused();
  }
  await expect(planName(page)).toHaveValue("Öppen plan");
  await page.getByTestId("undo").click();
  await expect(planName(page)).toHaveValue(SYDNARKE);
  await row(page, SYDNARKE)
    .getByRole("button", { name: /^Byt namn/ })
    .click();
  await page.getByLabel("Planens nya namn").fill("Ångrat mig");
  await page.keyboard.press("Escape");
  await app.reload();
  await expect(row(page, SYDNARKE)).toBeVisible();
  await expect(row(page, "Stängd plan")).toBeVisible();
});

test("a plan is copied beside itself", async ({ app, page }) => {
  await openExamples(app, VAXJO);
  await row(page, VAXJO)
    .getByRole("button", { name: `Duplicera ${VAXJO}` })
    .click();
  await expect(shelf(page)).toHaveCount(2);
  await expect(row(page, VAXJO)).toHaveAttribute("aria-current", "true");
  // A checksum follows what it is of; the rest is the same but for the name.
  const plain = (text: string) => text.replace(/"checksum": "[0-9a-f]+"/, "");
  const texts = Object.values(await stored(page)).map(plain);
  const copy = exampleText(VAXJO).replace(VAXJO, `${VAXJO} (kopia)`);
  expect(texts.sort()).toEqual([exampleText(VAXJO), copy].map(plain).sort());
});

test("a deleted plan comes back by undo, open if it was", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE);
  const before = await stored(page);
  for (const name of [VAXJO, SYDNARKE]) {
    await row(page, name)
      .getByRole("button", { name: `Ta bort ${name}` })
      .click();
    await expect(row(page, name)).toHaveCount(0);
    await page.locator(".notice").getByRole("button", { name: "Ångra" }).click();
    await expect(row(page, name)).toBeVisible();
  }
  await expect.poll(() => stored(page)).toEqual(before);
  await expect(planName(page)).toHaveValue(SYDNARKE);
});

test("a deleted plan that comes back takes no other plan's place", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE);
  await row(page, VAXJO)
    .getByRole("button", { name: `Byt namn på ${VAXJO}` })
    .click();
  await page.getByLabel("Planens nya namn").fill("Den gamla");
  await page.keyboard.press("Enter");
  await row(page, "Den gamla").getByRole("button", { name: "Ta bort Den gamla" }).click();
  await expect(row(page, "Den gamla")).toHaveCount(0);
  await openExample(page, VAXJO);
  await home(page);
  await page.locator(".notice").getByRole("button", { name: "Ångra" }).click();
  await expect(row(page, "Den gamla")).toBeVisible();
  await expect(row(page, VAXJO)).toBeVisible();
  await expect(shelf(page)).toHaveCount(3);
});

test("the last plan deleted leads back to the welcome", async ({ app, page }) => {
  await openExamples(app, VAXJO);
  await row(page, VAXJO)
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Vad händer om?" })).toBeVisible();
  await app.reload();
  await expect(shelf(page)).toHaveCount(0);
});

test("a stored plan is downloaded as it is, open or not", async ({ app, page }) => {
  await openExamples(app, VAXJO, SYDNARKE);
  for (const name of [VAXJO, SYDNARKE]) {
    const file = await app.download(() =>
      row(page, name)
        .getByRole("button", { name: `Ladda ned ${name}` })
        .click(),
    );
    expect(file.text).toBe(exampleText(name));
    expect(file.name.normalize()).toBe(`${name}.samplan.json`);
  }
});

test("a file is opened by the dialog and stays on the shelf", async ({ app, page }) => {
  await app.open(sv);
  await app.upload(() => page.getByRole("button", { name: "Öppna fil" }).click(), "plan.json", exampleText(SYDNARKE));
  await expect(page).toHaveURL(/#\/budget$/);
  await home(page);
  await expect(row(page, SYDNARKE)).toBeVisible();
});

const brokenShelf = {
  "samplan/plan/gammal": BROKEN,
  "samplan/card/gammal": JSON.stringify({ key: "gammal", name: "Vår gamla plan", changed: 1_700_000_000_000 }),
  "samplan/last": "gammal",
};

test("a stored text that cannot be read is kept, explained and downloadable, and nothing is written over it", async ({
  app,
  page,
}) => {
  await app.open({ ...sv, storage: brokenShelf });
  const aside = page.getByTestId("aside");
  await expect(aside).toContainText("Vår gamla plan");
  await expect(aside).toContainText("filen slutar för tidigt");
  await expect(shelf(page)).toHaveCount(0);
  await app.axe();
  await openExample(page, VAXJO);
  await home(page);
  await app.reload();
  expect((await stored(page))["samplan/plan/gammal"]).toBe(BROKEN);
  const file = await app.download(() =>
    aside.getByRole("button", { name: "Ladda ned texten från Vår gamla plan" }).click(),
  );
  expect(file.text).toBe(BROKEN);
  expect(file.name).toBe("Vår gamla plan.samplan.json");
});

test("a text kept aside is thrown away only after a question", async ({ app, page }) => {
  await app.open({ ...sv, storage: brokenShelf });
  const discard = page.getByRole("button", { name: "Ta bort texten från Vår gamla plan" });
  await discard.click();
  await page.getByRole("dialog").getByRole("button", { name: "Avbryt" }).click();
  await expect(discard).toBeVisible();
  await discard.click();
  await page.getByRole("dialog").getByRole("button", { name: "Ta bort texten" }).click();
  await expect(page.getByTestId("aside")).toHaveCount(0);
  expect(await page.evaluate(() => Object.values(localStorage))).not.toContain(BROKEN);
  await app.reload();
  await expect(page.getByTestId("aside")).toHaveCount(0);
});

test("a plan that turns out to be unreadable is told of when it is opened", async ({ app, page }) => {
  const { "samplan/last": _, ...storage } = brokenShelf;
  await app.open({ ...sv, storage });
  await page.getByRole("button", { name: "Öppna Vår gamla plan" }).click();
  await expect(page.getByTestId("aside")).toContainText("Vår gamla plan");
  await expect(page).not.toHaveURL(/budget/);
});

test("blocked storage is survived and said, and the plan can still be worked with and downloaded", async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "indexedDB"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
  });
  await app.open();
  await expect(page.getByTestId("blocked")).toContainText("exportera planen som fil");
  await openExample(page, VAXJO);
  await home(page);
  await expect(page.getByTestId("unkept")).toContainText(VAXJO);
  await app.axe();
  const file = await app.download(() => page.getByRole("button", { name: `Ladda ned ${VAXJO}` }).click());
  expect(file.text).toBe(exampleText(VAXJO));
  await openExample(page, SYDNARKE);
  await home(page);
  // Both are held for as long as the tab is open, and neither is said to be saved.
  await expect(page.getByTestId("unkept")).toHaveCount(2);
  await expect(page.getByTestId("unkept").first()).not.toContainText("Ändrad");
});

for (const { theme, language } of LOOKS)
  test(`the start view with plans and the accessibility statement hold in ${theme}, ${language}`, async ({
    app,
    page,
  }) => {
    await app.open({ settings: { language, theme } });
    await page.getByTestId("example").getByRole("button").first().click();
    await expect(page).toHaveURL(/budget/);
    await home(page);
    await app.look(theme, "main");
    await page.evaluate(() => (location.hash = "#/tillganglighet"));
    await expect(page.getByRole("link", { name: /^DIGG/ })).toHaveAttribute("href", "https://www.digg.se/tdosanmalan");
    await app.look(theme, "main");
  });
