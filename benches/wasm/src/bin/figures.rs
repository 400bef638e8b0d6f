//! What `cargo xtask soak` holds against the module: the lines of each plan file, natively.

#[path = "../figures.rs"]
mod figures;

use std::process::ExitCode;

fn main() -> ExitCode {
    for path in std::env::args().skip(1) {
        let plan = std::fs::read_to_string(&path).map_err(|error| error.to_string());
        match plan.and_then(|text| samplan::exchange::read(&text).map_err(|error| format!("{error:?}"))) {
            Ok(plan) => figures::of(&plan).iter().for_each(|line| println!("{line}")),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
