//! Applying a scenario: its decisions that are on, by group ([`DecisionGroup`]) and in list order in each. Assumptions
//! about the world come first, what divides what the others leave comes last.

use super::{DecisionGroup, Skipped};
use crate::budget::Budget;
use crate::money::Overflow;
use crate::plan::{Id, Plan, Scenario, Step};
use crate::projection::Projection;

/// The table before any decision and after each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The plan's base.
    pub base: Budget,
    /// The base's figures.
    pub base_projection: Projection,
    /// After each decision that applied, in the order of application.
    pub stages: Vec<Stage>,
    /// Decisions that could not apply.
    pub skipped: Vec<Skipped>,
}

/// The table after a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
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
    let base = Budget::baseline(plan)?;
    let base_projection = Projection::of(&base)?;
    let mut stages: Vec<Stage> = Vec::new();
    let mut skipped = Vec::new();
    let mut budget = base.clone();
    let mut projection = base_projection.clone();
    for step in scenario.into_iter().flat_map(in_order) {
        let before = budget.clone();
        if let Some(missed) = apply(&mut budget, step) {
            skipped.push(missed);
            continue;
        }
        projection = Projection::after(&before, &projection, &budget)?;
        stages.push(Stage { step: step.id.clone(), budget: budget.clone(), projection: projection.clone() });
    }
    Ok(Trace { base, base_projection, stages, skipped })
}

/// Applies a scenario's decisions. What cannot apply is skipped and said.
pub(crate) fn apply_all(base: Budget, scenario: &Scenario) -> (Budget, Vec<Skipped>) {
    let mut budget = base;
    let mut skipped = Vec::new();
    for step in in_order(scenario) {
        skipped.extend(apply(&mut budget, step));
    }
    (budget, skipped)
}

fn in_order(scenario: &Scenario) -> impl Iterator<Item = &Step> {
    let on = || scenario.steps.iter().filter(|step| step.on);
    DecisionGroup::ALL.into_iter().flat_map(move |group| on().filter(move |step| step.decision.group() == group))
}

/// Applies one decision, or leaves the table as it was. Tables share the accounts that a decision leaves alone, so the
/// copy to go back to costs next to nothing.
fn apply(budget: &mut Budget, step: &Step) -> Option<Skipped> {
    let mut next = budget.clone();
    match step.decision.apply(&mut next) {
        Ok(()) => {
            *budget = next;
            None
        }
        Err(reason) => Some(Skipped { step: step.id.clone(), reason }),
    }
}
