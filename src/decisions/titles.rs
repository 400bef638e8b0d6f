//! What a scenario's decisions and their numbers are called.

use super::kinds;
use super::view::DecisionContext;
use crate::words::{self, Language, decision as text};
use samplan::decision::{Decision, DecisionField, Reach};
use samplan::money::Unit;
use samplan::plan::{Id, Plan, Scenario, ScenarioStep};

/// What a decision is called: its own name, or what it says.
pub fn step_title(language: Language, plan: &Plan, scenario: &Scenario, step: &Id, unit: Unit) -> String {
    let Some(step) = scenario.steps.iter().find(|other| other.id == *step) else {
        return words::gone(language, words::Named::Decision);
    };
    if !step.name.is_empty() {
        return step.name.clone();
    }
    told(&DecisionContext { language, plan, scenario, unit }, step)
}

/// What a decision says, whatever its name is.
fn told(about: &DecisionContext, step: &ScenarioStep) -> String {
    let DecisionContext { language, plan, scenario, .. } = *about;
    let title = kinds::title(&step.decision, about);
    match step.decision.association() {
        Some(id) if plan.associations.len() > 1 => {
            text::Of { what: title, association: words::association(language, plan, Some(scenario), id) }.say(language)
        }
        _ => title,
    }
}

/// In which years a decision holds and in which not.
pub fn reach(language: Language, plan: &Plan, scenario: &Scenario, step: &Id, reach: &Reach) -> String {
    let step = scenario.steps.iter().find(|other| other.id == *step);
    let at = step.and_then(|step| step.decision.association());
    words::reach(language, reach, |id| {
        let named = words::name_of(plan, Some(scenario), at, id);
        named.unwrap_or_else(|| words::gone(language, words::Named::Anything))
    })
}

/// A lever's name within its decision.
pub fn number_name(
    language: Language,
    plan: &Plan,
    scenario: &Scenario,
    decision: &Decision,
    part: &DecisionField,
) -> String {
    match kinds::number_name(decision.kind(), part) {
        Some(own) => own(language).to_owned(),
        None => words::part(language, plan, scenario, part),
    }
}

/// A decision among a report's assumptions, beside its title.
pub struct Assumption {
    /// What it does: its kind in a sentence, or what it says itself where that says more.
    pub what: String,
    /// What it says beside its numbers, each a phrase of its own.
    pub choices: Vec<String>,
}

/// What a report says of a decision beside its title and its numbers; and whether that, or its title, has said a number.
pub fn assumption(about: &DecisionContext, step: &ScenarioStep) -> (Assumption, impl Fn(&DecisionField) -> bool) {
    let kind = step.decision.kind();
    let what = if kinds::what_says_more(kind) {
        kinds::what(about.language, kind).to_owned()
    } else if step.name.is_empty() {
        String::new()
    } else {
        format!("{}.", told(about, step))
    };
    let choices = kinds::choices(&step.decision, about);
    (Assumption { what, choices }, |part: &DecisionField| kinds::has_said(&step.decision, part))
}
