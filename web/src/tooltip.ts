type Json = Record<string, unknown>;

interface Point {
  seriesName?: string;
  seriesType?: string;
  name?: string;
  axisValueLabel?: string;
  color?: unknown;
  value?: unknown;
  data?: { text?: string; name?: string; value?: unknown; source?: string; target?: string } | null;
}

/** A tooltip made of elements, never of HTML text: names that users typed are only ever text. */
export function tooltip(given: Json, format: (value: number) => string): Json {
  const trigger = given["trigger"] === "item" ? "item" : "axis";
  return {
    show: given["show"] !== false,
    trigger,
    order: given["order"] ?? "seriesAsc",
    axisPointer: { type: given["axisPointer"] === "line" ? "line" : "shadow" },
    confine: true,
    transitionDuration: 0,
    className: "chart-tooltip",
    padding: [8, 12],
    borderWidth: 1,
    backgroundColor: "var(--surface, #fff)",
    borderColor: "var(--line, #c4bfb3)",
    textStyle: { color: "var(--ink, #17202e)" },
    formatter: (params: Point | Point[]) => {
      const points = (Array.isArray(params) ? params : [params]).filter((point) => wording(point, format) !== "");
      return points.length === 0 ? "" : table(points, trigger, format);
    },
  };
}

function table(points: Point[], trigger: "item" | "axis", format: (value: number) => string): HTMLElement {
  const made = document.createElement("table");
  const first = points[0];
  const heading = trigger === "axis" ? (first?.axisValueLabel ?? first?.name) : first?.seriesName;
  if (heading) made.createCaption().textContent = heading;
  for (const point of points) {
    const row = made.insertRow();
    const name = document.createElement("th");
    name.scope = "row";
    if (typeof point.color === "string") name.append(swatch(point.color));
    name.append((trigger === "axis" ? point.seriesName : point.name) ?? "");
    row.append(name);
    row.insertCell().textContent = wording(point, format);
  }
  return made;
}

function wording(point: Point, format: (value: number) => string): string {
  if (point.data?.text !== undefined) return point.data.text;
  if (typeof point.value === "number") return format(point.value);
  return "";
}

function swatch(color: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 10 10");
  svg.setAttribute("aria-hidden", "true");
  const square = document.createElementNS(space, "rect");
  square.setAttribute("width", "10");
  square.setAttribute("height", "10");
  square.setAttribute("rx", "2");
  square.setAttribute("fill", color);
  svg.append(square);
  return svg;
}
