import type * as Charts from "../../web/src/charts.ts";
import type * as Durable from "../../web/src/durable.ts";

declare global {
  interface Window {
    samplan: { charts(): Promise<typeof Charts>; durable: typeof Durable; awake(on: boolean): void; fullscreen(on: boolean): void };
  }
}
