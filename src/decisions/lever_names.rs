//! Levers' addresses in words: what it is that can be moved, wherever in the plan it is.

use super::titles::{number_name, step_title};
use crate::words::{self, Language, association, label, lever_name};
use samplan::decision::DecisionField;
use samplan::lever::{LeverAddress, LineField};
use samplan::money::Unit;
use samplan::plan::{Id, Plan, Scenario, Schedule};

/// A lever's name that says where it is: `Trappsteg · bas 2016`, `Arvoden 2015`.
pub fn lever_address(language: Language, plan: &Plan, address: &LeverAddress, unit: Unit) -> String {
    let of = |name: String, id: &Id| {
        if plan.associations.len() > 1 {
            lever_name::Of { name, association: association(language, plan, None, id) }.say(language)
        } else {
            name
        }
    };
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let Some(scenario) = plan.scenario_by_id(scenario) else {
                return words::gone(language, words::Named::Decision);
            };
            let title = step_title(language, plan, scenario, step, unit);
            match decision_part(language, plan, scenario, step, part) {
                Some(part) => format!("{title} · {part}"),
                None => title,
            }
        }
        LeverAddress::Line { association, line, part } => {
            of(line_part(language, plan, association, line, *part), association)
        }
        LeverAddress::IndexRate { index, year } => {
            let name = words::index(language, plan, index);
            lever_name::IndexRate { name, year }.say(language)
        }
        LeverAddress::CostPerFte { association, year } => {
            of(lever_name::CostPerFte { year }.say(language), association)
        }
        LeverAddress::PlacesPerFte { association } => {
            of(label::places_per_coordinator(language).to_owned(), association)
        }
        LeverAddress::OpeningEquity { association } => {
            of(words::metric::opening_equity(language).to_owned(), association)
        }
        LeverAddress::EquityUse { association, year } => of(lever_name::EquityUse { year }.say(language), association),
    }
}

/// A decision's number, with what a bare year or name stands for.
fn decision_part(
    language: Language,
    plan: &Plan,
    scenario: &Scenario,
    step: &Id,
    part: &DecisionField,
) -> Option<String> {
    let step = scenario.steps.iter().find(|one| one.id == *step)?;
    let name = number_name(language, plan, scenario, &step.decision, part);
    Some(match part {
        DecisionField::BaseShare(year) => lever_name::BaseShare { year }.say(language),
        DecisionField::AmountIn(year) => lever_name::AmountIn { year }.say(language),
        DecisionField::Rate(year) => lever_name::Rate { year }.say(language),
        DecisionField::OneOff(year) => lever_name::OneOff { year }.say(language),
        DecisionField::MemberShare(_) => lever_name::ShareOf { member: name }.say(language),
        DecisionField::MemberLevel(_) => lever_name::LevelOf { member: name }.say(language),
        DecisionField::OverheadLine { .. } => lever_name::OverheadLine { line: name }.say(language),
        _ => name,
    })
}

fn line_part(language: Language, plan: &Plan, association: &Id, line: &Id, part: LineField) -> String {
    let found = plan.association(association).and_then(|one| one.line(line));
    let name = plan.association(association).and_then(|one| words::line_of(one, line));
    let name = name.unwrap_or_else(|| words::gone(language, words::Named::Line));
    match part {
        LineField::Amount(year) if found.is_some_and(|one| matches!(one.schedule, Schedule::Level(_))) => {
            lever_name::LineLevel { line: name, year }.say(language)
        }
        LineField::Amount(year) => format!("{name} {year}"),
        other => format!("{name} · {}", words::line_part(language, other)),
    }
}
