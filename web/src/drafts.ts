// What is being typed and not yet taken into the plan, kept while it is typed: one mechanism for every field of the page.
// A draft is kept with each key, in local storage and beside the plans in IndexedDB, and forgotten when its field has
// taken the text or the reader has seen it thrown away. Drafts of windows that are gone are offered at the next start.
import * as durable from "./durable.ts";
import { named } from "./keys.ts";
import { isCrashed } from "./crash.ts";

export interface Draft {
  /** The window that wrote it, and a number in it. */
  id: string;
  /** The plan that was open, by key and name. */
  plan: string;
  planName: string;
  /** The view, as in the address. */
  address: string;
  /** The field's name, and which of those of the same name. */
  label: string;
  place: number;
  /** The cell of a table that it stood in. */
  cell: string;
  text: string;
  at: number;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** How far the drafts are kept: nothing is being typed; all of it is kept; some of it is on the screen alone. */
export type Typing = 0 | 1 | 2;

interface Written {
  draft: Draft;
  /** What stood in the field before. */
  before: string;
  /** Whether the field has been told to take it since. */
  told: boolean;
  kept: boolean;
}

const PLACE = named("samplan/draft/");
/** The guided new plan's place among the drafts. */
const FORM = "new-plan";
const LOCK = `samplan window ${new URL(".", document.baseURI).pathname} `;
const TEXT = new Set(["text", "search", "url", "email", "tel", "number", "password", ""]);

const written = new Map<Field, Written>();
/** What stood in each field when it was come to. */
const before = new WeakMap<Field, string>();
let hear: (typing: Typing) => void = () => undefined;
let plan = { key: "", name: "" };
let atRisk = false;
let own = "";
let last = 0;

/** Begins to keep what is typed, and gives the drafts of windows that are gone. */
export async function open(listener: (typing: Typing) => void): Promise<Draft[]> {
  hear = listener;
  listen();
  own = await name();
  const living = new Set(await livingWindows());
  const found = new Map<string, Draft>();
  const forgotten = new Set(forgottenOnes());
  forgotten.forEach(forget);
  for (const text of [...inLocalStorage(), ...(await durable.drafts().catch(() => []))]) {
    const draft = read(text);
    if (!draft || forgotten.has(draft.id)) continue;
    const known = found.get(draft.id);
    if (!known || known.at < draft.at) found.set(draft.id, draft);
  }
  const left = [...found.values()].filter(({ id }) => !living.has(id.slice(0, id.lastIndexOf("-"))));
  return left.sort((a, b) => a.at - b.at);
}

/** The plan that what is typed belongs to. */
export function belongsTo(key: string, planName: string): void {
  plan = { key, name: planName };
}

/** Whether something else on the page would be lost with it: then leaving asks. */
export function risk(on: boolean): void {
  atRisk = on;
}

/** Lets the field that is being typed in take what stands there; the focus stays. */
export function takeIn(): void {
  const field = document.activeElement;
  if (!isField(field) || !written.has(field)) return;
  const around = field.parentElement?.closest<HTMLElement>("[tabindex]");
  field.blur();
  if (field.isConnected) field.focus();
  else around?.focus();
  settle();
}

/** Forgets a draft for good. Until its durable copy is gone too, an empty text stands for it: the page may be left meanwhile. */
export function forget(id: string): void {
  const mark = (act: () => void) => {
    try {
      act();
    } catch {
      // What cannot be removed is offered once more.
    }
  };
  mark(() => localStorage.setItem(PLACE + id, ""));
  durable.forgetDraft(id).then(
    () => mark(() => localStorage.getItem(PLACE + id) === "" && localStorage.removeItem(PLACE + id)),
    () => undefined,
  );
}

function forgottenOnes(): string[] {
  try {
    const marked = Object.keys(localStorage).filter((key) => key.startsWith(PLACE) && localStorage.getItem(key) === "");
    return marked.map((key) => key.slice(PLACE.length));
  } catch {
    return [];
  }
}

/** Puts a draft into its field, as if it were typed again. `false` when the field is not there. */
export async function putBack(draft: Draft): Promise<boolean> {
  // The view, or the cell's field, comes with the next drawings.
  for (let tries = 0; tries < 200; tries += 1) {
    const field = fieldOf(draft);
    if (field) {
      field.focus();
      before.set(field, field.value);
      field.value = draft.text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      forget(draft.id);
      return true;
    }
    await new Promise((next) => setTimeout(next, 16));
  }
  return false;
}

/** The guided new plan as it was left. */
export async function form(): Promise<string | undefined> {
  if (forgottenOnes().includes(FORM)) return undefined;
  const texts = [...inLocalStorage(FORM), ...(await durable.drafts().catch(() => []))];
  const found = texts.flatMap((text) => {
    const { at, form } = object(text) as { at?: unknown; form?: unknown };
    return typeof at === "number" && typeof form === "string" ? [{ at, form }] : [];
  });
  return found.sort((a, b) => b.at - a.at)[0]?.form;
}

/** Keeps it as it is now; no text: there is nothing in it. */
export function keepForm(form: string | undefined): void {
  if (form === undefined) return forget(FORM);
  const text = JSON.stringify({ at: Date.now(), form });
  try {
    localStorage.setItem(PLACE + FORM, text);
  } catch {
    // The other copy is as good at the next start.
  }
  void durable.keepDraft(FORM, text).catch(() => undefined);
}

function listen(): void {
  window.addEventListener(
    "focusin",
    ({ target }) => isField(target) && !written.has(target) && before.set(target, target.value),
    true,
  );
  window.addEventListener("input", ({ target }) => isField(target) && keep(target), true);
  window.addEventListener("change", ({ target }) => {
    const one = isField(target) ? written.get(target) : undefined;
    if (one) one.told = true;
  });
  for (const name of ["change", "focusout", "click", "keydown", "submit", "close"]) {
    // After the app's own handlers, and what they draw.
    window.addEventListener(name, () => written.size > 0 && setTimeout(settle), true);
  }
  // A page that is left takes in what was typed; what it refuses stays as a draft.
  window.addEventListener("pagehide", () => {
    takeIn();
    settle();
  });
  window.addEventListener("beforeunload", (event) => {
    if (atRisk || state() === 2) event.preventDefault();
  });
}

function keep(field: Field): void {
  const known = written.get(field);
  const one = known ?? { draft: draftOf(field), before: before.get(field) ?? "", told: false, kept: false };
  one.told = false;
  one.draft = { ...one.draft, text: field.value, at: Date.now() };
  written.set(field, one);
  if (field.value === one.before) return settle();
  const text = JSON.stringify(one.draft);
  try {
    localStorage.setItem(PLACE + one.draft.id, text);
    one.kept = true;
  } catch {
    one.kept = false;
  }
  durable.keepDraft(one.draft.id, text).then(
    () => {
      one.kept = true;
      tell();
      // It was taken in while it was on its way.
      if (![...written.values()].includes(one)) forget(one.draft.id);
    },
    () => undefined,
  );
  tell();
}

/** Forgets the drafts whose text has been taken, or thrown away in sight. */
function settle(): void {
  if (isCrashed()) return;
  for (const [field, one] of written) {
    const heir = field.isConnected ? undefined : refusedHeir(field, one);
    if (heir) {
      written.delete(field);
      written.set(heir, one);
      before.set(heir, one.before);
    } else if (!field.isConnected || isSettled(field, one)) {
      written.delete(field);
      before.set(field, field.value);
      forget(one.draft.id);
    }
  }
  tell();
}

/** A field of a form keeps its text until the form has taken it; other fields take it when they are told that it changed. */
function isSettled(field: Field, { told, before }: Written): boolean {
  if (field.value === before) return true;
  if (field.closest("[data-form]")) return field.value === "";
  return told && field.getAttribute("aria-invalid") !== "true";
}

/** The field that was drawn anew, with the same text, to say why it is refused. */
function refusedHeir(field: Field, { draft }: Written): Field | undefined {
  return fields().find(
    (one) =>
      one !== field &&
      one.getAttribute("aria-invalid") === "true" &&
      labelOf(one) === draft.label &&
      one.value === field.value,
  );
}

function state(): Typing {
  if (written.size === 0) return 0;
  return [...written.values()].every(({ kept }) => kept) ? 1 : 2;
}

let told: Typing = 0;

function tell(): void {
  const now = state();
  if (now === told || isCrashed()) return;
  told = now;
  hear(now);
}

function draftOf(field: Field): Draft {
  last += 1;
  const label = labelOf(field);
  const place = fields()
    .filter((one) => labelOf(one) === label)
    .indexOf(field);
  const cell = cellOf(field)?.id ?? "";
  return {
    id: `${own}-${last}`,
    plan: plan.key,
    planName: plan.name,
    address: location.hash,
    label,
    place,
    cell,
    text: "",
    at: 0,
  };
}

/** The field of a draft, where its view is shown. A cell of the table has one only while it is typed in: it is asked for. */
function fieldOf({ label, place, cell }: Draft): Field | undefined {
  const found = fields().filter((one) => labelOf(one) === label && Boolean(cellOf(one)) === (cell !== ""));
  const field = found[place] ?? (found.length === 1 ? found[0] : undefined);
  if (field || cell === "") return field;
  const there = document.getElementById(cell);
  const inside = there?.querySelector("input");
  if (!inside) {
    there?.focus();
    there?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
  } else {
    // Another line stands there now.
    inside.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  }
  return undefined;
}

function cellOf(field: Field): Element | null {
  return field.closest("[role=gridcell], [role=rowheader]");
}

function fields(): Field[] {
  return [...document.querySelectorAll<HTMLElement>("input, textarea")].filter(isField);
}

function isField(target: unknown): target is Field {
  const isText = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && TEXT.has(target.type));
  // What is kept in another way says so.
  return isText && !target.readOnly && !target.closest("[data-kept]");
}

