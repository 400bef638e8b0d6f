//! Applying decisions: those of a list that are on, by group ([`DecisionGroup`]) and in list order in each. Assumptions
//! about the world come first, what divides what the others leave comes last.
//!
//! A decision about months after the plan's years waits for a later one to move them into the years: the table keeps
//! what it decides. One that nothing brings in is skipped and said, so that the years of a plan are the same however
//! many it shows.

use super::{DecisionError, DecisionGroup, ScenarioStep, SkippedDecision};
use crate::budget::{AssociationBudget, Budget};
use crate::id::Id;
use std::sync::Arc;

/// Applies a list of decisions. What cannot apply is skipped and said.
pub(crate) fn apply_all(base: Budget, steps: &[ScenarioStep]) -> (Budget, Vec<SkippedDecision>) {
    let (applied, _) = settle(&base, steps);
    (applied.budget, applied.skipped)
}

/// The steps that are about months outside the plan's years only, which nothing brings into them.
pub(crate) fn outside(base: &Budget, steps: &[ScenarioStep]) -> Vec<Id> {
    let last = base.horizon.last();
    if in_order(steps).any(|step| step.decision.can_wait(last)) { settle(base, steps).1 } else { Vec::new() }
}

/// Those that are on, in the order that they apply.
pub(crate) fn in_order(steps: &[ScenarioStep]) -> impl Iterator<Item = &ScenarioStep> {
    let on = || steps.iter().filter(|step| step.on);
    DecisionGroup::ALL.into_iter().flat_map(move |group| on().filter(move |step| step.decision.group() == group))
}

/// Applies one decision, or leaves the table as it was. Tables share the associations that a decision leaves alone, so the
/// copy to go back to costs next to nothing. One of those that are `outside` the plan's years is skipped.
pub(crate) fn apply(budget: &mut Budget, step: &ScenarioStep, outside: &[Id]) -> Option<SkippedDecision> {
    let skipped = |reason| Some(SkippedDecision { step: step.id.clone(), reason });
    if outside.contains(&step.id) {
        return skipped(DecisionError::OutsideHorizon);
    }
    let mut next = budget.clone();
    match step.decision.apply(&mut next) {
        Ok(()) => {
            *budget = next;
            None
        }
        Err(reason) => skipped(reason),
    }
}

/// A list of decisions, applied.
struct Applied {
    budget: Budget,
    skipped: Vec<SkippedDecision>,
    /// The steps that changed nothing in the plan's years when they applied, and may later.
    waiting: Vec<Id>,
}

fn run(base: &Budget, steps: &[ScenarioStep], outside: &[Id]) -> Applied {
    let mut applied = Applied { budget: base.clone(), skipped: Vec::new(), waiting: Vec::new() };
    let last = base.horizon.last();
    for step in in_order(steps) {
        let before = step.decision.can_wait(last).then(|| applied.budget.clone());
        match apply(&mut applied.budget, step, outside) {
            Some(skipped) => applied.skipped.push(skipped),
            None => {
                if before.is_some_and(|before| shows_the_same(&before, &applied.budget)) {
                    applied.waiting.push(step.id.clone());
                }
            }
        }
    }
    applied
}

/// Applies all but those that wait in vain, which are found from the last: what one waits for is a later one.
fn settle(base: &Budget, steps: &[ScenarioStep]) -> (Applied, Vec<Id>) {
    let mut outside = Vec::new();
    let mut applied = run(base, steps, &outside);
    for step in std::mem::take(&mut applied.waiting).into_iter().rev() {
        outside.push(step);
        let without = run(base, steps, &outside);
        if shows_the_same(&without.budget, &applied.budget) {
            applied = without;
        } else {
            outside.pop();
        }
    }
    (applied, outside)
}

/// Whether two tables have the same kronor in the plan's years.
fn shows_the_same(one: &Budget, other: &Budget) -> bool {
    let kronor = |association: &Arc<AssociationBudget>, other: &Arc<AssociationBudget>| {
        let rows = |association: &Arc<AssociationBudget>| {
            let amounts = association.rows.iter().map(|row| row.amounts.clone());
            amounts.filter(|amounts| amounts.iter().any(|amount| !amount.is_zero())).collect::<Vec<_>>()
        };
        Arc::ptr_eq(association, other)
            || association.id == other.id
                && association.equity_use == other.equity_use
                && association.transfers == other.transfers
                && rows(association) == rows(other)
    };
    one.associations.len() == other.associations.len()
        && one.associations.iter().zip(&other.associations).all(|(one, other)| kronor(one, other))
}
