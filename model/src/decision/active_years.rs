//! The years in which a decision reaches an association.

use super::DecisionError;
use crate::budget::Budget;
use crate::calendar::{Year, between};
use crate::id::Id;

/// The years of a decision that changes an association's members: it must not be merged away later, for the merged one
/// would not know of the change. Placed before the merger it goes along.
pub(super) fn active_years_to_end(
    budget: &Budget,
    association: &Id,
    first: Year,
) -> Result<Vec<(usize, Year)>, DecisionError> {
    let years = active_years(budget, association, first, None)?;
    match budget.association(association).and_then(|association_budget| association_budget.life.into.clone()) {
        Some(into) => Err(DecisionError::MergedAway { association: association.clone(), into }),
        None => Ok(years),
    }
}

/// The years of the plan, with their places, between `first` and `last` in which the association exists; at least one.
pub(super) fn active_years(
    budget: &Budget,
    association: &Id,
    first: Year,
    last: Option<Year>,
) -> Result<Vec<(usize, Year)>, DecisionError> {
    let association_budget =
        budget.association(association).ok_or_else(|| DecisionError::NoSuchAssociation(association.clone()))?;
    let within = |year: &Year| between(Some(first), last, year);
    if !budget.horizon.iter().any(|year| within(&year)) {
        return Err(DecisionError::OutsideHorizon);
    }
    let years: Vec<_> = budget.horizon.iter().enumerate().filter(|(_, year)| within(year)).collect();
    let alive: Vec<_> = years.into_iter().filter(|(_, year)| association_budget.life.contains(*year)).collect();
    if !alive.is_empty() {
        return Ok(alive);
    }
    Err(match (&association_budget.life.into, association_budget.life.first) {
        (Some(into), _) if association_budget.life.last.is_none_or(|end| end < first) => {
            DecisionError::MergedAway { association: association.clone(), into: into.clone() }
        }
        (_, Some(first)) => DecisionError::NotFormed { association: association.clone(), first },
        _ => DecisionError::OutsideHorizon,
    })
}
