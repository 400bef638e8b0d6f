//! What any lever of a plan or a scenario is called where it stands alone.

use crate::decisions;
use crate::words::{self, Language, label};
use samplan::lever::{LeverAddress, LineField};
use samplan::money::Unit;
use samplan::plan::{Id, Metric, Plan, Scenario};

/// The lever's name with what it belongs to: `Trappstegsmodell: 2016`.
pub fn lever_name(
    language: Language,
    plan: &Plan,
    scenario: Option<&Scenario>,
    address: &LeverAddress,
    unit: Unit,
) -> String {
    let of = |name: String, association: &Id| {
        if plan.associations.len() > 1 {
            format!("{}: {name}", words::association(language, plan, scenario, association))
        } else {
            name
        }
    };
    match address {
        LeverAddress::Decision { step, part, .. } => {
            let Some(scenario) = scenario else { return words::gone(language, words::Named::Decision) };
            let title = decisions::step_title(language, plan, scenario, step, unit);
            let decision = scenario.steps.iter().find(|one| one.id == *step).map(|one| &one.decision);
            let part = decision.map(|decision| decisions::number_name(language, plan, scenario, decision, part));
            part.map_or_else(|| title.clone(), |part| format!("{title}: {part}"))
        }
        LeverAddress::Line { association, line, part } => {
            let name = plan.association(association).and_then(|of| words::line_of(of, line));
            let name = name.unwrap_or_else(|| words::gone(language, words::Named::Line));
            match part {
                LineField::Amount(year) => of(format!("{name} {year}"), association),
                other => of(format!("{name}: {}", words::line_part(language, *other)), association),
            }
        }
        LeverAddress::IndexRate { index, year } => {
            let name = words::index(language, plan, index);
            format!("{name} {year}")
        }
        LeverAddress::CostPerFte { association, year } => {
            of(format!("{} {year}", label::cost_per_full_time_post(language)), association)
        }
        LeverAddress::PlacesPerFte { association } => {
            of(label::places_per_coordinator(language).to_owned(), association)
        }
        LeverAddress::OpeningEquity { association } => {
            of(words::metric(language, Metric::OpeningEquity).to_owned(), association)
        }
        LeverAddress::EquityUse { association, year } => {
            of(format!("{} {year}", words::metric(language, Metric::EquityUse)), association)
        }
    }
}
