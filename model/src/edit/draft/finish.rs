//! From the form to a plan.

use super::{Draft, Fault, Place};
use crate::plan::{Id, Plan, Problem, validate};

/// Why a draft is not a plan yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfinished {
    /// What is wrong field by field, in the order of the form.
    Faults(Vec<(Place, Fault)>),
    /// The fields are right but the plan is not; what validation says.
    Invalid(Vec<Problem>),
}

impl Draft {
    /// The valid plan that the draft makes, with this id.
    pub fn finish(&self, id: Id) -> Result<Plan, Unfinished> {
        let faults = self.faults();
        if !faults.is_empty() {
            return Err(Unfinished::Faults(faults));
        }
        let plan = Plan { id, ..self.sketch() };
        let problems = validate(&plan);
        if problems.is_empty() { Ok(plan) } else { Err(Unfinished::Invalid(problems)) }
    }
}
