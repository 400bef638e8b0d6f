// The durable copy of the stored plans, in IndexedDB: a write counts when it is on the disk. (Browsers write local storage
// there later, in their own time.) Checking what is there and writing over it are one transaction, so two tabs can never
// both believe that they wrote last.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { BY_FOLDER } from "./keys.ts";
import type { Step, Version } from "./past.ts";
import * as reserve from "./reserve.ts";

export interface Kept {
  key: string;
  text: string;
  /** Milliseconds since 1970. */
  changed: number;
}

interface Schema extends DBSchema {
  plans: { key: string; value: Kept };
  /** What is being typed, as text, by its id (`drafts.ts`). */
  drafts: { key: string; value: string };
  /** What the plans were (`past.ts`): the texts of their steps, which of them is now, and versions of earlier sessions. */
  steps: { key: [string, number]; value: Step };
  heads: { key: string; value: number };
  versions: { key: string; value: Version; indexes: { plan: string } };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** The app does not wait longer at its start: a browser that is silent is asked to go on (`answered`). */
const PATIENCE = 3000;

/** The database, shared with `past.ts`. */
export async function database(): Promise<IDBPDatabase<Schema>> {
  const answer = opened();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new DOMException("no answer yet", "TimeoutError")), PATIENCE);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** Resolves when a browser that was silent at first has answered after all, however late; refuses where it says no. */
export async function answered(): Promise<void> {
  await opened();
}

/** How many plans came out of the reserve because the browser had taken its database away; nothing where it had not. */
let restored: number | undefined;

/** See `restored`; known once the database has answered. */
export function removed(): number | undefined {
  return restored;
}

async function opened(): Promise<IDBPDatabase<Schema>> {
  let isNew = false;
  let isLost = false;
  opening ??= openDB<Schema>(BY_FOLDER, 2, {
    upgrade(fresh, from, _to, _transaction, event) {
      isNew = from < 1;
      // Chromium's own word for a database that it took for damaged and made anew.
      isLost = "dataLoss" in event && event.dataLoss === "total";
      if (from < 1) fresh.createObjectStore("plans", { keyPath: "key" });
      fresh.createObjectStore("drafts");
      fresh.createObjectStore("steps", { keyPath: ["plan", "number"] });
      fresh.createObjectStore("heads");
      fresh.createObjectStore("versions", { keyPath: "id" }).createIndex("plan", "plan");
    },
    // The user removes the site's data, or a newer version of the app wants the database.
    blocking: (_current, _newer, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => (opening = undefined),
  })
    .then(async (database) => {
      const saved = isNew ? await reserve.all() : [];
      // What cannot be put back now stays in the reserve.
      const back = await Promise.allSettled(saved.map((plan) => restore(database, plan)));
      if (isLost || saved.length > 0) restored = back.filter(({ status }) => status === "fulfilled").length;
      void reserve.catchUp(() => database.getAll("plans"));
      return database;
    })
    .catch((error: unknown) => {
      opening = undefined; // What was refused now may be allowed at the next try.
      throw error;
    });
  return opening;
}

/** Puts a plan back that the browser took away with its database, unless another tab has written it since. */
async function restore(database: IDBPDatabase<Schema>, plan: Kept): Promise<void> {
  const change = database.transaction("plans", "readwrite", { durability: "strict" });
  const isMissing = (await change.store.getKey(plan.key)) === undefined;
  if (isMissing) await change.store.put(plan);
  await change.done;
  if (isMissing) tabs?.postMessage({ key: plan.key, text: plan.text });
}

// Other tabs hear what is on the disk, and only then.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel(BY_FOLDER) : undefined;

/** Hears what other tabs put on the disk; no text: they took the plan away. */
export function listen(hear: (key: string, text: string | undefined) => void): void {
  tabs?.addEventListener("message", ({ data }: MessageEvent<{ key: string; text?: string }>) =>
    hear(data.key, data.text),
  );
}

/** All plans. */
export async function all(): Promise<Kept[]> {
  return (await database()).getAll("plans");
}

/** The plan as it is on the disk now. */
async function current(key: string): Promise<Kept | undefined> {
  return (await database()).get("plans", key);
}

/** Writes a plan, unless there is another text than `known` (none: a new plan), and resolves when it is on the disk and in
 * the reserve. What is there instead is given back. */
export async function swap(
  key: string,
  known: string | undefined,
  text: string,
  changed: number,
): Promise<Kept | undefined> {
  const change = (await database()).transaction("plans", "readwrite", { durability: "strict" });
  const there = await change.store.get(key);
  const taken = there && there.text !== known && there.text !== text;
  if (!taken) await change.store.put({ key, text, changed });
  await change.done;
  if (taken) return there;
  tabs?.postMessage({ key, text });
  await reserve.follow(key, () => current(key));
  return undefined;
}

/** Takes a plan away, if it is still the text that was known. */
export async function remove(key: string, known: string): Promise<void> {
  const change = (await database()).transaction("plans", "readwrite", { durability: "strict" });
  const there = await change.store.get(key);
  const found = there?.text === known;
  if (found) await change.store.delete(key);
  await change.done;
  if (!found) return;
  tabs?.postMessage({ key });
  await reserve.follow(key, () => current(key));
}

/** All drafts. */
export async function drafts(): Promise<string[]> {
  return (await database()).getAll("drafts");
}

/** Keeps a draft. It outlives the browser; that it outlives the computer is not worth a wait at every key. */
export async function keepDraft(id: string, text: string): Promise<void> {
  await (await database()).put("drafts", text, id);
}

/** Forgets a draft. */
export async function forgetDraft(id: string): Promise<void> {
  await (await database()).delete("drafts", id);
}
