//! A year between two given ones that has no amount: it counts as 0, and may be forgotten.

use super::{Context, Detail, Finding, Severity};
use crate::budget::Origin;
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    for (account, _) in context.accounts() {
        for row in &account.rows {
            for (year, origin) in context.budget.horizon.iter().zip(&row.origins) {
                if *origin == Origin::Gap {
                    found.push(Finding {
                        line: Some(row.line.clone()),
                        ..Finding::about(account, year, Severity::Warning, Detail::ScheduleGap)
                    });
                }
            }
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
