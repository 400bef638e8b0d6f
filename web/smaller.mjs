// Optimises the WebAssembly modules that it is told of, each in its place. All in one run of Binaryen: its own start takes
// longer than most of the modules do, of which there are dozens.
//   node web/smaller.mjs MODULE.wasm …
import binaryen from "binaryen";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";

const {
  BulkMemory,
  BulkMemoryOpt,
  CallIndirectOverlong,
  MutableGlobals,
  Multivalue,
  NontrappingFPToInt,
  ReferenceTypes,
  SignExt,
} = binaryen.Features;
// What the browsers that we build for have had for years.
const features =
  BulkMemory |
  BulkMemoryOpt |
  CallIndirectOverlong |
  MutableGlobals |
  Multivalue |
  NontrappingFPToInt |
  ReferenceTypes |
  SignExt;
// As `wasm-opt -Os`.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(1);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

for (const path of process.argv.slice(2)) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(features);
  module.optimize();
  writeFileSync(path, module.emitBinary());
  module.dispose();
}
