//! A year's forecast that its accounts give no reason to believe: the pace needed for the rest of the year is too far
//! from the pace so far. The base only: accounts know no scenario.

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;
use crate::projection::{Verdict, of_account};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    let mut judged = false;
    for (account, figures) in context.accounts().filter(|_| context.is_base) {
        let Some(forecast) = of_account(context.plan, context.budget, account, figures)? else { continue };
        let Some(verdict) = forecast.verdict else { continue };
        judged = true;
        if verdict == Verdict::Believable {
            continue;
        }
        let detail = Detail::ForecastPace {
            through: forecast.through,
            so_far: forecast.cost.so_far_monthly.unwrap_or_default(),
            needed: forecast.cost.needed_monthly.unwrap_or_default(),
            ratio: forecast.cost.ratio,
            equity: forecast.linear_equity,
            planned: forecast.planned_equity,
            too_fast: verdict == Verdict::TooFast,
        };
        found.push(Finding::about(account, forecast.through.year(), Severity::Error, detail));
    }
    Ok(judged.then_some(found))
}
