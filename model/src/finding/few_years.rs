//! Fewer than three years planned: the budget comes with a three-year plan, the budget year first (KL 11:6).

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;

const YEARS: u8 = 3;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let years = context.plan.years;
    if years >= YEARS {
        return Ok(Some(Vec::new()));
    }
    Ok(Some(vec![Finding {
        severity: Severity::Notice,
        association: None,
        year: None,
        line: None,
        detail: Detail::FewYears { years },
    }]))
}
