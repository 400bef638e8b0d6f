// Whether anything is stored that the app will have to read: asked while the app is still on its way, so that what reads
// it can come along.
import * as durable from "./durable.ts";
import { app } from "./parts.ts";

/** Whether there is anything beside settings, in local storage or in the durable copy. */
export async function anyStored(): Promise<boolean> {
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      const key = localStorage.key(place) ?? "";
      if (key.startsWith("samplan/") && key !== "samplan/settings") return true;
    }
  } catch {
    // Local storage is blocked; the durable copy may not be.
  }
  try {
    return (await durable.all()).length > 0;
  } catch {
    return false; // There is no durable copy here.
  }
}

/** What every open plan needs: one file with many pieces, as custom sections of a module that has nothing else. */
let whole: Promise<WebAssembly.Module> | undefined;
let address = "";
const pieces = new Set<string>();

/** Says where that file is, and which pieces it holds. */
export function packed(told: string): void {
  const [path, ...names] = told.split(" ").filter(Boolean);
  if (path === undefined) return;
  address = new URL(path, document.baseURI).href;
  for (const name of names) pieces.add(`${name}.wasm`);
}

/** Asks for it: it will be needed soon. */
export function askAhead(): void {
  if (address !== "") void fetchWhole().catch(() => undefined); // Whoever needs it asks again.
}

function fetchWhole(): Promise<WebAssembly.Module> {
  const asked = (whole ??= WebAssembly.compileStreaming(app(new URL(address))));
  asked.catch(() => {
    if (whole === asked) whole = undefined; // Tried anew by whoever asks next.
  });
  return asked;
}

/** A file of the app, as it was split. */
export async function fetched(url: URL): Promise<Response> {
  const name = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
  if (!pieces.has(name)) return app(url);
  const [bytes] = WebAssembly.Module.customSections(await fetchWhole(), name.replace(/\.wasm$/, ""));
  return new Response(bytes ?? null, { headers: { "Content-Type": "application/wasm" } });
}
