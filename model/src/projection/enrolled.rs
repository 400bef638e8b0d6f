//! Participants enrolled today, wherever a merger has moved them.

use super::parts::parts;
use crate::base::{Association, Shared};
use crate::budget::Budget;
use crate::id::Id;

/// How many are enrolled in an association today, those of what mergers formed it of among them; unknown where none of
/// them says so.
pub fn enrolled(plan: &[Shared<Association>], budget: &Budget, association: &Id) -> Option<u64> {
    let of = |id: &Id| plan.iter().find(|one| one.id == *id)?.capacity.as_ref()?.enrolled;
    parts(budget, association).into_iter().filter_map(of).map(u64::from).reduce(u64::saturating_add)
}

/// Whether each of those that mergers formed an association of says how many are enrolled; of one that no merger formed,
/// whether it does.
pub fn is_enrolled_of_all(plan: &[Shared<Association>], budget: &Budget, association: &Id) -> bool {
    let says = |one: &Association| one.capacity.as_ref().is_some_and(|capacity| capacity.enrolled.is_some());
    // What a merger formed has those of its parts, and need not say it itself.
    let is_part = |one: &&Shared<Association>| one.life.of.is_empty();
    let mut ids = parts(budget, association).into_iter();
    ids.all(|id| plan.iter().find(|one| one.id == *id).filter(is_part).is_none_or(|one| says(one)))
}
