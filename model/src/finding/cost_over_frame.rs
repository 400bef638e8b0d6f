//! Cost over the frame: the year's costs are more than contributions, other income and planned use of saved money.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, add};
use crate::plan::Metric;

/// The cost is over the frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostOverFrame {
    /// Operating cost and financial net.
    pub cost: Decimal,
    pub frame: Decimal,
}

impl Evidence for CostOverFrame {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::FrameLeft)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("cost", Fact::Number(self.cost)),
            ("frame", Fact::Number(self.frame)),
            ("difference", Fact::excess(self.cost, self.frame)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<CostOverFrame> {
    let mut found = Vec::new();
    for (association, figures) in context.associations() {
        for (year, figures) in context.years(figures) {
            let cost = add(figures.cost, figures.financial_net)?;
            if cost > figures.frame {
                let detail = CostOverFrame { cost, frame: figures.frame };
                found.push(Found::about(association, year, Severity::Warning, detail));
            }
        }
    }
    Ok(Some(found))
}
