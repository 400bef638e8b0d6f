//! A decision that could not apply to the table it met.

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let found = context.skipped.iter().map(|skipped| Finding {
        severity: Severity::Error,
        association: None,
        year: None,
        line: None,
        detail: Detail::DecisionSkipped { step: skipped.step.clone(), reason: skipped.reason.clone() },
    });
    let found: Vec<_> = found.collect();
    Ok((!found.is_empty()).then_some(found))
}
