//! A block of cells: a rectangle of rows and columns.

use super::place::Place;

/// A rectangle, its ends counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Above and to the left.
    pub first: Place,
    /// Below and to the right.
    pub last: Place,
}

impl Block {
    /// The block between two corners.
    pub fn of(one: Place, other: Place) -> Block {
        Block {
            first: Place { row: one.row.min(other.row), column: one.column.min(other.column) },
            last: Place { row: one.row.max(other.row), column: one.column.max(other.column) },
        }
    }

    /// Whether it has a cell.
    pub fn holds(self, place: Place) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }

    /// Whether it is one cell.
    pub fn is_one(self) -> bool {
        self.first == self.last
    }

    /// This block stretched to a cell, down or to the right alone: whichever the cell is farther away in.
    pub fn stretched(self, to: Place) -> Block {
        let down = to.row.saturating_sub(self.last.row);
        let right = to.column.saturating_sub(self.last.column);
        let last = if down >= right {
            Place { row: to.row.max(self.last.row), ..self.last }
        } else {
            Place { column: to.column.max(self.last.column), ..self.last }
        };
        Block { first: self.first, last }
    }
}
