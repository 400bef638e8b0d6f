//! Why a lever cannot be set.

use crate::plan::ValidationErrorKind;

/// Why a lever cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeverError {
    /// The plan has no such number.
    NoSuchLever,
    /// The value cannot be: its kind of number does not reach there.
    OutOfRange,
    /// The plan would not be valid.
    Invalid(ValidationErrorKind),
}
