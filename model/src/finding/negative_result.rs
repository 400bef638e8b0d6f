//! A negative result: income must exceed cost (KL 11:5), with exceptions for stated strong reasons (*synnerliga skäl*).
//! A planned use of saved money is a negative result, and the board states its reason.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;
use crate::plan::Metric;

/// The year's result is negative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NegativeResult {
    pub result: Decimal,
    /// The stated reason, when there is one.
    pub reason: Option<String>,
}

impl Evidence for NegativeResult {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Result)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![("result", Fact::Number(self.result))];
        facts.extend(self.reason.as_ref().map(|reason| ("reason", Fact::text(reason))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<NegativeResult> {
    let mut found = Vec::new();
    for (association_budget, figures) in context.associations() {
        let reasons = context.plan.association(&association_budget.id).map(|association| &association.deficit_reasons);
        for (year, figures) in context.years(figures) {
            if !figures.result.is_sign_negative() || figures.result.is_zero() {
                continue;
            }
            let reason = reasons.and_then(|reasons| reasons.get(&year)).filter(|reason| !reason.trim().is_empty());
            let severity = if reason.is_some() { Severity::Notice } else { Severity::Warning };
            let detail = NegativeResult { result: figures.result, reason: reason.cloned() };
            found.push(Found::about(association_budget, year, severity, detail));
        }
    }
    Ok(Some(found))
}
