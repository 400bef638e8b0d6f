// Makes one page of a built site: `node web/bundle.mjs dist OUT.html`. Scripts, styles and the font stand in it, all other
// files as packed texts that no browser runs; its content policy lets in these scripts alone and nothing out.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const [dist = "dist", out = "samplan.html"] = process.argv.slice(2).map((path) => resolve(path));
const read = (path) => readFileSync(join(dist, path), "utf8");
const html = read("index.html");

/** The only match of a pattern in the page: another build than this knows must not be half put together. */
function one(pattern) {
  const found = [...html.matchAll(pattern)];
  if (found.length !== 1) throw new Error(`the page should have ${pattern} once, and has it ${found.length} times`);
  return found[0];
}

const [, shell] = one(/<script src="\.\/(shell-[^"]+\.js)"/g);
const [, sheet] = one(/<link rel="stylesheet" href="\.\/(style-[^"]+\.css)"/g);
const [start, script, wasm] = one(
  /<script type="module">\s*import init, \* as bindings from '\.\/([^']+)';\s*const wasm = await init\(\{ module_or_path: '\.\/([^']+)' \}\);[^<]*<\/script>/g,
);
const [, charts] = one(/<meta name="samplan-charts" content="([^"]+)">/g);
const [, sheets] = one(/<meta name="samplan-sheets" content="([^"]+)\/worker\.js">/g);

// Which file holds what every open plan needs, and which pieces.
const told = html.match(/<meta name="samplan-packs" content="[^"]*">/)?.[0] ?? "";

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  // Each module's loader is a key of its own, all with one name: as wasm-bindgen writes it.
  logOverride: { "duplicate-object-key": "silent" },
};
const bundled = async (contents, resolveDir, more = {}) => {
  const { outputFiles } = await build({ ...common, ...more, stdin: { contents, resolveDir, loader: "ts" } });
  return outputFiles[0].text;
};

// What starts the app: its script with the charts, which run when they are asked for.
const main = await bundled(
  `window.samplan.parts.stand({
     charts: () => import(${JSON.stringify(join(dist, charts))}),
     page: "<!doctype html>\\n" + document.documentElement.outerHTML,
   });
   const { default: init } = await import(${JSON.stringify(join(dist, script))});
   const bytes = await window.samplan.parts.file(${JSON.stringify(basename(wasm))});
   await init({ module_or_path: bytes });`,
  web,
);

// The worker of spreadsheets with its script inside.
const from = readFileSync(join(web, "src/sheets-worker.ts"), "utf8");
const inner = from
  .replace(/const module = [^;]+;/, "")
  .replace("import(module)", `import(${JSON.stringify(join(dist, sheets, "samplan_sheets.js"))})`);
if (inner.includes("import(module)") || inner === from) throw new Error("the worker's import is not where it was");
// No module: browsers start none of those from a page on the disk. What the script asks of its own address is handed in.
const worker = await bundled(inner, join(web, "src"), { format: "iife", define: { "import.meta.url": '""' } });

const KINDS = {
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".js": "text/javascript",
  ".txt": "text/plain",
};
const packed = (name, bytes) =>
  `<script type="application/octet-stream" data-file="${name}" data-kind="${KINDS[extname(name)]}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;
const folder = dirname(wasm);
const modules = readdirSync(join(dist, folder)).filter((name) => name.endsWith(".wasm"));
const files = [
  ...modules.map((name) => packed(name, readFileSync(join(dist, folder, name)))),
  packed("samplan_sheets_bg.wasm", readFileSync(join(dist, sheets, "samplan_sheets_bg.wasm"))),
  packed("worker.js", worker),
  ...readdirSync(join(dist, "plans"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => packed(`plans/${name}`, readFileSync(join(dist, "plans", name)))),
  packed("site.json", readFileSync(join(dist, "site.json"))),
  packed("THIRD-PARTY.txt", readFileSync(join(dist, "THIRD-PARTY.txt"))),
];

const address = (path, kind) => `data:${kind};base64,${readFileSync(path).toString("base64")}`;
const style = read(sheet).replaceAll(
  /url\(["']?([^"')]+\.woff2)["']?\)/g,
  (_, font) => `url(${address(join(dist, font), "font/woff2")})`,
);
const safe = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const [first, last] = [safe(read(shell)), safe(main)];
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy =
  `default-src 'none'; script-src 'wasm-unsafe-eval' ${digest(first)} ${digest(last)}; worker-src blob:; style-src ${digest(style)}; ` +
  "style-src-attr 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

const body = html.slice(html.indexOf("<body>") + "<body>".length, html.indexOf("</body>"));
const page = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Samplan</title><meta name="samplan-alone" content="">${told}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="${address(join(dist, "icons/icon.svg"), "image/svg+xml")}">
<script>${first}</script>
<style>${style}</style>
</head>
<body>${body}
<script type="application/json" id="plan-inside"></script>
${files.join("\n")}
<script type="module">${last}</script>
</body>
</html>
`;
writeFileSync(out, page);
console.log(`${relative(process.cwd(), out)}: ${page.length} bytes`);
