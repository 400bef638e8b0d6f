// What every test stands on: the app opened from a sub-folder, and the promise that nothing goes wrong unseen.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { fillByTyping } from "./firefox-fill.ts";
import { showAsPaper } from "./firefox-paper.ts";
import { inFirefox } from "./firefox.mjs";
import { withoutPickers } from "./pickers.mjs";

export { expect };

export interface Settings {
  language?: "sv" | "en";
  theme?: "light" | "dark" | "projector" | "system";
  unit?: "kr" | "tkr";
}

/** Both languages in the light theme, and each of the other themes once: what `App.look` is asked for. */
export const LOOKS = [
  { theme: "light", language: "sv" },
  { theme: "light", language: "en" },
  { theme: "dark", language: "sv" },
  { theme: "projector", language: "en" },
] as const;

export interface Opening {
  settings?: Settings;
  /** The part after `#`, with its slash: "/budget". */
  route?: string;
  /** Other keys of local storage that are there before the app starts for the first time. */
  storage?: Record<string, string>;
}

export class App {
  private readonly allowed: RegExp[] = [
    /Service Worker registration blocked by Playwright/,
    // A module that is on its way when a page is left: Firefox says that it does not come.
    ...(inFirefox ? [/^console error: (Type)?Error$/] : []),
  ];
  private readonly troubles: string[] = [];

  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens the app and waits until it can be used. */
  async open({ settings, route = "", storage = {} }: Opening = {}): Promise<void> {
    const before = { ...storage, ...(settings && { "samplan/settings": JSON.stringify(settings) }) };
    // Once: a reload must find what the app itself has stored since.
    await this.page.addInitScript((entries) => {
      // Firefox runs it in the empty page as well, which has no storage.
      if (!location.protocol.startsWith("http") || sessionStorage.getItem("test/seeded")) return;
      sessionStorage.setItem("test/seeded", "yes");
      for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
    }, before);
    await this.page.goto(this.url + (route && `#${route}`));
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page.locator("body")).toHaveAttribute("data-ready", "true");
  }

  /** Fails on anything that axe finds against WCAG 2.2 AA or good practice. */
  async axe(within?: string): Promise<void> {
    // What axe looks at is the document, which is the same in both; Firefox's page ends with signal 11 at some of its rules.
    if (inFirefox) return this.contrast(within);
    await this.faultless(
      new AxeBuilder({ page: this.page }).withTags([
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22a",
        "wcag22aa",
        "best-practice",
      ]),
      within,
    );
  }

  /** The same for contrast alone: all that another theme changes. */
  async contrast(within?: string): Promise<void> {
    await this.faultless(new AxeBuilder({ page: this.page }).withRules(["color-contrast"]), within);
  }

  /** All of it in the light theme, contrast alone in the others. */
  async look(theme: Settings["theme"], within?: string): Promise<void> {
    await (theme === "light" ? this.axe(within) : this.contrast(within));
  }

  private async faultless(builder: AxeBuilder, within?: string): Promise<void> {
    // The page has no frames: looked at in its place, without a page of axe's own for every look.
    builder.setLegacyMode();
    const { violations } = await (within ? builder.include(within) : builder).analyze();
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary ?? ""}`),
    );
    expect(lines.join("\n\n"), "axe").toBe("");
  }

  /** The name and text of the file that an action downloads. */
  async download(action: () => Promise<unknown>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), action()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Answers the file dialog that an action opens. */
  async upload(action: () => Promise<unknown>, name: string, content: string | Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), action()]);
    await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  }

  /** Drops a file on an element, as from a folder of the desktop. */
  async drop(target: Locator, name: string, content: string | Buffer): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([name, content]) => {
        const transfer = new DataTransfer();
        const bytes = typeof content === "string" ? content : new Uint8Array(content);
        transfer.items.add(new File([bytes], name, { type: "application/json" }));
        return transfer;
      },
      [name, typeof content === "string" ? content : [...content]] as const,
    );
    for (const type of ["dragenter", "dragover", "drop"]) await target.dispatchEvent(type, { dataTransfer: transfer });
  }

  /** Pastes text as from another program, into what has the focus. */
  async paste(text: string, html?: string): Promise<void> {
    await this.page.evaluate(
      ([text, html]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        if (html) clipboardData.setData("text/html", html);
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        // Firefox gives an event of this kind an empty clipboard, whatever it is made with.
        if (!event.clipboardData?.types.length) Object.defineProperty(event, "clipboardData", { value: clipboardData });
        (document.activeElement ?? document.body).dispatchEvent(event);
      },
      [text, html] as const,
    );
  }

  /** Lets the page reach the clipboard, and gives what reads from it. */
  async clipboard(): Promise<(kind: string) => Promise<string>> {
    // Firefox has no such permissions: it is told by a setting.
    if (!inFirefox) await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    return (kind) =>
      this.page.evaluate(async (kind) => {
        const [item] = await navigator.clipboard.read();
        return item ? (await item.getType(kind)).text() : "";
      }, kind);
  }

  /** For tests that make something go wrong on purpose: messages that do not fail the test. */
  allow(...messages: RegExp[]): void {
    this.allowed.push(...messages);
  }

  watch(context: BrowserContext): void {
    const { origin } = new URL(this.url);
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type()))
        this.troubles.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => this.troubles.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== origin) this.troubles.push(`a request to ${url.href}`);
    });
  }

  wentWrong(): string[] {
    return this.troubles.filter((trouble) => !this.allowed.some((allowed) => allowed.test(trouble)));
  }
}

/** Messages that go away after some seconds are for people; a test on a slow machine finds them as it left them. */
function patience(): void {
  const { setTimeout } = window;
  window.setTimeout = ((work: TimerHandler, delay = 0, ...rest: unknown[]) =>
    setTimeout(work, delay < 1000 ? delay : delay * 100, ...rest)) as typeof window.setTimeout;
}

export const test = base.extend<{ app: App; siteUrl: string }>({
  siteUrl: async ({}, use) => {
    const url = process.env["SAMPLAN_URL"];
    if (!url) throw new Error("the site is not being served");
    await use(url);
  },
  // Automatic, so that no test can forget to look.
  app: [
    async ({ page, context, siteUrl }, use) => {
      await context.addInitScript(patience);
      await context.addInitScript(withoutPickers);
      // Playwright catches what opens files from its first listener on, which may be too late for a key that follows.
      page.on("filechooser", () => {});
      if (inFirefox) fillByTyping(page);
      if (inFirefox) showAsPaper(page);
      const app = new App(page, siteUrl);
      app.watch(context);
      await use(app);
      expect(app.wentWrong(), "nothing goes wrong in the console, and nothing is asked of other servers").toEqual([]);
    },
    { auto: true },
  ],
});

/** The amount that an element shows or holds, in the unit that it is shown in; `null` where there is none. */
export async function readKr(locator: Locator): Promise<number | null> {
  const text = await locator.evaluate((element) =>
    element instanceof HTMLInputElement ? element.value : (element.textContent ?? ""),
  );
  const figure = /[\u2212-]?\s?\d[\d\s\u00a0\u202f]*(?:,\d+)?/.exec(text)?.[0];
  return figure
    ? Number(
        figure
          .replace(/[\s\u00a0\u202f]/g, "")
          .replace("\u2212", "-")
          .replace(",", "."),
      )
    : null;
}
