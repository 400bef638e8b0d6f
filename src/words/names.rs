//! The names of what has an id. An id is never shown: what nothing is called any more is told in words.

use super::Language;
use super::generated::gone as text;
use samplan::decision::Introduced;
use samplan::plan::{Association, Id, Plan, Scenario, ScenarioStep};

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

/// A name among others that come before it: the second of the same name is told apart by its number, as files may have it.
pub fn told_apart<'a>(name: &str, before: impl Iterator<Item = &'a str>) -> String {
    match before.filter(|other| *other == name).count() {
        0 => name.to_owned(),
        same => format!("{name} ({})", same.saturating_add(1)),
    }
}

/// A scenario's name, told apart from those before it in the plan.
pub fn scenario(plan: &Plan, scenario: &Scenario) -> String {
    let before = plan.scenarios.iter().take_while(|other| other.id != scenario.id);
    told_apart(&scenario.name, before.map(|other| other.name.as_str()))
}

/// The scenarios of a plan with their names, each told apart from those before it.
pub fn scenarios(plan: &Plan) -> Vec<(Id, String)> {
    all_told_apart(plan.scenarios.iter().map(|one| (one.id.clone(), one.name.clone())).collect())
}

/// Names, each told apart from those before it.
pub fn all_told_apart<T>(listed: Vec<(T, String)>) -> Vec<(T, String)> {
    let names: Vec<String> = listed.iter().map(|(_, name)| name.clone()).collect();
    let each = listed.into_iter().enumerate();
    each.map(|(place, (id, name))| (id, told_apart(&name, names.iter().take(place).map(String::as_str)))).collect()
}

/// An association's name, also of one that a scenario forms.
pub fn association(language: Language, plan: &Plan, scenario: Option<&Scenario>, id: &Id) -> String {
    known_association(plan, scenario, id).unwrap_or_else(|| gone(language, Named::Association))
}

/// A member's name, also of one that the scenario lets in. Ids are those of the association `at`, where it is known: another
/// may call something else the same.
pub fn member(language: Language, plan: &Plan, scenario: &Scenario, at: Option<&Id>, id: &Id) -> String {
    known_member(plan, scenario, at, id).unwrap_or_else(|| gone(language, Named::Member))
}

/// A line's name in its association, told apart from those before it.
pub fn line_of(association: &Association, id: &Id) -> Option<String> {
    let line = association.line(id)?;
    let before = association.lines.iter().take_while(|other| other.id != *id);
    Some(told_apart(&line.name, before.map(|other| other.name.as_str())))
}

/// The lines of an association with their names, each told apart from those before it.
pub fn lines_of(association: &Association) -> Vec<(Id, String)> {
    all_told_apart(association.lines.iter().map(|line| (line.id.clone(), line.name.clone())).collect())
}

/// A line's name, also of one that the scenario adds.
pub fn line(language: Language, plan: &Plan, scenario: &Scenario, at: Option<&Id>, id: &Id) -> String {
    known_line(plan, scenario, at, id).unwrap_or_else(|| gone(language, Named::Line))
}

/// An index's name.
pub fn index(language: Language, plan: &Plan, id: &Id) -> String {
    plan.index(id).map_or_else(|| gone(language, Named::Index), |index| index.name.clone())
}

/// What names something of a plan or scenario, whatever kind it is; nothing where nothing has the id.
pub fn name_of(plan: &Plan, scenario: Option<&Scenario>, at: Option<&Id>, id: &Id) -> Option<String> {
    let of_scenario = || {
        let scenario = scenario?;
        known_member(plan, scenario, at, id).or_else(|| known_line(plan, scenario, at, id))
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

fn known_member(plan: &Plan, scenario: &Scenario, at: Option<&Id>, id: &Id) -> Option<String> {
    let of = |association: &Association| association.member(id).map(|member| member.name.clone());
    let joined = |here: bool| {
        let mut steps = scenario.steps.iter().filter(|step| !here || at.is_some() && step.decision.association() == at);
        steps.find_map(|step| match step.decision.introduces()? {
            Introduced::Member(joined, name) if joined == id => Some(name.to_owned()),
            _ => None,
        })
    };
    let own = at.and_then(|at| plan.association(at)).and_then(of);
    own.or_else(|| joined(true)).or_else(|| plan.associations.iter().find_map(|one| of(one))).or_else(|| joined(false))
}

fn known_line(plan: &Plan, scenario: &Scenario, at: Option<&Id>, id: &Id) -> Option<String> {
    let of = |association: &Association| line_of(association, id);
    let added = |here: bool| {
        let mut steps = scenario.steps.iter().filter(|step| !here || at.is_some() && step.decision.association() == at);
        steps.find_map(|step| match step.decision.introduces()? {
            Introduced::Line(line) if line.id == *id => Some(line.name.clone()),
            _ => None,
        })
    };
    let own = at.and_then(|at| plan.association(at)).and_then(of);
    own.or_else(|| added(true)).or_else(|| plan.associations.iter().find_map(|one| of(one))).or_else(|| added(false))
}
