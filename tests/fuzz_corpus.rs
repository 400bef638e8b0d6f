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
use std::path::Path;

/// Tries each file of a folder; there must be some.
fn try_all(folder: &str, target: fn(&[u8])) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files: Vec<_> =
        fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    assert!(!files.is_empty(), "{folder} holds nothing to try");
    for file in files {
        target(&fs::read(&file).unwrap());
    }
}

#[test]
fn plans() {
    try_all("fuzz/corpus/plan", targets::plan);
    try_all("plans", targets::plan);
    try_all("tests/bad_files", targets::plan);
}

#[test]
fn amounts() {
    try_all("fuzz/corpus/amount", targets::amount);
}

#[test]
fn tables() {
    try_all("fuzz/corpus/table", targets::table);
}
