//! What differs between scenarios, in sentences.

use super::titles::step_title;
use crate::words::{
    self, Language, approach, association, category, compare as text, delta, kr, label, made, metric, month, party,
    percent_as_typed, unit_name,
};
use samplan::comparison::{Cause, Structural, Structure, Subject, YearDifference};
use samplan::money::Unit;
use samplan::plan::{Id, Metric, Plan, Scenario};

/// `Insatser bas 2017: 1 778 tkr, var 2 668 tkr (−890 tkr), genom Trappsteg.` The same difference over several years is
/// said once: `Bidrag Tingsryds kommun 2017–2018: +153 tkr varje år, genom …`; nothing for no years.
pub fn difference(language: Language, plan: &Plan, same: &[&YearDifference], unit: Unit) -> Option<String> {
    let (first, last) = (*same.first()?, *same.last()?);
    let what = subject(language, plan, &first.subject);
    let rate = matches!(first.subject, Subject::IndexRate(_));
    let write = |value| if rate { percent_as_typed(language, value) } else { kr(value, unit) };
    let change = if rate {
        percent_as_typed(language, first.difference)
    } else {
        format!("{}\u{a0}{}", delta(language, first.difference, unit), unit_name(unit))
    };
    let told = if first.year == last.year {
        text::Differs { what, year: first.year, new: write(first.new), old: write(first.old), change }.say(language)
    } else {
        let years = label::FirstLast { first: first.year, last: last.year }.say(language);
        text::DiffersEachYear { what, years, change: text::EveryYear { change }.say(language) }.say(language)
    };
    Some(match causes(language, plan, &first.causes, unit) {
        Some(causes) => text::Through { told, causes }.say(language),
        None => format!("{told}."),
    })
}

/// What it is that differs.
pub fn subject(language: Language, plan: &Plan, subject: &Subject) -> String {
    match subject {
        Subject::Category(of) => category(language, *of).to_owned(),
        Subject::Approach(Some(of)) => text::Activities { approach: approach(language, *of) }.say(language),
        Subject::Approach(None) => metric(language, Metric::Untagged).to_owned(),
        Subject::Member { name, .. } => text::PaidBy { payer: name }.say(language),
        Subject::Party(of) => text::PaidBy { payer: party(language, *of) }.say(language),
        Subject::Line { name, made: Some(of), .. } if name.is_empty() => made(language, *of).to_owned(),
        Subject::Line { name, .. } => name.to_string(),
        Subject::EquityUse => metric(language, Metric::EquityUse).to_owned(),
        Subject::Transfers => words::scenario::transfers(language).to_owned(),
        Subject::IndexRate(id) => text::Index { index: words::index(language, plan, id) }.say(language),
        Subject::CostPerFte => label::cost_per_full_time_post(language).to_owned(),
    }
}

/// The decisions that moved something, by their titles.
pub fn causes(language: Language, plan: &Plan, causes: &[Cause], unit: Unit) -> Option<String> {
    // What another plan's decisions moved is not told by their names here.
    let mut titles: Vec<String> = causes.iter().filter_map(|cause| cause_title(language, plan, cause, unit)).collect();
    titles.dedup();
    (!titles.is_empty()).then(|| titles.join(", "))
}

fn cause_title(language: Language, plan: &Plan, cause: &Cause, unit: Unit) -> Option<String> {
    let scenario = of_cause(plan, cause.scenario.as_ref())?;
    Some(step_title(language, plan, scenario, &cause.step, unit))
}

fn of_cause<'p>(plan: &'p Plan, scenario: Option<&Id>) -> Option<&'p Scenario> {
    plan.scenario_by_id(scenario?)
}

/// `Växjö och Alvesta blir Värend 2015.`
pub fn structural(language: Language, plan: &Plan, structural: &Structural) -> String {
    let scenario = structural.cause.as_ref().and_then(|cause| of_cause(plan, cause.scenario.as_ref()));
    match &structural.structure {
        Structure::Merged { name, year, of, .. } => {
            let parts: Vec<_> = of.iter().map(|id| association(language, plan, scenario, id)).collect();
            let year = year.map(|year| year.to_string()).unwrap_or_default();
            text::Merged { parts: parts.join(", "), name, year }.say(language)
        }
        Structure::Joined { association: id, name, from, .. } => {
            let from = from.map(|from| month(language, from)).unwrap_or_default();
            text::Joined { member: name, association: association(language, plan, scenario, id), month: from }
                .say(language)
        }
        Structure::Left { association: id, name, last, .. } => text::Left {
            member: name,
            association: association(language, plan, scenario, id),
            month: month(language, *last),
        }
        .say(language),
    }
}
