// The charts: Apache ECharts behind three functions. The app describes a chart as ECharts' option in JSON, with the
// wording and the numbers done; this file adds what JSON cannot hold (functions) and keeps what users typed from ever
// being read as HTML.
import { BarChart, CustomChart, LineChart, SankeyChart } from "echarts/charts";
import {
  AriaComponent,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { floatingBar } from "./floating-bar.ts";
import { coloured } from "./colours.ts";
import { roomFor } from "./room.ts";
import { formatter, type NumberForm } from "./numbers.ts";
import { type Caption, framed, inPixels, ROOM } from "./pictures.ts";
import { tooltip } from "./tooltip.ts";

use([
  BarChart,
  LineChart,
  CustomChart,
  SankeyChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  MarkLineComponent,
  DatasetComponent,
  TitleComponent,
  SVGRenderer,
]);

type Json = Record<string, unknown>;

interface Shown {
  chart: ECharts;
  observer: ResizeObserver;
  /** What is drawn, before it is fitted to its room and to the theme. */
  option: string;
  width: number;
  /** The element's own style while it has that of paper. */
  style?: string;
}

/** What a lying A4 has for a chart within its margins and a card's, in pixels. */
const PAPER = { width: 1000, height: 450 };

/** What is left of its height under a question, for a chart that answers it on the same page; many bars need the whole. */
const UNDER_A_QUESTION = 300;

function paperHeight(element: HTMLElement): number {
  const isAnswer = element.closest(".explore") && !element.closest(".tornado:is(.many, .most)");
  return Math.min(element.clientHeight, isAnswer ? UNDER_A_QUESTION : PAPER.height);
}

const shown = new Map<HTMLElement, Shown>();
let isPrinted = false;
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

// Colours come from the theme: a new theme draws all again.
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

// Scaled from the screen's width to the paper's, a chart's letters would be as small as the screen is wide.
addEventListener("beforeprint", () => {
  forgetRemoved();
  isPrinted = true;
  for (const [element, found] of shown) {
    // The page for the minutes and a showing have drawings of their own size.
    if (element.clientWidth === 0 || element.closest(".report, .show")) continue;
    found.style = element.style.cssText;
    element.style.cssText += `; width: ${PAPER.width}px; height: ${paperHeight(element)}px`;
    found.chart.resize();
    draw(element, found, true);
  }
});
addEventListener("afterprint", () => {
  isPrinted = false;
  for (const [element, found] of shown) {
    if (found.style === undefined) continue;
    element.style.cssText = found.style;
    delete found.style;
    resize(element);
  }
  // Firefox tells so while the page is still laid out as paper, and of the way back it tells nothing.
  requestAnimationFrame(() => requestAnimationFrame(() => [...shown.keys()].forEach(resize)));
});

/** Draws the chart in the element, or replaces what it shows. */
export function render(element: HTMLElement, option: string): void {
  forgetRemoved();
  const found = open(element);
  found.option = option;
  draw(element, found);
  // For what is offered where a chart is in sight (`src/exports/menu.rs`).
  dispatchEvent(new Event("chart-drawn"));
}

/** Fits the chart to its element; the element's own resizes are seen to without this. */
export function resize(element: HTMLElement): void {
  const found = shown.get(element);
  if (found && !isPrinted) fit(element, found);
}

/** Takes the chart away. Elements that have left the page are also cleared up at the next `render`. */
export function dispose(element: HTMLElement): void {
  const found = shown.get(element);
  if (!found) return;
  found.observer.disconnect();
  found.chart.dispose();
  shown.delete(element);
}

/** The charts that are in sight as pictures, SVG or in pixels; `caption` is what stands around each, as JSON. */
export async function pictures(kind: "svg" | "png", caption: string): Promise<Blob[]> {
  forgetRemoved();
  const around = JSON.parse(caption) as Omit<Caption, "title">;
  const drawn: Blob[] = [];
  // What lies behind a showing or a dialog is not in sight, and a small slide is itself a picture.
  const isSmall = (one: Element) => one.closest(".small-slide") !== null;
  const before = [...document.querySelectorAll("dialog[open], .show")].filter(
    (one) => one.querySelector(".chart") && !isSmall(one),
  );
  for (const [element, { option }] of shown) {
    if (element.clientWidth === 0 || isSmall(element) || !before.every((one) => one.contains(element))) continue;
    const svg = picture(element, option, around);
    drawn.push(kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await inPixels(svg));
  }
  return drawn;
}

/** A chart drawn again in the picture's room, by the colours of where it stands. */
function picture(element: HTMLElement, option: string, caption: Omit<Caption, "title">): string {
  const place = document.createElement("div");
  place.style.cssText = `position: absolute; visibility: hidden; width: ${ROOM.width}px; height: ${ROOM.height}px`;
  element.append(place);
  const completed = complete(JSON.parse(option) as Json, place);
  const style = getComputedStyle(place);
  // A picture has no quotes to spare: names of fonts are understood without them.
  const font = style.fontFamily.replaceAll(/["']/g, "");
  const look = { ink: style.color, paper: paper(element), font };
  place.remove();
  const chart = init(null, null, { renderer: "svg", ssr: true, width: ROOM.width, height: ROOM.height });
  chart.setOption({
    ...completed,
    animation: false,
    textStyle: { ...object(completed["textStyle"]), fontFamily: font },
  });
  const drawing = chart.renderToSVGString();
  chart.dispose();
  const aria = object(object(completed["aria"])["label"])["description"];
  // Its first sentence says what it shows; what follows speaks of the page.
  const [title = ""] = String(aria ?? "").split(/(?<=\.) /);
  return framed(drawing, { title: title.replace(/\.$/, ""), ...caption }, look);
}

/** The colour behind an element. */
function paper(element: Element): string {
  for (let behind: Element | null = element; behind; behind = behind.parentElement) {
    const colour = getComputedStyle(behind).backgroundColor;
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
  }
  return "#fff";
}

function draw(element: HTMLElement, found: Shown, isStill = false): void {
  found.width = element.clientWidth;
  const option = complete(JSON.parse(found.option) as Json, element);
  found.chart.setOption(isStill ? { ...option, animation: false } : option, { notMerge: true });
  scalable(element);
}

/** Lets paper, which is as wide as it is, take the whole drawing smaller instead of a part of it. */
function scalable(element: HTMLElement): void {
  const drawing = element.querySelector("svg");
  const [width, height] = ["width", "height"].map((side) => drawing?.getAttribute(side));
  if (width && height) drawing?.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

function redraw(): void {
  forgetRemoved();
  for (const [element, found] of shown) draw(element, found);
}

/** Another height stretches the drawing; another width moves names and legend too, so that it is made anew. */
function fit(element: HTMLElement, found: Shown): void {
  // Hidden elements have no size to fit, and ECharts warns about them.
  if (element.clientWidth === 0 || element.clientHeight === 0) return;
  found.chart.resize();
  scalable(element);
  if (element.clientWidth !== found.width) draw(element, found);
}

function open(element: HTMLElement): Shown {
  const found = shown.get(element);
  if (found) return found;
  const chart = init(element, null, { renderer: "svg" });
  const observer = new ResizeObserver(() => resize(element));
  observer.observe(element);
  const made = { chart, observer, option: "{}", width: 0 };
  shown.set(element, made);
  return made;
}

function forgetRemoved(): void {
  for (const element of [...shown.keys()]) if (!element.isConnected) dispose(element);
}

/** Text as large as the theme has it: all sizes in the option are told for the ordinary one. */
function enlarge(part: unknown, factor: number): void {
  for (const one of Array.isArray(part) ? part : [part]) {
    if (!isObject(one)) continue;
    for (const [key, value] of Object.entries(one)) {
      if (key === "fontSize" && typeof value === "number") one[key] = value * factor;
      else if (typeof value === "object" && key !== "data") enlarge(value, factor);
    }
  }
}

function complete(option: Json, element: HTMLElement): Json {
  if (isObject(option["samplan"]) && option["samplan"]["enlarged"])
    enlarge(option, parseFloat(getComputedStyle(document.documentElement).fontSize) / 15);
  coloured(option, element);
  roomFor(option, element);
  const { samplan, ...rest } = option;
  const form = isObject(samplan) ? (samplan as NumberForm) : {};
  const format = formatter(form);
  const style = getComputedStyle(element);
  const given = isObject(rest["tooltip"]) ? rest["tooltip"] : {};

  for (const axis of list(rest["xAxis"]).concat(list(rest["yAxis"]))) completeAxis(axis, form, style.color);
  for (const series of list(rest["series"])) completeSeries(series, format);

  const aria = isObject(rest["aria"]) ? rest["aria"] : {};
  const description = isObject(aria["label"]) ? aria["label"]["description"] : undefined;
  return {
    ...rest,
    textStyle: { fontFamily: style.fontFamily, color: style.color, fontSize: 13, ...object(rest["textStyle"]) },
    animation: !stillness.matches && rest["animation"] !== false,
    animationDuration: 250,
    animationDurationUpdate: 250,
    legend: rest["legend"] && { textStyle: { color: style.color }, ...object(rest["legend"]) },
    tooltip: tooltip(given, format),
    // Without a description of its own ECharts would make one, in English.
    aria: { enabled: true, decal: { show: true }, ...aria, label: { enabled: Boolean(description), description } },
  };
}

function completeAxis(axis: Json, form: NumberForm, color: string): void {
  delete axis["tooltip"];
  const label = object(axis["axisLabel"]);
  const own = isObject(axis["samplan"]) ? { ...form, ...(axis["samplan"] as NumberForm) } : form;
  delete axis["samplan"];
  const isValue = axis["type"] === "value";
  axis["axisLabel"] = { color, ...label, ...(isValue && !label["formatter"] && { formatter: formatter(own) }) };
  // A low chart has fewer figures at its side, never figures over each other.
  if (isValue) object(axis["axisLabel"])["hideOverlap"] ??= true;
  if (isValue) axis["splitLine"] ??= { lineStyle: { color, opacity: 0.15 } };
  else axis["axisLine"] ??= { lineStyle: { color, opacity: 0.5 } };
  if (!isValue) axis["axisTick"] ??= { show: false };
}

function completeSeries(series: Json, format: (value: number) => string): void {
  // The ground under a line has no name and nothing to tell.
  if (series["name"] === undefined && series["silent"]) series["tooltip"] = { show: false };
  else delete series["tooltip"];
  labelByText(series, format);
  series["labelLayout"] ??= { hideOverlap: true };
  const line = series["markLine"];
  if (isObject(line)) {
    delete line["tooltip"];
    line["silent"] ??= true;
    labelByText(line, format);
  }
  if (series["type"] === "custom" && series["renderItem"] === "floating-bar") {
    series["renderItem"] = floatingBar;
    series["z"] ??= 3; // Over ordinary bars, which ECharts would draw on top.
  }
}

/** Labels read `text` of the data item, worded by the app, and else the number itself. */
function labelByText(owner: Json, format: (value: number) => string): void {
  const label = owner["label"];
  if (!isObject(label) || label["formatter"]) return;
  label["formatter"] = (params: { data?: { text?: string }; value?: unknown; name?: string }) =>
    params.data?.text ?? (typeof params.value === "number" ? format(params.value) : (params.name ?? ""));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

function list(value: unknown): Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}
