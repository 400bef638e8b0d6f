//! What a table takes the place of, and whether its total is of the whole: beside lines that stay it is of the table's own
//! rows, and of no line beside them.

use super::decided::{Decided, Extent, RowUse};
use crate::money::{Decimal, sum};
use crate::plan::{Association, Category, FigureMeaning, Line, Term};
use crate::table::{Reading, Row, StandsFor};

/// The lines that the table replaces and does not name: they are taken away.
pub(super) fn left_over<'a>(association: &'a Association, reading: &Reading, decided: &Decided) -> Vec<&'a Line> {
    let kept =
        |line: &Line| decided.uses.iter().any(|becomes| matches!(becomes, RowUse::Existing(id) if *id == line.id));
    let named = |category: Category| {
        reading.rows.iter().zip(decided.uses).any(|(row, becomes)| match becomes {
            RowUse::NewLine(new) => *new == category && !row.amounts.is_empty(),
            RowUse::Existing(id) => association.line(id).is_some_and(|line| line.category == category),
            _ => false,
        })
    };
    let goes = |line: &&Line| match decided.extent {
        Extent::Add => false,
        Extent::Part => !kept(line) && named(line.category),
        Extent::Whole => !kept(line),
    };
    association.lines.iter().filter(goes).collect()
}

/// What a total of all costs, all income or the frame stands for where lines of that kind stay beside the table and the
/// table's rows alone add up to it; `None` where it is of the whole, and for other rows.
pub(super) fn of_the_table(
    association: &Association,
    reading: &Reading,
    decided: &Decided,
    row: &Row,
    term: &dyn Fn(usize) -> Option<Term>,
) -> Option<FigureMeaning> {
    let total = row.stands_for.as_ref()?;
    let is_part = |category: Category| match total {
        StandsFor::Cost => !category.is_income(),
        StandsFor::Income | StandsFor::Frame => category.is_income() && category != Category::FinancialIncome,
        _ => false,
    };
    let named = |line| decided.uses.iter().any(|becomes| matches!(becomes, RowUse::Existing(id) if id == line));
    let goes = left_over(association, reading, decided);
    let mut stay = association.lines.iter().filter(|line| !named(&line.id) && !goes.contains(line));
    if !stay.any(|line| is_part(line.category)) {
        return None;
    }
    let of_table = |becomes: &RowUse| match becomes {
        RowUse::NewLine(category) => is_part(*category),
        RowUse::Existing(id) => association.line(id).is_some_and(|line| is_part(line.category)),
        RowUse::SavedMoney => *total == StandsFor::Frame,
        RowUse::Skip | RowUse::Unanswered | RowUse::Printed => false,
    };
    let parts: Vec<(usize, &Row)> = reading
        .rows
        .iter()
        .zip(decided.uses)
        .enumerate()
        .filter(|(_, (_, becomes))| of_table(becomes))
        .map(|(place, (part, _))| (place, part))
        .collect();
    for (year, printed) in &row.amounts {
        let amounts = parts.iter().map(|(_, part)| part.amounts.get(year).map_or(Decimal::ZERO, |amount| amount.abs()));
        if sum(amounts).ok()? != printed.abs() {
            return None;
        }
    }
    parts.iter().map(|(place, _)| term(*place)).collect::<Option<Vec<Term>>>().map(FigureMeaning::Sum)
}
