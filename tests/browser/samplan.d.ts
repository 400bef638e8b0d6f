import type * as Charts from "../../web/src/charts.ts";
import type * as Drafts from "../../web/src/drafts.ts";
import type * as Past from "../../web/src/past.ts";
import type * as Durable from "../../web/src/durable.ts";

declare global {
  interface Window {
    samplan: {
      charts(): Promise<typeof Charts>;
      sheets: { read(file: Blob): Promise<string> };
      durable: typeof Durable;
      drafts: typeof Drafts;
      past: typeof Past;
      hold(key: string, text: string | undefined): void;
      crash(reason: unknown): void;
      awake(on: boolean): void;
      fullscreen(on: boolean): void;
    };
  }
}
