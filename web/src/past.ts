// What the stored plans were: the steps that can be taken back after a reload, and versions of earlier sessions. Both are in
// IndexedDB beside the plans. What cannot be kept here is not worth an error: the plan itself is safe.
import { database } from "./durable.ts";
import { named } from "./keys.ts";

/** A plan's text and the words for the step that led to it. */
export interface Step {
  plan: string;
  number: number;
  text: string;
  label: string;
}

/** A plan as it was when a session began to change it. */
export interface Version {
  id: string;
  plan: string;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Larger than any number in the order of IndexedDB's keys. */
const END: never[] = [];
const MOST_STEPS = 30;
/** Of each plan: one a session. */
const MOST_VERSIONS = 10;

/** Notes that `before` became `after`. What was undone before that is gone, as in the app. */
export async function note(plan: string, before: string, after: string, label: string): Promise<void> {
  const change = (await database()).transaction(["heads", "steps"], "readwrite");
  const [heads, steps] = [change.objectStore("heads"), change.objectStore("steps")];
  const head = await heads.get(plan);
  const isKnown = head !== undefined && (await steps.get([plan, head]))?.text === before;
  const now = isKnown ? head : 0;
  if (!isKnown) await steps.delete(IDBKeyRange.bound([plan], [plan, END]));
  if (!isKnown) await steps.put({ plan, number: 0, text: before, label: "" });
  await steps.delete(IDBKeyRange.bound([plan, now], [plan, END], true));
  await steps.put({ plan, number: now + 1, text: after, label });
  await steps.delete(IDBKeyRange.bound([plan], [plan, now + 1 - MOST_STEPS]));
  await heads.put(now + 1, plan);
  await change.done;
}

/** Notes that a step was taken back, or again. */
export async function moved(plan: string, text: string): Promise<void> {
  const change = (await database()).transaction(["heads", "steps"], "readwrite");
  const [heads, steps] = [change.objectStore("heads"), change.objectStore("steps")];
  const head = await heads.get(plan);
  if (head === undefined) return;
  for (const number of [head - 1, head + 1]) {
    if ((await steps.get([plan, number]))?.text === text) return void (await heads.put(number, plan));
  }
  // Steps that do not lead to what is there are of no use.
  await heads.delete(plan);
}

/** The steps around a plan's text, the nearest first: those that undo takes, and those that redo takes. */
export async function recall(plan: string, text: string): Promise<{ past: Step[]; future: Step[] } | undefined> {
  const all = await database();
  const head = await all.get("heads", plan);
  const steps = await all.getAll("steps", IDBKeyRange.bound([plan], [plan, END]));
  const now = steps.findIndex(({ number }) => number === head);
  if (now < 0 || steps[now]?.text !== text) return undefined;
  // A step is told by what it did: the words stand with the text that it led to.
  const past = steps.slice(0, now).map((step, place) => ({ ...step, label: steps[place + 1]?.label ?? "" }));
  return { past: past.reverse(), future: steps.slice(now + 1) };
}

/** Keeps a plan as it was before this session changed it. */
export async function keepVersion(plan: string, text: string, at: number): Promise<void> {
  const change = (await database()).transaction("versions", "readwrite");
  const known = (await change.store.index("plan").getAll(plan)).sort((a, b) => b.at - a.at);
  if (known[0]?.text === text) return;
  await change.store.put({ id: `${plan}/${at}`, plan, text, at });
  for (const { id } of known.slice(MOST_VERSIONS - 1)) await change.store.delete(id);
  await change.done;
}

/** A plan's versions, the newest first. */
export async function versions(plan: string): Promise<Version[]> {
  return (await (await database()).getAllFromIndex("versions", "plan", plan)).sort((a, b) => b.at - a.at);
}

/** Forgets a plan's steps and versions; of all plans without one. */
export async function forgetPast(plan: string | undefined): Promise<void> {
  const change = (await database()).transaction(["heads", "steps", "versions"], "readwrite");
  const [heads, steps, kept] = [
    change.objectStore("heads"),
    change.objectStore("steps"),
    change.objectStore("versions"),
  ];
  if (plan === undefined) {
    await kept.clear();
  } else {
    await heads.delete(plan);
    await steps.delete(IDBKeyRange.bound([plan], [plan, END]));
    for (const id of await kept.index("plan").getAllKeys(plan)) await kept.delete(id);
  }
  await change.done;
}

/** How many characters of local storage the plans, the bin and all else take, and those of the versions in IndexedDB. */
export async function room(): Promise<{
  plans: number;
  bin: number;
  versions: number;
  others: number;
  persisted: boolean;
}> {
  const size = (prefix: string) =>
    Object.keys(localStorage).reduce(
      (sum, key) => sum + (key.startsWith(prefix) ? (localStorage.getItem(key) ?? "").length : 0),
      0,
    );
  const sizes = { plans: 0, bin: 0, versions: 0, others: 0 };
  try {
    sizes.plans = size(named("samplan/plan/"));
    sizes.bin = size(named("samplan/bin/"));
    sizes.others = size("") - sizes.plans - sizes.bin;
  } catch {
    // Nothing is told of a storage that cannot be read.
  }
  const kept = await database()
    .then((all) => all.getAll("versions"))
    .catch(() => []);
  sizes.versions = kept.reduce((sum, { text }) => sum + text.length, 0);
  return { ...sizes, persisted: (await navigator.storage?.persisted?.().catch(() => false)) ?? false };
}

/** Asks the browser to keep what is stored though room gets short. Some browsers ask the reader, most decide by themselves. */
export function persist(): void {
  navigator.storage?.persist?.().catch(() => undefined);
}
