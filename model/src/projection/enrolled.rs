//! Participants enrolled today, wherever a merger has moved them.

use crate::base::{Association, Shared};
use crate::budget::Budget;
use crate::id::Id;

/// How many are enrolled in an association today, those of what mergers formed it of among them; unknown where none of
/// them says so.
pub fn enrolled(plan: &[Shared<Association>], budget: &Budget, association: &Id) -> Option<u64> {
    let mut parts = vec![association];
    let mut place = 0;
    while let Some(part) = parts.get(place) {
        let of = budget.association(part).map(|one| one.life.of.as_slice()).unwrap_or_default();
        // What is named twice is counted once.
        let new: Vec<_> = of.iter().filter(|id| !parts.contains(id)).collect();
        parts.extend(new);
        place = place.saturating_add(1);
    }
    let counted = parts.iter().filter_map(|id| plan.iter().find(|one| one.id == **id)?.capacity.as_ref()?.enrolled);
    counted.map(u64::from).reduce(u64::saturating_add)
}
