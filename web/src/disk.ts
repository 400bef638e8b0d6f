// Files on the disk that a plan was opened from or saved to, where the browser lets a page write to them (File System
// Access). They are held for as long as the page is open.

interface Opened {
  handle: FileSystemFileHandle;
  /** What the file was when it was last read or written here. */
  seen: string;
}

interface Pickers {
  showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

interface Permissions {
  requestPermission?(mode: { mode: "readwrite" }): Promise<PermissionState>;
}

/** What came of saving: written, not chosen, changed by another program since it was seen here, or not written. */
type Outcome = "kept" | "left" | "changed" | "failed";

const pickers = window as unknown as Pickers;
const chosen: Opened[] = [];
const bound = new Map<string, Opened>();

/** Whether files can be saved back. */
export function can(): boolean {
  return Boolean(pickers.showOpenFilePicker && pickers.showSaveFilePicker);
}

const seen = (file: File): string => `${file.lastModified} ${file.size}`;

async function take(handle: FileSystemFileHandle): Promise<{ file: File; number: number }> {
  const file = await handle.getFile();
  return { file, number: chosen.push({ handle, seen: seen(file) }) };
}

/** Lets the user choose a file to open: the file, and a number to bind it to a plan with. Nothing when none is chosen. */
export async function choose(types: Record<string, string[]>): Promise<{ file: File; number: number } | undefined> {
  try {
    const [handle] = (await pickers.showOpenFilePicker?.({ types: [{ accept: types }] })) ?? [];
    return handle && (await take(handle));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** The same for a file that is dropped. Must be called while the drop is being handled. */
export async function dropped(event: DragEvent): Promise<{ file: File; number: number } | undefined> {
  const item = event.dataTransfer?.items[0] as
    (DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }) | undefined;
  const file = event.dataTransfer?.files[0];
  const handle = await item?.getAsFileSystemHandle?.().catch(() => null);
  if (handle?.kind === "file") return take(handle as FileSystemFileHandle);
  return file && { file, number: 0 };
}

/** Binds a chosen file to a stored plan: that is where the plan is saved. */
export function bind(number: number, plan: string): void {
  const opened = chosen[number - 1];
  if (opened) bound.set(plan, opened);
}

/** Saves a plan to its file, or to one that is chosen now: what came of it, and the file's name. A file that another
 * program has changed is not written over; the next time another place is asked for. */
export async function save(plan: string, name: string, text: string): Promise<[Outcome, string]> {
  let opened = bound.get(plan);
  if (opened) {
    const now = await opened.handle.getFile().catch(() => undefined);
    if (!now) opened = undefined;
    else if (seen(now) !== opened.seen) {
      bound.delete(plan);
      return ["changed", opened.handle.name];
    }
  }
  let handle = opened?.handle;
  try {
    const types = [{ accept: { "application/json": [".json"] } }];
    handle ??= await pickers.showSaveFilePicker?.({ suggestedName: name, types });
  } catch (error) {
    const left = error instanceof DOMException && error.name === "AbortError";
    return [left ? "left" : "failed", name];
  }
  if (!handle) return ["failed", name];
  try {
    const permission = await (handle as Permissions).requestPermission?.({ mode: "readwrite" });
    if (permission && permission !== "granted") return ["failed", handle.name];
    const writer = await handle.createWritable();
    await writer.write(text);
    await writer.close();
    const written = await handle.getFile();
    if ((await written.text()) !== text) return ["failed", handle.name];
    bound.set(plan, { handle, seen: seen(written) });
    return ["kept", handle.name];
  } catch {
    return ["failed", handle.name];
  }
}
