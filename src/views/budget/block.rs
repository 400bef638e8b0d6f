//! A block of cells: a rectangle of rows and columns.

use super::place::CellPlace;

/// A rectangle, its ends counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellBlock {
    /// Above and to the left.
    pub first: CellPlace,
    /// Below and to the right.
    pub last: CellPlace,
}

impl CellBlock {
    /// The block between two corners.
    pub fn of(one: CellPlace, other: CellPlace) -> CellBlock {
        CellBlock {
            first: CellPlace { row: one.row.min(other.row), column: one.column.min(other.column) },
            last: CellPlace { row: one.row.max(other.row), column: one.column.max(other.column) },
        }
    }

    /// Whether it has a cell.
    pub fn holds(self, place: CellPlace) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }

    /// Whether it is one cell.
    pub fn is_one(self) -> bool {
        self.first == self.last
    }

    /// This block stretched to a cell, down or to the right alone: whichever the cell is farther away in.
    pub fn stretched(self, to: CellPlace) -> CellBlock {
        let down = to.row.saturating_sub(self.last.row);
        let right = to.column.saturating_sub(self.last.column);
        let last = if down >= right {
            CellPlace { row: to.row.max(self.last.row), ..self.last }
        } else {
            CellPlace { column: to.column.max(self.last.column), ..self.last }
        };
        CellBlock { first: self.first, last }
    }
}
