//! Why a file was not read.

use samplan::file_kind::FileKind;

/// Why a file was not read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFileError {
    /// It is neither .xlsx nor .ods, whatever it is called.
    NotASheet,
    /// It is of another kind.
    OtherFile(FileKind),
    /// It is a plan.
    Plan,
    /// It is damaged, or locked with a password.
    Unreadable,
    /// There is nothing in it.
    Empty,
    TooLarge,
    /// It has too many cells, or takes too much room when it is unpacked.
    TooManyCells,
    /// It takes too long.
    Slow,
    /// What reads spreadsheets could not be fetched.
    Unreachable,
    /// Its letters are of an encoding that is not read.
    Encoding,
}
