//! Makes the app's words from `locales/sv.json` and `locales/en.json`: one function a key, in modules as the keys nest.
//! A key or placeholder that is in one language and not in the other stops the build.

use serde_json::{Map, Value};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    if env::var_os("CARGO_FEATURE_APP").is_none() {
        return;
    }
    let read = |language: &str| {
        let text = fs::read_to_string(format!("locales/{language}.json")).expect("a locale file can be read");
        let value: Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("locales/{language}.json: {error}"));
        value.as_object().cloned().expect("a locale file is an object")
    };
    let mut code = String::new();
    module(&mut code, "", &read("sv"), &read("en"));
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("words.rs"), code).expect("OUT_DIR can be written");
}

fn module(code: &mut String, path: &str, sv: &Map<String, Value>, en: &Map<String, Value>) {
    let missing = |from: &Map<String, Value>, to: &Map<String, Value>, language: &str| {
        if let Some(key) = from.keys().find(|key| !to.contains_key(*key)) {
            panic!("locales/{language}.json lacks {path}{key}");
        }
    };
    missing(sv, en, "en");
    missing(en, sv, "sv");
    for (key, value) in sv {
        let path = format!("{path}{key}");
        match (value, &en[key]) {
            (Value::Object(sv), Value::Object(en)) => {
                writeln!(code, "#[allow(unused_imports)]\npub mod {key} {{\nuse super::Language;").unwrap();
                module(code, &format!("{path}."), sv, en);
                code.push_str("}\n");
            }
            (Value::String(sv), Value::String(en)) => function(code, &path, key, sv, en),
            _ => panic!("{path} is not the same kind of thing in both languages"),
        }
    }
}

fn function(code: &mut String, path: &str, key: &str, sv: &str, en: &str) {
    let (names, sv_format) = placeholders(sv);
    let (en_names, en_format) = placeholders(en);
    for name in names.iter().chain(&en_names) {
        assert!(names.contains(name) && en_names.contains(name), "{path} has {{{name}}} in one language only");
    }
    writeln!(code, "/// {}", sv.replace('\n', " ")).unwrap();
    if names.is_empty() {
        writeln!(code, "pub fn {key}(language: Language) -> &'static str {{ match language {{").unwrap();
        writeln!(code, "Language::Sv => {sv:?}, Language::En => {en:?} }} }}").unwrap();
    } else {
        let arguments: Vec<_> = names.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
        writeln!(code, "pub fn {key}(language: Language, {}) -> String {{ match language {{", arguments.join(", "))
            .unwrap();
        writeln!(code, "Language::Sv => format!({sv_format:?}), Language::En => format!({en_format:?}) }} }}").unwrap();
    }
}

/// The names between braces in the order of the text, each once, and the text as a format string.
fn placeholders(text: &str) -> (Vec<String>, String) {
    let mut names: Vec<String> = Vec::new();
    for part in text.split('{').skip(1) {
        let (name, _) = part.split_once('}').unwrap_or_else(|| panic!("{text:?} has an open brace"));
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    (names, text.to_owned())
}
