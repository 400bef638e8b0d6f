//! Accounts of a year that the plan could not be held against. The base only: accounts know no scenario. When the year is
//! over there is nothing left to hold them against, and nothing is told.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Month;
use crate::plan::Metric;
use crate::projection::{NoPace, no_pace, of_association};

/// There are accounts, and no pace to hold the plan to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaceUnchecked {
    /// The last month of the accounts.
    pub through: Month,
    pub why: NoPace,
}

impl Evidence for PaceUnchecked {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Cost)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("through", Fact::text(self.through)), ("reason", Fact::text(self.why.as_str()))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PaceUnchecked> {
    let mut found = Vec::new();
    for (association, figures) in context.associations().filter(|_| context.scenario.is_none()) {
        let planned = context.plan.association(&association.id);
        let Some(actuals) = planned.and_then(|planned| planned.actuals.as_ref()) else { continue };
        let forecast = of_association(context.plan, context.budget, association, figures)?;
        let Some(why) = no_pace(forecast.as_ref()) else { continue };
        let detail = PaceUnchecked { through: actuals.through, why };
        found.push(Found::about(association, actuals.through.year(), Severity::Notice, detail));
    }
    Ok(Some(found).filter(|found| !found.is_empty()))
}
