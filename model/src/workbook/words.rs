//! What the model has no words for: the app gives them in the user's language.

use super::statement::{FigureRow, Section};
use crate::budget::BudgetLine;
use crate::plan::{Category, Party};

/// The words of tables that leave the app.
pub trait Words {
    /// A section of a table.
    fn section(&self, section: Section) -> String;
    /// A computed row, or one that is not a line.
    fn figure(&self, figure: FigureRow) -> String;
    /// A line; one that a decision made may have no name of its own.
    fn line(&self, row: &BudgetLine) -> String;
    /// A line's category.
    fn category(&self, category: Category) -> String;
    /// Who pays.
    fn party(&self, party: Party) -> String;
    /// Any other word.
    fn word(&self, word: WorkbookWord) -> String;
}

/// A word of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookWord {
    /// Over the column of associations.
    Association,
    /// Over the column that says what kind of row it is.
    Kind,
    /// Over the column of names.
    Line,
    AllAssociations,
    /// The kind of a row that is a sum of others or follows from them.
    Sum,
    /// The sheet of assumptions.
    Assumptions,
    /// What the reader may change in the workbook, and what follows.
    HowToChange,
    /// Over the indices.
    Indices,
    /// Over the lines whose full years are not what is paid.
    FullYears,
    /// What the year before the plan's first costs.
    YearBefore,
    /// A line's full year.
    FullYear,
    /// The months that are paid of it.
    PaidMonths,
    /// Over the scenarios' decisions.
    Decisions,
    /// The sheet that holds the cases against each other.
    Comparison,
    /// A scenario's difference from the plan.
    Difference,
    /// The sheet of what members pay.
    Contributions,
    /// A party's share of all that is paid.
    ShareOfSum,
    /// The sheet of what controls found.
    Findings,
    /// The sheet of risks.
    Risks,
}
