//! The schema in `docs/` is the one that the types give, the real plans keep to it, and the documentation and the
//! sample of the newest version leave nothing of it out. Run with `--features schema`; `UPDATE_SCHEMA=1` rewrites it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "schema")]

mod validator;

use samplan::exchange::{VERSION, read, read_scenarios, scenario_schema, schema, write_scenarios};
use samplan::meet::pack;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use validator::check;

fn package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    std::fs::read_to_string(package(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json_files(folder: &str) -> Vec<(String, String)> {
    let paths = std::fs::read_dir(package(folder)).unwrap().map(|entry| entry.unwrap().path());
    let json = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    json.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn the_stored_schemas_are_those_that_the_types_give() {
    let both = [("docs/samplan.schema.json", schema()), ("docs/samplan-scenario.schema.json", scenario_schema())];
    for (path, schema) in both {
        let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(package(path), &made).unwrap();
        }
        assert!(made == text(path), "the types have changed: run this test with UPDATE_SCHEMA=1");
    }
}

#[test]
fn scenario_files_of_the_real_plans_keep_to_their_schema() {
    let schema = scenario_schema();
    let mut tried = 0;
    for (path, text) in json_files("plans") {
        let plan = read(&text).unwrap();
        let all: Vec<_> = plan.scenarios.iter().map(|one| one.id.clone()).collect();
        if all.is_empty() {
            continue;
        }
        tried += 1;
        let text = write_scenarios(&pack(&plan, &all));
        let mut file: Value = serde_json::from_str(&text).unwrap();
        check(&schema, &schema, &file, "").unwrap_or_else(|error| panic!("{path}: {error}"));
        // What the schema refuses, the reader refuses too.
        let content = file["content"].as_object_mut().unwrap();
        content.insert("more".to_owned(), Value::Null);
        assert!(check(&schema, &schema, &file, "").is_err());
        assert!(read_scenarios(&file.to_string()).is_err());
    }
    assert!(tried >= 4, "plans with scenarios: {tried}");
}

#[test]
fn the_real_plans_and_the_sample_keep_to_the_schema() {
    let schema = schema();
    let sample = format!("tests/formats/v{VERSION}.json");
    let plans = json_files("plans");
    assert!(plans.len() >= 6, "the real plans are in plans/");
    for (path, text) in plans.into_iter().chain([(sample.clone(), text(&sample))]) {
        let file: Value = serde_json::from_str(&text).unwrap();
        check(&schema, &schema, &file, "").unwrap_or_else(|error| panic!("{path}: {error}"));
        read(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

/// Whatever the schema refuses, the reader refuses too; the other way the reader may know more.
#[test]
fn files_that_break_the_schema_are_refused_by_the_reader() {
    let schema = schema();
    let mut broken = 0;
    for (path, text) in json_files("tests/bad_files") {
        let Ok(file) = serde_json::from_str::<Value>(&text) else { continue };
        if check(&schema, &schema, &file, "").is_err() {
            broken += 1;
            assert!(read(&text).is_err(), "{path}");
        }
    }
    assert!(broken >= 20, "the schema refuses only {broken} of the bad files");
}

/// A number in a case file, and a value of it that neither the reader nor the schema takes.
const LIMITS: [(&str, &str, &str); 12] = [
    ("move-half-a-krona", "/plan/years", "0"),
    ("move-half-a-krona", "/plan/years", "21"),
    ("move-half-a-krona", "/plan/first_year", "2200"),
    ("move-half-a-krona", "/plan/scenarios/0/steps/0/decision/activity_change/action/move/months", "0"),
    ("move-half-a-krona", "/plan/scenarios/0/steps/0/decision/activity_change/action/move/months", "241"),
    ("move-half-a-krona", "/plan/scenarios/0/steps/0/decision/activity_change/action/move/months", "-241"),
    ("pay-out-later-change", "/plan/scenarios/0/steps/0/decision/member_leaves/notice_months", "241"),
    ("pay-out-later-change", "/plan/scenarios/0/steps/0/decision/member_leaves/notice", "\"2200-01\""),
    ("pay-out-later-change", "/plan/associations/0/members/2/inhabitants", "4294967296"),
    ("index-before-average", "/plan/scenarios/0/steps/1/decision/member_joins/inhabitants", "null"),
    ("index-before-zero-sum", "/plan/scenarios/0/steps/1/decision/member_joins/inhabitants", "null"),
    ("index-before-join-follow", "/plan/scenarios/0/steps/1/decision/member_joins/inhabitants", "null"),
];

#[test]
fn the_schema_says_the_limits_that_the_reader_has() {
    let schema = schema();
    for (file, pointer, value) in LIMITS {
        let whole = text(&format!("tests/decisions/cases/{file}.json"));
        let mut file: Value = serde_json::from_str(&whole).unwrap();
        check(&schema, &schema, &file, "").unwrap();
        *file.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
        assert!(check(&schema, &schema, &file, "").is_err(), "the schema takes {value} at {pointer}");
        assert!(read(&file.to_string()).is_err(), "the reader takes {value} at {pointer}");
    }
}

#[test]
fn the_documentation_names_every_field_and_choice() {
    let documentation = text("docs/file-format.md");
    let missing: Vec<String> =
        words(&schema()).into_iter().filter(|word| !documentation.contains(&format!("`{word}`"))).collect();
    assert!(missing.is_empty(), "docs/file-format.md says nothing of {missing:?}");
}

#[test]
fn the_newest_sample_has_every_field_and_choice() {
    let sample = text(&format!("tests/formats/v{VERSION}.json"));
    // Some metrics stand for all, and usual values are not written.
    let metrics = words(&schema()["$defs"]["Metric"]);
    let usual = ["legacy", "transferred"];
    let words = words(&schema()).into_iter();
    let words = words.filter(|word| !metrics.contains(word) && !usual.contains(&word.as_str()));
    let missing: Vec<String> = words.filter(|word| !sample.contains(&format!("\"{word}\""))).collect();
    assert!(missing.is_empty(), "tests/formats/v{VERSION}.json has no {missing:?}");
}

/// The names of all fields, and all texts that stand for a choice.
fn words(schema: &Value) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    collect(schema, &mut words);
    words
}

fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    let choice = |word: &Value| word.as_str().map(str::to_owned);
    match schema {
        Value::Object(fields) => {
            words.extend(fields.get("const").and_then(choice));
            words.extend(fields.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(choice));
            words.extend(
                fields.get("properties").and_then(Value::as_object).into_iter().flat_map(|map| map.keys().cloned()),
            );
            // A default is a value, not a schema.
            fields.iter().filter(|(name, _)| *name != "default").for_each(|(_, value)| collect(value, words));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        _ => {}
    }
}
