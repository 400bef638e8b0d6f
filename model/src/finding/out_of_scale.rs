//! A year's amount that is far from the line's others: often kronor typed where the rest is in thousands.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::calendar::Year;
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
            let years = context.budget.horizon.iter().zip(&row.amounts).filter(|(_, amount)| !amount.is_zero());
            // Only the greatest can be so many times all others.
            let mut greatest: Option<(Year, Decimal)> = None;
            let mut others: Option<Decimal> = None;
            for (year, amount) in years {
                match greatest {
                    Some((_, top)) if *amount <= top => {
                        others = Some(others.map_or(*amount, |other| other.max(*amount)));
                    }
                    before => {
                        others = before.map(|(_, top)| top);
                        greatest = Some((year, *amount));
                    }
                }
            }
            let Some(((year, amount), others)) = greatest.zip(others) else { continue };
            if amount >= mul(others, Decimal::from(TIMES))? {
                let detail = OutOfScale { amount, others };
                found.push(Found {
                    line: Some(row.line.clone()),
                    ..Found::about(association, year, Severity::Warning, detail)
                });
            }
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