function labelOf(field: Field): string {
  const said = field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? field.name;
  return said.trim();
}

/** This window's name: it outlives a reload, and is no other living window's. */
async function name(): Promise<string> {
  const kept = session("samplan/window");
  if (kept && (await holds(kept))) return kept;
  const fresh = `${Date.now().toString(36)}${Math.floor(Math.random() * 1e9).toString(36)}`;
  await holds(fresh);
  try {
    sessionStorage.setItem("samplan/window", fresh);
  } catch {
    // Then it has this name until it is reloaded.
  }
  return fresh;
}

/** Holds a name for as long as the window lives; `false` when another window does. */
async function holds(name: string): Promise<boolean> {
  if (!navigator.locks) return true;
  return new Promise((answer) => {
    const held = (lock: Lock | null) => {
      answer(lock !== null);
      return lock ? new Promise<void>(() => undefined) : undefined;
    };
    navigator.locks.request(LOCK + name, { ifAvailable: true }, held).catch(() => answer(true));
  });
}

async function livingWindows(): Promise<string[]> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {};
  const names = held.flatMap((lock) => (lock.name?.startsWith(LOCK) ? [lock.name.slice(LOCK.length)] : []));
  return names.filter((name) => name !== own);
}

function session(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function inLocalStorage(name = ""): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(PLACE + name) ? [localStorage.getItem(key) ?? ""] : [],
    );
  } catch {
    return [];
  }
}

function object(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

function read(text: string): Draft | undefined {
  const { id, plan, planName, address, label, place, cell, text: typed, at } = object(text) as Partial<Draft>;
  const texts = [id, plan, planName, address, label, cell, typed];
  if (!texts.every((one) => typeof one === "string") || typeof place !== "number" || typeof at !== "number")
    return undefined;
  return { id, plan, planName, address, label, place, cell, text: typed, at } as Draft;
}
