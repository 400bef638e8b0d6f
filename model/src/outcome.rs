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
            judge(plan, reckon(budget, skipped)?, Some(scenario))
        }
        None => project_base(plan),
    }
}

/// Projects a plan's base. Holds no decision's code, for a program that fetches that later.
pub fn project_base(plan: &Plan) -> Result<Outcome, Overflow> {
    judge_base(plan, reckon_base(plan)?)
}

/// The figures of a plan's base, which no rule has judged: its report holds nothing, neither found nor in order. Holds no
/// rule's code, for a program that fetches that later.
pub fn reckon_base(plan: &Plan) -> Result<Outcome, Overflow> {
    reckon(Budget::baseline(plan.base())?, Vec::new())
}

/// Lets the rules judge what [`reckon_base`] gave of the same plan.
pub fn judge_base(plan: &Plan, reckoned: Outcome) -> Result<Outcome, Overflow> {
    judge(plan, reckoned, None)
}

fn reckon(budget: Budget, skipped: Vec<SkippedDecision>) -> Result<Outcome, Overflow> {
    let projection = Projection::of(&budget)?;
    Ok(Outcome { budget, projection, report: Report::default(), skipped })
}

fn judge(plan: &Plan, reckoned: Outcome, scenario: Option<&Scenario>) -> Result<Outcome, Overflow> {
    let Outcome { budget, projection, skipped, .. } = &reckoned;
    let report = finding::check(plan, budget, projection, skipped, scenario)?;
    Ok(Outcome { report, ..reckoned })
}
