//! Participants enrolled today against the places of a year.

use crate::calendar::Year;
use crate::money::{Decimal, Overflow, add, round, sub};
use crate::plan::{Id, Metric, Plan};
use crate::projection::Projection;

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

/// The queue of an association, or of all together, in a year; `None` where places or enrolled are unknown.
pub fn queue(
    plan: &Plan,
    projection: &Projection,
    association: Option<&Id>,
    year: Year,
) -> Result<Option<Queue>, Overflow> {
    let places = projection.get(association, year, Metric::Places);
    // A merged association is not in the plan: those enrolled in its parts are enrolled in it.
    let one = association.filter(|id| plan.association(id).is_some());
    let counted = plan.associations.iter().filter(|of| one.is_none_or(|id| of.id == *id));
    let mut enrolled = None;
    for count in counted.filter_map(|of| of.capacity.as_ref()?.enrolled) {
        enrolled = Some(add(enrolled.unwrap_or_default(), Decimal::from(count))?);
    }
    let (Some(places), Some(enrolled)) = (places.map(round), enrolled) else { return Ok(None) };
    Ok(Some(Queue { enrolled, places, without: sub(enrolled, places)?.max(Decimal::ZERO) }))
}
