// What is called saved is saved: two copies, full and blocked storage, storage that is lost or damaged, and other tabs.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, planFile } from "./table.ts";

const LINE = "Arvoden inkl. PO";

async function edit(page: Page, year: number, kronor: number): Promise<void> {
  // Firefox tells a tab behind another of no focus.
  await page.bringToFront();
  await (await cell(page, LINE, year)).focus();
  await page.keyboard.type(String(kronor));
  await page.keyboard.press("Enter");
}

/** The texts of all plans that are on the disk. */
async function durable(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await window.samplan.durable.all()).map(({ text }) => text));
}

async function isSaved(page: Page): Promise<void> {
  await expect(page.getByTestId("saved")).toHaveText(/^Sparad i webbläsaren/);
}

/** What local storage holds of plans, by key. */
function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).filter(([key]) => /^samplan\/(plan|card|aside|bin)\//.test(key))),
  );
}

function putBack(page: Page, entries: Record<string, string>): Promise<void> {
  return page.evaluate((entries) => {
    for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
  }, entries);
}

/** The browser's own limit is met by filling what is left of it. */
function fill(page: Page): Promise<void> {
  return page.evaluate(() => {
    let size = 4 * 1024 * 1024;
    for (let filler = 0; size >= 1; filler += 1) {
      try {
        localStorage.setItem(`filler-${filler}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
}

function withoutDurable(target: Page | BrowserContext): Promise<unknown> {
  return target.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
}

/** A browser that is slow to open its database, as after a hard kill: it answers when `answer()` is called in the page. The
 * app's patience is over at once. */
function silent(target: Page): Promise<unknown> {
  return target.addInitScript(() => {
    const { setTimeout } = window;
    window.setTimeout = ((work: TimerHandler, delay = 0, ...rest: unknown[]) =>
      setTimeout(work, delay === 3000 ? 0 : delay, ...rest)) as typeof window.setTimeout;
    const answer = new Promise<void>((go) => Object.assign(window, { answer: go }));
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...of) {
      const request = open.apply(this, of);
      const add = request.addEventListener.bind(request);
      request.addEventListener = (kind: string, hear: EventListenerOrEventListenerObject) =>
        add(kind, (event) => {
          const told = () => (typeof hear === "function" ? hear(event) : hear.handleEvent(event));
          if (kind === "success") void answer.then(told);
          else told();
        });
      return request;
    };
  });
}

function withoutLocal(target: Page): Promise<unknown> {
  return target.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
}

test("a browser that is slow to say what is on the disk is waited for, and nothing is taken for gone", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  await edit(page, 2014, 654_321);
  await isSaved(page);
  const older = await stored(page);
  await edit(page, 2014, 123_456);
  await isSaved(page);

  // Local storage is lost as well, as when the browser is killed.
  await page.evaluate(() => localStorage.clear());
  await silent(page);
  await page.goto(`${app.url}#/`);
  await app.reload();
  await expect(page.getByTestId("silent")).toContainText("De visas så snart webbläsaren har svarat");
  await expect(page.getByTestId("plan")).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect(page.getByTestId("silent")).toHaveCount(0);
  await page.getByTestId("plan").locator("button.open").click();
  expect(await amount(page, LINE, 2014)).toBe(123_456);

  // What local storage has is older: the newer is shown when it is known, and kept.
  await putBack(page, older);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(654_321);
  await expect(page.getByTestId("saved")).toHaveText(/^En nyare version kan finnas/);
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await expect.poll(() => amount(page, LINE, 2014)).toBe(123_456);
  await isSaved(page);

  // What was changed here meanwhile is kept beside it.
  await putBack(page, older);
  await app.reload();
  await edit(page, 2014, 777_777);
  expect(await amount(page, LINE, 2014)).toBe(777_777);
  await page.evaluate(() => (window as unknown as { answer(): void }).answer());
  await isSaved(page);
  const kept = await durable(page);
  for (const kronor of [123_456, 777_777]) expect(kept.some((text) => text.includes(`"2014": "${kronor}"`))).toBe(true);
});

test("what local storage lost in a crash is there from the durable copy", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  const before = await stored(page);
  await edit(page, 2014, 123_456);
  await isSaved(page);
  expect((await durable(page)).some((text) => text.includes('"2014": "123456"'))).toBe(true);
  // As when the browser was killed before it wrote local storage to the disk.
  await putBack(page, before);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(123_456);
  // Both copies are the same again.
  expect(Object.values(await stored(page)).some((text) => text.includes('"2014": "123456"'))).toBe(true);
});

test("of two copies the newer that can be read wins, and damaged text is kept aside", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 123_456);
  await isSaved(page);
  const [key, text] = Object.entries(await stored(page)).find(([key]) => key.startsWith("samplan/plan/")) ?? ["", ""];
  // One bit: a valid plan, but not the one that was saved.
  const damaged = text.replace('"2014": "123456"', '"2014": "523456"');
  expect(damaged).not.toBe(text);
  await putBack(page, { [key]: damaged });
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(123_456);
  expect(Object.values(await stored(page))).toContain(damaged);
});

test("a full local storage is survived: the durable copy keeps the plan", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await fill(page);
  await page.getByTestId("add-year").click();
  await page.getByTestId("add-year").click();
  await edit(page, 2018, 1_234_567);
  await isSaved(page);
  await app.reload();
  expect(await amount(page, LINE, 2018)).toBe(1_234_567);
});

