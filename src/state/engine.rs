//! What every open plan needs of the model: its file read and written, edits applied, and what follows from it. It comes
//! in the module of open plans, which is there before any plan is; what scenarios need beside that comes with the views
//! that show them, and the rules with whatever shows what they find. The words for what is refused and for what edits did:
//! nothing is, and nothing did, before that.

use super::modules::{FollowedSlot, Slot};
use crate::words::Language;
use samplan::edit::{Edit, EditError};
use samplan::exchange::{ReadError, ScenarioFile};
use samplan::money::Overflow;
use samplan::outcome::Outcome;
use samplan::plan::{Plan, Scenario};
use std::borrow::Cow;

/// The model, as far as every open plan needs it.
#[derive(Clone, Copy)]
pub struct Engine {
    /// Reads a plan file.
    pub read: fn(&str) -> Result<Plan, ReadError>,
    /// Reads one that does not agree with its checksum.
    pub read_changed: fn(&str) -> Result<Plan, ReadError>,
    /// Whether a text is a file of scenarios and not of a plan.
    pub is_scenario_file: fn(&str) -> bool,
    /// Writes a plan file.
    pub write: fn(&Plan) -> String,
    /// Applies an edit.
    pub apply: fn(&Edit, &Plan) -> Result<Plan, EditError>,
    /// Applies an edit, if the plan after it can be kept.
    pub apply_to_keep: fn(&Edit, &Plan) -> Result<Plan, EditError>,
    /// What a plan without a scenario comes to, not judged by any rule.
    pub reckon: fn(&Plan) -> Result<Outcome, Overflow>,
    /// Whether two plans are equal.
    pub is_same_plan: fn(&Plan, &Plan) -> bool,
    /// Whether two plans differ in nothing but scenarios.
    pub is_same_but_scenarios: fn(&Plan, &Plan) -> bool,
    /// How many bytes of a plan another does not share.
    pub own_bytes: fn(&Plan, Option<&Plan>) -> usize,
    /// Why an edit was refused, in words.
    pub refusal: fn(Language, &EditError) -> String,
    /// What an edit did, in words.
    pub edit: fn(Language, &Edit) -> Cow<'static, str>,
}

/// The rules, and what is asked of what they have judged.
#[derive(Clone, Copy)]
pub struct Rules {
    /// Judges what a plan without a scenario comes to.
    pub judge: fn(&Plan, Outcome) -> Result<Outcome, Overflow>,
    /// How many errors and warnings a board is shown of it.
    pub counted: fn(&Outcome) -> (usize, usize),
    /// Whether what follows from two plans is equal.
    pub is_same_outcome: fn(&Outcome, &Outcome) -> bool,
}

/// What files from outside need.
#[derive(Clone, Copy)]
pub struct Files {
    /// The text of a file's bytes.
    pub decode: fn(&[u8]) -> Result<String, ReadError>,
    /// Why a file cannot be opened, in words, a line for each reason.
    pub read_error: fn(Language, &ReadError) -> Vec<String>,
}

/// The model, as far as scenarios need it.
#[derive(Clone, Copy)]
pub struct Scenarios {
    /// What follows from a scenario.
    pub project: fn(&Plan, &Scenario) -> Result<Outcome, Overflow>,
    /// Makes the edits that [`Edit::apply_with`] leaves to others.
    pub change: fn(&Edit, &mut Plan) -> Result<(), EditError>,
}

/// Reads a file of scenarios.
pub type ReadScenarios = fn(&str) -> Result<ScenarioFile, ReadError>;

/// Where the module that asks what files of scenarios are to do hands over how they are read.
pub static READ_SCENARIOS: Slot<ReadScenarios> = Slot::new();
/// Where the module of open plans hands over.
pub static ENGINE: Slot<Engine> = Slot::new();
/// Where the first module that shows what rules find hands them over.
pub static RULES: FollowedSlot<Rules> = FollowedSlot::new();
/// Where the module of what was stored and could not be read hands over what files from outside need.
pub static FILES: Slot<Files> = Slot::new();
/// Where the modules of scenarios hand over.
pub static SCENARIOS: Slot<Scenarios> = Slot::new();

/// Reads a plan file. Whoever has text to read has waited for the module.
pub fn read(text: &str) -> Result<Plan, ReadError> {
    ENGINE.get().map_or(Err(ReadError::NotAPlanFile { found: None }), |engine| (engine.read)(text))
}

