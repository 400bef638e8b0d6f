// Files as people expect them: saved back to where they came from, known again when they are opened twice, and with the
// plan's own name. The browser's dialogs are answered with files of its own private folder, which are written for real.
import { type Page } from "@playwright/test";
import { expect, test, type App } from "./fixtures.ts";
import { amount, changedPlan, openCell, openPlan, planFile } from "./table.ts";

/** Lets the dialogs of the browser choose this file, made with this text if there is one. */
async function answer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Firefox runs it in the empty page as well, which has no storage.
    if (!("storage" in navigator)) return;
    const folder = navigator.storage.getDirectory();
    const asked: string[] = [];
    const chosen = { name: "" };
    const pick = async (create: boolean, name: string): Promise<FileSystemFileHandle> => {
      if (chosen.name === "") throw new DOMException("closed", "AbortError");
      asked.push(name);
      return (await folder).getFileHandle(chosen.name, { create });
    };
    Object.assign(window, {
      asked,
      chosen,
      showOpenFilePicker: async () => [await pick(false, "open")],
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) => pick(true, suggestedName),
    });
  });
}

interface Answering {
  asked: string[];
  chosen: { name: string };
}

const choose = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((name) => ((window as unknown as Answering).chosen.name = name), name);
const asked = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as Answering).asked);

/** The text of a file in the private folder. */
const onDisk = (page: Page, name: string): Promise<string> =>
  page.evaluate(
    async (name) => (await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile()).text(),
    name,
  );

/** Another program writes the file. */
const written = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    async ([name, text]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      const writer = await handle.createWritable();
      await writer.write(text);
      await writer.close();
    },
    [name, text] as const,
  );

async function change(page: Page, kronor: string): Promise<void> {
  await openCell(page, "Arvoden inkl. PO", 2015);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(kronor);
  await page.keyboard.press("Enter");
}

const NAME = "Växjö samordningsförbund 2014–2016.samplan.json";

test("Ctrl+S saves back to the file that was opened, and never over what another program wrote", async ({
  app,
  page,
}) => {
  await answer(page);
  await app.open({ settings: { language: "sv", unit: "kr" } });
  await written(page, "plan.json", planFile("vaxjo-2014"));
  await choose(page, "plan.json");
  await page.keyboard.press("Control+o");
  await expect(page.getByTestId("grid")).toBeVisible();
  await expect(page.getByTestId("filed")).toHaveText("Sparad som fil");

  await change(page, "123 456");
  await expect(page.getByTestId("filed")).toContainText("Inte sparad som fil sedan");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Planen är sparad i filen plan.json.")).toBeVisible();
  await expect(page.getByTestId("filed")).toHaveText("Sparad som fil");
  expect(await onDisk(page, "plan.json")).toContain("123456");
  // Nothing was asked but which file to open.
  expect(await asked(page)).toEqual(["open"]);

  const theirs = changedPlan("vaxjo-2014", (plan) => (plan.name = "Deras"));
  await written(page, "plan.json", theirs);
  await change(page, "654 321");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("har ändrats av någon annan")).toBeVisible();
  expect(await onDisk(page, "plan.json")).toBe(theirs);
  // The next time another place is asked for, under the plan's own name.
  await choose(page, "egen.json");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Planen är sparad i filen egen.json.")).toBeVisible();
  expect(await asked(page)).toEqual(["open", NAME]);
  expect(await onDisk(page, "egen.json")).toContain("654321");
});

test("a dialog that is closed saves nothing and says nothing", async ({ app, page }) => {
  await answer(page);
  await openPlan(app, "vaxjo-2014");
  await expect(page.getByTestId("filed")).toHaveText("Inte sparad som fil");
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.getByTestId("filed").textContent()).toBe("Inte sparad som fil");
  await expect(page.locator(".notices")).not.toContainText("sparad i filen");
});

test("where the file cannot be written the plan is downloaded, and that is said", async ({ app, page }) => {
  await answer(page);
  await page.addInitScript(() => {
    if ("FileSystemFileHandle" in window)
      FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await openPlan(app, "vaxjo-2014");
  await choose(page, "plan.json");
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.text).toBe(planFile("vaxjo-2014"));
  await expect(page.getByText("kunde inte skrivas. Planen laddas ned i stället.")).toBeVisible();
});

test("a downloaded file has the plan's own name", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const file = await app.download(() => page.keyboard.press("Control+s"));
  expect(file.name.normalize()).toBe(NAME);
  await expect(page.getByTestId("filed")).toHaveText("Sparad som fil");
});

async function openAgain(app: App, page: Page, text: string): Promise<void> {
  await page.keyboard.press("Alt+1");
  await app.upload(() => page.keyboard.press("Control+o"), "igen.json", text);
}

test("a file that is opened twice is the same plan; of another version it is asked which is meant", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  const plans = (): Promise<number> =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/plan/")).length);
  await openAgain(app, page, planFile("vaxjo-2014"));
  await expect(page.getByText("som redan finns här. Den är öppnad.")).toBeVisible();
  await expect(page.getByTestId("grid")).toBeVisible();
  expect(await plans()).toBe(1);

  // Changed here: the file is another version now.
  await change(page, "123 456");
  await openAgain(app, page, planFile("vaxjo-2014"));
  const ask = page.getByRole("dialog", { name: "Planen finns redan här" });
  await expect(ask).toContainText("igen.json");
  await app.axe("dialog[open]");
  await page.keyboard.press("Escape");
  await expect(ask).toBeHidden();
  expect(await plans()).toBe(1);

  await openAgain(app, page, planFile("vaxjo-2014"));
  await ask.getByRole("button", { name: "Öppna den som finns här" }).click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(123_456);
  expect(await plans()).toBe(1);

  await openAgain(app, page, planFile("vaxjo-2014"));
  await ask.getByRole("button", { name: "Se vad som skiljer" }).click();
  await expect(page.getByTestId("differences")).toBeVisible();

  await openAgain(app, page, planFile("vaxjo-2014"));
  await ask.getByRole("button", { name: "Öppna filen som en egen plan" }).click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).not.toBe(123_456);
  expect(await plans()).toBe(2);
});
