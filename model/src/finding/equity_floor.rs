//! Equity that falls under the plan's floor, and the month in which it does: the year's result spread evenly.

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;
use crate::projection::{month_under, monthly_deficit};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let floor = context.plan.rules.equity_floor;
    let mut found = Vec::new();
    for (account, figures) in context.accounts() {
        let mut was_under = false;
        for (year, figures) in context.years(figures).filter(|(year, _)| account.life.contains(*year)) {
            let month = month_under(year, figures, floor)?;
            // One finding each time the floor is passed, not one for every year that stays under it.
            if let Some(month) = month.filter(|_| !was_under) {
                let monthly = monthly_deficit(figures)?;
                let detail = Detail::EquityUnderFloor { equity: figures.equity, floor, month, monthly };
                found.push(Finding::about(account, year, Severity::Error, detail));
            }
            was_under = month.is_some();
        }
    }
    Ok(Some(found))
}
