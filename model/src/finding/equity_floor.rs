//! Equity that falls under the plan's floor, and the month in which it does: the year's result spread evenly.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Month;
use crate::money::Decimal;
use crate::plan::Metric;
use crate::projection::{month_under, monthly_deficit};

/// Equity falls under the plan's floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityUnderFloor {
    /// Equity at the end of the year.
    pub equity: Decimal,
    pub floor: Decimal,
    /// The month in which equity passes the floor, with the year's result spread evenly.
    pub month: Month,
    /// The deficit a month.
    pub monthly: Decimal,
}

impl Evidence for EquityUnderFloor {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("equity", Fact::Number(self.equity)),
            ("floor", Fact::Number(self.floor)),
            ("month", Fact::text(self.month)),
            ("monthly", Fact::Number(self.monthly)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<EquityUnderFloor> {
    let floor = context.plan.rules.equity_floor;
    let mut found = Vec::new();
    for (association, figures) in context.associations() {
        let mut was_under = false;
        for (year, figures) in context.years(figures).filter(|(year, _)| association.life.contains(*year)) {
            let month = month_under(year, figures, floor)?;
            // One finding each time the floor is passed, not one for every year that stays under it.
            if let Some(month) = month.filter(|_| !was_under) {
                let monthly = monthly_deficit(figures)?;
                let detail = EquityUnderFloor { equity: figures.equity, floor, month, monthly };
                found.push(Found::about(association, year, Severity::Error, detail));
            }
            was_under = month.is_some();
        }
    }
    Ok(Some(found))
}
