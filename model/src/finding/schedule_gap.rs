//! A year between two given ones that has no amount: it counts as 0, and may be forgotten.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::budget::AmountOrigin;

/// A year between two given ones has no amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleGap;

impl Evidence for ScheduleGap {
    fn leads_to(&self) -> Destination {
        Destination::Line
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        Vec::new()
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<ScheduleGap> {
    let mut found = Vec::new();
    for (association, _) in context.associations() {
        for row in &association.rows {
            for (year, origin) in context.budget.horizon.iter().zip(&row.origins) {
                if *origin == AmountOrigin::Gap {
                    found.push(Found {
                        line: Some(row.line.clone()),
                        ..Found::about(association, year, Severity::Warning, ScheduleGap)
                    });
                }
            }
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
