//! Starting other programs, and saying what is going on.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;

/// The folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A program started in the repository's folder, with the tools that we installed first on its PATH.
pub fn program(name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(on_path(name).unwrap_or_else(|| PathBuf::from(name)));
    command.args(args).current_dir(root()).env("PATH", path());
    // Cargo sets these for xtask itself; a build script that saw them would rebuild.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_BIN_NAME"] {
        command.env_remove(name);
    }
    command
}

/// Runs a program with its output going straight to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    let status = command.status().map_err(|error| format!("could not start `{shown}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Runs a program and returns what it printed, or nothing if it could not run or failed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program, showing its errors but keeping what it printed.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let shown = shown(command);
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| format!("could not start `{shown}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{shown}` printed something that is not text"))
}

/// Runs a program with its output going to the terminal line by line, and keeps the lines. Says whether it ended well.
pub fn listen(command: &mut Command) -> Outcome<(bool, Vec<String>)> {
    let shown = shown(command);
    let failed = |error: std::io::Error| format!("could not run `{shown}`: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut lines = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).map_err(failed)? > 0 {
            let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            println!("{line}");
            lines.push(line);
            bytes.clear();
        }
    }
    Ok((child.wait().map_err(failed)?.success(), lines))
}

/// Where a program is, on the PATH that our commands get.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let names: &[String] =
        &if cfg!(windows) { vec![format!("{name}.exe"), format!("{name}.cmd")] } else { vec![name.to_owned()] };
    env::split_paths(&path()).flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|p| p.is_file())
}

fn path() -> OsString {
    let ours = [root().join("target/tools/bin"), root().join("web/node_modules/.bin")];
    let theirs = env::var_os("PATH").unwrap_or_default();
    env::join_paths(ours.into_iter().chain(env::split_paths(&theirs))).unwrap_or(theirs)
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy();
    command.get_args().fold(name.into_owned(), |line, arg| format!("{line} {}", arg.to_string_lossy()))
}

/// Runs one step under a heading, and says how long it took.
pub fn step(heading: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n── {heading}");
    let start = Instant::now();
    work().map_err(|reason| format!("{heading}: {reason}"))?;
    println!("   {heading}: {}", seconds(start.elapsed()));
    Ok(())
}

pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} min {} s", whole / 60, whole % 60) }
}
