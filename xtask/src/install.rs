//! Installing a program of the Rust ecosystem into `target/tools`: as its makers built it where the machine has
//! cargo-binstall and a network that lets it through, and from source else.

use std::io::{BufReader, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::run::{answer, on_path, program, root, seconds};

/// A program, pinned, and how to build no more of it than is used here.
pub struct Tool {
    pub binary: &'static str,
    pub package: &'static str,
    pub version: &'static str,
    /// What `cargo install` is told beside the version.
    pub flags: &'static [&'static str],
    /// How far it is optimised: "1" for what reads the whole module at every build, "0" for what waits for others.
    pub optimised: &'static str,
    /// How long it takes from source, for the one who waits.
    pub time: &'static str,
}

/// How long published binaries are waited for. A network that blocks them often never answers.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often the one who waits hears how far it has come.
const WORD: Duration = Duration::from_secs(15);

impl Tool {
    /// Installs the program unless this version of it answers.
    pub fn ensure(&self) -> Outcome {
        if self.there() {
            return Ok(());
        }
        let name = format!("{} {}", self.package, self.version);
        if on_path("cargo-binstall").is_some() {
            println!("Installing {name} into target/tools, as published …");
            if self.published() && self.there() {
                return Ok(());
            }
            println!("   not to be had; building it instead");
        }
        println!("Installing {name} into target/tools from source, once: {} …", self.time);
        self.build()
    }

    fn there(&self) -> bool {
        let line = answer(&mut program(self.binary, &["--version"]));
        line.is_some_and(|line| line.split_whitespace().nth(1) == Some(self.version))
    }

    /// Whether cargo-binstall brought it within our patience; what it says meanwhile is of no interest.
    fn published(&self) -> bool {
        let wanted = format!("{}@{}", self.package, self.version);
        let mut binstall = program("cargo-binstall", &["--no-confirm", "--disable-strategies", "compile"]);
        binstall.args(["--root", "target/tools", &wanted]).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = binstall.stdin(Stdio::null()).spawn() else { return false };
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match child.try_wait() {
                Ok(None) => std::thread::sleep(Duration::from_millis(200)),
                Ok(Some(status)) => return status.success(),
                Err(_) => break,
            }
        }
        // Both may fail only because it has ended by itself.
        let _ = child.kill();
        let _ = child.wait();
        false
    }

    fn build(&self) -> Outcome {
        let mut install = program("cargo", &["install", self.package, "--version", self.version, "--force"]);
        install.args(["--root", "target/tools"]).args(self.flags);
        // Optimising them to the last would only multiply the time that it takes to have them.
        install.env("CARGO_TARGET_DIR", root().join("target/tools/build"));
        for (key, value) in [("LTO", "off"), ("CODEGEN_UNITS", "256"), ("OPT_LEVEL", self.optimised), ("DEBUG", "0")] {
            install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
        }
        install.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
        follow(&mut install, self.package)
    }
}

/// Runs cargo and tells from time to time how far it has come. What cargo itself says is shown only if it fails.
fn follow(cargo: &mut Command, name: &str) -> Outcome {
    let failed = |reason: String| format!("installing {name}: {reason}");
    let mut child = cargo
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(format!("cargo did not start: {error}")))?;
    let start = Instant::now();
    let (mut said, mut told) = (Vec::new(), start);
    let mut line = Vec::new();
    let stderr = child.stderr.take().ok_or_else(|| failed("cargo cannot be listened to".to_owned()))?;
    for byte in BufReader::new(stderr).bytes().map_while(Result::ok) {
        if byte != b'\n' && byte != b'\r' {
            line.push(byte);
            continue;
        }
        let text = String::from_utf8_lossy(&std::mem::take(&mut line)).trim().to_owned();
        match progress(&text) {
            Some((done, all)) if told.elapsed() >= WORD => {
                told = Instant::now();
                println!("   {name}: {done} of {all} steps, {}", seconds(start.elapsed()));
            }
            Some(_) => {}
            None => said.push(text),
        }
    }
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    if status.success() {
        println!("   {name}: {}", seconds(start.elapsed()));
        return Ok(());
    }
    let last = said.len().saturating_sub(40);
    Err(failed(format!("cargo failed ({status}):\n{}", said.get(last..).unwrap_or_default().join("\n"))))
}

/// How far cargo's own bar has come: `Building [===>   ] 134/462: names`.
fn progress(line: &str) -> Option<(u32, u32)> {
    let (_, after) = line.split_once("] ")?;
    let (done, rest) = after.split_once('/')?;
    let all: String = rest.chars().take_while(char::is_ascii_digit).collect();
    line.contains("Building").then_some((done.trim().parse().ok()?, all.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::progress;

    #[test]
    fn cargos_bar_is_read_and_other_lines_are_not() {
        assert_eq!(progress("    Building [=====>            ] 134/462: serde, syn(build)"), Some((134, 462)));
        assert_eq!(progress("\u{1b}[1m\u{1b}[36m    Building\u{1b}[0m [==>  ] 5/7: a"), Some((5, 7)));
        assert_eq!(progress("   Compiling serde v1.0.219"), None);
        assert_eq!(progress("warning: [x] 1/2"), None);
    }
}
