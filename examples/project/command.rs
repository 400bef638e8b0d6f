//! The command: from its arguments to the text to print, or to one line that says what is wrong and where.

use super::json::Output;
use samplan::plan::{Plan, Scenario};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: project FILE [--scenario NAME]";

/// Runs the command with the arguments after its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<String, String> {
    let (file, scenario) = read_arguments(arguments)?;
    answer(&file, scenario.as_deref()).map_err(|problem| one_line(&format!("{}: {problem}", file.display())))
}

fn read_arguments(arguments: impl IntoIterator<Item = OsString>) -> Result<(PathBuf, Option<String>), String> {
    let mut file = None;
    let mut scenario = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if argument == "--scenario" {
            let name = arguments.next().ok_or_else(|| format!("--scenario needs a name; {USAGE}"))?;
            let name = name.to_string_lossy().into_owned();
            if scenario.replace(name).is_some() {
                return Err(format!("--scenario is given twice; {USAGE}"));
            }
        } else if argument.to_string_lossy().starts_with("--") {
            return Err(one_line(&format!("unknown option {}; {USAGE}", argument.to_string_lossy())));
        } else if file.replace(PathBuf::from(&argument)).is_some() {
            return Err(format!("more than one file; {USAGE}"));
        }
    }
    file.map(|file| (file, scenario)).ok_or_else(|| format!("no file; {USAGE}"))
}

fn answer(file: &Path, scenario: Option<&str>) -> Result<String, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    let text = samplan::exchange::decode(&bytes).map_err(|error| error.to_string())?;
    let plan = samplan::exchange::read(&text).map_err(|error| error.to_string())?;
    let scenario = scenario.map(|name| find(&plan, name)).transpose()?;
    let outcome = samplan::outcome::project(&plan, scenario).map_err(|overflow| overflow.to_string())?;
    serde_json::to_string_pretty(&Output::of(&plan, scenario, &outcome)).map_err(|error| error.to_string())
}

fn find<'p>(plan: &'p Plan, name: &str) -> Result<&'p Scenario, String> {
    plan.scenario(name).ok_or_else(|| {
        let known: Vec<_> = plan.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        format!("scenarios: there is no scenario {name:?}; the plan has: {known}")
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
