// Prints all that is told of plan files, by the model as WebAssembly.
//   node tests/browser/figures.mjs MODULE.js PLAN.json …
import { readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";

const [module = "", ...plans] = process.argv.slice(2);
const { figures } = (await import(pathToFileURL(module).href)).default;
for (const plan of plans) {
  const told = figures(readFileSync(plan, "utf8"));
  if (told === undefined) throw new Error(`${plan} cannot be read`);
  process.stdout.write(`${told}\n`);
}
