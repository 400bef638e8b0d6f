// Firefox that is driven from outside shows no page as on paper: the style sheets' own rules for paper are made to hold, and
// those for screens not.
import { type Page } from "@playwright/test";

/** From now on `emulateMedia({ media: "print" })` does so; nothing else of it is there in Firefox. */
export function showAsPaper(page: Page): void {
  page.emulateMedia = async ({ media } = {}) => {
    if (media === undefined) return;
    await page.evaluate((isPaper) => {
      const kept = ((window as unknown as { screenRules?: Map<CSSMediaRule, string> }).screenRules ??= new Map());
      const visit = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSMediaRule) {
            const written = kept.get(rule) ?? rule.media.mediaText;
            kept.set(rule, written);
            const onPaper = written === "print" ? "all" : written.includes("screen") ? "not all" : written;
            rule.media.mediaText = isPaper ? onPaper : written;
          }
          if ("cssRules" in rule) visit((rule as CSSGroupingRule).cssRules);
        }
      };
      for (const sheet of document.styleSheets) visit(sheet.cssRules);
    }, media === "print");
  };
}
