//! Places that a sheet has and does not show.

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
}
