//! What a file comes to: its sheets as texts.

use serde::Serialize;

/// The sheets of a file that have anything in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Book {
    /// In the file's order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub name: String,
    /// All rows from the first on, the empty ones too; each as long as its last cell with anything in it.
    pub rows: Vec<Vec<String>>,
    /// Cells that a merged one covers, by row and column from 0; their text is that cell's.
    pub covered: Vec<(usize, usize)>,
    /// Whether the file does not show it.
    pub hidden: bool,
    /// Rows that the file does not show (hidden, filtered away, folded together), from 0.
    pub hidden_rows: Vec<usize>,
    /// Columns that it does not show, from 0.
    pub hidden_columns: Vec<usize>,
}
