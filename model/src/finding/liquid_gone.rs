//! Liquid money that runs out where a part of equity is a claim: bills are not paid with a claim. Equity in all has its
//! own rule, [`super::equity_floor`].

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, sub};
use crate::plan::Metric;
use crate::projection::{TimeUnder, times_under};

/// Liquid money runs out: what is left of equity is a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiquidGone {
    /// The months.
    pub time: TimeUnder,
    /// What is missing at the end of that year; nought where only its beginning is short.
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
        let years = || context.years(figures).filter(|(year, _)| association.life.contains(*year));
        let told = times_under(years(), &|_| context.plan.rules.equity_floor)?;
        let equity = times_under(years(), &|_| Decimal::ZERO)?;
        // Where both pass in the same month the rule of the floor has said it.
        let said = |time: &TimeUnder| told.iter().any(|one| (one.from, one.at_start) == (time.from, time.at_start));
        for time in times_under(years(), &|figures| figures.claim)?.into_iter().filter(|time| !said(time)) {
            for (year, figures) in years().filter(|(year, _)| *year == time.from.year()) {
                let detail = LiquidGone {
                    time,
                    missing: sub(figures.claim, figures.equity)?.max(Decimal::ZERO),
                    claim: figures.claim,
                    equity_time: equity.iter().find(|one| one.from >= time.from).copied(),
                };
                found.push(Found::about(association, year, Severity::Error, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
