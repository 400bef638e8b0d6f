//! Liquid money that runs out where a part of equity is a claim: bills are not paid with a claim. Equity in all has its
//! own rule, [`super::equity_floor`].

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, sub};
use crate::plan::Metric;
use crate::projection::{TimeUnder, month_under, runs_out};

/// Liquid money runs out: what is left of equity is a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiquidGone {
    /// The months.
    pub time: TimeUnder,
    /// What is missing at the end of that year.
    pub missing: Decimal,
    pub claim: Decimal,
    /// When equity in all is gone; absent when it lasts through the plan.
    pub equity_time: Option<TimeUnder>,
}

impl Evidence for LiquidGone {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![
            ("month", Fact::text(self.time.from)),
            ("missing", Fact::Number(self.missing)),
            ("claim", Fact::Number(self.claim)),
        ];
        facts.extend(self.time.back.map(|month| ("back", Fact::text(month))));
        facts.extend(self.equity_time.map(|time| ("equity_month", Fact::text(time.from))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<LiquidGone> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations().filter(|(association, _)| !association.opening.claim.is_zero())
    {
        judged = true;
        let Some(gone) = runs_out(context.budget, context.projection, Some(&association.id))?.pop() else { continue };
        for (year, figures) in context.years(figures).filter(|(year, _)| *year == gone.liquid.from.year()) {
            // Where both pass in the same month the rule of the floor has said it; a year that only begins short
            // misses nothing at its end.
            if month_under(year, figures, context.plan.rules.equity_floor)? == Some(gone.liquid.from)
                || figures.equity >= figures.claim
            {
                continue;
            }
            let detail = LiquidGone {
                time: gone.liquid,
                missing: sub(figures.claim, figures.equity)?,
                claim: figures.claim,
                equity_time: gone.equity,
            };
            found.push(Found::about(association, year, Severity::Error, detail));
        }
    }
    Ok(judged.then_some(found))
}
