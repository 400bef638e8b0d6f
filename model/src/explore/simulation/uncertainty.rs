//! What is drawn.

use crate::plan::{Id, LeverAddress};

/// Something that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncertainty {
    /// A lever's value.
    Lever(LeverAddress),
    /// Whether a risk happens.
    Risk { association: Id, risk: Id },
}
