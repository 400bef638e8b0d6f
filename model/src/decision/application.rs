//! Applying decisions: those of a list that are on, by group ([`DecisionGroup`]) and in list order in each. Assumptions
//! about the world come first, what divides what the others leave comes last.

use super::{DecisionGroup, Skipped, Step};
use crate::budget::Budget;

/// Applies a list of decisions. What cannot apply is skipped and said.
pub(crate) fn apply_all(base: Budget, steps: &[Step]) -> (Budget, Vec<Skipped>) {
    let mut budget = base;
    let mut skipped = Vec::new();
    for step in in_order(steps) {
        skipped.extend(apply(&mut budget, step));
    }
    (budget, skipped)
}

/// Those that are on, in the order that they apply.
pub(crate) fn in_order(steps: &[Step]) -> impl Iterator<Item = &Step> {
    let on = || steps.iter().filter(|step| step.on);
    DecisionGroup::ALL.into_iter().flat_map(move |group| on().filter(move |step| step.decision.group() == group))
}

/// Applies one decision, or leaves the table as it was. Tables share the accounts that a decision leaves alone, so the
/// copy to go back to costs next to nothing.
pub(crate) fn apply(budget: &mut Budget, step: &Step) -> Option<Skipped> {
    let mut next = budget.clone();
    match step.decision.apply(&mut next) {
        Ok(()) => {
            *budget = next;
            None
        }
        Err(reason) => Some(Skipped { step: step.id.clone(), reason }),
    }
}
