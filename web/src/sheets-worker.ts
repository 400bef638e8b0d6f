// Runs the spreadsheet module, away from the page. One message in, one out: `{ kind, payload, module }`, and `{ answer }` or
// `{ code }`.
import type { Kind } from "./sheets.ts";

type Does = (payload: Uint8Array | string) => Uint8Array | string;
// Beside this file when the app is built; wasm-bindgen makes it from `sheets/`.
const module = "./samplan_sheets.js";

self.onmessage = async ({ data }: MessageEvent<{ kind: Kind; payload: Uint8Array | string; module?: ArrayBuffer }>) => {
  try {
    const does = (await import(module)) as { default(given?: object): Promise<unknown> } & Record<Kind, Does>;
    // Where the app is one file the module is handed in.
    await does.default(data.module && { module_or_path: data.module });
    self.postMessage({ answer: does[data.kind](data.payload) });
  } catch (error) {
    // The module throws its codes as strings. What else is thrown is its end: it had no more room, or it was not there.
    const code =
      typeof error === "string" ? error : error instanceof WebAssembly.RuntimeError ? "too_many_cells" : "unreachable";
    self.postMessage({ code });
  }
};
