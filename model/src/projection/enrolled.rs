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
