//! Liquid money that runs out where a part of equity is a claim: bills are not paid with a claim. Equity in all has its
//! own rule, [`super::equity_floor`].

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Month;
use crate::money::{Decimal, sub};
use crate::plan::Metric;
use crate::projection::{month_under, runs_out};

/// Liquid money runs out: what is left of equity is a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiquidGone {
    pub month: Month,
    /// What is missing at the end of that year.
    pub missing: Decimal,
    pub claim: Decimal,
    /// When equity in all is gone; absent when it lasts through the plan.
    pub equity_month: Option<Month>,
}

impl Evidence for LiquidGone {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![
            ("month", Fact::text(self.month)),
            ("missing", Fact::Number(self.missing)),
            ("claim", Fact::Number(self.claim)),
        ];
        facts.extend(self.equity_month.map(|month| ("equity_month", Fact::text(month))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<LiquidGone> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations().filter(|(association, _)| !association.opening.claim.is_zero())
    {
        judged = true;
        let Some(gone) = runs_out(context.budget, context.projection, Some(&association.id))?.pop() else {
            continue;
        };
        for (year, figures) in context.years(figures).filter(|(year, _)| *year == gone.liquid.year()) {
            // Where both pass in the same month the rule of the floor has said it.
            if month_under(year, figures, context.plan.rules.equity_floor)? == Some(gone.liquid) {
                continue;
            }
            let detail = LiquidGone {
                month: gone.liquid,
                missing: sub(figures.claim, figures.equity)?,
                claim: figures.claim,
                equity_month: gone.equity,
            };
            found.push(Found::about(association, year, Severity::Error, detail));
        }
    }
    Ok(judged.then_some(found))
}
