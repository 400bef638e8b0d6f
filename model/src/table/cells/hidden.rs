//! Places that a sheet has and does not show.

use super::grid::Cell;
use std::collections::BTreeSet;

/// The places that a sheet does not show: hidden, filtered away or folded together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows, from 0.
    pub rows: BTreeSet<usize>,
    /// Columns, from 0.
    pub columns: BTreeSet<usize>,
    /// Whether the whole sheet is hidden.
    pub sheet: bool,
}

impl Hidden {
    /// Whether all is shown.
    pub fn is_empty(&self) -> bool {
        *self == Hidden::default()
    }

    /// Those of the places that have anything in them.
    pub(in crate::table) fn filled(&self, rows: &[Vec<Cell>]) -> Hidden {
        let fills = |cell: &Cell| !cell.text.is_empty() && !cell.covered;
        let row = |row: &&usize| rows.get(**row).is_some_and(|cells| cells.iter().any(fills));
        let column = |column: &&usize| rows.iter().filter_map(|cells| cells.get(**column)).any(fills);
        Hidden {
            rows: self.rows.iter().filter(row).copied().collect(),
            columns: self.columns.iter().filter(column).copied().collect(),
            sheet: self.sheet,
        }
    }

    /// Empties the places.
    pub(in crate::table) fn empty(&self, rows: &mut [Vec<Cell>]) {
        for (place, row) in rows.iter_mut().enumerate() {
            for (column, cell) in row.iter_mut().enumerate() {
                if self.rows.contains(&place) || self.columns.contains(&column) {
                    *cell = Cell::default();
                }
            }
        }
    }
}
