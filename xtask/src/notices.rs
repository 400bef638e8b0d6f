//! The notices of everything by others that a finished site holds, in `dist/THIRD-PARTY.txt`: crates as Cargo resolved
//! them for the browser, and what of npm is bundled or copied.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Outcome;
use crate::build::{read, write};
use crate::run::{capture, program, root};

/// What of ours the site is built from.
const OURS: [&str; 2] = ["samplan-app", "samplan-sheets"];
/// What `web/build.mjs` bundles or copies into the site.
const NPM: [&str; 4] = ["echarts", "zrender", "tslib", "@fontsource-variable/inter"];
/// How the files are called that a licence or its notices stand in.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// One part by others.
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
    /// Where it comes from, as it says itself.
    home: String,
}

pub fn write_notices(dist: &Path) -> Outcome {
    let mut parts = crates()?;
    for name in NPM {
        parts.push(npm(name)?);
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));

    let mut text =
        "Samplan is made with the works of others that are listed here, under their licences. A choice (\"OR\") is\n\
                    taken as their authors leave it. Parts that share the words of a licence stand together.\n\n"
            .to_owned();
    for part in &parts {
        text += &format!("{}: {}, {}\n", part.name, part.licence, part.home);
    }
    let mut shared: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for part in &parts {
        for words in licence_texts(&part.folder)? {
            shared.entry(words).or_default().insert(&part.name);
        }
    }
    let rule = "=".repeat(80);
    for (words, names) in shared {
        let names: Vec<&str> = names.into_iter().collect();
        text += &format!("\n{rule}\n{}\n{rule}\n\n{words}\n", names.join(", "));
    }
    write(&dist.join("THIRD-PARTY.txt"), text.as_bytes())
}

/// Every crate that the app is built from, but our own.
fn crates() -> Outcome<Vec<Part>> {
    let mut metadata = program("cargo", &["metadata", "--format-version", "1", "--locked"]);
    metadata.args(["--filter-platform", "wasm32-unknown-unknown"]).current_dir(root());
    let found: Value = serde_json::from_str(&capture(&mut metadata)?).map_err(|error| error.to_string())?;
    let packages = found["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let mut next = Vec::new();
    for name in OURS {
        let found = packages.iter().find(|one| one["name"] == name);
        next.push(&found.ok_or_else(|| format!("cargo metadata does not know {name}"))?["id"]);
    }

    let mut used = BTreeSet::new();
    while let Some(id) = next.pop() {
        if !used.insert(id.as_str().unwrap_or_default()) {
            continue;
        }
        let node = found["resolve"]["nodes"].as_array().into_iter().flatten().find(|node| node["id"] == *id);
        let needs = node.and_then(|node| node["deps"].as_array()).into_iter().flatten();
        // Ordinary dependencies have no kind; what only builds or tests is not in the site.
        let ordinary =
            |one: &&Value| one["dep_kinds"].as_array().is_some_and(|all| all.iter().any(|k| k["kind"].is_null()));
        next.extend(needs.filter(ordinary).map(|one| &one["pkg"]));
    }
    let others = packages.iter().filter(|one| used.contains(text(one, "id")) && !one["source"].is_null());
    others
        .map(|one| {
            let name = format!("{} {}", text(one, "name"), text(one, "version"));
            let licence = one["license"].as_str().ok_or_else(|| format!("{name} does not say its licence"))?.to_owned();
            let manifest = PathBuf::from(text(one, "manifest_path"));
            let folder = manifest.parent().unwrap_or(&manifest).to_path_buf();
            Ok(Part { name, licence, folder, home: text(one, "repository").to_owned() })
        })
        .collect()
}

fn npm(name: &str) -> Outcome<Part> {
    let folder = root().join("web/node_modules").join(name);
    let package: Value =
        serde_json::from_str(&read(&folder.join("package.json"))?).map_err(|error| error.to_string())?;
    let licence = package["license"].as_str().ok_or_else(|| format!("{name} does not say its licence"))?.to_owned();
    let name = format!("{name} {}", text(&package, "version"));
    Ok(Part { name, licence, folder, home: text(&package, "homepage").to_owned() })
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The texts that lie beside a part. Some crates of a family name their licence and bring no text of it.
fn licence_texts(folder: &Path) -> Outcome<Vec<String>> {
    let failed = |error: std::io::Error| format!("cannot list {}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if NAMES.iter().any(|start| name.starts_with(start)) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        if path.is_dir() {
            texts.extend(licence_texts(&path)?);
        } else {
            // Some are not in UTF-8: a name may lose an accent, no build fails for it.
            let bytes = fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
            texts.push(String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned());
        }
    }
    Ok(texts)
}
