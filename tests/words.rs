//! The words of the interface: what the build cannot see.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use std::collections::BTreeMap;

/// Every key with its text.
fn texts(language: &str) -> BTreeMap<String, String> {
    let path = format!("{}/locales/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    collect(&mut found, "", &serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    found
}

fn collect(found: &mut BTreeMap<String, String>, path: &str, value: &Value) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                collect(found, &path, value);
            }
        }
        Value::String(text) => {
            found.insert(path.to_owned(), text.clone());
        }
        other => panic!("{path} is {other}"),
    }
}

#[test]
fn what_several_views_say_stands_once() {
    let (sv, en) = (texts("sv"), texts("en"));
    let mut keys: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (key, text) in &sv {
        keys.entry((text, &en[key])).or_default().push(key);
    }
    let twice: Vec<_> = keys.into_iter().filter(|(_, keys)| keys.len() > 1).collect();
    assert!(
        twice.is_empty(),
        "the same words under several keys; keep one, in `label` if it is nobody's own: {twice:#?}"
    );
}

#[test]
fn no_text_is_empty_or_has_space_around_it() {
    for language in ["sv", "en"] {
        for (key, text) in texts(language) {
            assert!(!text.is_empty() && text.trim() == text, "{language}: {key} is {text:?}");
        }
    }
}

#[test]
fn apostrophes_and_quotation_marks_are_of_one_kind() {
    for (language, opening) in [("sv", '”'), ("en", '“')] {
        for (key, text) in texts(language) {
            assert!(
                !text.contains(['\'', '‘', '‚', '`', '´', '„', '«', '»']),
                "{language}: {key} has a mark of another kind: {text:?}"
            );
            // A file's own fields are written as they stand in it.
            assert!(
                !text.contains('"') || key.starts_with("read."),
                "{language}: {key} has a typewriter's mark: {text:?}"
            );
            let marks: Vec<_> = text.chars().filter(|mark| matches!(mark, '“' | '”')).collect();
            let paired = marks.chunks(2).all(|pair| pair == [opening, '”']);
            assert!(paired, "{language}: {key} has quotation marks that do not stand in pairs: {text:?}");
        }
    }
}
