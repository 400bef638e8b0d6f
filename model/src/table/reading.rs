//! A reading: columns, rows and questions, and the answers that a user gives to it.

use super::cells::{Hidden, Separator};
use super::figure::{Figure, Scale};
use super::heading::Of;
use super::payer::Payer;
use super::question::Question;
use crate::base::Category;
use crate::calendar::Year;
use crate::money::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a table was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What stood between the cells.
    pub separator: Separator,
    /// The unit of amounts that name none of their own.
    pub scale: Scale,
    /// Whether the table itself names the unit.
    pub scale_named: bool,
    /// Every column.
    pub columns: Vec<Column>,
    /// Every row, the empty ones too.
    pub rows: Vec<Row>,
    /// What is not certain, by row and column.
    pub questions: Vec<Question>,
    /// What the sheet does not show and yet has something in.
    pub hidden: Hidden,
}

impl Reading {
    /// Whether the table names its rows. Without names it is figures only.
    pub fn has_names(&self) -> bool {
        self.columns.iter().any(|column| column.kind == ColumnKind::Name)
    }

    /// Whether a column has parts of amounts: others are of the same year.
    pub fn is_in_parts(&self, column: &Column) -> bool {
        let same = |other: &&Column| other.kind == column.kind && other.year == column.year && other.of == column.of;
        column.kind == ColumnKind::Amount && self.columns.iter().filter(same).count() > 1
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands over it; empty when nothing does.
    pub heading: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// For amounts: the year.
    pub year: Option<Year>,
    /// For amounts: budget, outcome or forecast.
    pub of: Of,
    /// The unit of its amounts.
    pub scale: Scale,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// The rows' names.
    Name,
    /// Amounts of a year.
    Amount,
    /// Notes, comments, owners.
    Note,
    /// Sub-totals of the amounts in the column to its left: printed figures.
    SubTotal,
    /// Shares in per cent: printed figures.
    Share,
    /// Account numbers, differences, and what is not understood.
    Ignored,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub role: Role,
    /// Its name without list marks; empty when there is none.
    pub name: String,
    /// For a line: what kind of income or cost.
    pub category: Option<Category>,
    /// For a contribution: who pays.
    pub payer: Option<Payer>,
    /// The known line that it is, by its place in [`Known::lines`].
    pub line: Option<usize>,
    /// For a sum or a result: what it should equal.
    pub stands_for: Option<StandsFor>,
    /// What each column holds.
    pub cells: Vec<Figure>,
    /// What is certain, of the chosen budget columns, kronor. Signs are the plan's: a cost that is a cost is positive.
    pub amounts: BTreeMap<Year, Decimal>,
    /// What is certain in columns of outcome and forecast, kronor.
    pub others: BTreeMap<(Of, Year), Decimal>,
    /// Printed figures beside the row about the rows that it ends.
    pub beside: Vec<Beside>,
    /// Footnotes' marks and the texts of note columns.
    pub note: String,
}

/// A figure printed beside a row about some of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// What it is called: the rows' heading, and what stands over it.
    pub label: String,
    /// The year of the amounts.
    pub year: Year,
    /// The rows that it is about (places in [`Reading::rows`]).
    pub of: Vec<usize>,
    pub printed: Printed,
}

/// A figure printed about some of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// Their sum, kronor.
    Sum(Decimal),
    /// Their share, 0–1, of the table's total of costs.
    Share {
        /// The share, with the decimals that are printed.
        share: Decimal,
        /// The row of the total as printed; absent where the table has none.
        whole: Option<usize>,
    },
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A budget line.
    Line,
    /// A total or a sub-total: a printed figure.
    Sum,
    /// Titles, years and sections.
    Heading,
    /// A result: a printed figure.
    Result,
    /// Saved money that is used, or equity at a year's beginning or end.
    Equity,
    /// Empty, or left out by a question (balance sheets).
    Ignored,
}

/// What a printed sum should equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandsFor {
    /// The rows at these places (in [`Reading::rows`]), by arithmetic.
    Rows(Vec<usize>),
    /// Contributions and other income, by its name or by arithmetic.
    Income,
    /// Income and the saved money that is used.
    Frame,
    /// All costs, by its name.
    Cost,
    /// Income less costs.
    Result,
    /// Income less costs, but for the financial ones.
    OperatingResult,
    /// What is left of the frame: saved money that is used counts as income.
    FrameLeft,
    /// Equity at the end of the year.
    Equity,
    /// It is not known of what.
    Unknown,
}

/// What the user has said about a table. A question whose place is answered is not asked again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The unit of amounts that name none.
    pub scale: Option<Scale>,
    /// Whether what the sheet does not show is read too.
    pub hidden: Option<bool>,
    /// Columns by place.
    pub columns: BTreeMap<usize, ColumnAnswer>,
    /// Rows by place: their role.
    pub roles: BTreeMap<usize, Role>,
    /// Rows by place: the kind of line.
    pub categories: BTreeMap<usize, Category>,
    /// Rows about which all is said.
    pub settled: BTreeSet<usize>,
    /// Cells by row and column: kronor as they should stand, or nothing.
    pub cells: BTreeMap<(usize, usize), Option<Decimal>>,
}

/// What a column is, as the user says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnAnswer {
    /// What it holds.
    pub kind: ColumnKind,
    /// The year of amounts.
    pub year: Option<Year>,
    /// Budget, outcome or forecast.
    pub of: Of,
}
