//! The whole base in one, as a plan lends it.

use super::{Association, Definitions, Index, Shared};
use crate::calendar::Horizon;
use crate::id::Id;
use std::ops::Deref;

/// What a plan is before any decision (*grundplan*); lent, so cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Base<'p> {
    /// The years that the plan looks at.
    pub horizon: Horizon,
    /// What counts as administration.
    pub definitions: &'p Definitions,
    /// The indices that lines can follow.
    pub indices: &'p [Index],
    pub associations: &'p [Shared<Association>],
}

impl<'p> Base<'p> {
    /// The association with this id.
    pub fn association(self, id: &Id) -> Option<&'p Association> {
        self.associations.iter().find(|association| association.id == *id).map(Deref::deref)
    }
}
