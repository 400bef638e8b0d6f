//! `cargo xtask soak`: the tests that take hours. What they find stands in docs/reliability.md.

use crate::run::{program, root, run, step};
use crate::{Outcome, browser, build, tools, twin};

/// How many times Chromium is killed.
const KILLS: &str = "200";
/// How long the monkey goes on.
const MONKEY_MINUTES: &str = "60";
/// How many times all properties are tried, each time with other random plans.
const ROUNDS: usize = 30;
const PROPERTIES: [&str; 10] =
    ["--test", "decisions", "--test", "explore", "--test", "file_properties", "--test", "meet", "--test", "tables"];

pub fn soak() -> Outcome {
    tools::for_build()?;
    let chromium = tools::for_browser()?;
    step("random plans, other ones at every run", || {
        let test = ["test", "--profile", "bench", "--no-default-features"];
        (0..ROUNDS).try_for_each(|_| run(program("cargo", &test).args(PROPERTIES).current_dir(root())))
    })?;
    step("every byte of every plan, cut and changed", || {
        let test =
            ["test", "--profile", "bench", "--no-default-features", "--test", "file_properties", "--", "--nocapture"];
        run(program("cargo", &test).current_dir(root()).env("SOAK", "1"))
    })?;
    step("what strangers' files may hold, changed by chance", || {
        let test = ["test", "--profile", "bench", "--no-default-features", "--test", "fuzz_corpus"];
        run(program("cargo", &test).current_dir(root()).env("SOAK", "1"))
    })?;
    step("workbooks reckoned by LibreOffice, where it is installed", || {
        let test = ["test", "--profile", "bench", "--no-default-features", "--test", "workbook", "--", "--nocapture"];
        run(program("cargo", &test).current_dir(root()).env("SOAK", "1"))
    })?;
    step("the same figures as WebAssembly", twin::same_figures)?;
    step("build", || build::build(&[]))?;
    step("the browser tests in Firefox, where it is installed", || match browser::firefox() {
        None => {
            println!("   no Firefox was found (apt-get install firefox-esr, or name one in the variable FIREFOX)");
            Ok(())
        }
        Some(firefox) => {
            let tests = &mut program("npx", &["playwright", "test"]);
            run(tests.current_dir(root().join("tests/browser")).env("FIREFOX", firefox))
        }
    })?;
    step("Chromium killed in the middle of edits", || {
        let script = &mut program("node", &["tests/browser/kill.mjs", KILLS]);
        run(script.current_dir(root()).env("CHROMIUM", &chromium))
    })?;
    step("a long day", || {
        let day = &mut program("npx", &["playwright", "test", "long-day"]);
        run(day.current_dir(root().join("tests/browser")).env("CHROMIUM", &chromium).env("SOAK", "1"))
    })?;
    step("a monkey for an hour", || {
        let script = &mut program("node", &["tests/browser/monkey.mjs", MONKEY_MINUTES]);
        run(script.current_dir(root()).env("CHROMIUM", &chromium))
    })
}
