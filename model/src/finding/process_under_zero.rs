//! A step-down whose base takes more than there is for base and process: process is left at zero and money is missing.

use super::{Context, Detail, Finding, Severity};
use crate::budget::LeftoverKind;
use crate::money::{Overflow, sub};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    for leftover in &context.budget.leftovers {
        if let LeftoverKind::ProcessUnderZero { room, base } = &leftover.kind {
            let (room, base) = (*room, *base);
            let detail = Detail::ProcessUnderZero { room, base, missing: sub(base, room)? };
            found.push(Finding::left_over(leftover, Severity::Error, detail));
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
