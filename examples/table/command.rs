//! The command: from its arguments to the text to print, or to one line that says what is wrong and where.

use super::{json, sheet};
use samplan::edit;
use samplan::file_kind::FileKind;
use samplan::table::{self, Answers, Cells, EncodingError, Known};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: table FILE [--plan PLAN.json]";

/// Runs the command with the arguments after its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<String, String> {
    let (file, plan) = read_arguments(arguments)?;
    let known = plan.map_or_else(|| Ok(Known::default()), |plan| known(&plan))?;
    let cells = cells(&file).map_err(|problem| one_line(&format!("{}: {problem}", file.display())))?;
    let reading = table::read(cells, &known, &Answers::default());
    serde_json::to_string_pretty(&json::Output::of(&reading)).map_err(|error| error.to_string())
}

fn read_arguments(arguments: impl IntoIterator<Item = OsString>) -> Result<(PathBuf, Option<PathBuf>), String> {
    let (mut file, mut plan) = (None, None);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if argument == "--plan" {
            let name = arguments.next().ok_or_else(|| format!("--plan needs a file; {USAGE}"))?;
            if plan.replace(PathBuf::from(name)).is_some() {
                return Err(format!("--plan is given twice; {USAGE}"));
            }
        } else if argument.to_string_lossy().starts_with("--") {
            return Err(one_line(&format!("unknown option {}; {USAGE}", argument.to_string_lossy())));
        } else if file.replace(PathBuf::from(&argument)).is_some() {
            return Err(format!("more than one file; {USAGE}"));
        }
    }
    file.map(|file| (file, plan)).ok_or_else(|| format!("no file; {USAGE}"))
}

/// What a plan tells the reader: its first association is the table's.
fn known(file: &Path) -> Result<Known, String> {
    let said = |problem: String| one_line(&format!("{}: {problem}", file.display()));
    let bytes = std::fs::read(file).map_err(|error| said(format!("cannot be read: {error}")))?;
    let text = samplan::exchange::decode(&bytes).map_err(|error| said(error.to_string()))?;
    let plan = samplan::exchange::read(&text).map_err(|error| said(error.to_string()))?;
    Ok(plan.associations.first().map(|association| edit::known(&plan, association)).unwrap_or_default())
}

fn cells(file: &Path) -> Result<Cells, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    let text = match table::decode(&bytes) {
        Ok(text) => text,
        Err(EncodingError::OtherFile(FileKind::Sheet)) => return sheet::cells(&bytes),
        Err(error) => return Err(error.to_string()),
    };
    let kind = file.extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_page = text.trim_start().starts_with('<') || matches!(kind.as_str(), "html" | "htm");
    let html = is_page.then(|| table::from_html(&text));
    match html {
        Some(None) => Err("there is no table in it".to_owned()),
        Some(Some(cells)) => cells.map_err(|error| error.to_string()),
        None => table::from_text(&text).map_err(|error| error.to_string()),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
