//! Cost over the frame: the year's costs are more than contributions, other income and planned use of saved money.

use super::{Context, Detail, Finding, Severity};
use crate::money::{Overflow, add};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    for (account, figures) in context.accounts() {
        for (year, figures) in context.years(figures) {
            let cost = add(figures.cost, figures.financial_net)?;
            if cost > figures.frame {
                let detail = Detail::CostOverFrame { cost, frame: figures.frame };
                found.push(Finding::about(account, year, Severity::Warning, detail));
            }
        }
    }
    Ok(Some(found))
}
