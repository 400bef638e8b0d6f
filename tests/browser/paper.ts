// Printed pages read back: what a reader of the paper would find.
import { type Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { pathToFileURL } from "node:url";

export interface Paper {
  /** The text of each page; words are parted by single spaces. */
  pages: string[];
  /** All of it. */
  text: string;
  /** Width and height of the first page in millimetres. */
  size: [number, number];
  /** The smallest letters in points, and what they say. */
  smallest: { points: number; text: string };
}

/** Prints the page with Chromium, as the browser's own dialog does, and reads the document. */
export async function print(page: Page): Promise<Paper> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const fonts = new URL("node_modules/pdfjs-dist/standard_fonts/", pathToFileURL(import.meta.dirname + "/")).href;
  const task = getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: fonts, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  let size: [number, number] = [0, 0];
  const smallest = { points: Infinity, text: "" };
  for (let number = 1; number <= document.numPages; number++) {
    const one = await document.getPage(number);
    const { items } = await one.getTextContent();
    for (const item of items) {
      if (!("str" in item) || !item.str.trim()) continue;
      const [, , across, up] = item.transform as number[];
      const points = Math.hypot(across ?? 0, up ?? 0);
      if (points < smallest.points) Object.assign(smallest, { points, text: item.str });
    }
    const parts = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
    pages.push(parts.join("").replace(/\s+/g, " "));
    if (number === 1) {
      const [left, top, right, bottom] = one.view as [number, number, number, number];
      size = [right - left, bottom - top].map((points) => Math.round((points / 72) * 25.4)) as [number, number];
    }
  }
  await task.destroy();
  return { pages, text: pages.join(" "), size, smallest };
}
