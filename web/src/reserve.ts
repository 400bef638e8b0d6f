// A third copy of the stored plans, as files in the browser's own file system. Chromium takes all databases of an origin away
// when it takes one for damaged, as it may after it was killed (docs/reliability.md); these files are not part of them.
// Where the browser has no such files (an address without a certificate, one file on the disk) there are two copies.
import type { Kept } from "./durable.ts";
import { BY_FOLDER } from "./keys.ts";

/** A browser that is slow to write here does not hold up what is already on the disk. */
const PATIENCE = 1000;

/** One tab at a time: the last to write has seen what the database has last. Refuses where the browser has no such files. */
async function alone<T>(work: (folder: FileSystemDirectoryHandle) => Promise<T>): Promise<T> {
  return navigator.locks.request(BY_FOLDER, async () => {
    const root = await navigator.storage.getDirectory();
    return work(await root.getDirectoryHandle(encodeURIComponent(BY_FOLDER), { create: true }));
  });
}

/** A plan's file. */
const file = (key: string): string => `${encodeURIComponent(key)}.json`;

// What is written is in a file of its own until it is whole, and then takes the older one's place.
async function write(folder: FileSystemDirectoryHandle, plan: Kept): Promise<void> {
  const writing = await (await folder.getFileHandle(file(plan.key), { create: true })).createWritable();
  await writing.write(JSON.stringify(plan));
  await writing.close();
}

/** Makes a plan's copy what the database has, once it has it; resolves also where that cannot be done. */
export async function follow(key: string, now: () => Promise<Kept | undefined>): Promise<void> {
  const followed = alone(async (folder) => {
    const plan = await now();
    if (plan) await write(folder, plan);
    else await folder.removeEntry(file(key));
  }).catch(() => undefined);
  await Promise.race([followed, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** Brings all copies up to what the database has; none is taken away. */
export async function catchUp(now: () => Promise<Kept[]>): Promise<void> {
  await alone(async (folder) => {
    const there = new Map((await inFolder(folder)).map((plan) => [plan.key, plan]));
    for (const plan of await now()) if (there.get(plan.key)?.text !== plan.text) await write(folder, plan);
  }).catch(() => undefined);
}

/** All copies that are whole; none where the browser has no such files. */
export async function all(): Promise<Kept[]> {
  return alone(inFolder).catch(() => []);
}

async function inFolder(folder: FileSystemDirectoryHandle): Promise<Kept[]> {
  const found: Kept[] = [];
  for await (const entry of folder.values()) {
    const plan = entry instanceof FileSystemFileHandle ? read(await (await entry.getFile()).text()) : undefined;
    if (plan && entry.name === file(plan.key)) found.push(plan);
    // What a kill left of a writing: older than the plan's own file, or never whole.
    else await folder.removeEntry(entry.name, { recursive: true }).catch(() => undefined);
  }
  return found;
}

function read(text: string): Kept | undefined {
  try {
    const { key, text: plan, changed } = Object(JSON.parse(text)) as Record<string, unknown>;
    if (typeof key === "string" && typeof plan === "string" && typeof changed === "number")
      return { key, text: plan, changed };
  } catch {
    // A file that was never finished.
  }
  return undefined;
}
