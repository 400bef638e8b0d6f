//! Contributions that are not divided 50/25/25 between State, Region and Municipalities (5 § lag 2003:1210).
//!
//! Försäkringskassan may stand for the whole half or share it in writing with Arbetsförmedlingen: both are the State.
//! A party may be off by a krona for each line of contributions: that is rounding.

use super::{Context, Detail, Finding, Severity};
use crate::budget::Account;
use crate::money::{Decimal, Overflow, add, mul, sub};
use crate::plan::{Category, Party};

pub(super) fn check(context: &Context) -> Result<Option<Vec<Finding>>, Overflow> {
    let mut found = Vec::new();
    let mut judged = false;
    for (account, figures) in context.accounts() {
        for (place, (year, figures)) in context.years(figures).enumerate() {
            let Some(paid) = by_party(account, place)? else { continue };
            if figures.contributions.is_zero() {
                continue;
            }
            judged = true;
            let rounding = Decimal::from(lines(account, place));
            let mut parties = [(Party::State, Decimal::ZERO, Decimal::ZERO); 3];
            let mut off = false;
            for (slot, (party, amount)) in parties.iter_mut().zip(paid) {
                let due = mul(figures.contributions, party.statutory_share())?;
                off |= sub(amount, due)?.abs() > rounding;
                *slot = (party, amount, due);
            }
            if off {
                found.push(Finding::about(account, year, Severity::Warning, Detail::SharesOff { parties }));
            }
        }
    }
    Ok(judged.then_some(found))
}

/// What each party pays; `None` when a contribution has no party.
fn by_party(account: &Account, place: usize) -> Result<Option<[(Party, Decimal); 3]>, Overflow> {
    let mut paid = Party::ALL.map(|party| (party, Decimal::ZERO));
    for row in account.rows.iter().filter(|row| row.category == Category::Contribution) {
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
fn lines(account: &Account, place: usize) -> usize {
    let contributions = account.rows.iter().filter(|row| row.category == Category::Contribution);
    contributions.filter(|row| !row.amount(place).is_zero()).count()
}
