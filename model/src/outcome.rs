//! The outcome: everything that follows from a plan and a scenario, the whole street in one call.

use crate::budget::Budget;
use crate::decision::{self, SkippedDecision};
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
    pub skipped: Vec<SkippedDecision>,
}

/// Projects a plan: its base, or the base changed by a scenario's decisions.
pub fn project(plan: &Plan, scenario: Option<&Scenario>) -> Result<Outcome, Overflow> {
    match scenario {
        Some(scenario) => {
            let (budget, skipped) = decision::apply_all(Budget::baseline(plan.base())?, &scenario.steps);
            follow(plan, budget, skipped, Some(scenario))
        }
        None => project_base(plan),
    }
}

/// Projects a plan's base. Holds no decision's code, for a program that fetches that later.
pub fn project_base(plan: &Plan) -> Result<Outcome, Overflow> {
    follow(plan, Budget::baseline(plan.base())?, Vec::new(), None)
}

fn follow(
    plan: &Plan,
    budget: Budget,
    skipped: Vec<SkippedDecision>,
    scenario: Option<&Scenario>,
) -> Result<Outcome, Overflow> {
    let projection = Projection::of(&budget)?;
    let report = finding::check(plan, &budget, &projection, &skipped, scenario)?;
    Ok(Outcome { budget, projection, report, skipped })
}
