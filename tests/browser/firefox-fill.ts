// Firefox tells a page of a change only when it was made by keys: what Playwright puts into a field there is no change, and
// what is told on leaving a field would never be. So a field is filled by typing.
import { type Locator, type Page } from "@playwright/test";

/** From now on `fill` types, wherever a field takes text. */
export function fillByTyping(page: Page): void {
  const prototype = Object.getPrototypeOf(page.locator("body")) as Locator;
  if (Object.hasOwn(prototype, "plainFill")) return;
  const plainFill = prototype.fill;
  Object.defineProperty(prototype, "plainFill", { value: plainFill });
  prototype.fill = async function (this: Locator, value, options) {
    const takesText = await this.evaluate(
      (element) =>
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && ["text", "search", "email", "tel", "url"].includes(element.type)),
    );
    if (!takesText || value.length > 400) return plainFill.call(this, value, options);
    const { keyboard } = this.page();
    await this.evaluate((field: HTMLInputElement | HTMLTextAreaElement) => (field.focus(), field.select()));
    if (value === "") await keyboard.press("Delete");
    else await this.pressSequentially(value);
  };
}
