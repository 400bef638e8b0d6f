//! Levers' addresses in words: what it is that can be moved, wherever in the plan it is.

use super::{Language, association, decisions, lever_name as label, step_title};
use samplan::decision::Part;
use samplan::lever::{LeverAddress, LinePart};
use samplan::money::Unit;
use samplan::plan::{Id, Plan, Scenario, Schedule};

/// A lever's name that says where it is: `Trappsteg · bas 2016`, `Arvoden 2015`.
pub fn lever_address(language: Language, plan: &Plan, address: &LeverAddress, unit: Unit) -> String {
    let of = |name: String, id: &Id| {
        if plan.associations.len() > 1 { label::of(language, name, association(plan, None, id)) } else { name }
    };
    match address {
        LeverAddress::Decision { scenario, step, part } => {
            let Some(scenario) = plan.scenarios.iter().find(|one| one.id == *scenario) else { return step.to_string() };
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
            let name = plan.index(index).map_or_else(|| index.to_string(), |one| one.name.clone());
            label::index_rate(language, name, year)
        }
        LeverAddress::CostPerFte { association, year } => of(label::cost_per_fte(language, year), association),
        LeverAddress::PlacesPerFte { association } => of(label::places_per_fte(language).to_owned(), association),
        LeverAddress::OpeningEquity { association } => of(label::opening_equity(language).to_owned(), association),
        LeverAddress::EquityUse { association, year } => of(label::equity_use(language, year), association),
    }
}

/// A decision's number, with what a bare year or name stands for.
fn decision_part(language: Language, plan: &Plan, scenario: &Scenario, step: &Id, part: &Part) -> Option<String> {
    let step = scenario.steps.iter().find(|one| one.id == *step)?;
    let name = decisions::part(language, plan, scenario, &step.decision, part);
    Some(match part {
        Part::BaseShare(year) => label::base_share(language, year),
        Part::AmountIn(year) => label::amount_in(language, year),
        Part::Rate(year) => label::rate(language, year),
        Part::OneOff(year) => label::one_off(language, year),
        Part::MemberShare(_) => label::share_of(language, name),
        Part::MemberLevel(_) => label::level_of(language, name),
        Part::OverheadLine { .. } => label::overhead_line(language, name),
        _ => name,
    })
}

fn line_part(language: Language, plan: &Plan, association: &Id, line: &Id, part: LinePart) -> String {
    let found = plan.association(association).and_then(|one| one.line(line));
    let name = found.map_or_else(|| line.to_string(), |one| one.name.clone());
    match part {
        LinePart::Amount(year) if found.is_some_and(|one| matches!(one.schedule, Schedule::Level(_))) => {
            label::line_level(language, name, year)
        }
        LinePart::Amount(year) => format!("{name} {year}"),
        other => format!("{name} · {}", decisions::line_part(language, other)),
    }
}
