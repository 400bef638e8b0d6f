//! `cargo xtask soak`: the tests that take an hour. What they find stands in docs/reliability.md.

use crate::run::{program, root, run, step};
use crate::{Outcome, build, tools};

/// How many times Chromium is killed.
const KILLS: &str = "200";
/// How many random plans each property is tried with, where its test sets no number.
const PLANS: &str = "5000";

pub fn soak() -> Outcome {
    tools::for_build()?;
    let chromium = tools::for_browser()?;
    step("random plans, other ones at every run", || {
        let test = ["test", "--profile", "bench", "--workspace", "--no-default-features", "--features", "schema"];
        run(program("cargo", &test).current_dir(root()).env("PROPTEST_CASES", PLANS))
    })?;
    step("every byte of every plan, cut and changed", || {
        let test =
            ["test", "--profile", "bench", "--no-default-features", "--test", "file_properties", "--", "--nocapture"];
        run(program("cargo", &test).current_dir(root()).env("SOAK", "1"))
    })?;
    step("build", || build::build(&[]))?;
    step("Chromium killed in the middle of edits", || {
        let script = &mut program("node", &["tests/browser/kill.mjs", KILLS]);
        run(script.current_dir(root()).env("CHROMIUM", &chromium))
    })
}
