//! A party that has lost its last member. All parties must take part (3 § lag 2003:1210).

use super::{Context, Detail, Finding, Severity};
use crate::budget::LeftoverKind;
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let found = context.budget.leftovers.iter().filter_map(|leftover| match leftover.kind {
        LeftoverKind::PartyEmpty { party } => {
            Some(Finding::left_over(leftover, Severity::Error, Detail::PartyEmpty { party }))
        }
        _ => None,
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
