//! What the user decides about a table that is on its way in.

use crate::calendar::Month;
use crate::plan::{Category, Id, Party};
use serde::{Deserialize, Serialize};

/// What a row becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowUse {
    /// It is asked about, and nothing goes in before the answer.
    Unanswered,
    /// A new line of this category.
    NewLine(Category),
    /// The amounts of a line that is there.
    Existing(Id),
    /// The planned use of saved money.
    SavedMoney,
    /// Printed figures, to hold what is computed against.
    Printed,
    /// Nothing.
    Skip,
}

/// Who pays a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaidBy {
    Member(Id),
    /// A party as a whole.
    Party(Party),
    /// Nobody that is known.
    Unknown,
}

/// What happens to the lines that are there and that the table does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// They stay.
    Add,
    /// Those of the categories that the table has go.
    Part,
    /// All go.
    Whole,
}

/// What the user has decided about a table, beside what the reader was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<'a> {
    /// What each row becomes.
    pub uses: &'a [RowUse],
    /// Who pays each row, where it is a contribution.
    pub payers: &'a [PaidBy],
    /// What happens to the lines that the table does not name.
    pub extent: Extent,
    /// The last month of the outcome that goes to the accounts (*utfall*); the outcome's columns of its year are
    /// meant. `None` when no outcome goes in.
    pub outcome: Option<Month>,
    /// The name of lines whose row has none.
    pub unnamed: &'a str,
    /// Where printed figures and the outcome are said to come from.
    pub source: &'a str,
}
