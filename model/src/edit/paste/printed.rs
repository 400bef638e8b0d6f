//! A table's own sums as printed figures, to hold what is computed against.

use crate::edit::{AssociationEdit, Edit};
use crate::plan::{Association, Figure, Metric, Printed, Term, Value};
use crate::table::{Row, StandsFor};

/// Whether it is known what a row's figures should equal, provided that the rows of a sum go in.
pub(super) fn is_known(row: &Row) -> bool {
    stands(row, &|_| Some(Term::Metric(Metric::Cost))).is_some()
}

/// The edits that keep a row's figures; `None` when it is not known what they stand for. `term` gives what a row
/// became. A figure that the association has already, for the same year and thing, is replaced.
pub(super) fn keep(
    association: &Association,
    row: &Row,
    source: &str,
    term: &dyn Fn(usize) -> Option<Term>,
) -> Option<Vec<Edit>> {
    let stands_for = stands(row, term)?;
    let kept = row.amounts.iter().map(|(year, amount)| {
        let printed = Printed {
            label: row.name.clone(),
            year: *year,
            value: Value::Amount(*amount),
            stands_for: stands_for.clone(),
            source: source.to_owned(),
        };
        let same = |one: &Printed| one.label == row.name && one.year == *year && one.stands_for == stands_for;
        let edit = match association.printed.iter().position(same) {
            Some(place) => AssociationEdit::ReplacePrinted(place, Box::new(printed)),
            None => AssociationEdit::AddPrinted(Box::new(printed)),
        };
        Edit::Association(association.id.clone(), edit)
    });
    Some(kept.collect())
}

fn stands(row: &Row, term: &dyn Fn(usize) -> Option<Term>) -> Option<Figure> {
    let metric = |metric| Figure::Term(Term::Metric(metric));
    Some(match row.stands_for.as_ref()? {
        StandsFor::Rows(rows) => Figure::Sum(rows.iter().map(|row| term(*row)).collect::<Option<Vec<Term>>>()?),
        StandsFor::Income => Figure::Sum(vec![Term::Metric(Metric::Contributions), Term::Metric(Metric::OtherIncome)]),
        StandsFor::Frame => metric(Metric::Frame),
        StandsFor::Cost => metric(Metric::Cost),
        StandsFor::Result => metric(Metric::Result),
        StandsFor::FrameLeft => metric(Metric::FrameLeft),
        StandsFor::Equity => metric(Metric::Equity),
        StandsFor::Unknown => return None,
    })
}
