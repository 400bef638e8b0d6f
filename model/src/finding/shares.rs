//! Contributions that are not divided 50/25/25 between State, Region and Municipalities (5 § lag 2003:1210).
//!
//! Försäkringskassan may stand for the whole half or share it in writing with Arbetsförmedlingen: both are the State.
//! A party may be off by a krona for each line of contributions: that is rounding.

use super::evidence::{Destination, Evidence, Fact};
use super::rule::{Checked, Found, RuleContext, Severity};
use crate::budget::AssociationBudget;
use crate::money::{Decimal, Overflow, add, mul, sub};
use crate::plan::{Category, Metric, Party};

/// The contributions are not divided 50/25/25 (5 § lag 2003:1210).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharesOff {
    /// Each party with what it pays and what its share would be.
    pub parties: [(Party, Decimal, Decimal); 3],
}

impl Evidence for SharesOff {
    fn leads_to(&self) -> Destination {
        Destination::Metric(Metric::Contributions)
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let parties = self.parties.iter().map(|(party, paid, due)| {
            vec![("party", Fact::text(party.as_str())), ("paid", Fact::Number(*paid)), ("due", Fact::Number(*due))]
        });
        vec![("parties", Fact::List(parties.collect()))]
    }
}

pub(super) fn check(context: &RuleContext) -> Checked<SharesOff> {
    let mut found = Vec::new();
    let mut judged = false;
    for (association, figures) in context.associations() {
        for (place, (year, figures)) in context.years(figures).enumerate() {
            let Some(paid) = by_party(association, place)? else { continue };
            if figures.contributions.is_zero() {
                continue;
            }
            judged = true;
            let rounding = Decimal::from(lines(association, place));
            let mut parties = [(Party::State, Decimal::ZERO, Decimal::ZERO); 3];
            let mut off = false;
            for (slot, (party, amount)) in parties.iter_mut().zip(paid) {
                let due = mul(figures.contributions, party.statutory_share())?;
                off |= sub(amount, due)?.abs() > rounding;
                *slot = (party, amount, due);
            }
            if off {
                found.push(Found::about(association, year, Severity::Warning, SharesOff { parties }));
            }
        }
    }
    Ok(judged.then_some(found))
}

/// What each party pays; `None` when a contribution has no party.
fn by_party(association: &AssociationBudget, place: usize) -> Result<Option<[(Party, Decimal); 3]>, Overflow> {
    let mut paid = Party::ALL.map(|party| (party, Decimal::ZERO));
    for row in association.rows.iter().filter(|row| row.category == Category::Contribution) {
        let amount = row.amounts.get(place).copied().unwrap_or_default();
        match paid.iter_mut().find(|(party, _)| row.party == Some(*party)) {
            Some((_, sum)) => *sum = add(*sum, amount)?,
            None if amount.is_zero() => {}
            None => return Ok(None),
        }
    }
    Ok(Some(paid))
}

/// The contribution lines that pay something: each is rounded to whole kronor.
fn lines(association: &AssociationBudget, place: usize) -> usize {
    let contributions = association.rows.iter().filter(|row| row.category == Category::Contribution);
    contributions.filter(|row| !row.amount(place).is_zero()).count()
}
