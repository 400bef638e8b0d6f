//! Why an edit is refused.

use crate::lever::LeverError;
use crate::meet::YearSpan;
use crate::plan::{Id, ValidationError};

/// Why an edit is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// What it names is not there.
    NotFound(Id),
    /// Other parts of the plan refer to what it would take away.
    InUse(Id),
    /// It is no longer as it was when the change began.
    ChangedMeanwhile,
    /// The plan cannot have fewer.
    LastOne,
    /// The plan would not be valid.
    Invalid(Vec<ValidationError>),
    /// A lever cannot be set so.
    Lever(LeverError),
    /// Something of the same kind has this name already.
    NameTaken(String),
    /// Something has this id already.
    IdTaken(Id),
    /// A plan cannot look at these years.
    Years(YearSpan),
    /// A scenario of another plan names something that has another id here.
    ScenarioNames(Id),
    /// An amount would be too large to compute with.
    Overflow,
    /// The plan's file would be too large to be opened again.
    TooLarge,
}
