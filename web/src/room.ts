import { widthOf, wrapped, wrappedToEnd } from "./wrapped.ts";

type Json = Record<string, unknown>;

/** The most lines of a name in the legend. */
const LEGEND_LINES = 2;
/** How much of a chart its legend may take before its names are cut to half a row each, where that still tells them apart;
 * pointing at the chart says them whole. */
const LEGEND_SHARE = 0.3;
/** The letters of flows' names where they stand in lines, and their distance from the bar. */
const FLOW_SIZES = [13, 12, 11];
const FLOW_GAP = 4;
/** The most lines of a name beside a lying bar or a flow. */
const NAME_LINES = 4;

/** Makes room for the legend above the drawing and for names beside it, in the width that there is. */
export function roomFor(option: Json, element: HTMLElement): void {
  const width = element.clientWidth;
  if (width === 0) return;
  const family = getComputedStyle(element).fontFamily;
  const [first] = (option["series"] ?? []) as Json[];
  if (first?.["type"] === "sankey") flows(first, width, family);
  const grid = option["grid"] as Json | undefined;
  if (!grid) return;
  if (grid["top"] === undefined) grid["top"] = head(option, element, family);
  for (const axis of [option["xAxis"], option["yAxis"]] as (Json | undefined)[]) {
    const label = axis?.["axisLabel"] as Json | undefined;
    if (!label) continue;
    if (label["width"] === "third")
      beside(label, axis?.["data"] as unknown[], width, heightFor(option, element), family);
    if (label["width"] === "place")
      label["width"] = Math.max((width - 80) / (axis?.["data"] as unknown[]).length - 8, 24);
  }
}

/** On a narrow screen the names of flows take what the bars can spare at each side, in lines, in letters that the longest
 * word has room for. */
function flows(series: Json, width: number, family: string): void {
  const side = width * 0.41;
  if (Number(series["left"]) <= side) return;
  const label = series["label"] as { fontSize: number };
  const nodes = series["data"] as { text: string; label: { position: string; distance: number; width: number } }[];
  const words = nodes.filter((node) => node.label.position !== "top").flatMap((node) => node.text.split(" "));
  const fits = (size: number) => words.every((word) => widthOf(word, `600 ${size}px ${family}`) <= side - FLOW_GAP);
  const size = FLOW_SIZES.find((size) => size <= label.fontSize && fits(size)) ?? Math.min(...FLOW_SIZES);
  for (const node of nodes) {
    const room = node.label.position === "top" ? width : side - FLOW_GAP;
    node.text = wrapped(node.text, `600 ${size}px ${family}`, room, NAME_LINES).join("\n");
    Object.assign(node.label, { width: room, distance: FLOW_GAP });
  }
  Object.assign(series, { left: side, right: side, nodeWidth: 8 });
  Object.assign(label, { fontSize: size, lineHeight: size * 1.15 });
}

/** The height that is left for the bars. */
function heightFor(option: Json, element: HTMLElement): number {
  return element.clientHeight - Number((option["grid"] as Json)["top"]) - 32;
}

/** Names beside lying bars take at most a third, and of a wide chart a quarter, for the bars need the room; and no more lines
    than their bar has. */
function beside(label: Json, names: unknown[], width: number, height: number, family: string): void {
  const size = Number(label["fontSize"] ?? 12);
  const wide = Math.min(Math.max(width / 3, 8 * size), Math.max(width / 4, 21 * size));
  label["lineHeight"] ??= size * 1.25;
  const lines = Math.floor(height / Math.max(names.length, 1) / Number(label["lineHeight"]));
  const most = Math.min(Math.max(lines, 1), NAME_LINES);
  delete label["width"];
  delete label["overflow"];
  label["fontSize"] = size;
  const font = `${size}px ${family}`;
  const cut = (name: string) => wrapped(name, font, wide, most).join("\n");
  // What would read the same is told apart by its end, as a year or an association.
  const times = new Map<string, number>();
  for (const name of new Set(names.map(String))) times.set(cut(name), (times.get(cut(name)) ?? 0) + 1);
  label["formatter"] = (name: string) =>
    (times.get(cut(name)) ?? 0) > 1 ? wrappedToEnd(name, font, wide, most).join("\n") : cut(name);
}

/** The height of the legend with its distance, or the room for a number over the highest bar. */
function head(option: Json, element: HTMLElement, family: string): number {
  const legend = option["legend"] as Json | null | undefined;
  if (!legend) return 24;
  const width = element.clientWidth;
  const { fontSize } = legend["textStyle"] as { fontSize: number };
  const font = `${fontSize}px ${family}`;
  // Where names take several rows, the rows stand closer.
  if (width < 480) legend["itemGap"] = Math.min(Number(legend["itemGap"] ?? 10), 10);
  const gap = Number(legend["itemGap"] ?? 10);
  const mark = Number(legend["itemWidth"] ?? 25) + 5;
  const names =
    (legend["data"] as string[] | undefined) ??
    (option["series"] as Json[]).flatMap((one) => (typeof one["name"] === "string" ? [one["name"]] : []));
  const least = Math.max(Number(legend["itemHeight"] ?? 14), fontSize);
  const rows = (inLines: (name: string) => string[]): number => {
    let [height, row, used] = [0, 0, 0];
    for (const name of names) {
      if (!name) continue;
      const lines = inLines(name);
      const needed = Math.max(...lines.map((line) => widthOf(line, font))) + mark + gap;
      if (used > 0 && used + needed > width) [height, row, used] = [height + row, 0, 0];
      row = Math.max(row, Math.max(least, lines.length * fontSize * 1.2) + gap);
      used += needed;
    }
    return height + row;
  };
  const whole = (name: string) => wrapped(name, font, width - mark - gap, LEGEND_LINES);
  const halfRow = Math.floor(width / 2) - mark - 2 * gap;
  const half = (name: string) => wrapped(name, font, halfRow, 1);
  const halfToEnd = (name: string) => wrappedToEnd(name, font, halfRow, 1);
  const told = (option["tooltip"] as Json | undefined)?.["show"] !== false;
  const toldApart = (way: (name: string) => string[]) =>
    new Set(names.map((name) => way(name).join())).size === new Set(names).size;
  const isTall = told && rows(whole) > element.clientHeight * LEGEND_SHARE;
  const inLines = (isTall && [half, halfToEnd].find(toldApart)) || whole;
  legend["formatter"] = (name: string) => inLines(name).join("\n");
  return rows(inLines) + fontSize * 1.6;
}
