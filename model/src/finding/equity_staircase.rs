//! Equity over the plan's own staircase. A national recommendation of 2013-10-02 has one; its steps were not found in
//! a source, so the table is the plan's and empty at first.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::money::{Decimal, Overflow, mul};
use crate::plan::{Metric, Stair};

/// Equity is over the plan's own staircase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityOverStaircase {
    /// Equity at the end of the year.
    pub equity: Decimal,
    /// The most that the staircase allows.
    pub most: Decimal,
}

impl Evidence for EquityOverStaircase {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Equity)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("equity", Fact::Number(self.equity)),
            ("most", Fact::Number(self.most)),
            ("difference", Fact::excess(self.equity, self.most)),
        ]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<EquityOverStaircase> {
    let staircase = &context.plan.rules.staircase;
    if staircase.is_empty() {
        return Ok(None);
    }
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations() {
        for (year, figures) in context.years(figures).filter(|(year, _)| association.life.contains(*year)) {
            let Some(most) = most(staircase, figures.contributions)? else { continue };
            judged = true;
            if figures.equity > most {
                let detail = EquityOverStaircase { equity: figures.equity, most };
                found.push(Found::about(association, year, Severity::Warning, detail));
            }
        }
    }
    Ok(judged.then_some(found))
}

/// The most equity for these contributions, by the first step that reaches them; `None` where none does.
pub(super) fn most(staircase: &[Stair], contributions: Decimal) -> Result<Option<Decimal>, Overflow> {
    let reaches = |stair: &&Stair| stair.contributions_up_to.is_none_or(|bound| contributions <= bound);
    let Some(stair) = staircase.iter().find(reaches) else { return Ok(None) };
    let by_share = stair.most_share.map(|share| mul(contributions, share)).transpose()?;
    Ok(match (by_share, stair.most_amount) {
        (Some(share), Some(amount)) => Some(share.min(amount)),
        (share, amount) => share.or(amount),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_that_reaches_holds_and_the_lower_bound_wins() {
        let stair = |bound: Option<i64>, percent: Option<i64>, amount: Option<i64>| Stair {
            contributions_up_to: bound.map(Decimal::from),
            most_share: percent.map(|percent| Decimal::new(percent, 2)),
            most_amount: amount.map(Decimal::from),
        };
        let staircase = [stair(Some(3_000), Some(30), None), stair(None, Some(20), Some(900))];
        assert_eq!(most(&staircase, 3_000.into()), Ok(Some(900.into())));
        assert_eq!(most(&staircase, 4_000.into()), Ok(Some(800.into())));
        assert_eq!(most(&staircase, 6_000.into()), Ok(Some(900.into())));
        assert_eq!(most(&staircase[..1], 6_000.into()), Ok(None));
    }
}
