// What goes to the clipboard: a text and, for programs that take it, the same as HTML; and pictures.

/** Copies, or throws when the browser does not let it. */
export async function copy(text: string, html?: string): Promise<void> {
  const of = (kind: string, content: string): Blob => new Blob([content], { type: kind });
  const kinds = { "text/plain": of("text/plain", text), ...(html && { "text/html": of("text/html", html) }) };
  await navigator.clipboard.write([new ClipboardItem(kinds)]);
}

/** Copies a picture, or throws when the browser does not let it. */
export async function copyPicture(picture: Blob): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
}
