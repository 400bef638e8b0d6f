//! The style sheets: each in one of the layers, and what the app finds in its own page it finds by what users have of it, not
//! by the marks that tests look for.

use super::{package, sources, text};
use std::path::{Path, PathBuf};

/// The layers, in the order in which they win.
const LAYERS: [&str; 4] = ["base", "parts", "views", "paper"];

/// The files in a folder that end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}

#[test]
fn every_sheet_is_in_a_layer() {
    let (own, before) = (package().join("style"), package().join("web/src"));
    let lists = [own.join("main.css"), before.join("style.css")].map(|list| text(&list));
    for sheet in files(&own, "css").into_iter().chain(files(&before, "css")) {
        let name = sheet.file_name().unwrap().to_string_lossy().into_owned();
        if ["main.css", "style.css"].contains(&name.as_str()) {
            continue;
        }
        let path = format!("@import \"./{name}\"");
        let list = &lists[usize::from(sheet.starts_with(&before))];
        let import = list.lines().find(|line| line.starts_with(&path)).unwrap_or_else(|| panic!("nothing has {name}"));
        let in_layer = LAYERS.iter().any(|layer| import.ends_with(&format!("layer({layer});")));
        assert!(in_layer, "{name} is in no layer: {import}");
    }
    assert!(lists[0].contains(&format!("@layer {};", LAYERS.join(", "))), "the order of the layers is not said");
}

#[test]
fn nothing_is_found_by_the_marks_of_tests() {
    let (style, web) = (package().join("style"), package().join("web/src"));
    let sheets = files(&style, "css").into_iter().chain(files(&web, "css")).chain(files(&web, "ts"));
    for path in sheets.chain(sources(&package().join("src"))) {
        for (line, number) in text(&path).lines().zip(1..) {
            assert!(!line.contains("[data-test"), "{}:{number} looks for a mark of tests", path.display());
        }
    }
}