test("full storage of both kinds is survived and said, and room is made where that is told", async ({ app, page }) => {
  await withoutDurable(page);
  await app.open({
    settings: { language: "sv", unit: "kr" },
    storage: {
      "samplan/plan/vaxjo-2014": planFile("vaxjo-2014"),
      "samplan/last": "vaxjo-2014",
      "samplan/bin/gammal": planFile("varend-2016"),
    },
    route: "/budget",
  });
  await page.getByTestId("grid").waitFor();
  await fill(page);
  await page.getByTestId("add-year").click();
  await page.getByTestId("add-year").click();
  await edit(page, 2018, 1_234_567);
  await expect(page.getByTestId("saved")).toContainText("lagring är full");
  expect(await amount(page, LINE, 2018)).toBe(1_234_567);
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toContain('"2018": "1234567"');
  await page.getByTestId("make-room").click();
  const room = page.getByTestId("room");
  await expect(room.getByRole("row", { name: /Papperskorgen/ })).toContainText(/[1-9]\d* kB/);
  await app.axe("dialog[open]");
  await room.getByTestId("room-bin").click();
  await expect(room.getByTestId("room-told")).toContainText("planen sparas igen");
  expect(Object.values(await stored(page)).some((text) => text.includes('"2018": "1234567"'))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("make-room")).toHaveCount(0);
});

test("a version that is older than what wrote last writes no more, and says so", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  const before = await stored(page);
  // As a later version of the app does, in another tab.
  await page.evaluate(() => localStorage.setItem("samplan/version", "999"));
  await edit(page, 2014, 123_456);
  await expect(page.getByTestId("saved")).toContainText("en nyare version av Samplan");
  expect(await stored(page)).toEqual(before);
  expect((await durable(page)).some((text) => text.includes('"2014": "123456"'))).toBe(false);
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toContain('"2014": "123456"');
});

test("two copies of the app in two folders of one host share no plans", async ({ app, page, context, siteUrl }) => {
  const folder = new URL("../en-annan/", siteUrl).href;
  await context.route(`${folder}**`, async (route) => {
    const url = route.request().url().replace(folder, siteUrl);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  const before = await stored(page);
  await page.goto(folder);
  await app.ready();
  await expect(page.getByTestId("plan")).toHaveCount(0);
  await page.getByTestId("example").filter({ hasText: "Sydnärke" }).getByRole("button").first().click();
  await page.getByTestId("grid").waitFor();
  await isSaved(page);
  await app.reload();
  await expect(page.getByLabel("Planens namn")).toHaveValue(/Sydnärke|2016/);
  expect(await stored(page)).toEqual(before);
  await page.goto(`${siteUrl}#/`);
  await app.ready();
  await expect(page.getByTestId("plan")).toHaveCount(1);
});

test("a plan can be deleted in a full storage, and is found again", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  await fill(page);
  await page.evaluate(() => (location.hash = "#/"));
  // The view that is shown stays until Home is there: the button is the plan's own.
  await page
    .getByTestId("plan")
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  await expect(page.locator(".notices")).toContainText("togs bort");
  expect(await durable(page)).toEqual([]);
  expect(Object.keys(await stored(page)).filter((key) => key.startsWith("samplan/bin/"))).toHaveLength(1);
  await page.locator(".notices").getByRole("button", { name: "Ångra" }).click();
  await expect.poll(() => durable(page)).toHaveLength(1);
  await app.reload();
  expect(Object.keys(await stored(page)).filter((key) => key.startsWith("samplan/plan/"))).toHaveLength(1);
});

test("without a durable storage the label promises no more than there is", async ({ app, page }) => {
  await withoutDurable(page);
  await openPlan(app, "vaxjo-2014");
  await edit(page, 2014, 123_456);
  await expect(page.getByTestId("saved")).toContainText("Sparad tills vidare");
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(123_456);
});

test("a browser without storage is survived and said", async ({ app, page }) => {
  await withoutDurable(page);
  await withoutLocal(page);
  await page.goto(app.url);
  await app.ready();
  await app.drop(page.locator("main"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByTestId("grid")).toBeVisible();
  await page.getByTestId("add-year").click();
  await expect(page.getByTestId("saved")).toContainText("tillåter inte lagring");
});

test("storage that begins to throw at every call writes over nothing and loses nothing", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await isSaved(page);
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException("broken", "UnknownError");
    };
    for (const name of ["getItem", "setItem", "removeItem", "key"] as const) Storage.prototype[name] = refuse;
    Object.defineProperty(Storage.prototype, "length", { get: refuse });
  });
  await edit(page, 2014, 123_456);
  await isSaved(page);
  await edit(page, 2015, 654_321);
  await isSaved(page);
  await app.reload();
  expect(await amount(page, LINE, 2014)).toBe(123_456);
  expect(await amount(page, LINE, 2015)).toBe(654_321);
});

