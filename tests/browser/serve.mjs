// A static web server for a built site. It serves from a sub-folder, as many associations' web sites will, so that a path
// that only works from the root of a server is found out.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const TYPES = new Map([
  [".css", "text/css; charset=utf-8"],
  [".html", "text/html; charset=utf-8"],
  [".ico", "image/x-icon"],
  [".js", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".png", "image/png"],
  [".svg", "image/svg+xml"],
  [".txt", "text/plain; charset=utf-8"],
  [".wasm", "application/wasm"],
  [".webmanifest", "application/manifest+json"],
  [".woff2", "font/woff2"],
]);

/** What a build leaves compressed beside itself. */
const PACKED = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm", ".webmanifest"]);

/** @type {Map<string, Promise<Buffer>>} */
const made = new Map();

/** A file as brotli: as the build left it, or made once for a build that left none. @param {string} path */
function brotli(path) {
  const kept = made.get(path) ?? readFile(`${path}.br`).catch(async () => brotliCompressSync(await readFile(path)));
  made.set(path, kept);
  return kept;
}

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/**
 * @param {{ root?: string, base?: string, port?: number, before?: (path: string) => Promise<unknown> | unknown,
 *   cut?: (path: string) => boolean, packed?: boolean }} [options]
 *   `before` is waited for with each answer: it sees the path inside the site, "" for the page; a number that it gives is
 *   answered as the status; an answer that is to be `cut` ends in its middle; with `packed`, what is smaller with brotli is
 *   sent so, as a server does that is set up well
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} the address of the site, with a slash at its end
 */
export async function serve({
  root = DIST,
  base = "/samplan/",
  port = 0,
  before = () => {},
  cut = () => false,
  packed = false,
} = {}) {
  const folder = resolve(root);
  await stat(join(folder, "index.html")).catch(() => {
    throw new Error(`${folder} holds no built app: run cargo xtask build`);
  });

  const server = createServer(async (request, response) => {
    /** @param {number} status @param {Record<string, string>} [headers] */
    const refuse = (status, headers) => response.writeHead(status, headers).end();
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === base.slice(0, -1)) return refuse(301, { location: base });
    if (!pathname.startsWith(base)) return refuse(404);
    const inside = decodeURIComponent(pathname.slice(base.length));
    const status = await before(inside);
    if (typeof status === "number") return refuse(status);
    const path = normalize(join(folder, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside));
    if (!path.startsWith(folder + sep)) return refuse(404);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return refuse(404);

    const tag = `"${found.size}-${found.mtimeMs}"`;
    // As a plain server does it: nothing says how long a file may be kept, but it can be asked for again cheaply.
    const headers = {
      etag: tag,
      "cache-control": "no-cache",
      "content-type": TYPES.get(extname(path)) ?? "application/octet-stream",
    };
    if (request.headers["if-none-match"] === tag) return refuse(304, headers);
    if (packed && PACKED.has(extname(path))) {
      const body = await brotli(path);
      response
        .writeHead(200, { ...headers, "content-encoding": "br", "content-length": String(body.length) })
        .end(body);
      return;
    }
    response.writeHead(200, { ...headers, "content-length": String(found.size) });
    if (cut(inside)) {
      createReadStream(path, { end: Math.floor(found.size / 2) })
        .on("end", () => response.destroy())
        .pipe(response, { end: false });
      return;
    }
    createReadStream(path).pipe(response);
  });

  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", () => done(undefined)));
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
