//! A decision that takes more off a party's contributions than they are.

use super::{Context, Detail, Finding, Severity};
use crate::budget::LeftoverKind;
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let found = context.budget.leftovers.iter().filter_map(|leftover| match leftover.kind {
        LeftoverKind::ContributionUnderZero { party, missing } => {
            Some(Finding::left_over(leftover, Severity::Error, Detail::ContributionUnderZero { party, missing }))
        }
        _ => None,
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
