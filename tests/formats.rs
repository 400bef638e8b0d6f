//! Every version ever released opens: `tests/formats/v{n}.json` holds a sample of each, for ever.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use samplan::exchange::{OLDEST_VERSION, VERSION, read, read_changed, write};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

fn sample(version: u32) -> String {
    let path = folder().join(format!("v{version}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("version {version} has no sample: {error}"))
}

/// The sample of version n runs every migration from n on; so with a sample of each version no step goes untried.
#[test]
fn every_released_version_has_a_sample_that_opens() {
    for version in OLDEST_VERSION..=VERSION {
        let text = sample(version);
        assert!(text.contains(&format!("\"version\": {version},")), "v{version}.json says another version");
        let plan = read(&text).unwrap_or_else(|error| panic!("v{version}.json: {error}"));
        let newest = write(&plan);
        assert_eq!(read(&newest).as_ref(), Ok(&plan), "v{version}.json changes when it is written and read again");
    }
}

#[test]
fn the_folder_holds_released_versions_only() {
    let names = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let expected = (OLDEST_VERSION..=VERSION).map(|version| format!("v{version}.json"));
    assert_eq!(names.collect::<BTreeSet<_>>(), expected.collect::<BTreeSet<_>>());
}

#[test]
fn the_newest_sample_is_written_as_it_stands() {
    // With `UPDATE_PLANS=1` in the environment it gets the checksum of what was edited by hand.
    if std::env::var_os("UPDATE_PLANS").is_some() {
        let path = folder().join(format!("v{VERSION}.json"));
        std::fs::write(path, write(&read_changed(&sample(VERSION)).unwrap())).unwrap();
    }
    let text = sample(VERSION);
    assert_eq!(write(&read(&text).unwrap()), text, "UPDATE_PLANS=1 writes it anew");
}

#[test]
fn byte_order_mark_and_carriage_returns_are_fine() {
    let text = sample(VERSION);
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(&windows), read(&text));
}
