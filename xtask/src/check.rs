//! `cargo xtask test`: everything that must hold. The app is built beside the checks of the model. The programs print for
//! themselves; one line at the end says what passed, or what failed and what to look at.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::beside::Site;
use crate::busy::Busy;
use crate::run::{capture, listen, on_path, program, root, run, seconds, step};
use crate::{Outcome, browser, tenth, tools};

const MODEL: &str = "--no-default-features";
/// Random plans are the same ones at every run, so that what a change breaks is its own; `cargo xtask soak` draws others.
const SEED: &str = "20031210";

pub fn test(args: &[String]) -> Outcome {
    let busy = match args {
        [] => None,
        [busy] if busy == "--busy" => Some(()),
        _ => return Err("`cargo xtask test` takes `--busy` or nothing".to_owned()),
    };
    let start = Instant::now();

    step("tools", || {
        tools::for_lint()?;
        tools::for_formatter()?;
        tools::for_browser().map(|_| ())
    })?;
    step("format", || {
        cargo(&["fmt", "--all", "--check"])?;
        // Files that a table declares are not found from their crate.
        let rustfmt = &mut program("rustfmt", &["--check", "--edition", "2024"]);
        run(rustfmt.args(in_tables()?))
    })?;
    // The app's build runs beside all that needs no browser: most of it keeps only one core busy.
    let site = Site::start()?;
    step("clippy: model", || {
        let schema = ["clippy", "--workspace", "--all-targets", MODEL, "--features", "schema"];
        cargo(&[&schema[..], &["--", "-D", "warnings"]].concat())
    })?;
    let mut native = 0;
    step("native tests", || {
        native = native_tests()?;
        Ok(())
    })?;
    step("dependencies", dependencies)?;
    step("format and types of what is not Rust", || {
        run(program("prettier", &["--check", "--log-level", "warn"]).args(NOT_RUST))?;
        run(program("tsc", &["--noEmit"]).current_dir(root().join("web")))?;
        run(program("tsc", &["--noEmit"]).current_dir(root().join("tests/browser")))
    })?;
    // And the model as the app builds it. In the release profile, which shares what the build has compiled; it waits until
    // the build is done with that.
    step("clippy: app", || {
        let target = ["--target", "wasm32-unknown-unknown", "--bin", "samplan-app", "--release"];
        cargo(&[&["clippy"], &target[..], &["--", "-D", "warnings"]].concat())
    })?;
    step("a tenth decision", tenth::tenth)?;
    step("build", || site.finish())?;
    let mut pages = 0;
    step("browser tests", || {
        let _load = busy.map(|()| Busy::start()).transpose()?;
        pages = browser_tests()?;
        Ok(())
    })?;

    println!("\nAll of it holds: {native} native tests, {pages} browser tests, in {}", seconds(start.elapsed()));
    Ok(())
}

/// The TypeScript and the style sheets.
const NOT_RUST: [&str; 4] = ["style/*.css", "web/*.mjs", "web/src/*.{ts,css}", "tests/browser/*.{ts,mjs}"];

/// The Rust files of decisions, which tables declare.
fn in_tables() -> Outcome<Vec<String>> {
    let tables = ["model/src/decision/kinds/*.rs", "src/decisions/kinds/*.rs"];
    let listed = capture(&mut program("git", &[&["ls-files"], &tables[..]].concat()))?;
    Ok(listed.lines().map(str::to_owned).collect())
}

fn cargo(args: &[&str]) -> Outcome {
    run(&mut program("cargo", args))
}

/// Licences, sources and bans (`deny.toml`), where the one tool that knows them is installed.
fn dependencies() -> Outcome {
    if on_path("cargo-deny").is_none() {
        println!("   not looked at: cargo-deny is not installed (cargo install cargo-deny)");
        return Ok(());
    }
    cargo(&["deny", "check", "bans", "licenses", "sources"])
}

/// Runs all native tests, also after one that fails, and says how many passed.
fn native_tests() -> Outcome<usize> {
    let args = ["test", "--workspace", MODEL, "--features", "schema", "--no-fail-fast"];
    let mut cargo = program("cargo", &args);
    let (ended_well, lines) = listen(cargo.env("PROPTEST_RNG_SEED", SEED).stderr(Stdio::inherit()))?;
    if ended_well {
        return Ok(lines.iter().filter_map(|line| passed_of_cargo(line)).sum());
    }
    let failed: Vec<&str> = lines.iter().filter_map(|line| failed_of_cargo(line)).collect();
    Err(match failed.as_slice() {
        [] => "the tests could not be built or run: see above".to_owned(),
        [first, ..] => format!(
            "{} failed: {}\nSee above what each expected. One alone: cargo test --workspace {MODEL} --features schema {first}",
            failed.len(),
            failed.join(", ")
        ),
    })
}

/// `test result: ok. 12 passed; 0 failed; …`
fn passed_of_cargo(line: &str) -> Option<usize> {
    line.strip_prefix("test result: ok. ")?.split_once(" passed")?.0.parse().ok()
}

/// `test budget::whole_kronor ... FAILED`
fn failed_of_cargo(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// Runs all browser tests and says how many passed.
fn browser_tests() -> Outcome<usize> {
    let chromium = browser::chromium()?;
    let tests = root().join("tests/browser");
    let (ended_well, lines) = listen(browser_runner(&chromium).current_dir(tests))?;
    let passed = lines.iter().rev().find_map(|line| passed_of_playwright(line)).unwrap_or_default();
    if ended_well {
        return Ok(passed);
    }
    Err(match lines.iter().find_map(|line| failed_of_playwright(line)) {
        None => "the tests could not be run: see above".to_owned(),
        Some(place) => format!(
            "some failed, {passed} passed: see the list above\n\
             Each failure's picture lies in tests/browser/results. One alone, with a trace of all it does:\n\
             \x20   cd tests/browser && TRACE=1 CHROMIUM={chromium} npx playwright test {place}\n\
             \x20   npx playwright show-trace results/*/trace.zip"
        ),
    })
}

fn browser_runner(chromium: &str) -> Command {
    let mut runner = program("npx", &["playwright", "test"]);
    runner.env("CHROMIUM", chromium).stderr(Stdio::inherit());
    runner
}

/// `  212 passed (11.2m)`
fn passed_of_playwright(line: &str) -> Option<usize> {
    line.trim().split_once(" passed (")?.0.parse().ok()
}

/// `  ✘  12 offline.spec.ts:112:1 › with two windows open … (20.1s)`: its file and line.
fn failed_of_playwright(line: &str) -> Option<&str> {
    let after = line.trim_start().strip_prefix('✘')?;
    let place = after.split_whitespace().find(|word| word.contains(".spec.ts:"))?;
    place.rsplit_once(':').map(|(file_and_line, _)| file_and_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_both_runners_are_read() {
        assert_eq!(passed_of_cargo("test result: ok. 12 passed; 0 failed; 1 ignored; finished in 0.31s"), Some(12));
        assert_eq!(passed_of_cargo("test result: FAILED. 11 passed; 1 failed"), None);
        assert_eq!(failed_of_cargo("test budget::whole_kronor ... FAILED"), Some("budget::whole_kronor"));
        assert_eq!(passed_of_playwright("  212 passed (11.2m)"), Some(212));
        let line = "  ✘    12 offline.spec.ts:112:1 › with two windows open, the new version waits (20.1s)";
        assert_eq!(failed_of_playwright(line), Some("offline.spec.ts:112"));
        assert_eq!(failed_of_playwright("  ✓    13 offline.spec.ts:130:1 › a window (2.1s)"), None);
    }
}
