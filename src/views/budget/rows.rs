//! What the rows of the table are called, and how much they stand out.

use crate::words::{self, Language, label};
use samplan::plan::{Association, Metric};

pub use samplan::edit::{GridRow as Row, GridSection as Section, grid_rows as rows};

/// A section's name.
pub fn section_name(language: Language, section: Section) -> &'static str {
    match section {
        Section::Contribution => words::category::contribution(language),
        Section::Other => words::category::other_income(language),
        Section::Overhead => label::board_and_administration(language),
        Section::Activity => words::category::activity(language),
        Section::Financial => words::category::financial_cost(language),
        Section::Lenses => words::budget::section_lenses(language),
        Section::Keys => words::budget::section_keys(language),
    }
}

/// A row's name.
pub fn row_name(language: Language, row: &Row, association: Option<&Association>) -> String {
    match row {
        Row::Heading(section) => section_name(language, *section).to_owned(),
        Row::Sum(metric) => words::metric(language, *metric).to_owned(),
        Row::EquityUse => words::metric(language, Metric::EquityUse).to_owned(),
        Row::Line(id) => association.and_then(|one| one.line(id)).map(|line| line.name.clone()).unwrap_or_default(),
    }
}

/// How much a row stands out.
pub fn class(row: &Row) -> &'static str {
    match row {
        Row::Heading(_) => "heading",
        Row::Line(_) => "line",
        Row::EquityUse => "line planned",
        Row::Sum(Metric::Result | Metric::Equity) => "sum lens",
        Row::Sum(Metric::Contributions | Metric::Overhead | Metric::Activities | Metric::Income) => "sum part",
        Row::Sum(Metric::Cost) => "sum whole",
        Row::Sum(_) => "sum quiet",
    }
}
