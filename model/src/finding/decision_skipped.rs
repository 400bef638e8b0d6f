//! A decision that could not apply to the table it met.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::decision::DecisionError;
use crate::plan::Id;

/// A decision could not apply and was skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionSkipped {
    /// The decision's step in the scenario.
    pub step: Id,
    /// Why.
    pub reason: DecisionError,
}

impl Evidence for DecisionSkipped {
    fn leads_to(&self) -> Destination {
        Destination::Scenario
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("step", Fact::text(&self.step)), ("reason", Fact::text(self.reason.as_str()))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<DecisionSkipped> {
    let found = context.skipped.iter().map(|skipped| Found {
        severity: Severity::Error,
        association: None,
        year: None,
        line: None,
        detail: DecisionSkipped { step: skipped.step.clone(), reason: skipped.reason.clone() },
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
