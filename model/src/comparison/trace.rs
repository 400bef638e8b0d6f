//! A scenario step by step: the table before any decision and after each.

use crate::budget::Budget;
use crate::decision::{SkippedDecision, apply, in_order, outside};
use crate::id::Id;
use crate::money::Overflow;
use crate::plan::{Plan, Scenario};
use crate::projection::Projection;

/// The table before any decision and after each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The plan's base.
    pub base: Budget,
    /// The base's figures.
    pub base_projection: Projection,
    /// After each decision that applied, in the order of application.
    pub stages: Vec<TraceStage>,
    /// Decisions that could not apply.
    pub skipped: Vec<SkippedDecision>,
}

/// The table after a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceStage {
    /// The decision's step in the scenario.
    pub step: Id,
    /// The table.
    pub budget: Budget,
    /// Its figures.
    pub projection: Projection,
}

impl Trace {
    /// The table after all decisions.
    pub fn budget(&self) -> &Budget {
        self.stages.last().map_or(&self.base, |stage| &stage.budget)
    }

    /// Its figures.
    pub fn projection(&self) -> &Projection {
        self.stages.last().map_or(&self.base_projection, |stage| &stage.projection)
    }

    /// Each decision with the figures before and after it.
    pub fn changes(&self) -> impl Iterator<Item = (&Id, &Projection, &Projection)> {
        let befores = std::iter::once(&self.base_projection).chain(self.stages.iter().map(|stage| &stage.projection));
        self.stages.iter().zip(befores).map(|(stage, before)| (&stage.step, before, &stage.projection))
    }
}

/// Applies a scenario to a plan's base and keeps the table after each decision: the waterfall. The base alone has no
/// stages.
pub fn trace(plan: &Plan, scenario: Option<&Scenario>) -> Result<Trace, Overflow> {
    let base = Budget::baseline(plan.base())?;
    let base_projection = Projection::of(&base)?;
    let mut stages: Vec<TraceStage> = Vec::new();
    let mut skipped = Vec::new();
    let mut budget = base.clone();
    let mut projection = base_projection.clone();
    let steps = scenario.map(|scenario| scenario.steps.as_slice()).unwrap_or_default();
    let outside = outside(&base, steps);
    for step in in_order(steps) {
        let before = budget.clone();
        if let Some(missed) = apply(&mut budget, step, &outside) {
            skipped.push(missed);
            continue;
        }
        projection = Projection::after(&before, &projection, &budget)?;
        stages.push(TraceStage { step: step.id.clone(), budget: budget.clone(), projection: projection.clone() });
    }
    Ok(Trace { base, base_projection, stages, skipped })
}
