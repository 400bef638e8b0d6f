// The names under which this copy of the app keeps things. Local storage belongs to the whole host: the copy that comes
// first has the plain names, and one in another folder has names with its folder in them, so that they never share a plan.

/** Says which folder has the plain names. */
const CLAIM = "samplan/folder";
const PLAIN = "samplan/";

/** What this copy's database and its reserve are called. They belong to the whole server: the folder tells two Samplan on
 * one server apart. */
export const BY_FOLDER = `samplan ${new URL(".", document.baseURI).pathname}`;

const own = ownPrefix();

function ownPrefix(): string {
  // A file on a disk or a stick may be moved, and finds its plans all the same.
  if (location.protocol === "file:") return PLAIN;
  const folder = new URL(".", document.baseURI).pathname;
  try {
    if (localStorage.getItem(CLAIM) === null) localStorage.setItem(CLAIM, folder);
    // No folder has a space in its address.
    return localStorage.getItem(CLAIM) === folder ? PLAIN : `${PLAIN.slice(0, -1)} ${folder} `;
  } catch {
    return PLAIN; // Blocked, or full: the durable copy is by folder anyhow (`durable.ts`).
  }
}

/** The name in the browser of what the app calls `samplan/…`. */
export function named(key: string): string {
  return own + key.slice(PLAIN.length);
}

/** What the app calls it; nothing for what is not this copy's own. */
export function known(name: string): string | undefined {
  return name.startsWith(own) && name !== CLAIM ? PLAIN + name.slice(own.length) : undefined;
}
