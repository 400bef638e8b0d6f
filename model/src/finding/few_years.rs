//! Fewer than three years planned: the budget comes with a three-year plan, the budget year first (KL 11:6).

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};

const YEARS: u8 = 3;

/// The plan has fewer than three years (KL 11:6 asks for a three-year plan).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FewYears {
    /// How many it has.
    pub years: u8,
}

impl Evidence for FewYears {
    fn leads_to(&self) -> Destination {
        Destination::Years
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("planned_years", Fact::Count(self.years))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<FewYears> {
    let years = context.plan.years;
    if years >= YEARS {
        return Ok(Some(Vec::new()));
    }
    Ok(Some(vec![Found {
        severity: Severity::Notice,
        association: None,
        year: None,
        line: None,
        detail: FewYears { years },
    }]))
}
