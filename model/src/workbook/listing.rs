//! A case's table as plain rows: names and values, for files and documents that hold no formulas.

use super::statement::{Item, StatementPart, parts};
use super::words::{Words, WorkbookWord};
use crate::budget::Budget;
use crate::calendar::Horizon;
use crate::money::Decimal;
use crate::plan::MetricKind;
use crate::projection::Projection;

/// A case's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The years of its columns.
    pub horizon: Horizon,
    /// The associations' parts, and that of all together where there are several.
    pub parts: Vec<ListedPart>,
}

/// An association's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPart {
    /// The association's name, or what all together are called.
    pub name: String,
    pub rows: Vec<ListedRow>,
}

/// How much a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowRank {
    /// A section's name.
    Heading,
    /// A line, or another row that is put in.
    Line,
    /// What follows from others.
    Sum,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRow {
    /// How much it stands out.
    pub rank: RowRank,
    /// A line's category, or what sums are called.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What kind of numbers it has.
    pub numbers: MetricKind,
    /// By year; absent where unknown.
    pub years: Vec<Option<Decimal>>,
}

/// The table of a case.
pub fn listing(budget: &Budget, projection: &Projection, words: &dyn Words) -> Listing {
    let parts = parts(budget, projection).into_iter().map(|part| ListedPart {
        name: part
            .association
            .map_or_else(|| words.word(WorkbookWord::AllAssociations), |association| association.name.to_string()),
        rows: part.items.iter().map(|item| row(&part, *item, budget.horizon, words)).collect(),
    });
    Listing { horizon: budget.horizon, parts: parts.collect() }
}

fn row(part: &StatementPart<'_>, item: Item<'_>, horizon: Horizon, words: &dyn Words) -> ListedRow {
    let years = (0..horizon.len()).map(|place| part.value(item, place)).collect();
    let (rank, kind, name, numbers) = match item {
        Item::Heading(section) => (RowRank::Heading, String::new(), words.section(section), MetricKind::Money),
        Item::Line(row) => (RowRank::Line, words.category(row.category), words.line(row), MetricKind::Money),
        Item::Figure(figure) => {
            let rank = if figure.is_put_in() { RowRank::Line } else { RowRank::Sum };
            let kind = if figure.is_put_in() { String::new() } else { words.word(WorkbookWord::Sum) };
            (rank, kind, words.figure(figure), figure.kind())
        }
    };
    ListedRow { rank, kind, name, numbers, years }
}
