// Tables that come in by the clipboard: what is read, what is asked, and what goes in.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { amount, cell, openCell, openPlan, row } from "./table.ts";

/** The preview's row whose name begins with `name`. */
function previewed(page: Page, name: string): Locator {
  return page
    .getByTestId("paste-preview")
    .locator("tbody tr")
    .filter({ has: page.locator("th", { hasText: name }) })
    .first();
}

/** Opens the dialog; what is in it comes in a module of its own. */
async function openDialog(page: Page): Promise<void> {
  await page.getByTestId("paste").click();
  await expect(page.getByTestId("paste-text")).toBeFocused();
}

/** How much room a list has beside the text that is chosen in it. */
function roomBesideText(list: Locator): Promise<number> {
  return list.evaluate((list: HTMLSelectElement) => {
    const style = getComputedStyle(list);
    const context = document.createElement("canvas").getContext("2d")!;
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const text = context.measureText(list.selectedOptions[0]!.text).width;
    return list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - text;
  });
}

test("a block from Excel is previewed and put in as one step", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Arvoden inkl. PO", 2014)).click();
  await app.paste(
    "kr\t2014\t2015\nArvoden inkl. PO\t250 000\t200 000 kr\nFörstudie språk\t150 tkr\tca 100\nSumma kostnader\t400 000\t200 000",
  );
  const asked = previewed(page, "Förstudie språk");
  await expect(asked).toContainText("Ungefärligt");
  await expect(page.getByTestId("paste-summary")).toContainText(
    "1 ny rad, 1 rad får nya belopp, 1 summa blir tal ur dokumentet",
  );
  await expect(page.getByTestId("paste-summary")).toContainText("En fråga är obesvarad");
  await expect(page.getByTestId("paste-account")).toContainText("→");
  await app.axe("dialog[open]");
  await asked.locator("input").fill("100 000");
  await asked.locator("input").press("Tab");
  await expect(page.getByTestId("paste-summary")).not.toContainText("fråga");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(250_000);
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(200_000);
  await expect.poll(() => amount(page, "Förstudie språk", 2014)).toBe(150_000);
  await expect.poll(() => amount(page, "Förstudie språk", 2015)).toBe(100_000);
  await expect(page.getByTestId("undo")).toContainText("klistra in");
  await page.getByTestId("undo").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(220_000);
  await expect(row(page, "Förstudie språk")).toHaveCount(0);
});

test("a header of years is no cost, and a year outside the plan makes the plan longer when it is chosen", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await openDialog(page);
  await app.paste("Budgetpost\t2013\t2016\t2017\nRevision\t39 000\t40 000\t41 000");
  const preview = page.getByTestId("paste-preview");
  await expect(preview.locator("tbody tr")).toHaveCount(1);
  await expect(preview).toContainText("Året ligger utanför planen");
  await preview.getByLabel("År för kolumn 2").selectOption({ label: "2013 (planen börjar tidigare)" });
  const longer = preview.getByLabel("År för kolumn 4");
  await longer.selectOption({ label: "2017 (planen förlängs)" });
  // What is chosen is read whole, with room for the list's arrow.
  expect(await roomBesideText(longer)).toBeGreaterThan(12);
  await expect(preview).not.toContainText("Året ligger utanför planen");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Revision", 2017)).toBe(41_000);
  await expect.poll(() => amount(page, "Revision", 2013)).toBe(39_000);
});

test("the clipboard's HTML keeps empty cells in their columns", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await openDialog(page);
  await app.paste(
    "Post 2014 2015 2016\nUtredning 70 000",
    "<table><tr><td>Post<td>2014<td>2015<td>2016</tr><tr><td>Utredning<td><td><td>70 000</tr></table>",
  );
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Utredning", 2016)).toBe(70_000);
});

test("a table replaces the one that is there when that is chosen", async ({ app, page }) => {
  await openPlan(app, "varend-2016");
  await openDialog(page);
  const before = await page.getByTestId("grid").locator("tr.line").count();
  await app.paste("Post\t2016\nHyra\t100 000\nRevision och granskning\t20 000");
  await page.getByRole("button", { name: "Ersätt hela tabellen" }).click();
  await page.getByTestId("paste-apply").click();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(row(page, "Hyra")).toBeVisible();
  expect(await page.getByTestId("grid").locator("tr.line").count()).toBeLessThan(before);
});

test("what was corrected is filled in for the next table, and can be forgotten", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await openDialog(page);
  await app.paste("Bidrag\t2015\nVäxjö kommun\t810 000\nKostnader\nMoms\t64 000\nTräffar\t30 000");
  const use = (name: string) => previewed(page, name).getByLabel("Gör så här");
  // Who pays a line that is there can be corrected too.
  await expect(use("Växjö kommun").locator("option:checked")).toHaveText("Ersätt: Växjö kommun");
  await expect(previewed(page, "Växjö kommun").getByLabel("Vem som betalar").locator("option:checked")).toHaveText(
    "Växjö kommun",
  );
  await expect(page.getByTestId("paste-recalled")).toHaveCount(0);
  await use("Moms").selectOption({ label: "Ta inte med" });
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Träffar", 2015)).toBe(30_000);
  await expect(row(page, "Moms")).toHaveCount(0);
  await openDialog(page);
  await app.paste("Post\t2016\nMoms\t66 000\nTräffar\t31 000");
  await expect(page.getByTestId("paste-recalled")).toBeVisible();
  await expect(use("Moms").locator("option:checked")).toHaveText("Ta inte med");
  await app.axe("dialog[open]");
  await page.getByRole("button", { name: "Glöm dem" }).click();
  await expect(page.getByTestId("paste-recalled")).toHaveCount(0);
  await expect(use("Moms").locator("option:checked")).toHaveText("Ny rad: Insatser");
});

