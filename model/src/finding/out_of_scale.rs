//! A year's amount that is far from the line's others: often kronor typed where the rest is in thousands.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, mul};

/// A year's amount is hundreds of times the line's others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfScale {
    pub amount: Decimal,
    /// The greatest of the others.
    pub others: Decimal,
}

impl Evidence for OutOfScale {
    fn leads_to(&self) -> Destination {
        Destination::Line
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("amount", Fact::Number(self.amount)), ("others", Fact::Number(self.others))]
    }
}

/// A thousand times, less what a few years of growth make of it.
const TIMES: i64 = 500;

pub(super) fn check(context: &RuleContext) -> Checked<OutOfScale> {
    let mut found = Vec::new();
    for (association, _) in context.associations() {
        for row in &association.rows {
            let mut amounts: Vec<Decimal> = row.amounts.iter().copied().filter(|amount| !amount.is_zero()).collect();
            amounts.sort_unstable();
            // Years that are as great as each other, such as one that goes on, are all out of scale.
            let mut parted = None;
            for (smaller, greater) in amounts.iter().zip(amounts.iter().skip(1)) {
                if *greater >= mul(*smaller, Decimal::from(TIMES))? {
                    parted = Some((*smaller, *greater));
                }
            }
            let Some((others, least)) = parted else { continue };
            let years = context.budget.horizon.iter().zip(&row.amounts).filter(|(_, amount)| **amount >= least);
            found.extend(years.map(|(year, amount)| Found {
                line: Some(row.line.clone()),
                ..Found::about(association, year, Severity::Warning, OutOfScale { amount: *amount, others })
            }));
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
