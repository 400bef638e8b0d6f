//! Income from the European Social Fund. Associations applying for ESF+ money has been judged not to be compatible
//! with the law; since March 2025 Försäkringskassan guarantees a project owner instead (press release of March 2025).

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::Decimal;

/// Income from the European Social Fund, which only others than the association may receive today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EsfIncome {
    /// The income.
    pub amount: Decimal,
}

impl Evidence for EsfIncome {
    fn leads_to(&self) -> Destination {
        Destination::Line
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("amount", Fact::Number(self.amount))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<EsfIncome> {
    let mut found = Vec::new();
    for (association, _) in context.associations() {
        for row in association.rows.iter().filter(|row| row.esf && row.category.is_income()) {
            for (year, amount) in context.budget.horizon.iter().zip(&row.amounts) {
                if !amount.is_zero() {
                    found.push(Found {
                        line: Some(row.line.clone()),
                        ..Found::about(association, year, Severity::Warning, EsfIncome { amount: *amount })
                    });
                }
            }
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
