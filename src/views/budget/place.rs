//! A place in the table.

/// A row, and 0 for its name or 1, 2 … for its years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellPlace {
    pub row: usize,
    pub column: usize,
}
