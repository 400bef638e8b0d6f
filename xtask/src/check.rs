//! `cargo xtask test`: everything that must hold, cheapest first. The programs print for themselves.

use std::time::Instant;

use crate::run::{program, root, run, seconds, step};
use crate::{Outcome, browser, build, tools};

const MODEL: &str = "--no-default-features";

pub fn test() -> Outcome {
    let start = Instant::now();

    step("tools", || {
        tools::for_lint()?;
        tools::for_build()?;
        tools::for_browser().map(|_| ())
    })?;
    step("format", || cargo(&["fmt", "--all", "--check"]))?;
    step("clippy: model", || {
        let schema = ["clippy", "--workspace", "--all-targets", MODEL, "--features", "schema"];
        cargo(&[&schema[..], &["--", "-D", "warnings"]].concat())?;
        // Tests and tools need no second look; the model does, as the app builds it.
        cargo(&["clippy", "--package", "samplan", "--lib", "--", "-D", "warnings"])
    })?;
    // In the release profile, which shares the macros and build scripts that the build below compiles anyway.
    step("clippy: app", || {
        let target = ["--target", "wasm32-unknown-unknown", "--bin", "samplan-app", "--release"];
        cargo(&[&["clippy"], &target[..], &["--", "-D", "warnings"]].concat())
    })?;
    step("model tests", || cargo(&["test", "--workspace", MODEL, "--features", "schema"]))?;
    step("build", || build::build(&[]))?;
    step("types", || {
        run(program("tsc", &["--noEmit"]).current_dir(root().join("web")))?;
        run(program("tsc", &["--noEmit"]).current_dir(root().join("tests/browser")))
    })?;
    step("browser tests", || {
        let chromium = browser::chromium()?;
        let tests = root().join("tests/browser");
        run(program("npx", &["playwright", "test"]).current_dir(tests).env("CHROMIUM", chromium))
    })?;

    println!("\nAll of it holds: {}", seconds(start.elapsed()));
    Ok(())
}

fn cargo(args: &[&str]) -> Outcome {
    run(&mut program("cargo", args))
}
