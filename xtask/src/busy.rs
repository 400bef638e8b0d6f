//! Something else that keeps every core busy, for `cargo xtask test --busy`.

use std::process::{Child, Stdio};

use crate::Outcome;
use crate::run::program;

/// Ends with the value: nothing of it outlives the tests.
pub struct Busy(Vec<Child>);

impl Busy {
    /// One endless loop for each core.
    pub fn start() -> Outcome<Busy> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        println!("   {cores} busy loops beside the tests");
        let mut busy = Busy(Vec::new());
        for _ in 0..cores {
            let mut looping = program("node", &["-e", "for (;;) Math.sqrt(Math.random())"]);
            let child = looping.stdin(Stdio::null()).spawn().map_err(|error| format!("no busy loop: {error}"))?;
            busy.0.push(child);
        }
        Ok(busy)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        for child in &mut self.0 {
            // Both may fail only because it has ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
