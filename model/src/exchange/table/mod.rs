//! Pasted tables: a block of cells from Excel or Word becomes rows that can be shown, corrected and put in a plan.
//! Responsible for saying how every cell was read; nothing of the block is left out in silence, and nothing is put
//! anywhere: that is the user's choice, made in the preview.

mod cells;
mod guess;
mod header;
mod read;
#[cfg(test)]
mod tests;

pub use read::read_table;

use crate::calendar::Year;
use crate::money::{Decimal, NumberProblem};
use crate::plan::Category;

/// The most bytes that a block can have (1 MiB).
pub const MOST_BYTES: usize = 1024 * 1024;
/// The most rows with anything in them.
pub const MOST_ROWS: usize = 500;
/// The most columns, the names counted.
pub const MOST_COLUMNS: usize = 40;

/// Why a block was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing but white space.
    Empty,
    /// More text than [`MOST_BYTES`].
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// More rows than [`MOST_ROWS`].
    TooManyRows {
        /// How many.
        found: usize,
    },
    /// A row with more columns than [`MOST_COLUMNS`].
    TooManyColumns {
        /// The row, counted from 1 as pasted.
        row: usize,
        /// How many it has.
        found: usize,
    },
}

/// What stands between the cells of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// Tabs, as Excel and Word copy.
    Tab,
    /// Semicolons, as Swedish CSV has.
    Semicolon,
    /// Two or more spaces.
    Spaces,
    /// Nothing: there is one column.
    None,
}

/// How a block was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What stood between the cells.
    pub separator: Separator,
    /// Whether the first column holds names. Without names the block is figures only, to be put where the cursor is.
    pub has_names: bool,
    /// The heading over the names; empty when there is none.
    pub corner: String,
    /// The columns of figures.
    pub columns: Vec<Column>,
    /// The rows with anything in them, the header row left out.
    pub rows: Vec<ReadRow>,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading as pasted; empty when there is none.
    pub heading: String,
    /// The year that the heading names.
    pub year: Option<Year>,
    /// The unit that its figures were read in, unless a cell names its own.
    pub unit: ColumnUnit,
}

/// The unit of a column of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUnit {
    /// kronor
    Kronor,
    /// tkr
    Thousands,
    /// mkr, mnkr
    Millions,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRow {
    /// Its place in the block as pasted, counted from 1.
    pub row: usize,
    /// Its name without list marks and footnote stars; empty when there is none.
    pub name: String,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What the row seems to be.
    pub guess: RowGuess,
    /// What to tell about it.
    pub notes: Vec<Note>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is there.
    Empty,
    /// An amount. Plans keep amounts positive, since documents differ in which side they write with a minus.
    Amount {
        /// Kronor, never negative.
        kronor: Decimal,
        /// Whether it was written negative.
        sign_dropped: bool,
    },
    /// A percentage, as a share (`11 %` is 0.11).
    Percent(Decimal),
    /// Something else.
    Unreadable {
        /// As pasted.
        text: String,
        /// Why it is no amount.
        problem: NumberProblem,
    },
}

/// What a row seems to be, from its name, its figures and the heading above it. A preset for the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowGuess {
    /// A budget line. No approach is ever guessed.
    Line(Category),
    /// Saved money from earlier years (*överfört, överskott*): planned use of equity, not income.
    SavedMoney,
    /// A total, sub-total or result: a printed figure, left out by default.
    Total,
    /// Percentages: printed figures, left out by default.
    Percent,
    /// A heading: a name without figures.
    Heading,
}

/// Something to tell about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Some of its amounts were negative and some were not; without signs their sum is another.
    MixedSigns,
    /// Its name or one of its figures had a footnote star.
    Footnote,
}
