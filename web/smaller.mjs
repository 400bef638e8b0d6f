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
// As `wasm-opt -Os`, but nothing is put into its callers: the compiler has done so where it pays, and what stands once
// compresses better. Nothing lies in the first kB of memory, where the stack would end: no address is counted from there.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(1);
binaryen.setAlwaysInlineMaxSize(0);
binaryen.setOneCallerInlineMaxSize(0);
binaryen.setFlexibleInlineMaxSize(0);
binaryen.setLowMemoryUnused(true);
binaryen.setGenerateStackIR(true);
binaryen.setOptimizeStackIR(true);

for (const path of process.argv.slice(2)) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(features);
  module.optimize();
  writeFileSync(path, module.emitBinary());
  module.dispose();
}
