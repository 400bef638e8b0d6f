//! What differs between scenarios, in sentences.

use super::{
    Language, approach, association, category, compare as text, kr, made, metric, month, name_of, party,
    percent_as_typed, step_title,
};
use samplan::comparison::{Cause, Difference, Structural, Structure, Subject};
use samplan::money::{self, Unit};
use samplan::plan::{Id, Metric, Plan, Scenario};

/// `Insatser bas 2017: 1 778 tkr, var 2 668 tkr (−890 tkr), genom Trappsteg.`
pub fn difference(language: Language, plan: &Plan, difference: &Difference, unit: Unit) -> String {
    let what = subject(language, plan, &difference.subject);
    let rate = matches!(difference.subject, Subject::IndexRate(_));
    let write = |value| if rate { percent_as_typed(language, value) } else { kr(value, unit) };
    let change = if rate {
        percent_as_typed(language, difference.difference)
    } else {
        format!("{}\u{a0}{}", money::delta(difference.difference, unit), unit_name(unit))
    };
    let told = text::differs(language, what, difference.year, write(difference.new), write(difference.old), change);
    match causes(language, plan, &difference.causes, unit) {
        Some(causes) => text::through(language, told, causes),
        None => format!("{told}."),
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Kronor => "kr",
        Unit::Thousands => "tkr",
    }
}

/// What it is that differs.
pub fn subject(language: Language, plan: &Plan, subject: &Subject) -> String {
    match subject {
        Subject::Category(of) => category(language, *of).to_owned(),
        Subject::Approach(Some(of)) => text::activities(language, approach(language, *of)),
        Subject::Approach(None) => metric(language, Metric::Untagged).to_owned(),
        Subject::Member { name, .. } => text::paid_by(language, name),
        Subject::Party(of) => text::paid_by(language, party(language, *of)),
        Subject::Line { name, made: Some(of), .. } if name.is_empty() => made(language, *of).to_owned(),
        Subject::Line { name, .. } => name.to_string(),
        Subject::EquityUse => metric(language, Metric::EquityUse).to_owned(),
        Subject::Transfers => super::scenario::transfers(language).to_owned(),
        Subject::IndexRate(id) => text::index(language, name_of(plan, None, id)),
        Subject::CostPerFte => super::scenario::cost_per_fte(language).to_owned(),
    }
}

/// The decisions that moved something, by their titles.
pub fn causes(language: Language, plan: &Plan, causes: &[Cause], unit: Unit) -> Option<String> {
    let mut titles: Vec<String> = causes.iter().map(|cause| cause_title(language, plan, cause, unit)).collect();
    titles.dedup();
    (!titles.is_empty()).then(|| titles.join(", "))
}

fn cause_title(language: Language, plan: &Plan, cause: &Cause, unit: Unit) -> String {
    match of_cause(plan, cause.scenario.as_ref()) {
        Some(scenario) => step_title(language, plan, scenario, &cause.step, unit),
        None => cause.step.to_string(),
    }
}

fn of_cause<'p>(plan: &'p Plan, scenario: Option<&Id>) -> Option<&'p Scenario> {
    plan.scenarios.iter().find(|one| Some(&one.id) == scenario)
}

/// `Växjö och Alvesta blir Värend 2015.`
pub fn structural(language: Language, plan: &Plan, structural: &Structural) -> String {
    let scenario = structural.cause.as_ref().and_then(|cause| of_cause(plan, cause.scenario.as_ref()));
    match &structural.structure {
        Structure::Merged { name, year, of, .. } => {
            let parts: Vec<_> = of.iter().map(|id| association(plan, scenario, id)).collect();
            let year = year.map(|year| year.to_string()).unwrap_or_default();
            text::merged(language, parts.join(", "), name, year)
        }
        Structure::Joined { association: id, name, from, .. } => {
            let from = from.map(|from| month(language, from)).unwrap_or_default();
            text::joined(language, name, association(plan, scenario, id), from)
        }
        Structure::Left { association: id, name, last, .. } => {
            text::left(language, name, association(plan, scenario, id), month(language, *last))
        }
    }
}
