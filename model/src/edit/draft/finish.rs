//! From the form to a plan.

use super::{Draft, DraftField, FieldError};
use crate::plan::{Id, Plan, ValidationError, validate};

/// Why a draft is not a plan yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FinishError {
    /// What is wrong field by field, in the order of the form.
    Faults(Vec<(DraftField, FieldError)>),
    /// The fields are right but the plan is not; what validation says.
    Invalid(Vec<ValidationError>),
}

impl Draft {
    /// The valid plan that the draft makes, with this id.
    pub fn finish(&self, id: Id) -> Result<Plan, FinishError> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(FinishError::Faults(faults));
        }
        let plan = Plan { id, ..self.partial_plan() };
        let problems = validate(&plan);
        if problems.is_empty() { Ok(plan) } else { Err(FinishError::Invalid(problems)) }
    }
}
