//! Reading a scenario file, as strictly as a plan file.

use super::content::{KIND, SCENARIO_FORMAT, ScenarioFile};
use crate::exchange::envelope::{self, Envelope};
use crate::exchange::error::ReadError;
use crate::exchange::limits::MOST_BYTES;
use crate::exchange::{checksum, json};
use crate::form::{Form, JsonValue, Node, Path, beginning};
use crate::id::Id;
use crate::plan::{Association, Plan, ValidationError, ValidationErrorKind, validate};

/// Whether a text says that it is a scenario file, whatever else may be wrong with it.
pub fn is_scenario_file(text: &str) -> bool {
    text.len() <= MOST_BYTES && json(text).is_ok_and(|file| envelope::format(&file) == Some(SCENARIO_FORMAT))
}

fn json(text: &str) -> Result<JsonValue, ReadError> {
    json::parse(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a scenario file of any released version.
///
/// # Errors
/// As [`crate::exchange::read`]; the problems of [`ReadError::Invalid`] are said from `content` on.
pub fn read_scenarios(text: &str) -> Result<ScenarioFile, ReadError> {
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len(), most: MOST_BYTES });
    }
    let Envelope { stated, content, .. } = envelope::open(json(text)?, &KIND)?;
    let found = stated.as_ref().map(|_| checksum::of_value(&content)).unwrap_or_default();
    let file: ScenarioFile = ScenarioFile::read(Node::new(&content, &Path::root().field("content")))?;
    let problems = problems(&file);
    if !problems.is_empty() {
        return Err(ReadError::Invalid(problems));
    }
    match stated.filter(|stated| *stated != found) {
        Some(stated) => Err(ReadError::Changed { stated: beginning(&stated), found }),
        None => Ok(file),
    }
}

/// What is wrong with it: what would be wrong with a plan of these names, years and scenarios.
fn problems(file: &ScenarioFile) -> Vec<ValidationError> {
    let association = |one: &super::NamedAssociation| Association::new(one.id.clone(), &one.name);
    let mut plan = Plan::new(
        file.plan.id.clone(),
        &file.plan.name,
        file.plan.first_year,
        file.plan.years,
        file.associations.iter().map(association).collect(),
    );
    plan.scenarios = file.scenarios.iter().map(|one| one.clone().into()).collect();
    let mut problems = validate(&plan);
    if file.scenarios.is_empty() {
        problems.push(ValidationError { path: "scenarios".to_owned(), kind: ValidationErrorKind::NoneGiven });
    }
    let known = |id: &Id| file.scenarios.iter().any(|scenario| scenario.id == *id);
    for (place, seen) in file.figures.iter().enumerate() {
        if !known(&seen.scenario) {
            let (path, id) = (format!("figures[{place}].scenario"), seen.scenario.clone());
            problems.push(ValidationError { path, kind: ValidationErrorKind::UnknownId(id) });
        }
    }
    problems
}
