//! Prints what differs between two plan files as JSON: `cargo run --no-default-features --example diff -- A.json B.json`.
//! The shape is in docs/sharing.md.

#[path = "diff/command.rs"]
mod command;

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
