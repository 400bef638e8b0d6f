// Times the model as WebAssembly in Node and prints the rows as JSON: [{ name, unit, p50, p95, n, against }].
// What else the machine does is not counted: times are those of the processor.
//   node tests/browser/bench-wasm.mjs MODULE.js
import process from "node:process";
import { pathToFileURL } from "node:url";

const SAMPLES = 40;
/** How long one sample is to be at least, in microseconds. */
const LONG = 20_000;

const module = pathToFileURL(process.argv[2] ?? "").href;
const { Base, Slider } = (await import(module)).default;

const board = Base.board();
const country = Base.country();
const slider = Slider.country();
console.log(
  JSON.stringify([
    times("project a plan, 30 lines x 10 years", 105, "before 26 November 2026", (n) => board.project(n)),
    times("project the country, 80 x 20 x 10", null, "", (n) => country.project(n)),
    times("a slider's step, 80 associations: figures", 16_667, "a frame", (n) => slider.step(n)),
    times("and what each decision does, who pays", 16_667, "a frame", (n) => slider.told(n)),
  ]),
);

/**
 * @param {string} name
 * @param {number | null} against what the time is held against, in microseconds
 * @param {string} called what that is
 * @param {(times: number) => boolean} work
 */
function times(name, against, called, work) {
  // The engine compiles what it meets often anew: it has seen it before anything counts.
  let often = 1;
  while (took(work, often) < LONG) often *= 2;
  const found = Array.from({ length: SAMPLES }, () => took(work, often) / often).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => found[Math.min(SAMPLES - 1, Math.ceil(SAMPLES * share) - 1)];
  return { name, unit: "µs", p50: at(0.5), p95: at(0.95), n: SAMPLES, against, called };
}

/** @param {(times: number) => boolean} work @param {number} often */
function took(work, often) {
  const before = process.cpuUsage();
  if (!work(often)) throw new Error("the model could not do it");
  return process.cpuUsage(before).user;
}
