//! A negative result: income must exceed cost (KL 11:5), with exceptions for stated strong reasons (*synnerliga skäl*).
//! A planned use of saved money is a negative result, and the board states its reason.

use super::{Context, Detail, Finding, Severity};
use crate::money::Overflow;

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    for (account, figures) in context.accounts() {
        let reasons = context.plan.association(&account.id).map(|association| &association.deficit_reasons);
        for (year, figures) in context.years(figures) {
            if !figures.result.is_sign_negative() || figures.result.is_zero() {
                continue;
            }
            let reason = reasons.and_then(|reasons| reasons.get(&year)).filter(|reason| !reason.trim().is_empty());
            let severity = if reason.is_some() { Severity::Notice } else { Severity::Warning };
            let detail = Detail::NegativeResult { result: figures.result, reason: reason.cloned() };
            found.push(Finding::about(account, year, severity, detail));
        }
    }
    Ok(Some(found))
}
