//! The sheet that holds the cases against each other: each measure in each case, and the scenarios' differences from the
//! plan.

use super::cell::{Cell, Look, Written};
use super::rows::RowBlock;
use super::sheet::{Sheet, at, on};
use super::source::WorkbookSource;
use super::statement::{FigureRow, Item, StatementPart};
use super::words::{Words, WorkbookWord};
use crate::plan::{Metric, MetricKind, Rank};

/// A case's sheet, with the rows of all associations together on it.
pub(super) struct Whole<'w> {
    pub sheet: &'w str,
    pub block: &'w RowBlock,
    pub part: &'w StatementPart<'w>,
}

/// Writes the sheet.
pub(super) fn write(sheet: &mut Sheet, source: &WorkbookSource<'_>, wholes: &[Whole<'_>], words: &dyn Words) {
    let years = source.plan.horizon().len();
    for metric in Metric::statement(Rank::Part) {
        let figure = FigureRow::Metric(metric);
        if !wholes.iter().any(|whole| whole.block.figures.contains_key(&figure)) {
            continue;
        }
        sheet.push(Vec::new());
        sheet.heading(words.figure(figure));
        let written = Written::of(figure.kind());
        let mut first = None;
        for (case, whole) in source.cases.iter().zip(wholes) {
            let there = whole.block.figures.get(&figure);
            let value = |place: usize| whole.part.value(Item::Figure(figure), place);
            let cells = (0..years).map(|place| match there {
                // An empty text would become 0.
                Some(row) if figure.kind() != MetricKind::Money => {
                    let cell = on(whole.sheet, place, *row);
                    Cell::formula(format!("IF({cell}=\"\",\"\",{cell})"), value(place), Look::Plain, written)
                }
                Some(row) => Cell::formula(on(whole.sheet, place, *row), value(place), Look::Plain, written),
                None if figure.kind() == MetricKind::Money => {
                    Cell::formula("0".to_owned(), value(place), Look::Plain, written)
                }
                None => Cell::empty(),
            });
            let names = [Cell::text(case.name.clone(), Look::Plain), Cell::empty()];
            let row = sheet.push(names.into_iter().chain(cells.collect::<Vec<_>>()).collect());
            let Some((base, base_value)) = &first else {
                first = Some((row, (0..years).map(value).collect::<Vec<_>>()));
                continue;
            };
            let cells = (0..years).map(|place| {
                let (old, new) = (at(place, *base), at(place, row));
                let formula = if figure.kind() == MetricKind::Money {
                    format!("{new}-{old}")
                } else {
                    format!("IF({old}=\"\",\"\",IF({new}=\"\",\"\",{new}-{old}))")
                };
                let old = base_value.get(place).copied().flatten();
                let difference = old.zip(value(place)).and_then(|(old, new)| crate::money::sub(new, old).ok());
                Cell::formula(formula, difference, Look::Sum, written)
            });
            let names = [
                Cell::text(words.word(WorkbookWord::Difference), Look::Sum),
                Cell::text(case.name.clone(), Look::Plain),
            ];
            sheet.push(names.into_iter().chain(cells.collect::<Vec<_>>()).collect());
        }
    }
}
