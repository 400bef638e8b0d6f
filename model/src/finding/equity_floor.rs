//! Equity that falls under the plan's floor, and the month in which it does: the year's result spread evenly.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;
use crate::plan::Metric;
use crate::projection::{TimeUnder, monthly_deficit, times_under};

/// Equity falls under the plan's floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityUnderFloor {
    /// Equity at the end of the year.
    pub equity: Decimal,
    pub floor: Decimal,
    /// When equity is under the floor, with the year's result spread evenly.
    pub time: TimeUnder,
    /// The deficit a month.
    pub monthly: Decimal,
}

impl Evidence for EquityUnderFloor {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![
            ("equity", Fact::Number(self.equity)),
            ("floor", Fact::Number(self.floor)),
            ("month", Fact::text(self.time.from)),
            ("monthly", Fact::Number(self.monthly)),
        ];
        facts.extend(self.time.back.map(|month| ("back", Fact::text(month))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<EquityUnderFloor> {
    let floor = context.plan.rules.equity_floor;
    let mut found = Vec::new();
    for (association, figures) in context.associations() {
        let years = || context.years(figures).filter(|(year, _)| association.life.contains(*year));
        // One finding each time the floor is passed, not one for every year that stays under it.
        for time in times_under(years(), &|_| floor)? {
            for (year, figures) in years().filter(|(year, _)| *year == time.from.year()) {
                let detail =
                    EquityUnderFloor { equity: figures.equity, floor, time, monthly: monthly_deficit(figures)? };
                found.push(Found::about(association, year, Severity::Error, detail));
            }
        }
    }
    Ok(Some(found))
}
