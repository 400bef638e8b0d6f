//! Liquid money that runs out where a part of equity is a claim: bills are not paid with a claim. Equity in all has its
//! own rule, [`super::equity_floor`].

use super::{Context, Detail, Finding, Severity};
use crate::money::{Overflow, sub};
use crate::projection::{month_under, runs_out};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    let mut judged = false;
    for (account, figures) in context.accounts().filter(|(account, _)| !account.opening.claim.is_zero()) {
        judged = true;
        let Some(gone) = runs_out(context.budget, context.projection, Some(&account.id))?.pop() else { continue };
        for (year, figures) in context.years(figures).filter(|(year, _)| *year == gone.liquid.year()) {
            // Where both pass in the same month the rule of the floor has said it.
            if month_under(year, figures, context.plan.rules.equity_floor)? == Some(gone.liquid) {
                continue;
            }
            let detail = Detail::LiquidGone {
                month: gone.liquid,
                missing: sub(figures.claim, figures.equity)?,
                claim: figures.claim,
                equity_month: gone.equity,
            };
            found.push(Finding::about(account, year, Severity::Error, detail));
        }
    }
    Ok(judged.then_some(found))
}
