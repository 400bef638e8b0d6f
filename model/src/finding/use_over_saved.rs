//! Planned use of saved money over what is saved. Where a part of equity is a claim, [`super::claim_as_cash`] judges.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;
use crate::plan::Metric;

/// The planned use of saved money is more than is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UseOverSaved {
    /// The planned use.
    pub planned: Decimal,
    /// What there is at the beginning of the year.
    pub saved: Decimal,
}

impl Evidence for UseOverSaved {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::EquityUse)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("planned", Fact::Number(self.planned)),
            ("saved", Fact::Number(self.saved)),
            ("difference", Fact::excess(self.planned, self.saved)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<UseOverSaved> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations().filter(|(association, _)| association.opening.claim.is_zero())
    {
        for (year, figures) in context.years(figures).filter(|(_, figures)| figures.equity_use > Decimal::ZERO) {
            judged = true;
            let saved = figures.opening_liquid()?.max(Decimal::ZERO);
            if figures.equity_use > saved {
                let detail = UseOverSaved { planned: figures.equity_use, saved };
                found.push(Found::about(association, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
