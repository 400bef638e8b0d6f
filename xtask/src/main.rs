//! The commands of this repository. `cargo xtask` lists them.

mod bench;
mod beside;
mod browser;
mod build;
mod builder;
mod bundle;
mod busy;
mod check;
mod compress;
mod csp;
mod first_load;
mod imports;
mod install;
mod notices;
mod offline;
mod pack;
mod page;
mod publisher;
mod run;
mod sections;
mod sheets;
mod soak;
mod split;
mod tenth;
mod tools;
mod twin;
mod wasm;

use std::process::ExitCode;

/// Errors are one sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
Samplan's commands

    cargo xtask serve    run the app at http://127.0.0.1:8080/ and rebuild it as files change
    cargo xtask build    build the static site into dist/, ready for any folder of any web server
                         (in modules that are fetched when first used; --whole: as one module;
                         --draft: as one, in seconds, several times as large)
    cargo xtask bundle   build the app as one file that runs from a memory stick, into target/bundle/
                         (bundle PLAN.json: with a plan inside)
    cargo xtask test     format, clippy, native tests, build and browser tests
                         (--busy: the browser tests with every core kept busy by something else)
    cargo xtask soak     the tests that take hours: every byte of every plan, Chromium killed hard 200 times, a monkey
    cargo xtask bench    time the model and the app, and weigh the files of dist/
                         (--wasm: only the model as WebAssembly)
    cargo xtask tenth    add a tenth decision to a copy, in two files and two lines, and compile it
    cargo xtask twin     hold what is told of the example plans as WebAssembly against the same natively
    cargo xtask tools    only install what the commands above need

Each command installs what it needs first and skips what is there. What follows the command is passed on:
`cargo xtask serve --port 9000`, `cargo xtask bench projection`.";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();

    let outcome = match command.as_str() {
        "serve" => build::serve(&rest),
        "build" => build::build(&rest),
        "bundle" => bundle::bundle(&rest),
        "test" => check::test(&rest),
        "soak" => soak::soak(),
        "bench" => bench::bench(&rest),
        "tenth" => tenth::tenth(),
        "twin" => twin::same_figures(),
        "tools" => tools::everything(),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command '{other}'\n\n{HELP}")),
    };

    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nxtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
