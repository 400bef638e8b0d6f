//! A decision that takes more off a party's contributions than they are.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::budget::ShortfallKind;
use crate::money::Decimal;
use crate::plan::Party;

/// A decision takes more off a party's contributions than they are; they stay at zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributionUnderZero {
    pub party: Party,
    /// What could not be taken off.
    pub missing: Decimal,
}

impl Evidence for ContributionUnderZero {
    fn leads_to(&self) -> Destination {
        Destination::Scenario
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("party", Fact::text(self.party.as_str())), ("missing", Fact::Number(self.missing))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<ContributionUnderZero> {
    let found = context.budget.shortfalls.iter().filter_map(|shortfall| match shortfall.kind {
        ShortfallKind::ContributionUnderZero { party, missing } => {
            Some(Found::left_over(shortfall, Severity::Error, ContributionUnderZero { party, missing }))
        }
        _ => None,
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
