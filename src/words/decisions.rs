//! Levers and what decisions bring in, in words.

use super::generated::{decision as text, label, lever, scenario};
use super::names::{line, member};
use super::{Language, count, delta, kr, kronor, month, percent, percent_as_typed};
use samplan::budget::{BudgetLine, Generated, RowSource};
use samplan::calendar::Month;
use samplan::decision::{Change, DecisionField, DecisionGroup};
use samplan::lever::{LeverUnit, LineField, value_month};
use samplan::money::{Decimal, Unit, round_dp};
use samplan::plan::{Metric, MetricKind, Plan, Scenario};

/// A group's name, and when it applies.
pub fn decision_group(language: Language, group: DecisionGroup) -> (&'static str, &'static str) {
    match group {
        DecisionGroup::Assumption => (scenario::group_assumption(language), scenario::group_assumption_note(language)),
        DecisionGroup::Measure => (label::decisions(language), scenario::group_measure_note(language)),
        DecisionGroup::Division => (scenario::group_division(language), scenario::group_division_note(language)),
    }
}

/// `+10 %`, or `till 250 tkr`.
pub fn change(language: Language, change: &Change, unit: Unit) -> String {
    match change {
        Change::By(share) if share.is_sign_negative() || share.is_zero() => percent_as_typed(language, *share),
        Change::By(share) => format!("+{}", percent_as_typed(language, *share)),
        Change::To(amount) => text::ToAmount { amount: kr(*amount, unit) }.say(language),
    }
}

/// A row that a decision made and gave no name.
pub fn made(language: Language, made: Generated) -> &'static str {
    match made {
        Generated::Base => text::made_base(language),
        Generated::Process => text::made_process(language),
        Generated::MergerCost => text::made_merger_cost(language),
        Generated::Contribution => text::made_contribution(language),
        Generated::Named => "",
    }
}

/// What a row of the budget is called; nothing where it has no name.
pub fn row_name(language: Language, row: &BudgetLine) -> Option<String> {
    let name = match &row.source {
        RowSource::Made(generated) if row.name.is_empty() => made(language, *generated),
        _ => &row.name,
    };
    (!name.is_empty()).then(|| name.to_owned())
}

/// What a number of a decision is called, if its kind has no word of its own for it.
pub fn part(language: Language, plan: &Plan, scenario: &Scenario, part: &DecisionField) -> String {
    let word = match part {
        DecisionField::Year => lever::year(language),
        DecisionField::Years => label::number_of_years(language),
        DecisionField::From => label::from(language),
        DecisionField::Last => lever::last(language),
        DecisionField::Months => lever::months(language),
        DecisionField::By => lever::by(language),
        DecisionField::To => lever::to(language),
        DecisionField::Amount => label::amount(language),
        DecisionField::Share => label::the_association_s_share(language),
        DecisionField::PreviousBase => lever::previous_base(language),
        DecisionField::PerInhabitant => label::kronor_per_inhabitant(language),
        DecisionField::Inhabitants => label::inhabitants(language),
        DecisionField::BuyIn => lever::buy_in(language),
        DecisionField::Notice => lever::notice(language),
        DecisionField::NoticeMonths => lever::notice_months(language),
        DecisionField::PriceYear => lever::price_year(language),
        DecisionField::OverheadShare => lever::overhead_share(language),
        DecisionField::BaseGrant => lever::base_grant(language),
        DecisionField::KeptUntil => lever::kept_until(language),
        DecisionField::AmountIn(year)
        | DecisionField::BaseShare(year)
        | DecisionField::Rate(year)
        | DecisionField::OneOff(year) => {
            return year.to_string();
        }
        DecisionField::MemberShare(id) | DecisionField::MemberLevel(id) => {
            return member(language, plan, scenario, None, id);
        }
        DecisionField::OverheadLine { association, line: id } => {
            return line(language, plan, scenario, Some(association), id);
        }
        DecisionField::Line(of_line) => return line_part(language, *of_line),
    };
    word.to_owned()
}

/// A line's lever.
pub fn line_part(language: Language, part: LineField) -> String {
    match part {
        LineField::Amount(year) => year.to_string(),
        LineField::Whole => lever::whole(language).to_owned(),
        LineField::First => label::from(language).to_owned(),
        LineField::Last => lever::last(language).to_owned(),
        LineField::FundedShare(place) => lever::FundedShare { place: place.saturating_add(1) }.say(language),
        LineField::FundedFrom(place) => lever::FundedFrom { place: place.saturating_add(1) }.say(language),
    }
}

/// A lever's value.
pub fn lever_value(language: Language, value: Decimal, of: LeverUnit, unit: Unit) -> String {
    match of {
        LeverUnit::Kronor => kr(value, unit),
        LeverUnit::KronorPerInhabitant => {
            format!("{}\u{a0}{}", count(language, value, 2), lever::per_inhabitant_unit(language))
        }
        LeverUnit::Percent => percent_as_typed(language, value),
        LeverUnit::Month => value_month(value).map(|at: Month| month(language, at)).unwrap_or_default(),
        LeverUnit::Year => value.normalize().to_string(),
        LeverUnit::Months | LeverUnit::Years | LeverUnit::Inhabitants | LeverUnit::Places => count(language, value, 2),
    }
}

/// A figure as its metric is shown, with its unit.
pub fn figure_value(language: Language, metric: Metric, value: Decimal, unit: Unit) -> String {
    match metric.kind() {
        MetricKind::Money => kr(value, unit),
        MetricKind::Share => percent(language, value),
        MetricKind::Count { decimals } => count(language, value, decimals),
    }
}

/// A figure for a table cell, where the head tells the unit.
pub fn figure_cell(language: Language, metric: Metric, value: Decimal, unit: Unit) -> String {
    match metric.kind() {
        MetricKind::Money => kronor(language, value, unit),
        MetricKind::Share | MetricKind::Count { .. } => figure_value(language, metric, value, unit),
    }
}

/// A change of a figure, with its sign: `+214`, `−3,45`, `−2,6 %-enh.`
pub fn figure_change(language: Language, metric: Metric, change: Decimal, unit: Unit) -> String {
    match metric.kind() {
        MetricKind::Money => delta(language, change, unit),
        MetricKind::Share => {
            lever::Points { change: signed(language, change.saturating_mul(Decimal::ONE_HUNDRED), 1) }.say(language)
        }
        MetricKind::Count { decimals } => signed(language, change, decimals),
    }
}

/// A change of a count with its sign; what is rounded to nothing has none.
fn signed(language: Language, change: Decimal, decimals: u32) -> String {
    let sign = if round_dp(change, decimals) > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", count(language, change, decimals))
}
