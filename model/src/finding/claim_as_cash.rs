//! A claim counted as cash: more saved money is planned to be used than the part of equity that is cash.

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    let mut judged = false;
    for (account, figures) in context.accounts().filter(|(account, _)| !account.opening.claim.is_zero()) {
        judged = true;
        for (year, figures) in context.years(figures) {
            let cash = figures.opening_liquid()?;
            if !figures.equity_use.is_zero() && figures.equity_use > cash {
                let detail = Detail::ClaimAsCash { planned: figures.equity_use, cash };
                found.push(Finding::about(account, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}
