//! The outcome: everything that follows from a plan and a scenario, the whole street in one call.

use crate::budget::Budget;
use crate::decision::{self, Skipped};
use crate::finding::{self, Report};
use crate::money::Overflow;
use crate::plan::{Plan, Scenario};
use crate::projection::Projection;

/// Everything that follows from a plan and a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The table after all decisions.
    pub budget: Budget,
    /// Its figures.
    pub projection: Projection,
    /// Rules and controls.
    pub report: Report,
    /// Decisions that could not apply.
    pub skipped: Vec<Skipped>,
}

/// Projects a plan: its base, or the base changed by a scenario's decisions.
pub fn project(plan: &Plan, scenario: Option<&Scenario>) -> Result<Outcome, Overflow> {
    let base = Budget::baseline(plan.base())?;
    let (budget, skipped) = match scenario {
        Some(scenario) => decision::apply_all(base, &scenario.steps),
        None => (base, Vec::new()),
    };
    let projection = Projection::of(&budget)?;
    let report = finding::check(plan, &budget, &projection, &skipped, scenario.is_none())?;
    Ok(Outcome { budget, projection, report, skipped })
}
