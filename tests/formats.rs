//! Every version ever released opens: `tests/formats/v{n}.json` holds a sample of each, for ever, and `tests/formats/1.0/` the
//! plans and figures of the first release, which nobody writes anew.
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
use samplan::outcome::project;
use samplan::plan::{Metric, Plan, Rank};
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
    let files = std::fs::read_dir(folder()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
    let names = files.map(|entry| entry.file_name().into_string().unwrap());
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

/// Every figure of a plan, without decisions and with each scenario's: a line for each association and year.
fn figures(plan: &Plan) -> String {
    let mut text = String::new();
    for scenario in std::iter::once(None).chain(plan.scenarios.iter().map(Some)) {
        let outcome = project(plan, scenario.map(|scenario| &**scenario)).unwrap();
        let named = scenario.map_or("", |scenario| scenario.id.as_str());
        for association in &outcome.projection.associations {
            for (year, figures) in plan.horizon().iter().zip(&association.years) {
                let all = Metric::statement(Rank::Part).map(|metric| match figures.get(metric) {
                    Some(value) => format!(" {value}"),
                    None => " -".into(),
                });
                text += &format!("{named} {} {year}{}\n", association.id, all.collect::<String>());
            }
        }
    }
    text
}

/// With `FREEZE=1` in the environment the figures of a plan that has none yet are written; what is there stays.
#[test]
fn plans_of_the_first_release_open_and_project_as_then() {
    let mut opened = 0;
    for entry in std::fs::read_dir(folder().join("1.0")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "json") {
            continue;
        }
        let plan = read(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let (now, beside) = (figures(&plan), path.with_extension("txt"));
        if std::env::var_os("FREEZE").is_some() && !beside.exists() {
            std::fs::write(&beside, &now).unwrap();
        }
        assert_eq!(now, std::fs::read_to_string(&beside).unwrap(), "{}", path.display());
        opened += 1;
    }
    assert_eq!(opened, 9, "a frozen plan is gone");
}