test("Ctrl+V takes another table wherever the focus is in the dialog, and months are added up to their year", async ({
  app,
  page,
}) => {
  await app.clipboard();
  await openPlan(app, "vaxjo-2014");
  await openDialog(page);
  const copy = (text: string) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
  const preview = page.getByTestId("paste-preview");
  const months = ["Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec"];
  await copy(`Budget 2015\t${months.join("\t")}\nPorto\t${months.map(() => "50 000").join("\t")}`);
  await page.keyboard.press("Control+v");
  await expect(page.getByTestId("paste-summary")).toContainText("12 kolumner läggs ihop till årets belopp");
  for (const place of [preview.getByLabel("År för kolumn 2"), page.getByTestId("paste-apply")]) {
    await place.focus();
    await copy("Post\t2014\nTolkar\t10 000");
    await page.keyboard.press("Control+v");
    await expect(preview.locator("tbody tr")).toHaveCount(1);
    await expect(preview).toContainText("Tolkar");
    await page.getByTestId("paste-apply").focus();
    await copy(`Budget 2015\t${months.join("\t")}\nPorto\t${months.map(() => "50 000").join("\t")}`);
    await page.keyboard.press("Control+v");
    await expect(preview).toContainText("Porto");
  }
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Porto", 2015)).toBe(600_000);
});

test("Escape asks before it throws away what is pasted", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await openDialog(page);
  await app.paste("Post\t2014\nHyra\t100 000");
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toContainText("Ta bort det som är inklistrat?");
  await expect(page.locator("#paste-stay")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("paste-apply")).toBeVisible();
  // Esc at the question takes the question back, and nothing else.
  await page.keyboard.press("Escape");
  await expect(page.locator("#paste-stay")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#paste-stay")).toHaveCount(0);
  await expect(page.getByTestId("paste-preview")).toContainText("Hyra");
  await page.keyboard.press("Escape");
  await page.getByTestId("paste-close").click();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  // With nothing pasted it closes at once.
  await page.getByTestId("paste").click();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
});

test("the head and the buttons stay in sight over sixty rows, at every size", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const rows = Array.from(
    { length: 60 },
    (_, place) => `Insats ${String.fromCharCode(65 + (place % 26))}${place}\t${place + 1}0 000`,
  );
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 768 });
    await openDialog(page);
    await app.paste(`Post\t2014\n${rows.join("\n")}`);
    await expect(page.getByTestId("paste-preview").locator("tbody tr")).toHaveCount(60);
    await expect(page.getByTestId("paste-apply")).toBeInViewport();
    await expect(page.locator("dialog[open] > header")).toBeInViewport();
    await previewed(page, "Insats H59").scrollIntoViewIfNeeded();
    await expect(page.getByTestId("paste-apply")).toBeInViewport();
    await expect(page.locator("dialog[open] > header")).toBeInViewport();
    await page.keyboard.press("Escape");
    await page.getByTestId("paste-close").click();
  }
});

test("figures alone go in from the cursor, and one amount into its cell", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Arvoden inkl. PO", 2015)).click();
  await app.paste("1 000\t2 000\n3 000\t4 000");
  await expect(page.locator("dialog[open]")).toContainText("Siffrorna läggs in från Arvoden inkl. PO, 2015");
  // So little beside the plan's millions can be thousands.
  await expect(page.getByTestId("paste-summary")).toContainText("Svara på frågan");
  await page.locator("dialog[open]").getByRole("button", { name: "kr", exact: true }).click();
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2016)).toBe(2_000);
  await expect.poll(() => amount(page, "Övriga verksamhetskostnader", 2015)).toBe(3_000);
  await (await cell(page, "Arvoden inkl. PO", 2014)).click();
  await app.paste("5 000 kr");
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2014)).toBe(5_000);
});

test("several numbers are never one: a block in an open cell goes to the preview, and a field refuses them", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await openCell(page, "Arvoden inkl. PO", 2014);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("12 5");
  await page.keyboard.press("Enter");
  await expect(page.locator("#cell-error")).toContainText("flera tal");
  await app.paste("100\t200");
  await expect(page.locator("dialog[open]")).toContainText("Siffrorna läggs in från Arvoden inkl. PO, 2014");
  await page.locator("dialog[open]").getByRole("button", { name: "kr", exact: true }).click();
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Arvoden inkl. PO", 2015)).toBe(200);
});

test("figures keep their places over empty cells and computed rows, and the preview names the rows", async ({
  app,
  page,
}) => {
  await openPlan(app, "vaxjo-2014");
  await (await cell(page, "Växjö kommun", 2014)).click();
  await app.paste("820 000\t\t830 000\n3 300 000\t\t");
  const preview = page.getByTestId("paste-preview");
  await expect(preview.locator("tbody th")).toHaveText(["Växjö kommun", /räknas fram/]);
  await expect(page.getByTestId("paste-summary")).toContainText("1 tal hamnar på rader som räknas fram");
  await page.getByTestId("paste-apply").click();
  await expect.poll(() => amount(page, "Växjö kommun", 2016)).toBe(830_000);
  await expect.poll(() => amount(page, "Växjö kommun", 2015)).toBe(800_000);
  // A block that is pasted beside the table opens the preview too, and what is computed says that it is.
  await page.locator("#budget-title").click();
  await app.paste("Post\t2014\nHyra\t100 000");
  await expect(preview).toContainText("Hyra");
  await page.keyboard.press("Escape");
  await page.getByTestId("paste-close").click();
  await (await cell(page, "Summa bidrag", 2014)).click();
  await app.paste("500");
  await expect(page.getByText("Summa bidrag räknas fram.")).toBeVisible();
  await expect(page.locator("dialog[open]")).toHaveCount(0);
});
