//! The finished site, built beside the other checks. What the build says is kept, and shown when it is asked for.

use std::env;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::Outcome;
use crate::run::{program, root};

/// `cargo xtask build`, running. Ends with the value.
pub struct Site {
    build: Child,
    said: PathBuf,
}

impl Site {
    pub fn start() -> Outcome<Site> {
        let failed = |error: std::io::Error| format!("could not start the build beside the checks: {error}");
        let said = root().join("target/build.log");
        let log = File::create(&said).map_err(failed)?;
        let itself = env::current_exe().map_err(failed)?;
        let mut build = program(&itself.to_string_lossy(), &["build"]);
        build.stdin(Stdio::null()).stdout(log.try_clone().map_err(failed)?).stderr(log);
        Ok(Site { build: build.spawn().map_err(failed)?, said })
    }

    /// Waits for it, and shows what it said.
    pub fn finish(mut self) -> Outcome {
        let status = self.build.wait().map_err(|error| format!("the build was lost: {error}"))?;
        print!("{}", fs::read_to_string(&self.said).unwrap_or_default());
        if status.success() { Ok(()) } else { Err(format!("see above ({status})")) }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Both may fail only because it has ended by itself.
        let _ = self.build.kill();
        let _ = self.build.wait();
    }
}
