//! A plan's contributions and costs before and after an edit, by year.

use crate::calendar::Year;
use crate::edit::{Edit, EditError};
use crate::money::Decimal;
use crate::outcome::project;
use crate::plan::{Id, Metric, Plan};

/// A year's sums before and after; nothing for a year that the plan does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearSums {
    pub year: Year,
    /// Contributions, kronor.
    pub contributions: (Option<Decimal>, Option<Decimal>),
    /// Costs, kronor.
    pub costs: (Option<Decimal>, Option<Decimal>),
}

/// An association's sums before and after an edit, or why the edit is refused.
pub fn changes(plan: &Plan, edit: &Edit, association: &Id) -> Result<Vec<YearSums>, EditError> {
    let after = edit.apply(plan)?;
    let overflow = |_| EditError::Overflow;
    let (before, after) = (project(plan, None).map_err(overflow)?, project(&after, None).map_err(overflow)?);
    let figure = |metric, year| {
        (before.projection.get(Some(association), year, metric), after.projection.get(Some(association), year, metric))
    };
    let change =
        |year| YearSums { year, contributions: figure(Metric::Contributions, year), costs: figure(Metric::Cost, year) };
    Ok(after.projection.horizon.iter().map(change).collect())
}
