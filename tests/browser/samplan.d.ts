import type * as Charts from "../../web/src/charts.ts";

declare global {
  interface Window {
    samplan: { charts(): Promise<typeof Charts>; awake(on: boolean): void; fullscreen(on: boolean): void };
  }
}
