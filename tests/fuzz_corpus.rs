//! What the fuzzer has found worth keeping, and every plan, tried once more without it (`fuzz/`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

/// What tries bytes.
type Target = fn(&[u8]);

/// The files of a folder, of which there must be some, always in the same order.
fn files(folder: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    assert!(!files.is_empty(), "{folder} holds nothing to try");
    files.sort();
    files
}

/// Tries each file of a folder.
fn try_all(folder: &str, target: Target) {
    for file in files(folder) {
        target(&fs::read(&file).unwrap());
    }
}

const TARGETS: [(&str, Target); 6] = [
    ("plan", targets::plan),
    ("amount", targets::amount),
    ("table", targets::table),
    ("scenario", targets::scenario),
    ("link", targets::link),
    ("spreadsheet", targets::spreadsheet),
];

#[test]
fn what_the_corpora_hold() {
    for (name, target) in TARGETS {
        try_all(&format!("fuzz/corpus/{name}"), target);
    }
}

#[test]
fn plans_good_and_bad() {
    try_all("plans", targets::plan);
    try_all("tests/bad_files", targets::plan);
}

/// A short run of what `cargo fuzz` does for hours, the same at every test: each file changed in a few places.
#[test]
fn what_is_changed_a_little_holds_as_well() {
    let rounds = if std::env::var_os("SOAK").is_some() { ROUNDS_IN_SOAK } else { ROUNDS };
    let mut chance = Chance(0x2003_1210);
    for (name, target) in TARGETS {
        let files: Vec<Vec<u8>> =
            files(&format!("fuzz/corpus/{name}")).iter().map(|path| fs::read(path).unwrap()).collect();
        for file in &files {
            for _ in 0..rounds {
                target(&chance.changed(file, &files));
            }
        }
    }
}

/// How often each file is changed.
const ROUNDS: usize = 50;
/// How often with the variable SOAK.
const ROUNDS_IN_SOAK: usize = 20_000;

/// Numbers by chance from a seed (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    /// One to four changes: a byte, a part left out, a part twice, a part of another file.
    fn changed(&mut self, file: &[u8], others: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = file.to_vec();
        for _ in 0..=self.below(4) {
            let place = self.below(bytes.len());
            let end = (place + self.below(64)).min(bytes.len());
            match self.below(4) {
                0 => {
                    bytes.iter_mut().skip(place).take(1).for_each(|byte| *byte = u8::try_from(self.below(256)).unwrap())
                }
                1 => drop(bytes.drain(place..end)),
                2 => {
                    let part = bytes[place..end].to_vec();
                    bytes.splice(place..place, part);
                }
                _ => {
                    let other = &others[self.below(others.len())];
                    let from = self.below(other.len());
                    let part = other[from..(from + self.below(64)).min(other.len())].to_vec();
                    bytes.splice(place..place, part);
                }
            }
        }
        bytes
    }
}
