//! Equity could not be held against the plan's own staircase, whose steps do not reach the contributions.

use super::equity_staircase::most;
use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;
use crate::plan::Metric;

/// No step of the staircase is for contributions as great as these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaircaseUnchecked {
    /// The year's contributions.
    pub contributions: Decimal,
}

impl Evidence for StaircaseUnchecked {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("contributions", Fact::Number(self.contributions))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<StaircaseUnchecked> {
    let staircase = &context.plan.rules.staircase;
    let mut found = Vec::new();
    for (association, figures) in context.associations().filter(|_| !staircase.is_empty()) {
        for (year, figures) in context.years(figures).filter(|(year, _)| association.life.contains(*year)) {
            let contributions = figures.contributions;
            if most(staircase, contributions)?.is_none() {
                found.push(Found::about(association, year, Severity::Notice, StaircaseUnchecked { contributions }));
            }
        }
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}
