//! A table's own sums as printed figures, to hold what is computed against.

use crate::calendar::Year;
use crate::edit::{AssociationEdit, Edit, ListChange};
use crate::money::{Decimal, mul, round_dp};
use crate::plan::{Association, FigureMeaning, Metric, StatedFigure, StatedValue, Term};
use crate::table::{self, Row, StandsFor};

/// Whether it is known what a row's figures should equal, provided that the rows of a sum go in.
pub(super) fn is_known(row: &Row) -> bool {
    stands(row, &|_| Some(Term::Metric(Metric::Cost))).is_some()
}

/// The edits that keep a row's figures, with what they stand for.
pub(super) fn keep(association: &Association, row: &Row, source: &str, stands_for: &FigureMeaning) -> Vec<Edit> {
    let kept = row.amounts.iter().map(|(year, amount)| {
        let printed = StatedFigure {
            label: row.name.clone(),
            year: *year,
            value: StatedValue::Amount(*amount),
            stands_for: stands_for.clone(),
            source: source.to_owned(),
        };
        put(association, printed)
    });
    kept.collect()
}

/// The edits that keep the figures printed beside a row; `None` when some of what they are about did not go in.
pub(super) fn keep_beside(
    association: &Association,
    rows: &[Row],
    row: &Row,
    source: &str,
    term: &dyn Fn(usize) -> Option<Term>,
) -> Option<Vec<Edit>> {
    let kept = row.beside.iter().map(|beside| {
        let part = beside.of.iter().map(|row| term(*row)).collect::<Option<Vec<Term>>>()?;
        let (value, stands_for) = match &beside.printed {
            table::Printed::Sum(amount) => (StatedValue::Amount(*amount), FigureMeaning::Sum(part)),
            table::Printed::Share { share, whole } => {
                let percent = mul(*share, Decimal::ONE_HUNDRED).ok()?;
                let percent = round_dp(percent, share.scale().saturating_sub(2));
                let whole = whole.and_then(|row| total(rows.get(row)?, beside.year));
                let whole = vec![whole.unwrap_or(Term::Metric(Metric::Cost))];
                (StatedValue::Percent(percent), FigureMeaning::Share { part, whole })
            }
        };
        let (label, source) = (beside.label.clone(), source.to_owned());
        Some(put(association, StatedFigure { label, year: beside.year, value, stands_for, source }))
    });
    kept.collect()
}

/// A printed total, as it is printed: a share printed beside it is of that.
fn total(row: &Row, year: Year) -> Option<Term> {
    let amount = *row.amounts.get(&year)?;
    Some(Term::Stated { name: row.name.clone(), amount, from: None, to: None })
}

/// The edit that keeps a figure; one that the association has already, for the same year and thing, is replaced.
fn put(association: &Association, printed: StatedFigure) -> Edit {
    let same = |one: &StatedFigure| {
        one.label == printed.label && one.year == printed.year && one.stands_for == printed.stands_for
    };
    let there = association.printed.iter().position(same);
    let change = there.and_then(|place| ListChange::at(&association.printed, place, Some(printed.clone())));
    let change = change.unwrap_or_else(|| ListChange::add(printed));
    Edit::Association(association.id.clone(), AssociationEdit::Printed(change))
}

/// What a row's figures stand for; `None` when it is not known. `term` gives what a row became.
pub(super) fn stands(row: &Row, term: &dyn Fn(usize) -> Option<Term>) -> Option<FigureMeaning> {
    let metric = |metric| FigureMeaning::Term(Term::Metric(metric));
    Some(match row.stands_for.as_ref()? {
        StandsFor::Rows(rows) => FigureMeaning::Sum(rows.iter().map(|row| term(*row)).collect::<Option<Vec<Term>>>()?),
        StandsFor::Income => {
            FigureMeaning::Sum(vec![Term::Metric(Metric::Contributions), Term::Metric(Metric::OtherIncome)])
        }
        StandsFor::Frame => metric(Metric::Frame),
        StandsFor::Cost => metric(Metric::Cost),
        StandsFor::Result => metric(Metric::Result),
        StandsFor::OperatingResult => {
            FigureMeaning::Sum(vec![Term::Metric(Metric::Result), Term::Metric(Metric::FinancialNet)])
        }
        StandsFor::FrameLeft => metric(Metric::FrameLeft),
        StandsFor::Equity => metric(Metric::Equity),
        StandsFor::Unknown => return None,
    })
}
