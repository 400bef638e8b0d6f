//! A year's forecast that its accounts give no reason to believe: the pace needed for the rest of the year is too far
//! from the pace so far. The base only: accounts know no scenario.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Month;
use crate::money::Decimal;
use crate::plan::Metric;
use crate::projection::{PaceVerdict, of_association};

/// The pace that the plan needs for the rest of a year is too far from the pace of its accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForecastPace {
    /// The last month of the accounts.
    pub through: Month,
    /// Kronor of cost a month so far.
    pub so_far: Decimal,
    /// Kronor of cost a month that the plan needs for the rest of the year.
    pub needed: Decimal,
    /// Needed / so far; absent when nothing has come so far.
    pub ratio: Option<Decimal>,
    /// Equity at the end of the year at the pace so far.
    pub equity: Decimal,
    /// Equity at the end of the year as planned.
    pub planned: Decimal,
    /// Whether the money goes too fast; else it goes too slowly.
    pub too_fast: bool,
}

impl Evidence for ForecastPace {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![
            ("through", Fact::text(self.through)),
            ("monthly", Fact::Number(self.so_far)),
            ("needed", Fact::Number(self.needed)),
            ("equity", Fact::Number(self.equity)),
            ("planned", Fact::Number(self.planned)),
            ("too_fast", Fact::Flag(self.too_fast)),
        ];
        facts.extend(self.ratio.map(|ratio| ("ratio", Fact::Number(ratio))));
        facts
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<ForecastPace> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations().filter(|_| context.scenario.is_none()) {
        let Some(forecast) = of_association(context.plan, context.budget, association, figures)? else {
            continue;
        };
        // Why there is none says [`super::pace_unchecked`].
        let Some(verdict) = forecast.verdict else { continue };
        judged = true;
        if verdict == PaceVerdict::Believable {
            continue;
        }
        let detail = ForecastPace {
            through: forecast.through,
            so_far: forecast.cost.so_far_monthly.unwrap_or_default(),
            needed: forecast.cost.needed_monthly.unwrap_or_default(),
            ratio: forecast.cost.ratio,
            equity: forecast.linear_equity,
            planned: forecast.planned_equity,
            too_fast: verdict == PaceVerdict::TooFast,
        };
        found.push(Found::about(association, forecast.through.year(), Severity::Error, detail));
    }
    Ok(judged.then_some(found))
}
