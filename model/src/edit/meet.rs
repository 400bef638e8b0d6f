//! Changes that come from another plan.

use super::EditError;
use crate::meet::{self, NeighbourChoices, NeighbourError, PlanPart, TakeOverError};
use crate::plan::{Id, Plan, Scenario, Shared};
use std::sync::Arc;

/// A change that comes from another plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetEdit {
    /// Parts become as they are in the other plan.
    TakeOver {
        /// The other plan.
        theirs: Arc<Plan>,
        parts: Vec<PlanPart>,
    },
    /// An association of the other plan comes in.
    Add {
        /// The other plan.
        theirs: Arc<Plan>,
        association: Id,
        /// What was chosen.
        choices: Box<NeighbourChoices>,
    },
    /// Scenarios that came without their plan go in, last.
    Bring {
        /// The scenarios, with ids that the plan does not have.
        scenarios: Vec<Scenario>,
    },
}

impl MeetEdit {
    pub(super) fn change(&self, plan: &mut Plan) -> Result<(), EditError> {
        let next = match self {
            MeetEdit::Bring { scenarios } => {
                plan.scenarios.extend(scenarios.iter().cloned().map(Shared::from));
                return Ok(());
            }
            MeetEdit::TakeOver { theirs, parts } => {
                meet::take_over(plan, theirs, parts).map_err(|error| match error {
                    TakeOverError::NoSuchAssociation(id) => EditError::NotFound(id),
                    TakeOverError::Invalid(problems) => EditError::Invalid(problems),
                })?
            }
            MeetEdit::Add { theirs, association, choices } => {
                meet::add(plan, theirs, association, choices).map_err(|error| match error {
                    NeighbourError::NoSuchAssociation(id) => EditError::NotFound(id),
                    NeighbourError::IdTaken(id) => EditError::IdTaken(id),
                    NeighbourError::Years(years) => EditError::Years(years),
                    NeighbourError::Overflow => EditError::Overflow,
                    NeighbourError::ScenarioNames { scenario, .. } => EditError::ScenarioNames(scenario),
                    NeighbourError::Invalid(problems) => EditError::Invalid(problems),
                })?
            }
        };
        *plan = next;
        Ok(())
    }
}
