// Whether anything is stored that the app will have to read: asked while the app is still on its way, so that what reads
// it can come along.
import * as durable from "./durable.ts";

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

/** What was asked for while the app itself was still on its way, by its address. */
const ahead = new Map<string, Promise<Response>>();

/** Asks for files that will be needed soon. */
export function askAhead(paths: string[]): void {
  for (const path of paths) {
    const { href } = new URL(path, document.baseURI);
    const answer = fetch(href);
    answer.catch(() => undefined); // Whoever needs it asks again.
    ahead.set(href, answer);
  }
}

/** A file of the app: what was asked for ahead, or asked for now. */
export function fetched(url: URL): Promise<Response> {
  const asked = ahead.get(url.href);
  ahead.delete(url.href);
  return asked ? asked.catch(() => fetch(url)) : fetch(url);
}
