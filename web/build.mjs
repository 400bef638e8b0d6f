// Builds what the app needs beside Rust into target/web/, where index.html picks it up. Trunk runs this before every
// build; it takes well under a second.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const root = dirname(web);
const out = join(root, "target/web");
const fonts = join(web, "node_modules/@fontsource-variable/inter");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

const common = { bundle: true, minify: true, target: "es2022", legalComments: "linked", logLevel: "warning" };
await Promise.all([
  // The app imports this one lazily, so it is an ES module in a folder of its own.
  build({
    ...common,
    entryPoints: [join(web, "src/charts.ts")],
    outfile: join(out, "charts/charts.js"),
    format: "esm",
  }),
  // What runs the spreadsheet module, in a worker of its own.
  build({
    ...common,
    entryPoints: [join(web, "src/sheets-worker.ts")],
    outfile: join(out, "sheets/worker.js"),
    format: "esm",
    legalComments: "none",
  }),
  build({
    ...common,
    entryPoints: [join(web, "src/shell.ts")],
    outfile: join(out, "shell.js"),
    format: "iife",
    legalComments: "none",
  }),
  // One style sheet from all: the app's own after ours. Fonts keep their place relative to the sheet in dist/.
  build({
    ...common,
    entryPoints: [join(web, "src/style.css")],
    outfile: join(out, "style.css"),
    external: ["*.woff2"],
    legalComments: "none",
  }),
]);

copyFileSync(join(fonts, "files/inter-latin-wght-normal.woff2"), join(out, "fonts/inter.woff2"));
copyFileSync(join(fonts, "LICENSE"), join(out, "fonts/inter-LICENSE.txt"));
copyFileSync(join(web, "node_modules/echarts/LICENSE"), join(out, "charts/echarts-LICENSE.txt"));
copyFileSync(join(web, "node_modules/echarts/NOTICE"), join(out, "charts/echarts-NOTICE.txt"));
// `cargo xtask build` and `cargo xtask serve` make the module itself before this.
for (const name of ["samplan_sheets.js", "samplan_sheets_bg.wasm"]) {
  copyFileSync(join(root, "target/sheets", name), join(out, "sheets", name));
}
