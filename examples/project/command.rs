//! The command: from its arguments to the text to print, or to one line that says what is wrong and where.

use super::json::Output;
use samplan::exchange::{decode, read, read_scenarios};
use samplan::meet::{arrive, bring};
use samplan::outcome::project;
use samplan::plan::{Plan, Scenario};
use samplan::sorted::SortedMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: project FILE [--scenario-file FILE] [--scenario NAME]";

/// Runs the command with the arguments after its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<String, String> {
    let Asked { file, scenario, scenario_file } = read_arguments(arguments)?;
    let said = |file: &Path, problem: String| one_line(&format!("{}: {problem}", file.display()));
    let mut plan =
        text(&file).and_then(|text| read(&text).map_err(|error| error.to_string())).map_err(|why| said(&file, why))?;
    let mut scenario = scenario;
    if let Some(other) = scenario_file {
        let only = bring_in(&mut plan, &other).map_err(|why| said(&other, why))?;
        scenario = scenario.or(only);
    }
    answer(&plan, scenario.as_deref()).map_err(|why| said(&file, why))
}

/// What the arguments ask for.
struct Asked {
    file: PathBuf,
    scenario: Option<String>,
    scenario_file: Option<PathBuf>,
}

fn read_arguments(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let (mut file, mut scenario, mut scenario_file) = (None, None, None);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        if argument == "--scenario" {
            let name = arguments.next().ok_or_else(|| format!("--scenario needs a name; {USAGE}"))?;
            let name = name.to_string_lossy().into_owned();
            if scenario.replace(name).is_some() {
                return Err(format!("--scenario is given twice; {USAGE}"));
            }
        } else if argument == "--scenario-file" {
            let other = arguments.next().ok_or_else(|| format!("--scenario-file needs a file; {USAGE}"))?;
            if scenario_file.replace(PathBuf::from(other)).is_some() {
                return Err(format!("--scenario-file is given twice; {USAGE}"));
            }
        } else if argument.to_string_lossy().starts_with("--") {
            return Err(one_line(&format!("unknown option {}; {USAGE}", argument.to_string_lossy())));
        } else if file.replace(PathBuf::from(&argument)).is_some() {
            return Err(format!("more than one file; {USAGE}"));
        }
    }
    let file = file.ok_or_else(|| format!("no file; {USAGE}"))?;
    Ok(Asked { file, scenario, scenario_file })
}

fn text(file: &Path) -> Result<String, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    decode(&bytes).map_err(|error| error.to_string())
}

/// Makes the scenarios of a scenario file the plan's scenarios, under their own names. Returns the one, if there is one.
/// Refused when the plan lacks something that they refer to: what stands for it is for people to choose.
fn bring_in(plan: &mut Plan, file: &Path) -> Result<Option<String>, String> {
    let file = read_scenarios(&text(file)?).map_err(|error| error.to_string())?;
    plan.scenarios.clear();
    let arrival = arrive(plan, &file, &SortedMap::new());
    let missing: Vec<&str> =
        arrival.references.iter().filter(|one| one.stands.is_none()).map(|one| one.name.as_str()).collect();
    if !missing.is_empty() {
        return Err(format!("the plan has nothing that is surely the same as: {}", missing.join(", ")));
    }
    let brought = bring(plan, &file, &arrival.mapping());
    let only = match brought.as_slice() {
        [one] => Some(one.scenario.id.as_str().to_owned()),
        _ => None,
    };
    plan.scenarios = brought.into_iter().map(|one| one.scenario.into()).collect();
    Ok(only)
}

fn answer(plan: &Plan, scenario: Option<&str>) -> Result<String, String> {
    let scenario = scenario.map(|name| find(plan, name)).transpose()?;
    let outcome = project(plan, scenario).map_err(|overflow| overflow.to_string())?;
    serde_json::to_string_pretty(&Output::of(plan, scenario, &outcome)).map_err(|error| error.to_string())
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
