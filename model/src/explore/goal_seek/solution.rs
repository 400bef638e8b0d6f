//! Values that reach a target.

use crate::money::Decimal;

/// A value of the lever and the number that it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalSeekPoint {
    /// The lever's value.
    pub value: Decimal,
    /// The number.
    pub metric: Decimal,
}

/// Where the number reaches the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Solution {
    /// The value whose number is nearest the target.
    pub at: GoalSeekPoint,
    /// Where the target lies between two neighbouring values: the neighbour on its other side. What is to be kept *over*
    /// a target takes the one of the two that is over it.
    pub across: Option<GoalSeekPoint>,
    /// Where the target holds over a stretch of values: the last of them, as far as the search looked.
    pub until: Option<Decimal>,
}
