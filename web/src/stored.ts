// What is stored, as raw text: for the page after a crash, when the app cannot be asked.
import * as durable from "./durable.ts";
import { known } from "./keys.ts";

export interface Work {
  kind: "plan" | "older" | "deleted" | "aside" | "draft";
  /** As it is shown. */
  name: string;
  /** The name of its file. */
  file: string;
  text: string;
}

const PLAN = "samplan/plan/";
const KINDS: [string, Work["kind"]][] = [
  [PLAN, "plan"],
  ["samplan/draft/", "draft"],
  ["samplan/aside/", "aside"],
  ["samplan/bin/", "deleted"],
];

/** Texts that no storage took, by their keys in local storage: here they outlive the app, though not the page. */
const held = new Map<string, string>();

/** Holds a text that no storage took; no text: it is stored, or gone. */
export function hold(key: string, text: string | undefined): void {
  if (text === undefined) held.delete(key);
  else held.set(key, text);
}

/** All of it: plans first. A storage that refuses is passed over. */
export async function stored(): Promise<Work[]> {
  const found: Work[] = [];
  const add = (kind: Work["kind"], key: string, text: string): void => {
    if (found.some((work) => work.text === text)) return;
    const file = kind === "draft" ? `${key}.txt` : `${key}${kind === "older" ? "-older" : ""}.samplan.json`;
    found.push({
      kind,
      name: kind === "draft" ? (typed(text)?.label ?? key) : nameOf(text, key),
      file,
      text: typed(text)?.text ?? text,
    });
  };
  const local = inLocalStorage();
  const kept = await durable.all().catch(() => []);
  for (const { key, text, changed } of kept) {
    // Of two copies the newer is the plan, as at the app's start.
    const other = local.get(PLAN + key);
    if (other !== undefined && other !== text && changedAt(local.get(`samplan/card/${key}`)) > changed)
      add("older", key, text);
    else add("plan", key, text);
  }
  for (const [prefix, kind] of KINDS) {
    for (const [key, text] of local) {
      if (!key.startsWith(prefix) || text === "") continue;
      const own = key.slice(prefix.length);
      const newer = kept.find((one) => kind === "plan" && one.key === own && one.text !== text);
      add(newer && changedAt(local.get(`samplan/card/${own}`)) <= newer.changed ? "older" : kind, own, text);
    }
  }
  const order: Work["kind"][] = ["plan", "draft", "older", "aside", "deleted"];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function inLocalStorage(): Map<string, string> {
  const found = new Map<string, string>();
  try {
    for (let place = 0; place < localStorage.length; place += 1) {
      const name = localStorage.key(place) ?? "";
      const key = known(name);
      const text = key === undefined ? null : localStorage.getItem(name);
      if (key !== undefined && text !== null) found.set(key, text);
    }
  } catch {
    // What could be read until now is what there is.
  }
  for (const [key, text] of held) found.set(key, text);
  return found;
}

function read(text: string | undefined): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? "{}")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function changedAt(card: string | undefined): number {
  const { changed } = read(card);
  return typeof changed === "number" ? changed : 0;
}

function nameOf(text: string, key: string): string {
  const { name } = Object(read(text)["plan"]) as { name?: unknown };
  return typeof name === "string" && name !== "" ? name : key;
}

/** A draft: what was being typed, and where. */
function typed(text: string): { label: string; text: string } | undefined {
  const { label, text: inside } = read(text);
  return typeof label === "string" && typeof inside === "string" ? { label, text: inside } : undefined;
}
