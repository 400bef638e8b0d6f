//! The month when money runs out, and how many remarks there are, in words.

use super::generated::{finding as text, label};
use super::{Language, month};
use samplan::outcome::Outcome;
use samplan::plan::Id;
use samplan::projection::{Figures, RunsOut, TimeUnder, runs_out};

/// When money runs out in an association, or in each of all that are shown: one sentence each, or that it lasts.
pub fn money_out(language: Language, outcome: &Outcome, association: Option<&Id>) -> String {
    let Ok(found) = runs_out(&outcome.budget, &outcome.projection, association) else { return String::new() };
    if found.is_empty() {
        let nothing = is_empty(outcome, association);
        return if nothing { text::money_none(language) } else { text::money_lasts(language) }.to_owned();
    }
    // One of several is told by its name.
    let named = association.is_none() && outcome.budget.associations.len() > 1;
    let one = |gone: &RunsOut| {
        let name =
            outcome.budget.association(&gone.association).filter(|_| named).map(|account| account.name.to_string());
        let told = runs_out_months(language, gone);
        name.map_or_else(|| told.clone(), |name| format!("{name}: {told}"))
    };
    found.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Whether there is no money in any year, as before anything is put in.
fn is_empty(outcome: &Outcome, association: Option<&Id>) -> bool {
    let projection = &outcome.projection;
    let years = match association {
        Some(id) => projection.association(id).map(|one| &one.years),
        None => Some(&projection.total),
    };
    let nothing = |year: &Figures| [year.income, year.total_cost, year.equity].iter().all(|amount| amount.is_zero());
    years.is_some_and(|years| years.iter().all(nothing))
}

/// Whether it lasts through the plan.
pub fn money_lasts(outcome: &Outcome, association: Option<&Id>) -> bool {
    runs_out(&outcome.budget, &outcome.projection, association).is_ok_and(|found| found.is_empty())
}

/// `2 fel, 3 varningar`, or that there is nothing to remark; where that many controls could not be made, that instead.
pub fn remarks(language: Language, errors: usize, warnings: usize, unchecked: usize) -> String {
    if errors == 0 && warnings == 0 {
        return match unchecked {
            0 => label::nothing_to_remark(language).to_owned(),
            count => text::UncheckedTitle { count }.say(language),
        };
    }
    label::Remarks { errors, warnings }.say(language)
}

/// What there is of remarks, for a heading: a kind of which there is none is not counted.
pub fn remarks_alone(language: Language, errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (0, 1..) => label::WarningsAlone { warnings }.say(language),
        (1.., 0) => label::ErrorsAlone { errors }.say(language),
        _ => remarks(language, errors, warnings, 0),
    }
}

/// Liquid money and, where it differs, equity in all; and when there is enough again.
fn runs_out_months(language: Language, gone: &RunsOut) -> String {
    let (liquid, year) = (month(language, gone.liquid.from), gone.liquid.from.year());
    let told = match gone.equity {
        // What is gone when the plan begins does not run out.
        Some(equity) if equity.at_start => text::MoneyGoneAtStart { year }.say(language),
        Some(equity) if gone.liquid.at_start => {
            text::LiquidGoneAtStart { year, equity: month(language, equity.from) }.say(language)
        }
        None if gone.liquid.at_start => text::LiquidOnlyAtStart { year }.say(language),
        Some(equity) if equity.from == gone.liquid.from => text::MoneyGone { month: liquid }.say(language),
        Some(equity) => text::LiquidFirst { liquid, equity: month(language, equity.from) }.say(language),
        None => text::LiquidOnly { liquid }.say(language),
    };
    let same = gone.equity == Some(gone.liquid);
    let again = if same {
        back(language, text::money_enough(language), &gone.liquid)
    } else {
        let liquid = back(language, text::liquid_enough(language), &gone.liquid);
        // What is liquid is never more than equity in all.
        liquid.or_else(|| back(language, text::equity_enough(language), gone.equity.as_ref()?))
    };
    with(told, again)
}

/// When there is enough again of what is told, where there is.
pub(super) fn back(language: Language, enough: &str, time: &TimeUnder) -> Option<String> {
    let back = month(language, time.back?);
    Some(match time.again {
        Some(again) => text::EnoughUntil { month: back, enough, until: month(language, again) }.say(language),
        None => text::EnoughAgain { month: back, enough }.say(language),
    })
}

/// A sentence with the one that may follow it.
pub(super) fn with(told: String, more: Option<String>) -> String {
    more.map_or_else(|| told.clone(), |more| format!("{told} {more}"))
}
