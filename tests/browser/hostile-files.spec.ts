// Files that were made to harm, or came cut: each is refused in words by the door that it came to, and changes nothing.
import { deflateRawSync, crc32 } from "node:zlib";
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { expect, test, type App } from "./fixtures.ts";
import { openPlan, planFile } from "./table.ts";

/** A packed file with these parts; `told` is what it says that a part unpacks to, where that is not so. */
function packed(parts: [name: string, content: Buffer, told?: number][]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content, told = content.length] of parts) {
    const body = deflateRawSync(content);
    const sizes = Buffer.alloc(12);
    [crc32(content), body.length, told].forEach((value, place) => sizes.writeUInt32LE(value, place * 4));
    const numbers = (values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
    const header = [numbers([20, 0, 8, 0, 0]), sizes, numbers([name.length, 0])];
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), ...header, Buffer.from(name), body]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(
      Buffer.concat([
        Buffer.from("PK\x01\x02"),
        numbers([20]),
        ...header,
        numbers([0, 0, 0, 0, 0]),
        place,
        Buffer.from(name),
      ]),
    );
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, list, end]);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OF_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LINKS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A spreadsheet of Excel's with one sheet. */
function book(sheet: Buffer, told?: number): Buffer {
  const link = (type: string, target: string): Buffer =>
    Buffer.from(
      `<Relationships xmlns="${LINKS}"><Relationship Id="a" Type="${OF_OFFICE}/${type}" Target="${target}"/></Relationships>`,
    );
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OF_OFFICE}"><sheets><sheet name="Blad" sheetId="1" r:id="a"/></sheets></workbook>`;
  return packed([
    ["_rels/.rels", link("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", Buffer.from(workbook)],
    ["xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", sheet, told],
  ]);
}

const sheet = (rows: string): string => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`;
const rows = (count: number): string => Array.from({ length: count }, (_, place) => row(place + 1)).join("");
const blank = (megabytes: number): Buffer => {
  const [start = "", end = ""] = sheet("|").split("|");
  return Buffer.concat([Buffer.from(start), Buffer.alloc(megabytes << 20, 0x20), Buffer.from(end)]);
};

/** What the open plan comes to as a file. */
const kept = async (app: App, page: Page): Promise<string> => {
  await page.keyboard.press("Escape");
  return (await app.download(() => page.keyboard.press("Control+s"))).text;
};

const SHEETS: [what: string, make: () => Buffer, told: RegExp][] = [
  ["that says that it unpacks to 300 MB", () => book(blank(300)), /är för stor/],
  [
    "that unpacks to 300 MB and says 1 kB",
    () => book(blank(300), 1_000),
    /skadad eller låst|för stor|för många|för lång tid/,
  ],
  ["of a million rows", () => book(Buffer.from(sheet(rows(1_000_000)))), /för många celler/],
  [
    "with a cell in the last place of all",
    () => book(Buffer.from(sheet(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`))),
    /för många celler/,
  ],
  ["that is cut in the middle", () => book(Buffer.from(sheet(rows(2_000)))).subarray(0, 6_000), /skadad eller låst/],
  [
    "whose sheet is cut in the middle",
    () => book(Buffer.from(sheet(rows(10)).slice(0, 200))),
    /skadad eller låst|inget i/,
  ],
];

for (const [what, make, told] of SHEETS) {
  test(`a spreadsheet ${what} is refused, and nothing is changed`, async ({ app, page }) => {
    await openPlan(app, "vaxjo-2014");
    await page.getByTestId("paste").click();
    await app.upload(() => page.getByTestId("paste-file").click(), "budget.xlsx", make());
    const refused = page.locator("dialog[open]").getByTestId("paste-refused");
    await expect(refused).toContainText("budget.xlsx");
    await expect(refused).toHaveText(told);
    // The next file is read as if nothing had been.
    const good = readFileSync(new URL("../tables/cases/vaxjo-2014.xlsx", import.meta.url));
    await app.upload(() => page.getByTestId("paste-file").click(), "vaxjo-2014.xlsx", good);
    await expect(page.getByTestId("paste-preview")).toContainText("Arvoden inkl.PO");
    expect(await kept(app, page)).toBe(planFile("vaxjo-2014"));
  });
}

test("texts that are too long, cut plans and formulas as text change nothing", async ({ app, page }) => {
  await openPlan(app, "vaxjo-2014");
  const grid = page.getByTestId("grid");
  const alert = (name: string) => page.getByRole("alert").filter({ hasText: name });
  await app.drop(grid, "halv.json", planFile("vaxjo-2014").slice(0, 4_000));
  await expect(alert("halv.json")).toBeVisible();
  await page.getByTestId("paste").click();
  const refused = page.locator("dialog[open]").getByTestId("paste-refused");
  await app.upload(
    () => page.getByTestId("paste-file").click(),
    "lång.csv",
    "Post;2014\n" + "Hyra;1\n".repeat(1_000_000),
  );
  await expect(refused).toHaveText(/lång\.csv är för stor/);
  // Text that a spreadsheet would reckon is text, and is shown as it stands.
  const formula = '=HYPERLINK("http://exempel.se";"Klicka")';
  await app.upload(() => page.getByTestId("paste-file").click(), "formel.csv", `Post\t2014\n${formula}\t100 000\n`);
  await expect(page.getByTestId("paste-preview")).toContainText("=HYPERLINK(");
  await expect(page.getByTestId("paste-preview").locator("a")).toHaveCount(0);
  expect(await kept(app, page)).toBe(planFile("vaxjo-2014"));
});
