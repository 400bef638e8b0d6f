// What README tells servers of the files in `dist/`: which may be kept for ever, and which are asked for each time.
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { DIST } from "./serve.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("what README lets servers keep for ever is what has its digest in its name, in each recipe", () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(DIST.length).replaceAll("\\", "/").replace(/^\/*/, "/"));
  expect(files).toContain("/index.html");

  const kept = /^\| names with a digest in them: (.+?) \|/m.exec(README)?.[1] ?? "";
  const globs = [...kept.matchAll(/`([^`]+)`/g)].map(([, glob = ""]) => glob.replace("*", "[^/]*"));
  const forEver = files.filter((file) => globs.some((glob) => new RegExp(`^/${glob}`).test(file)));
  expect(forEver.length).toBeGreaterThan(3);

  const recipes = [...README.matchAll(/-\[0-9a-f\]\{12,16\}\S*(?:\$|\))/g)].map(([pattern]) => pattern);
  expect(recipes.length, "nginx, Apache and twice Caddy").toBe(4);
  for (const recipe of recipes)
    expect(files.filter((file) => new RegExp(recipe.replace(/["#>]+$/, "")).test(file)).sort(), recipe).toEqual(
      [...forEver].sort(),
    );
});
