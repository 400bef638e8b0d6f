// Where a table can be pasted, and whose corrections are filled in.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openPlan, planFile, row } from "./table.ts";

/** Pastes a file that was copied in its folder, or a picture. */
async function pasteFile(page: Page, name: string, content: string | number[]): Promise<void> {
  await page.evaluate(
    ([name, content]) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      if (!event.clipboardData?.types.length) Object.defineProperty(event, "clipboardData", { value: clipboardData });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [name, content] as const,
  );
}

/** How a picture begins. */
const PICTURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52];

test("a copied file is opened where it is pasted, a picture is told of, and a field of the dialog takes a block", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Växjö kommun", 2014)).click();
  await pasteFile(page, "budget.csv", "Post;2014\nFika;5 000\nResor;ca 100\n");
  const preview = page.getByTestId("paste-preview");
  await expect(preview).toContainText("Fika");
  await expect(page.getByTestId("paste-file-name")).toContainText("budget.csv");
  await pasteFile(page, "bild.png", PICTURE);
  await expect(page.locator("dialog[open]").getByTestId("paste-refused")).toContainText("bild.png");
  await expect(preview).toContainText("Fika");
  const field = preview.locator("input").first();
  await field.focus();
  await app.paste("Post\t2014\nHyra\t100 000");
  await expect(preview.locator("tbody th")).toHaveText(["Hyra"]);
});

test("a name goes on a name, Ctrl+R fills beside names, and Ctrl+A leaves the cursor where it is", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await row(page, "Arvoden inkl. PO").locator("th").click();
  await app.paste("Arvoden till styrelsen");
  await expect(row(page, "Arvoden till styrelsen")).toBeVisible();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await (await cell(page, "Växjö kommun", 2014)).click();
  await page.keyboard.type("900000");
  await page.keyboard.press("Enter");
  await row(page, "Växjö kommun").locator("th").click();
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Control+r");
  await expect.poll(() => amount(page, "Växjö kommun", 2016)).toBe(900_000);
  await expect(row(page, "Växjö kommun")).toBeVisible();

  const last = await cell(page, "Övriga verksamhetskostnader", 2015);
  await last.click();
  await page.keyboard.press("Control+a");
  await expect.poll(() => page.locator("td.selected").count()).toBeGreaterThan(30);
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(page.locator("td.selected")).toHaveCount(0);
  await page.keyboard.type("7000");
  await page.keyboard.press("Enter");
  await expect.poll(() => amount(page, "Övriga verksamhetskostnader", 2015)).toBe(7_000);
});

test("corrections are an association's own, and go with it to next year's plan", async ({ app, page }) => {
  const storage = {
    "samplan/plan/a": planFile("vaxjo-alvesta-2015"),
    "samplan/plan/b": planFile("vaxjo-2014"),
    "samplan/last": "a",
  };
  await app.open({ settings: { language: "sv", unit: "kr" }, storage, route: "/budget" });
  const paste = async (year: number) => {
    await page.getByTestId("paste").click();
    await expect(page.getByTestId("paste-text")).toBeFocused();
    await app.paste(`Post\t${year}\nMoms\t64 000\nTräffar\t30 000`);
  };
  const recalled = page.getByTestId("paste-recalled");
  await paste(2015);
  await expect(recalled).toHaveCount(0);
  await page
    .getByTestId("paste-preview")
    .locator("tbody tr")
    .first()
    .getByLabel("Gör så här")
    .selectOption({ label: "Ta inte med" });
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Träffar", 2015)).toBe(30_000);
  // The other association of the plan has none.
  await page.getByRole("button", { name: "Alvesta samordningsförbund" }).first().click();
  await expect(row(page, "Träffar")).toHaveCount(0);
  await paste(2015);
  await expect(page.getByTestId("paste-preview")).toContainText("Moms");
  await expect(recalled).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByTestId("paste-close").click();
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("samplan/table/")));
  expect((await kept()).sort()).toEqual([
    "samplan/table/064e29b16958c70d/vaxjo",
    "samplan/table/Växjö samordningsförbund/vaxjo",
  ]);
});

test("a sum above its only row is a printed figure, and columns that a total has are told of", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await page.getByTestId("paste").click();
  await expect(page.getByTestId("paste-text")).toBeFocused();
  await app.paste("Post\t2014\nSumma bidrag\t810 000\nVäxjö kommun\t810 000");
  await expect(page.getByTestId("paste-summary")).toContainText("1 summa blir tal ur dokumentet");
  await app.paste("Budget 2014\nTeam\tLön\tHyra\tSumma\nNorr\t80 000\t12 000\t92 000\nSyd\t40 000\t6 000\t46 000");
  await expect(page.getByTestId("paste-summary")).toContainText("2 kolumner ingår i kolumnen ”Summa”");
});

test("in English amounts have points and commas as they are written there", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014", { language: "en", unit: "tkr" });
  const fees = await cell(page, "Arvoden inkl. PO", 2014);
  await fees.click();
  await page.keyboard.type("1,234.5");
  await page.keyboard.press("Enter");
  await expect(fees.locator(".amount")).toHaveText(/1[\s,\u00a0]?235|1[\s,\u00a0]?234\.5/);
  await page.getByTestId("paste").click();
  await expect(page.getByTestId("paste-text")).toBeFocused();
  await app.paste('"Item","2015 (SEK)"\n"Rent","54,000.50"\n"Salaries","1,720,000.00"');
  await expect(page.getByTestId("paste-preview")).toContainText("Salaries");
  await page.getByTestId("paste-apply").click();
  await expect(row(page, "Salaries").locator("td").nth(1)).toContainText(/1[\s,\u00a0]720/);
});

/** What a program puts in the clipboard, as the reader's own tests keep it. */
function copiedFrom(program: string): string {
  return readFileSync(new URL(`../tables/cases/copied-from-${program}.html`, import.meta.url), "utf8");
}

test("what Excel, Word and Google's sheets put in the clipboard goes in by Ctrl+V", async ({ app, page, context }) => {
  await app.clipboard();
  await openPlan(app, "vaxjo-2014");
  // As another program does it: the browser cleans what a page writes to the clipboard of its own, but not this.
  const copy = async (html: string): Promise<void> => {
    await page.evaluate((html) => {
      const put = (event: ClipboardEvent): void => {
        event.clipboardData?.setData("text/html", html);
        event.clipboardData?.setData("text/plain", "Annat\t1");
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("copy", put, { capture: true, once: true });
    }, html);
    await page.keyboard.press("Control+c");
  };
  await page.getByTestId("paste").click();
  await expect(page.getByTestId("paste-text")).toBeFocused();
  const preview = page.getByTestId("paste-preview");
  for (const [program, name, shown] of [
    ["excel", "Lönekostnader inkl. sociala avgifter", "1 640 000"],
    ["english-excel", "Revision", "8 250"],
    ["word", "Samordningsteam Norr", "1 640 000"],
    ["google", "Region Kronoberg", "810 000"],
    ["calc", "Resor", "54 000"],
  ] as const) {
    await copy(copiedFrom(program));
    await page.keyboard.press("Control+v");
    const line = preview.locator("tbody tr").filter({ has: page.locator("th", { hasText: name }) });
    await expect(line.first()).toContainText(shown.replaceAll(" ", "\u00a0"));
    await expect(preview).not.toContainText("Annat");
  }
});
