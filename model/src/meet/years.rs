//! Two plans' years side by side.

use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow};
use crate::outcome::project;
use crate::plan::{Association, Metric, Plan};

/// Years that a plan of both could look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearSpan {
    pub first: Year,
    pub last: Year,
}

impl YearSpan {
    /// As a plan's horizon; `None` when a plan cannot have so many or so few.
    pub fn horizon(self) -> Option<Horizon> {
        let years = u8::try_from(self.last.since(self.first).checked_add(1)?).ok()?;
        (self.first <= self.last && years <= Horizon::MOST_YEARS).then_some(Horizon { first: self.first, years })
    }

    /// The years of `plan` that are left out.
    pub fn loses(self, plan: Horizon) -> Vec<Year> {
        plan.iter().filter(|year| *year < self.first || self.last < *year).collect()
    }

    /// The years that are new to `plan`: after its last its lines go on by their indices, before its first they have
    /// what is given for those years and no more.
    pub fn adds(self, plan: Horizon) -> Vec<Year> {
        let own: Vec<Year> = plan.iter().collect();
        self.horizon().into_iter().flat_map(|all| all.iter().collect::<Vec<_>>()).filter(|y| !own.contains(y)).collect()
    }
}

/// The choices: the plan's own years, those that both have, and those that either has.
pub(super) fn choices(mine: Horizon, theirs: Horizon) -> Vec<YearSpan> {
    let own = YearSpan { first: mine.first, last: mine.last() };
    let both = YearSpan { first: mine.first.max(theirs.first), last: mine.last().min(theirs.last()) };
    let either = YearSpan { first: mine.first.min(theirs.first), last: mine.last().max(theirs.last()) };
    let mut found = vec![own];
    for years in [both, either] {
        if years.horizon().is_some() && !found.contains(&years) {
            found.push(years);
        }
    }
    found
}

/// An association as a plan that begins in `first` has it: its equity rolled forward to then by its own plan, or, when
/// its own plan begins later, paid in in that plan's first year.
///
/// # Errors
/// When the plan's amounts are too large to compute with.
pub(super) fn aligned(plan: &Plan, association: &Association, first: Year) -> Result<Association, Overflow> {
    let mut moved = association.clone();
    if first == plan.first_year {
        return Ok(moved);
    }
    if first < plan.first_year {
        let amount = std::mem::take(&mut moved.opening_equity.amount);
        if !amount.is_zero() {
            let there = moved.transfers.entry(plan.first_year).or_insert(Decimal::ZERO);
            *there = crate::money::add(*there, amount)?;
        }
        return Ok(moved);
    }
    let before = first.previous();
    let mut longer = plan.clone();
    if !plan.horizon().contains(before) {
        // Its lines go on by their indices until then.
        longer.years = u8::try_from(first.since(plan.first_year)).unwrap_or(u8::MAX).min(Horizon::MOST_YEARS);
    }
    let outcome = project(&longer, None)?;
    if let Some(closing) = outcome.projection.get(Some(&association.id), before, Metric::Equity) {
        moved.opening_equity.amount = closing;
    }
    Ok(moved)
}
