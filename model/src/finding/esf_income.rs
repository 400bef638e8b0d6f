//! Income from the European Social Fund. Associations applying for ESF+ money has been judged not to be compatible
//! with the law; since March 2025 Försäkringskassan guarantees a project owner instead (press release of March 2025).

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    for (account, _) in context.accounts() {
        for row in account.rows.iter().filter(|row| row.esf && row.category.is_income()) {
            for (year, amount) in context.budget.horizon.iter().zip(&row.amounts) {
                if !amount.is_zero() {
                    found.push(Finding {
                        line: Some(row.line.clone()),
                        ..Finding::about(account, year, Severity::Warning, Detail::EsfIncome { amount: *amount })
                    });
                }
            }
        }
    }
    Ok((!found.is_empty()).then_some(found))
}
