//! Makes the app's words from `locales/sv.json` and `locales/en.json`, in modules as the keys nest: a function for a
//! word, and for a sentence with `{name}` in it a struct whose fields are those names, so that no two can be mixed up.
//! Where a number stands, `{count, plural, one {# line} other {# lines}}` (a part of ICU MessageFormat) chooses.
//! A key or name that is in one language and not in the other stops the build.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a build stops by panicking"
)]

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
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What points to what: the splitter follows it.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
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
                writeln!(code, "#[allow(unused_imports)]\npub mod {key} {{\nuse super::{{Countable, Language}};")
                    .unwrap();
                module(code, &format!("{path}."), sv, en);
                code.push_str("}\n");
            }
            (Value::String(sv), Value::String(en)) => {
                writeln!(code, "/// {}", sv.replace('\n', " ")).unwrap();
                match [parse(&path, sv), parse(&path, en)] {
                    [Parts(sv), Parts(en)] if names(&sv).is_empty() && names(&en).is_empty() => {
                        word(code, key, &literal(&sv), &literal(&en));
                    }
                    [sv, en] => sentence(code, &path, key, &sv.0, &en.0),
                }
            }
            _ => panic!("{path} is not the same kind of thing in both languages"),
        }
    }
}

/// A text in its parts.
struct Parts(Vec<Part>);

enum Part {
    Text(String),
    /// `{name}`.
    Name(String),
    /// `{name, plural, one {…} other {…}}`; a `#` in a form has become the name.
    Plural {
        name: String,
        one: Vec<Part>,
        other: Vec<Part>,
    },
}

fn word(code: &mut String, key: &str, sv: &str, en: &str) {
    writeln!(code, "pub fn {key}(language: Language) -> &'static str {{ match language {{").unwrap();
    writeln!(code, "Language::Sv => {sv:?}, Language::En => {en:?} }} }}").unwrap();
}

/// The struct is generic, so that any value fits; the text itself is written once, from what can be displayed.
fn sentence(code: &mut String, path: &str, key: &str, sv: &[Part], en: &[Part]) {
    let (sv_names, en_names) = (names(sv), names(en));
    for (name, _) in sv_names.iter().chain(&en_names) {
        let has = |names: &[(String, bool)]| names.iter().any(|(known, _)| known == name);
        assert!(has(&sv_names) && has(&en_names), "{path} has {{{name}}} in one language only");
    }
    let counted = |name: &str| sv_names.iter().chain(&en_names).any(|(known, counted)| *counted && known == name);
    let bound = |name: &str| if counted(name) { "Countable" } else { "::std::fmt::Display" };
    let list = |write: &dyn Fn(usize, &str) -> String| {
        sv_names.iter().enumerate().map(|(at, (name, _))| write(at, name)).collect::<Vec<_>>().join(", ")
    };
    let generics = list(&|at, _| format!("T{at}"));
    let bounds = list(&|at, name| format!("T{at}: {}", bound(name)));
    let camel = camel(key);
    writeln!(code, "pub struct {camel}<{generics}> {{ {} }}", list(&|at, name| format!("pub {name}: T{at}"))).unwrap();
    writeln!(code, "impl<{bounds}> {camel}<{generics}> {{ /// The sentence in a language.").unwrap();
    writeln!(code, "pub fn say(&self, language: Language) -> ::std::string::String {{").unwrap();
    writeln!(code, "{key}(language, {}) }} }}", list(&|_, name| format!("&self.{name}"))).unwrap();
    let arguments = list(&|_, name| format!("{name}: &dyn {}", bound(name)));
    writeln!(code, "fn {key}(language: Language, {arguments}) -> ::std::string::String {{ match language {{").unwrap();
    writeln!(code, "Language::Sv => {{ {} }}, Language::En => {{ {} }} }} }}", format(sv), format(en)).unwrap();
}

