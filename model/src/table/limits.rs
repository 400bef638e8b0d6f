//! How large a table can be, and why one is not read.

/// The most bytes that a text can have (1 MiB).
pub const MOST_BYTES: usize = 1024 * 1024;
/// The most rows with anything in them.
pub const MOST_ROWS: usize = 500;
/// The most columns, the names counted.
pub const MOST_COLUMNS: usize = 40;

/// Why a table was not read.
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
        /// The row, counted from 1.
        row: usize,
        /// How many it has.
        found: usize,
    },
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            TableError::Empty => f.write_str("there is nothing in it"),
            TableError::TooLarge { bytes } => write!(f, "{bytes} bytes; a table can have {MOST_BYTES}"),
            TableError::TooManyRows { found } => write!(f, "{found} rows; a table can have {MOST_ROWS}"),
            TableError::TooManyColumns { row, found } => {
                write!(f, "row {row} has {found} columns; a table can have {MOST_COLUMNS}")
            }
        }
    }
}

impl std::error::Error for TableError {}
