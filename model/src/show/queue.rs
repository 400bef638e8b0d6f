//! Participants enrolled today against the places of a year.

use crate::calendar::Year;
use crate::money::{Decimal, Overflow, round, sub};
use crate::outcome::Outcome;
use crate::plan::{Id, Metric, Plan};
use crate::projection::enrolled;

/// Enrolled against places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Participants enrolled today.
    pub enrolled: Decimal,
    /// Places in the year, whole ones.
    pub places: Decimal,
    /// How many of the enrolled have no place in the year; 0 when all have one.
    pub without: Decimal,
}

/// The queue of an association, or of all together, in a year; `None` where places or enrolled are unknown, and in
/// a year in which it is merged away or not yet formed.
pub fn queue(plan: &Plan, outcome: &Outcome, association: Option<&Id>, year: Year) -> Result<Option<Queue>, Overflow> {
    let there = |id: &Id| outcome.budget.association(id).is_some_and(|one| one.life.contains(year));
    if association.is_some_and(|id| !there(id)) {
        return Ok(None);
    }
    let enrolled = match association {
        Some(id) => enrolled(&plan.associations, &outcome.budget, id),
        None => {
            let counted = plan.associations.iter().filter_map(|of| of.capacity.as_ref()?.enrolled);
            counted.map(u64::from).reduce(u64::saturating_add)
        }
    };
    let places = outcome.projection.get(association, year, Metric::Places).map(round);
    let (Some(places), Some(enrolled)) = (places, enrolled.map(Decimal::from)) else { return Ok(None) };
    Ok(Some(Queue { enrolled, places, without: sub(enrolled, places)?.max(Decimal::ZERO) }))
}
