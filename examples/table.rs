//! Prints how a table is read, as JSON: `cargo run --no-default-features --example table -- FILE [--plan PLAN.json]`.
//! The shape is in docs/tables.md.

#[path = "table/command.rs"]
mod command;
#[path = "table/json.rs"]
mod json;
#[path = "table/sheet.rs"]
mod sheet;

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
