//! The names of what has an id. An id is never shown: what nothing is called any more is told in words.

use super::Language;
use super::generated::gone as text;
use samplan::decision::Introduced;
use samplan::plan::{Id, Plan, Scenario, ScenarioStep};

/// What has an id and a name.
#[derive(Clone, Copy)]
pub enum Named {
    Association,
    Member,
    Line,
    Index,
    Decision,
    Risk,
    /// Of any kind.
    Anything,
}

/// What is said in the place of a name where nothing has the id any more.
pub fn gone(language: Language, named: Named) -> String {
    let told = match named {
        Named::Association => text::association(language),
        Named::Member => text::member(language),
        Named::Line => text::line(language),
        Named::Index => text::index(language),
        Named::Decision => text::decision(language),
        Named::Risk => text::risk(language),
        Named::Anything => text::anything(language),
    };
    told.to_owned()
}

/// An association's name, also of one that a scenario forms.
pub fn association(language: Language, plan: &Plan, scenario: Option<&Scenario>, id: &Id) -> String {
    known_association(plan, scenario, id).unwrap_or_else(|| gone(language, Named::Association))
}

/// A member's name, also of one that the scenario lets in.
pub fn member(language: Language, plan: &Plan, scenario: &Scenario, id: &Id) -> String {
    known_member(plan, scenario, id).unwrap_or_else(|| gone(language, Named::Member))
}

/// A line's name, also of one that the scenario adds.
pub fn line(language: Language, plan: &Plan, scenario: &Scenario, id: &Id) -> String {
    known_line(plan, scenario, id).unwrap_or_else(|| gone(language, Named::Line))
}

/// An index's name.
pub fn index(language: Language, plan: &Plan, id: &Id) -> String {
    plan.index(id).map_or_else(|| gone(language, Named::Index), |index| index.name.clone())
}

/// What names something of a plan or scenario, whatever kind it is; nothing where nothing has the id.
pub fn name_of(plan: &Plan, scenario: Option<&Scenario>, id: &Id) -> Option<String> {
    let of_scenario = || {
        let scenario = scenario?;
        known_member(plan, scenario, id).or_else(|| known_line(plan, scenario, id))
    };
    let index = || plan.index(id).map(|index| index.name.clone());
    known_association(plan, scenario, id).or_else(of_scenario).or_else(index)
}

/// The open scenario forms it, or else another of the plan.
fn known_association(plan: &Plan, scenario: Option<&Scenario>, id: &Id) -> Option<String> {
    let formed = |steps: &[ScenarioStep]| {
        steps.iter().find_map(|step| match step.decision.introduces()? {
            Introduced::Association(formed, name) if formed == id => Some(name.to_owned()),
            _ => None,
        })
    };
    let known = plan.association(id).map(|found| found.name.clone());
    let known = known.or_else(|| formed(&scenario?.steps));
    known.or_else(|| plan.scenarios.iter().find_map(|scenario| formed(&scenario.steps)))
}

fn known_member(plan: &Plan, scenario: &Scenario, id: &Id) -> Option<String> {
    let known = plan.associations.iter().find_map(|association| association.member(id));
    let joined = || {
        scenario.steps.iter().find_map(|step| match step.decision.introduces()? {
            Introduced::Member(joined, name) if joined == id => Some(name.to_owned()),
            _ => None,
        })
    };
    known.map(|member| member.name.clone()).or_else(joined)
}

fn known_line(plan: &Plan, scenario: &Scenario, id: &Id) -> Option<String> {
    let known = plan.associations.iter().find_map(|association| association.line(id));
    let added = || {
        scenario.steps.iter().find_map(|step| match step.decision.introduces()? {
            Introduced::Line(line) if line.id == *id => Some(line.name.clone()),
            _ => None,
        })
    };
    known.map(|line| line.name.clone()).or_else(added)
}
