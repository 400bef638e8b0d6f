//! Prints a plan file's projection as JSON: `cargo run --no-default-features --example project -- FILE [--scenario-file FILE] [--scenario NAME]`.
//! The shape is in docs/projection-json.md.

#[path = "project/command.rs"]
mod command;
#[path = "project/json.rs"]
mod json;

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match command::run(std::env::args_os().skip(1)) {
        // A reader that closes the pipe early has what it wanted.
        Ok(text) => {
            let _ = writeln!(std::io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::FAILURE
        }
    }
}
