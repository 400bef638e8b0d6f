//! A party that has lost its last member. All parties must take part (3 § lag 2003:1210).

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::budget::ShortfallKind;
use crate::plan::Party;

/// A party has lost its last member: without one the association must be wound up (finsam.se, avsluta förbund).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyEmpty {
    pub party: Party,
}

impl Evidence for PartyEmpty {
    fn leads_to(&self) -> Destination {
        Destination::Scenario
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("party", Fact::text(self.party.as_str()))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<PartyEmpty> {
    let found = context.budget.shortfalls.iter().filter_map(|shortfall| match shortfall.kind {
        ShortfallKind::PartyEmpty { party } => Some(Found::left_over(shortfall, Severity::Error, PartyEmpty { party })),
        _ => None,
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
