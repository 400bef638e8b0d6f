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

/** The same, cut before its last word where that has room: a year tells a row from its neighbours. */
export function wrappedToEnd(name: string, font: string, width: number, most: number): string[] {
  const isCut = (lines: string[]) => lines.some((line) => line.endsWith("…"));
  const whole = wrapped(name, font, width, most);
  const end = name.slice(name.lastIndexOf(" ") + 1);
  if (!isCut(whole) || widthOf(end, font) > width / 2) return whole;
  for (let length = name.length - end.length - 1; length > 1; length -= 1) {
    const lines = wrapped(`${name.slice(0, length).trimEnd()}…\u00a0${end}`, font, width, most);
    if (!isCut(lines)) return lines;
  }
  return whole;
}

function shortened(line: string, font: string, width: number): string {
  if (widthOf(line, font) <= width) return line;
  let kept = line.replace(/…$/, "");
  while (kept.length > 1 && widthOf(`${kept}…`, font) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