/// Reads a plan file that does not agree with its checksum.
pub fn read_changed(text: &str) -> Result<Plan, ReadError> {
    ENGINE.get().map_or(Err(ReadError::NotAPlanFile { found: None }), |engine| (engine.read_changed)(text))
}

/// The text of a file's bytes. Whoever has a file has waited for the module.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    FILES.get().map_or(Err(ReadError::NotAPlanFile { found: None }), |files| (files.decode)(bytes))
}

/// Whether a text is a file of scenarios and not of a plan.
pub fn is_scenario_file(text: &str) -> bool {
    ENGINE.get().is_some_and(|engine| (engine.is_scenario_file)(text))
}

/// Reads a file of scenarios. Whoever has such a file has waited for its module.
pub fn read_scenarios(text: &str) -> Result<ScenarioFile, ReadError> {
    READ_SCENARIOS.get().map_or(Err(ReadError::NotAPlanFile { found: None }), |read| read(text))
}

/// Writes a plan file. `None` without the module, which whoever has a plan has.
pub fn write(plan: &Plan) -> Option<String> {
    ENGINE.get().map(|engine| (engine.write)(plan))
}

/// Applies an edit.
pub fn apply(edit: &Edit, plan: &Plan) -> Result<Plan, EditError> {
    ENGINE.get().map_or(Err(EditError::LastOne), |engine| (engine.apply)(edit, plan))
}

/// Applies an edit, if the plan after it can be kept.
pub fn apply_to_keep(edit: &Edit, plan: &Plan) -> Result<Plan, EditError> {
    ENGINE.get().map_or(Err(EditError::LastOne), |engine| (engine.apply_to_keep)(edit, plan))
}

/// What a plan without a scenario comes to, not judged by any rule; `None` when an amount is too large.
pub fn reckon(plan: &Plan) -> Option<Outcome> {
    ENGINE.get().and_then(|engine| (engine.reckon)(plan).ok())
}

/// What follows from a plan without a scenario, judged by the rules once they are there; `None` when an amount is too
/// large. Follows whether they are.
pub fn project(plan: &Plan) -> Option<Outcome> {
    let reckoned = reckon(plan)?;
    match RULES.get() {
        Some(rules) => (rules.judge)(plan, reckoned).ok(),
        None => Some(reckoned),
    }
}

/// How many errors and warnings a board is shown of what follows; `None` until the rules are there, which it follows.
pub fn counted(outcome: &Outcome) -> Option<(usize, usize)> {
    RULES.get().map(|rules| (rules.counted)(outcome))
}

/// What follows from a scenario; `None` when an amount is too large.
pub fn project_scenario(plan: &Plan, scenario: &Scenario) -> Option<Outcome> {
    SCENARIOS.get().and_then(|scenarios| (scenarios.project)(plan, scenario).ok())
}

/// Whether two plans are equal.
pub fn is_same_plan(one: &Plan, other: &Plan) -> bool {
    std::ptr::eq(one, other) || ENGINE.get().is_some_and(|engine| (engine.is_same_plan)(one, other))
}

/// Whether two plans differ in nothing but scenarios.
pub fn is_same_but_scenarios(one: &Plan, other: &Plan) -> bool {
    std::ptr::eq(one, other) || ENGINE.get().is_some_and(|engine| (engine.is_same_but_scenarios)(one, other))
}

/// Whether what follows from two plans is known to be equal.
pub fn is_same_outcome(one: &Outcome, other: &Outcome) -> bool {
    std::ptr::eq(one, other) || RULES.get_untracked().is_some_and(|rules| (rules.is_same_outcome)(one, other))
}

/// How many bytes of a plan, as the file would write them, another does not share; all of them without another.
pub fn own_bytes(plan: &Plan, other: Option<&Plan>) -> usize {
    ENGINE.get().map_or(0, |engine| (engine.own_bytes)(plan, other))
}

/// Why an edit was refused, in words.
pub fn refusal(language: Language, refusal: &EditError) -> String {
    ENGINE.get().map_or_else(String::new, |engine| (engine.refusal)(language, refusal))
}

/// What an edit did, in words.
pub fn edit(language: Language, edit: &Edit) -> Cow<'static, str> {
    ENGINE.get().map_or(Cow::Borrowed(""), |engine| (engine.edit)(language, edit))
}
