type Json = Record<string, unknown>;

const ROWS = 3;

/** Makes room for the legend above the drawing and for names beside it, in the width that there is. */
export function roomFor(option: Json, element: HTMLElement): void {
  const width = element.clientWidth;
  const grid = option["grid"] as Json | undefined;
  if (!grid || width === 0) return;
  if (grid["top"] === undefined) grid["top"] = head(option, width, getComputedStyle(element).fontFamily);
  for (const axis of [option["xAxis"], option["yAxis"]] as (Json | undefined)[]) {
    const label = axis?.["axisLabel"] as Json | undefined;
    if (!label) continue;
    // Names beside lying bars take at most a third: on a small screen the bars need the room.
    if (label["width"] === "third") label["width"] = Math.min(width / 3, 250);
    if (label["width"] === "place")
      label["width"] = Math.max((width - 80) / (axis?.["data"] as unknown[]).length - 8, 24);
  }
}

/** The height of the legend with its distance, or the room for a number over the highest bar. */
function head(option: Json, width: number, font: string): number {
  const legend = option["legend"] as Json | null | undefined;
  if (!legend) return 24;
  const style = legend["textStyle"] as { fontSize: number };
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `${style.fontSize}px ${font}`;
  const gap = Number(legend["itemGap"] ?? 10);
  const mark = Number(legend["itemWidth"] ?? 25) + 5 + gap;
  const names =
    (legend["data"] as string[] | undefined) ?? (option["series"] as Json[]).map((one) => one["name"] as string);
  let [rows, used] = [1, 0];
  for (const name of names) {
    if (!name) continue;
    const needed = (pen?.measureText(name).width ?? name.length * style.fontSize * 0.55) + mark;
    if (used > 0 && used + needed > width) [rows, used] = [rows + 1, 0];
    used += needed;
  }
  const row = Math.max(Number(legend["itemHeight"] ?? 14), style.fontSize) + gap;
  if (rows > ROWS) {
    legend["type"] = "scroll";
    rows = 1;
  }
  return rows * row + style.fontSize * 1.6;
}
