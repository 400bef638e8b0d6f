// What keeps people from reading what is on the page: words broken within, and texts cut off.
import type { Page } from "@playwright/test";

/** The words that stand in two lines without a hyphen of their own between them, each with what it is part of. */
export async function brokenWords(page: Page, within = "body"): Promise<string[]> {
  return page.evaluate((within) => {
    const found = new Set<string>();
    for (const root of document.querySelectorAll(within)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        const element = text.parentElement!;
        // Slides in the size of a stamp are pictures of slides.
        if (element.closest("script, style, svg, option, .visually-hidden, [inert], [data-test='thumbnail']")) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        for (const word of (text.textContent ?? "").matchAll(/[\p{L}\p{N}/]+/gu)) {
          // Chromium knows no place to break at a stroke: "Försäkringskassan/Arbetsförmedlingen" is one word to it.
          if (word[0].includes("/")) continue;
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          const lines = [...range.getClientRects()]
            .filter(({ width }) => width > 0.5)
            .map(({ top }) => Math.round(top));
          if (new Set(lines).size > 1) found.add(`${word[0]} in “${text.textContent!.trim()}”`);
        }
      }
    }
    return [...found];
  }, within);
}

/** The texts that are cut off, or that reach out of what they stand in. What is typed in fields may be longer than they are. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page: ${root.scrollWidth} > ${root.clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (element.closest("svg, .visually-hidden, [inert], [data-test='thumbnail'], [data-test='slide-preview']"))
        continue;
      if (element.matches("input, textarea, select, option")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const { display, overflowX, overflowY } = getComputedStyle(element);
      const text = (element.textContent ?? "").trim();
      if (!text || display === "inline" || element.clientWidth < 2) continue;
      const named = `${element.tagName.toLowerCase()}.${element.className} “${text.slice(0, 60)}”`;
      const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const across = element.scrollWidth - element.clientWidth;
      const down = element.scrollHeight - element.clientHeight;
      const spills = element.matches("button, a, h1, h2, h3, h4, p, label, legend, summary, dt, dd, output");
      if (across > 1 && (cuts(overflowX) || (spills && overflowX === "visible")))
        found.push(`${named}: ${across} across`);
      if (down > 2 && cuts(overflowY)) found.push(`${named}: ${down} down`);
    }
    return found;
  });
}
