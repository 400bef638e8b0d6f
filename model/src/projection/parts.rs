//! What an association has become of.

use crate::budget::Budget;
use crate::id::Id;

/// The association itself, and those that one merger after another formed it of; each once.
pub fn parts<'b>(budget: &'b Budget, association: &'b Id) -> Vec<&'b Id> {
    let mut found = vec![association];
    let mut place = 0;
    while let Some(part) = found.get(place) {
        let of = budget.association(part).map(|one| one.life.of.as_slice()).unwrap_or_default();
        let new: Vec<_> = of.iter().filter(|id| !found.contains(id)).collect();
        found.extend(new);
        place = place.saturating_add(1);
    }
    found
}

/// Those that an association goes up in, one merger after another, the nearest first.
pub fn wholes<'b>(budget: &'b Budget, association: &Id) -> Vec<&'b Id> {
    let mut found: Vec<&Id> = Vec::new();
    let into = |id: &Id| budget.association(id).and_then(|one| one.life.into.as_ref());
    let mut next = into(association);
    while let Some(whole) = next.filter(|id| !found.contains(id)) {
        found.push(whole);
        next = into(whole);
    }
    found
}
