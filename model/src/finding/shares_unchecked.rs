//! The control of 5 § could not be made: contributions that name neither member nor party are of nobody's share.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, add};
use crate::plan::{Category, Metric};

/// Contributions without a party, so that the shares of 5 § cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharesUnchecked {
    /// What the lines without a party give in the year, kronor.
    pub amount: Decimal,
}

impl Evidence for SharesUnchecked {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Contributions)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("amount", Fact::Number(self.amount))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<SharesUnchecked> {
    let mut found = Vec::new();
    for (association, figures) in context.associations() {
        for (place, (year, _)) in context.years(figures).enumerate() {
            let rows =
                association.rows.iter().filter(|row| row.category == Category::Contribution && row.party.is_none());
            let amount = rows.map(|row| row.amount(place)).try_fold(Decimal::ZERO, add)?;
            if !amount.is_zero() {
                found.push(Found::about(association, year, Severity::Notice, SharesUnchecked { amount }));
            }
        }
    }
    Ok(Some(found))
}

#[cfg(test)]
mod tests {
    use crate::exchange::read;
    use crate::finding::{Detail, RuleCode, Severity};
    use crate::money::{Decimal, Overflow};
    use crate::outcome::project;

    /// A contribution of nobody's is told of in each year, and the control itself is not.
    #[test]
    fn a_contribution_of_nobodys_share_is_told() -> Result<(), Overflow> {
        let mut plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let line = plan.associations[0].lines.iter_mut().find(|line| line.member.is_some()).unwrap();
        line.member = None;
        let found = project(&plan, None)?.report.findings;
        let untold: Vec<_> = found.iter().filter(|one| one.code() == RuleCode::SharesUnchecked).collect();
        assert_eq!(untold.len(), plan.horizon().len());
        assert_eq!(untold[0].severity, Severity::Notice);
        assert!(matches!(&untold[0].detail, Detail::SharesUnchecked(one) if one.amount > Decimal::ZERO));
        assert!(found.iter().all(|one| one.code() != RuleCode::SharesOff));
        Ok(())
    }
}
