//! What a cell shows beside its value: where it comes from, and the document's figure.

use super::super::rows::Row;
use super::super::state::BudgetTable;
use crate::words::{self, Language};
use leptos::prelude::*;
use samplan::budget::AmountOrigin;
use samplan::calendar::Year;
use samplan::finding::{Detail, PrintedDiffers, RuleCode};
use samplan::plan::{Approach, FigureMeaning, StatedValue, Term};

/// The document's figure beside the computed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// It says something else.
    Differs(StatedValue),
    /// It says the same.
    Agrees,
}

/// The document's figure for a cell, when it has one.
pub fn printed(table: BudgetTable, row: &Row, year: Year) -> Option<Mark> {
    let term = match row {
        Row::Sum(metric) => Term::Metric(*metric),
        Row::Line(id) => Term::Line(id.clone()),
        Row::EquityUse | Row::Heading(_) => return None,
    };
    let (outcome, shown) = (table.outcome()?, table.shown.get()?);
    let places: Vec<(usize, StatedValue)> = table.with_association(|association| {
        let all = association.printed.iter().enumerate();
        let here =
            all.filter(|(_, printed)| printed.year == year && printed.stands_for == FigureMeaning::Term(term.clone()));
        here.map(|(place, printed)| (place, printed.value.clone())).collect()
    })?;
    let differing = outcome.report.findings.iter().find_map(|finding| match &finding.detail {
        Detail::PrintedDiffers(PrintedDiffers { place, printed, .. })
            if finding.association.as_ref() == Some(&shown) =>
        {
            places.iter().any(|(one, _)| one == place).then(|| printed.clone())
        }
        _ => None,
    });
    match differing {
        Some(value) => Some(Mark::Differs(value)),
        // That it agrees is the rule's to say, which may not be there yet.
        None => {
            let is_judged = outcome.report.has_judged(RuleCode::PrintedDiffers);
            (is_judged && !places.is_empty()).then_some(Mark::Agrees)
        }
    }
}

/// Where a line's amount comes from.
pub fn origin(table: BudgetTable, row: &Row, year: Year) -> Option<AmountOrigin> {
    let Row::Line(id) = row else { return None };
    let outcome = table.outcome()?;
    let place = outcome.projection.horizon.position(year)?;
    outcome.budget.association(table.shown.get().as_ref()?)?.row(id)?.origins.get(place).copied()
}

/// Where an amount comes from, in words.
pub fn origin_words(language: Language, origin: Option<AmountOrigin>) -> &'static str {
    match origin {
        Some(AmountOrigin::Given) => words::budget::given(language),
        Some(AmountOrigin::Continued) => words::budget::continues(language),
        Some(AmountOrigin::Gap) => words::budget::gap(language),
        Some(AmountOrigin::Before | AmountOrigin::Fixed | AmountOrigin::Decision) => "",
        None => words::budget::computed(language),
    }
}

/// The style of an approach's tag.
pub fn approach_class(approach: Approach) -> &'static str {
    match approach {
        Approach::Base => "base",
        Approach::Process => "process",
        Approach::Structure => "structure",
    }
}
