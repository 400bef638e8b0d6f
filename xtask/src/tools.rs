//! Installing what is missing. Everything lands in `target/tools` or a `node_modules` of this repository, except for what
//! belongs to rustup and, where a system package manager may be used, Chromium.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::install::Tool;
use crate::run::{answer, on_path, program, root, run};
use crate::{Outcome, browser};

/// The default features look for newer versions and download tools: we do neither.
const TRUNK: Tool = Tool {
    binary: "trunk",
    package: "trunk",
    version: "0.21.14",
    flags: &["--locked", "--no-default-features"],
    optimised: "0",
    time: "some minutes, more on a slow machine",
};
/// Without its test runners and downloads. `--locked` would ask for a version of a dependency that is no longer to be had.
const WASM_BINDGEN: Tool = Tool {
    binary: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    flags: &["--bin", "wasm-bindgen", "--no-default-features"],
    optimised: "1",
    time: "some minutes, more on a slow machine",
};
const NODE_AT_LEAST: u32 = 20;

/// For `cargo xtask tools`.
pub fn everything() -> Outcome {
    for_serve()?;
    for_lint()?;
    for_browser()?;
    println!("Everything is there.");
    Ok(())
}

/// What compiling the app needs.
pub fn for_compiler() -> Outcome {
    wasm_target()
}

/// What `build` needs.
pub fn for_build() -> Outcome {
    node()?;
    wasm_target()?;
    for_formatter()?;
    WASM_BINDGEN.ensure()
}

/// What `serve` needs.
pub fn for_serve() -> Outcome {
    for_build()?;
    TRUNK.ensure()
}

/// What `test` needs before it can look at the code.
pub fn for_lint() -> Outcome {
    for (tool, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        // rustup puts a stand-in for every component on PATH; only asking it tells whether the real one is there.
        if answer(&mut program(tool, &["--version"])).is_none() {
            println!("Installing {component} (some seconds) …");
            run(&mut program("rustup", &["component", "add", component]))?;
        }
    }
    Ok(())
}

/// What looks at the TypeScript and the style sheets; what bundles them comes with it.
pub fn for_formatter() -> Outcome {
    node()?;
    npm("web", "the charts, the font, wasm-opt and the formatter")
}

/// What the browser tests and timings need. Returns where Chromium is.
pub fn for_browser() -> Outcome<String> {
    node()?;
    npm("tests/browser", "Playwright and axe")?;
    browser::chromium()
}

fn node() -> Outcome {
    let version = answer(&mut program("node", &["--version"]))
        .ok_or_else(|| format!("Node.js is missing: install version {NODE_AT_LEAST} or later from nodejs.org"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE_AT_LEAST => Ok(()),
        _ => Err(format!("Node.js {version} is too old: version {NODE_AT_LEAST} or later is needed")),
    }
}

fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    // The target's own folder is the proof: it is there with or without rustup.
    let libraries = answer(&mut program("rustc", &["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| fs::read_dir(folder).is_ok()) {
        return Ok(());
    }
    println!("Installing the Rust target {TARGET} (under a minute) …");
    run(&mut program("rustup", &["target", "add", TARGET]))
}

/// The packages of a folder's lock file, unless exactly those are there.
fn npm(folder: &str, what: &str) -> Outcome {
    let place = root().join(folder);
    let lock = fs::read(place.join("package-lock.json"))
        .map_err(|error| format!("cannot read {folder}/package-lock.json: {error}"))?;
    let mut hasher = DefaultHasher::new();
    (lock, std::env::consts::OS, std::env::consts::ARCH).hash(&mut hasher);
    let wanted = format!("{:016x}", hasher.finish());

    let stamp = place.join("node_modules/.samplan-lock");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    if on_path("npm").is_none() {
        return Err("npm is missing: it comes with Node.js from nodejs.org".to_owned());
    }
    println!("Installing npm packages of {folder}: {what} (under a minute) …");
    run(program("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(&place))?;
    fs::write(&stamp, wanted).map_err(|error| format!("cannot write {}: {error}", stamp.display()))
}
