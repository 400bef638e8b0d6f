const pen = document.createElement("canvas").getContext("2d");

/** How wide a text is in a font, in pixels. */
export function widthOf(text: string, font: string): number {
  if (!pen) return text.length * parseFloat(font) * 0.55;
  pen.font = font;
  return pen.measureText(text).width;
}

/** A name in lines of a width; what has no room in the last one is left out, and that is said by "…". */
export function wrapped(name: string, font: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of name.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || widthOf(longer, font) <= width) {
      line = longer;
    } else if (lines.length + 1 < most) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
      break;
    }
  }
  const shown = lines.concat(line).join(" ");
  const cut = shown.length < name.length;
  return lines.concat(cut ? `${line}…` : line).map((one) => shortened(one, font, width));
}

/** The same with the end left whole, as many words as two thirds of a line hold, and cut before it. */
export function wrappedToEnd(name: string, font: string, width: number, most: number): string[] {
  const isCut = (lines: string[]) => lines.some((line) => line.endsWith("…"));
  const words = name.split(" ");
  const fits = (from: number) => widthOf(words.slice(from).join(" "), font) <= (width * 2) / 3;
  const from = words.findIndex((_, place) => place > 0 && fits(place));
  if (from < 0) return wrapped(name, font, width, most);
  const before = words.slice(0, from).join(" ");
  const end = words.slice(from).join("\u00a0");
  for (let length = before.length; length > 1; length -= 1) {
    const lines = wrapped(`${before.slice(0, length).trimEnd()}…\u00a0${end}`, font, width, most);
    if (!isCut(lines)) return lines;
  }
  return wrapped(name, font, width, most);
}

function shortened(line: string, font: string, width: number): string {
  if (widthOf(line, font) <= width) return line;
  let kept = line.replace(/…$/, "");
  while (kept.length > 1 && widthOf(`${kept}…`, font) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