/// The key as a type's name: `was_label` becomes `WasLabel`.
fn camel(key: &str) -> String {
    let part = |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect();
    key.split('_').map(part).collect::<Vec<String>>().concat()
}

/// The code that writes the parts: a choice for each plural form around a `format!`.
fn format(parts: &[Part]) -> String {
    let Some(at) = parts.iter().position(|part| matches!(part, Part::Plural { .. })) else {
        return format!("format!({:?})", literal(parts));
    };
    let Part::Plural { name, one, other } = &parts[at] else { unreachable!("a plural stands there") };
    let with = |form: &[Part]| {
        let whole: Vec<_> = parts[..at].iter().chain(form).chain(&parts[at + 1..]).map(Part::copy).collect();
        format(&whole)
    };
    format!("if {name}.is_one() {{ {} }} else {{ {} }}", with(one), with(other))
}

impl Part {
    fn copy(&self) -> Part {
        match self {
            Part::Text(text) => Part::Text(text.clone()),
            Part::Name(name) => Part::Name(name.clone()),
            Part::Plural { name, one, other } => {
                let copy = |form: &[Part]| form.iter().map(Part::copy).collect();
                Part::Plural { name: name.clone(), one: copy(one), other: copy(other) }
            }
        }
    }
}

/// Parts without plurals as a format string.
fn literal(parts: &[Part]) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Name(name) => format!("{{{name}}}"),
        Part::Plural { .. } => String::new(),
    };
    parts.iter().map(part).collect()
}

/// The names in the order of the text, each once, and whether a plural hangs on it.
fn names(parts: &[Part]) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    let mut add = |name: &str, counted: bool| match found.iter_mut().find(|(known, _)| known == name) {
        Some((_, known)) => *known |= counted,
        None => found.push((name.to_owned(), counted)),
    };
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Name(name) => add(name, false),
            Part::Plural { name, one, other } => {
                add(name, true);
                names(one).iter().chain(&names(other)).for_each(|(name, counted)| add(name, *counted));
            }
        }
    }
    found
}

fn parse(path: &str, text: &str) -> Parts {
    let mut rest = text;
    let mut parts = Vec::new();
    while let Some((before, after)) = rest.split_once('{') {
        assert!(!before.contains('}'), "{path}: a brace is closed that is not open: {text:?}");
        let (inside, behind) = braced(path, after);
        parts.push(Part::Text(before.to_owned()));
        parts.push(match inside.split_once(',') {
            None => Part::Name(inside.to_owned()),
            Some((name, forms)) => plural(path, name.trim(), forms),
        });
        rest = behind;
    }
    assert!(!rest.contains('}'), "{path}: a brace is closed that is not open: {text:?}");
    parts.push(Part::Text(rest.to_owned()));
    Parts(parts)
}

fn plural(path: &str, name: &str, forms: &str) -> Part {
    let wrong = || -> ! { panic!("{path}: write {{{name}, plural, one {{…}} other {{…}}}}, not {forms:?}") };
    let form = |rest: &str, word: &str| -> (Vec<Part>, String) {
        let Some(after) = rest.trim_start().strip_prefix(word).and_then(|rest| rest.trim_start().strip_prefix('{'))
        else {
            wrong()
        };
        let (inside, behind) = braced(path, after);
        (parse(path, &inside.replace('#', &format!("{{{name}}}"))).0, behind.to_owned())
    };
    let Some(rest) = forms.trim_start().strip_prefix("plural,") else { wrong() };
    let (one, rest) = form(rest, "one");
    let (other, rest) = form(&rest, "other");
    if !rest.trim().is_empty() {
        wrong()
    }
    Part::Plural { name: name.to_owned(), one, other }
}

/// What stands before the brace that closes, and what comes after it.
fn braced<'a>(path: &str, text: &'a str) -> (&'a str, &'a str) {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => return (&text[..at], &text[at + 1..]),
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("{path} has an open brace: {text:?}")
}