async function twoTabs(app: { url: string }, page: Page, context: BrowserContext): Promise<Page> {
  await isSaved(page);
  const other = await context.newPage();
  await other.goto(`${app.url}#/budget`);
  await other.getByTestId("grid").waitFor();
  return other;
}

test("a tab follows what another tab saves", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  const other = await twoTabs(app, page, context);
  await edit(page, 2014, 111);
  await expect(other.locator(".notices")).toContainText("ändrades i en annan flik");
  await expect.poll(() => amount(other, LINE, 2014)).toBe(111);
  await edit(other, 2015, 222);
  await isSaved(other);
  await expect.poll(() => amount(page, LINE, 2015)).toBe(222);
  const texts = await durable(page);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('"2014": "111"');
  expect(texts[0]).toContain('"2015": "222"');
});

test("two tabs that edit at the same moment lose nothing, and a copy says which it is", async ({
  app,
  page,
  context,
}) => {
  test.slow();
  await openPlan(app, "vaxjo-2014");
  const other = await twoTabs(app, page, context);
  for (let round = 1; round <= 4; round += 1) {
    const [mine, theirs] = [1000 + round, 2000 + round];
    await (await cell(page, LINE, 2014)).focus();
    await page.keyboard.type(String(mine));
    await (await cell(other, LINE, 2015)).focus();
    await other.keyboard.type(String(theirs));
    await Promise.all([page.keyboard.press("Enter"), other.keyboard.press("Enter")]);
    await isSaved(page);
    await isSaved(other);
    for (const edit of [`"2014": "${mine}"`, `"2015": "${theirs}"`]) {
      await expect
        .poll(async () => (await durable(page)).some((text) => text.includes(edit)), { message: edit })
        .toBe(true);
    }
    // Where they parted the later one has a name of its own; the next round is of two tabs on one plan again.
    const names = await Promise.all([page, other].map((tab) => tab.getByLabel("Planens namn").inputValue()));
    if (names[0] !== names[1]) {
      expect(names.filter((name) => name.includes("(den här fliken"))).not.toHaveLength(0);
      await other.evaluate(
        (last) => sessionStorage.setItem("samplan/last", last ?? ""),
        await page.evaluate(() => sessionStorage.getItem("samplan/last")),
      );
      await other.reload();
      await other.getByTestId("grid").waitFor();
    }
  }
});

test("a plan that another tab deletes stays on the screen and can be kept", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  const other = await twoTabs(app, page, context);
  await other.evaluate(() => (location.hash = "#/"));
  await other
    .getByTestId("plan")
    .getByRole("button", { name: /^Ta bort/ })
    .click();
  await expect(page.getByTestId("saved")).toContainText("Borttagen i en annan flik");
  await edit(page, 2014, 111);
  await isSaved(page);
  expect((await durable(page)).some((text) => text.includes('"2014": "111"'))).toBe(true);
});

test("each tab opens again the plan that it had open", async ({ app, page, context }) => {
  await openPlan(app, "vaxjo-2014");
  const other = await twoTabs(app, page, context);
  await page.evaluate(() => (location.hash = "#/"));
  await app.upload(() => page.keyboard.press("Control+o"), "sydnarke.json", planFile("sydnarke-2016"));
  await expect(page.getByLabel("Planens namn")).toHaveValue(/Sydnärke/);
  await other.reload();
  await expect(other.getByLabel("Planens namn")).not.toHaveValue(/Sydnärke/);
});
