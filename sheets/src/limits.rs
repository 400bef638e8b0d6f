//! How large a file can be, and why one is not read.

use serde::Serialize;

/// The most bytes that a file can have (10 MiB).
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most bytes that it can say to unpack to (256 MiB). Office programs pack to about a tenth.
pub const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// The most cells with anything in them, in all sheets together.
pub const MOST_CELLS: usize = 200_000;
/// The last row that can have anything in it.
pub const MOST_ROWS: u32 = 20_000;
/// The last column that can have anything in it.
pub const MOST_COLUMNS: u32 = 1_000;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetError {
    /// It is neither .xlsx nor .ods.
    NotASheet,
    /// It is damaged, or locked with a password.
    Unreadable,
    /// No sheet has anything in it.
    Empty,
    /// More bytes than [`MOST_BYTES`], or more to unpack than [`MOST_UNPACKED`].
    TooLarge,
    /// More cells than [`MOST_CELLS`], or cells beyond [`MOST_ROWS`] or [`MOST_COLUMNS`].
    TooManyCells,
    /// A workbook could not be made into a file.
    NotWritten,
}

impl SheetError {
    /// The code that goes to the app.
    pub fn code(self) -> &'static str {
        match self {
            SheetError::NotASheet => "not_a_sheet",
            SheetError::Unreadable => "unreadable",
            SheetError::Empty => "empty",
            SheetError::TooLarge => "too_large",
            SheetError::TooManyCells => "too_many_cells",
            SheetError::NotWritten => "not_written",
        }
    }
}

impl std::fmt::Display for SheetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            SheetError::NotASheet => "it is neither .xlsx nor .ods",
            SheetError::Unreadable => "it is damaged or locked",
            SheetError::Empty => "there is nothing in it",
            SheetError::TooLarge => "it is larger than 10 MB",
            SheetError::TooManyCells => "it has more than 200 000 cells, or cells too far out",
            SheetError::NotWritten => "the workbook could not be made into a file",
        })
    }
}

impl std::error::Error for SheetError {}
