// Whether anything is stored that the app will have to read: asked while the app is still on its way, so that what reads
// it can come along.
import * as durable from "./durable.ts";
import { known } from "./keys.ts";
import { app } from "./parts.ts";

/** Whether there is anything beside settings, in local storage or in the durable copy. */
export async function anyStored(): Promise<boolean> {
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      const key = known(localStorage.key(place) ?? "");
      if (key !== undefined && key !== "samplan/settings") return true;
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

/** A file with many pieces, as custom sections of a module that has nothing else. */
interface Pack {
  address: string;
  module?: Promise<WebAssembly.Module> | undefined;
}

/** By the names of the pieces. */
const pieces = new Map<string, Pack>();
let first: Pack | undefined;

/** Says which packs there are and what each holds. The first is what every open plan needs. */
export function packed(told: string): void {
  for (const one of told.split(";")) {
    const [path, ...names] = one.split(" ").filter(Boolean);
    if (path === undefined) continue;
    const pack: Pack = { address: new URL(path, document.baseURI).href };
    first ??= pack;
    for (const name of names) pieces.set(`${name}.wasm`, pack);
  }
}

/** Asks for the first pack: it will be needed soon. */
export function askAhead(): void {
  if (first) void module(first).catch(() => undefined); // Whoever needs it asks again.
}

function module(pack: Pack): Promise<WebAssembly.Module> {
  const asked = (pack.module ??= WebAssembly.compileStreaming(app(new URL(pack.address))));
  asked.catch(() => {
    if (pack.module === asked) pack.module = undefined; // Tried anew by whoever asks next.
  });
  return asked;
}

/** A file of the app, as it was split. */
export async function fetched(url: URL): Promise<Response> {
  const name = url.pathname.slice(url.pathname.lastIndexOf("/") + 1);
  const pack = pieces.get(name);
  if (!pack) return app(url);
  const [bytes] = WebAssembly.Module.customSections(await module(pack), name.replace(/\.wasm$/, ""));
  return new Response(bytes ?? null, { headers: { "Content-Type": "application/wasm" } });
}
