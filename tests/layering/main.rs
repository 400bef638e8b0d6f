//! The wall between the model and the app, and the shape of the house.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod charts;
mod closures;
mod docs;
mod house;
mod rooms;
mod source;
mod style;

use std::path::{Path, PathBuf};

/// What the library must not name: browsers, clocks, chance.
const BEHIND_THE_WALL: [&str; 10] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "std::time",
    "SystemTime",
    "Instant",
    "rand::",
    "console_error_panic_hook",
];

const NAMES_THAT_SAY_NOTHING: [&str; 4] = ["utils", "helpers", "common", "misc"];
const MOST_LINES: usize = 500;

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust sources under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn own_sources() -> Vec<PathBuf> {
    let folders =
        ["model/src", "src", "tests", "examples", "benches", "xtask/src"].map(|folder| package().join(folder));
    folders.iter().filter(|folder| folder.exists()).flat_map(|folder| sources(folder)).collect()
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_library_knows_no_browser_no_clock_and_no_chance() {
    for path in sources(&package().join("model")) {
        for (line, number) in text(&path).lines().zip(1..) {
            let code = line.split("//").next().unwrap_or(line);
            for name in BEHIND_THE_WALL {
                assert!(!code.contains(name), "{}:{number} names {name}", path.display());
            }
        }
    }
}

#[test]
fn every_file_has_one_subject_and_a_size_to_match() {
    for path in own_sources() {
        let lines = text(&path).lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", path.display());
        let name = path.file_stem().unwrap().to_string_lossy();
        let folder = path.parent().unwrap().file_name().unwrap().to_string_lossy();
        for empty in NAMES_THAT_SAY_NOTHING {
            assert!(name != empty && folder != empty, "{} says nothing of its subject", path.display());
        }
    }
}

#[test]
fn every_module_of_files_says_what_it_is_responsible_for() {
    for path in own_sources().into_iter().filter(|path| path.ends_with("mod.rs")) {
        assert!(text(&path).starts_with("//! "), "{} does not begin with its purpose", path.display());
    }
}

#[test]
fn no_closure_is_called_twice_with_the_same_amount() {
    let shipped = ["model/src", "sheets/src", "src"].map(|folder| package().join(folder));
    let twice: Vec<String> = shipped
        .iter()
        .flat_map(|folder| sources(folder))
        .flat_map(|path| {
            let given = closures::given_twice(&text(&path));
            given.into_iter().map(move |given| format!("{}: {given}", path.display()))
        })
        .collect();
    assert!(
        twice.is_empty(),
        "a closure is called twice with the same amount, bind what it gives:\n{}",
        twice.join("\n")
    );
}

#[test]
fn every_public_item_of_the_model_says_what_it_is() {
    for path in sources(&package().join("model/src")) {
        let silent = docs::silent(&text(&path));
        assert!(silent.is_empty(), "{}: {}", path.display(), silent.join(", "));
    }
}
