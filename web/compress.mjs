// Lays each file that it is told of beside itself a second and third time, compressed as well as brotli and gzip can.
//   node web/compress.mjs FILE …
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
const [packed, zipped] = [promisify(brotliCompress), promisify(gzip)];

// All at once: Node does as many at a time as it has threads for it.
await Promise.all(
  process.argv.slice(2).map(async (path) => {
    const bytes = await readFile(path);
    const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${path}.br`, await packed(bytes, { params }));
    await writeFile(`${path}.gz`, await zipped(bytes, { level: 9 }));
  }),
);
