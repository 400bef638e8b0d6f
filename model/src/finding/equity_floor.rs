//! Equity that falls under the plan's floor, and the month in which it does: the year's result spread evenly.

use super::{Context, Detail, Finding, Severity};
use crate::calendar::{Month, Year};
use crate::money::{Decimal, Overflow, add, ratio, sub};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let floor = context.plan.rules.equity_floor;
    let mut found = Vec::new();
    for (account, figures) in context.accounts() {
        let mut was_under = false;
        for (year, figures) in context.years(figures).filter(|(year, _)| account.life.contains(*year)) {
            let under = figures.equity < floor;
            // One finding each time the floor is passed, not one for every year that stays under it.
            if under && !was_under {
                let start = add(figures.opening_equity, figures.transfers)?;
                let deficit = sub(Decimal::ZERO, figures.result)?;
                let monthly = ratio(deficit, Decimal::from(12))?.unwrap_or_default();
                let detail = Detail::EquityUnderFloor {
                    equity: figures.equity,
                    floor,
                    month: passing(year, sub(start, floor)?, monthly)?,
                    monthly,
                };
                found.push(Finding::about(account, year, Severity::Error, detail));
            }
            was_under = under;
        }
    }
    Ok(Some(found))
}

/// The month in which `above` kronor over the floor are gone at `monthly` kronor a month.
fn passing(year: Year, above: Decimal, monthly: Decimal) -> Result<Month, Overflow> {
    if above <= Decimal::ZERO || monthly <= Decimal::ZERO {
        return Ok(Month::january(year));
    }
    let months = ratio(above, monthly)?.unwrap_or_default().floor();
    let whole = u8::try_from(months).unwrap_or(11).min(11);
    Ok(Month::new(year, whole.saturating_add(1)).unwrap_or(Month::december(year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vaxjo_runs_out_in_january_2016() {
        let year = Year::new(2016).unwrap();
        let month = |above: i64, monthly: i64| passing(year, above.into(), monthly.into()).unwrap().to_string();
        assert_eq!(month(39_000, 50_000), "2016-01");
        assert_eq!(month(101_000, 50_000), "2016-03");
        assert_eq!(month(-1, 50_000), "2016-01");
        assert_eq!(month(599_999, 50_000), "2016-12");
    }
}
