//! A claim counted as cash: more saved money is planned to be used than the part of equity that is cash.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;
use crate::plan::Metric;

/// The planned use of saved money is more than the part of equity that is cash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimAsCash {
    /// The planned use.
    pub planned: Decimal,
    /// Equity at the beginning of the year without the claim.
    pub cash: Decimal,
}

impl Evidence for ClaimAsCash {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::EquityUse)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("planned", Fact::Number(self.planned)),
            ("cash", Fact::Number(self.cash)),
            ("difference", Fact::excess(self.planned, self.cash)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<ClaimAsCash> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations().filter(|(association, _)| !association.opening.claim.is_zero())
    {
        judged = true;
        for (year, figures) in context.years(figures) {
            let cash = figures.opening_liquid()?;
            if !figures.equity_use.is_zero() && figures.equity_use > cash {
                let detail = ClaimAsCash { planned: figures.equity_use, cash };
                found.push(Found::about(association, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
