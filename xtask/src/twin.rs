//! The model as a WebAssembly module of its own, to be timed and to be held against what is compiled for this machine.

use std::fs;

use crate::run::{capture, program, root, run};
use crate::{Outcome, build, split, tools};

const TARGET: &str = "wasm32-unknown-unknown";
const FOLDER: &str = "target/bench-wasm";
const PACKAGE: &str = "samplan-bench";

/// Compiles and optimises the model as the app has it, for Node. Gives the module's path.
pub fn module() -> Outcome<String> {
    run(&mut program("cargo", &["build", "--package", PACKAGE, "--lib", "--target", TARGET, "--release"]))?;
    let built = format!("target/{TARGET}/release/samplan_bench.wasm");
    let bind = ["--target", "nodejs", "--no-typescript", "--out-dir", FOLDER, "--out-name", "model", &built];
    run(&mut program("wasm-bindgen", &bind))?;
    split::optimise(&[root().join(FOLDER).join("model_bg.wasm")])?;
    // A script of the old kind, whatever stands around it says.
    build::write(&root().join(FOLDER).join("package.json"), b"{}")?;
    Ok(format!("{FOLDER}/model.js"))
}

/// All that is told of every example plan, as WebAssembly and natively: the same text.
pub fn same_figures() -> Outcome {
    tools::for_build()?;
    let module = module()?;
    let entries = fs::read_dir(root().join("plans")).map_err(|error| format!("plans/: {error}"))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut plans: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    plans.sort();
    let as_wasm = capture(program("node", &["tests/browser/figures.mjs", &module]).args(&plans).current_dir(root()))?;
    let natively = ["run", "--quiet", "--profile", "bench", "--package", PACKAGE, "--bin", "figures", "--"];
    let natively = capture(program("cargo", &natively).args(&plans).current_dir(root()))?;
    let (one, other) = (as_wasm.lines(), natively.lines());
    if let Some((one, other)) = one.zip(other).find(|(one, other)| one != other) {
        return Err(format!("not the same figures.\nAs WebAssembly: {one}\nNatively: {other}"));
    }
    let (count, other) = (as_wasm.lines().count(), natively.lines().count());
    if count != other || count == 0 {
        return Err(format!("{count} lines as WebAssembly, {other} natively"));
    }
    println!("   {count} lines about {} plans are the same, {} characters", plans.len(), as_wasm.len());
    Ok(())
}
