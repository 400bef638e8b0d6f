//! Why a lever cannot be set.

use crate::plan::ProblemKind;

/// Why a lever cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeverProblem {
    /// The plan has no such number.
    NoSuchLever,
    /// The value cannot be: its kind of number does not reach there.
    OutOfRange,
    /// The plan would not be valid.
    Invalid(ProblemKind),
}
