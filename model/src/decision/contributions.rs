//! Contributions by party and member, as several decisions change them.

use super::apportion::{rows, set, set_sum, sum_of};
use super::reason::Reason;
use crate::base::{Category, Member, Party};
use crate::budget::{Account, Leftover, LeftoverKind, Made, Origin, Row};
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, mul, ratio, round};

/// The rows of all contributions.
pub(super) fn all_rows(account: &Account) -> Vec<usize> {
    rows(account, |row| row.category == Category::Contribution)
}

/// The rows of a party's contributions.
pub(super) fn party_rows(account: &Account, party: Party) -> Vec<usize> {
    rows(account, |row| row.category == Category::Contribution && row.party == Some(party))
}

/// The rows of a member's own contributions.
pub(super) fn member_rows(account: &Account, member: &Id) -> Vec<usize> {
    rows(account, |row| row.category == Category::Contribution && row.member.as_ref() == Some(member))
}

/// The members of a party that belong to the association in some month of `year`.
pub(super) fn present(account: &Account, party: Party, year: Year) -> Vec<Member> {
    let there = |member: &&Member| {
        member.party == party
            && account.tenures.iter().filter(|(id, _)| *id == member.id).all(|(_, active)| active.months_in(year) > 0)
    };
    account.members.iter().filter(there).cloned().collect()
}

/// A member's inhabitants; no decision guesses them.
pub(super) fn inhabitants(member: &Member) -> Result<Decimal, Reason> {
    member.inhabitants.map(Decimal::from).ok_or_else(|| Reason::NoInhabitants(member.id.clone()))
}

/// Adds a contribution row of a member or a whole party, with nothing in it yet.
pub(super) fn add_row(account: &mut Account, member: Option<&Member>, party: Party, horizon: Horizon) -> usize {
    let name = member.map(|member| member.name.as_str()).unwrap_or_default();
    let id = member.map(|member| member.id.as_str()).unwrap_or(match party {
        Party::State => "state",
        Party::Region => "region",
        Party::Municipalities => "municipalities",
    });
    let line = account.free_line(&format!("contribution-{id}"));
    account.rows.push(Row {
        name: name.into(),
        member: member.map(|member| member.id.clone()),
        party: Some(party),
        ..Row::made(line, Made::Contribution, Category::Contribution, horizon)
    });
    account.rows.len().saturating_sub(1)
}

/// Sets what each of these members of the municipal party pays in the year at `place`; what the party pays in one
/// line is theirs from then on.
pub(super) fn set_municipal(
    account: &mut Account,
    place: usize,
    fees: &[(Member, Decimal)],
    horizon: Horizon,
    origin: Origin,
) -> Result<(), Overflow> {
    for row in rows(account, |row| row.party == Some(Party::Municipalities) && row.member.is_none()) {
        set(account, row, place, Decimal::ZERO, origin);
    }
    for (member, fee) in fees {
        let mut of = member_rows(account, &member.id);
        if of.is_empty() && !fee.is_zero() {
            of.push(add_row(account, Some(member), member.party, horizon));
        }
        set_sum(account, &of, place, *fee, origin)?;
    }
    Ok(())
}

/// Changes a party's contributions of a year, in proportion; returns what could not be taken off.
pub(super) fn change_party(account: &mut Account, party: Party, place: usize, by: Decimal) -> Result<Decimal, Reason> {
    if by.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let of = party_rows(account, party);
    if of.is_empty() {
        return Err(Reason::NoPayer(party));
    }
    Ok(change_rows(account, &of, place, by)?)
}

/// Changes the sum of rows in a year, in proportion and not under zero; returns what could not be taken off.
pub(super) fn change_rows(
    account: &mut Account,
    rows: &[usize],
    place: usize,
    by: Decimal,
) -> Result<Decimal, Overflow> {
    let target = add(sum_of(account, rows, place)?, by)?;
    set_sum(account, rows, place, target.max(Decimal::ZERO), Origin::Decision)?;
    Ok(if target.is_sign_negative() { target.abs() } else { Decimal::ZERO })
}

/// Whether there is anybody of every other party to follow `party`: asked once, not of each year that the plan shows.
pub(super) fn followers(account: &Account, party: Party) -> Result<(), Reason> {
    let mut others = Party::ALL.into_iter().filter(|other| *other != party);
    others.try_for_each(|other| payers(account, other))
}

/// Whether there is anybody of a party who pays.
pub(super) fn payers(account: &Account, party: Party) -> Result<(), Reason> {
    if party_rows(account, party).is_empty() { Err(Reason::NoPayer(party)) } else { Ok(()) }
}

/// Lets the other parties follow when `party` changes by `change` in a year, so that 50/25/25 holds for the change
/// (5 § lag 2003:1210). A division that was off before stays off: nothing is repaired silently.
pub(super) fn follow(
    account: &mut Account,
    party: Party,
    (place, year): (usize, Year),
    change: Decimal,
) -> Result<Vec<Leftover>, Reason> {
    let mut leftovers = Vec::new();
    for other in Party::ALL.into_iter().filter(|other| *other != party) {
        let by = ratio(mul(change, other.statutory_share())?, party.statutory_share())?.unwrap_or_default();
        let missing = change_party(account, other, place, round(by))?;
        leftovers.extend(short(account, year, other, missing));
    }
    Ok(leftovers)
}

/// What is left over when `missing` kronor could not be taken off a party's contributions.
pub(super) fn short(account: &Account, year: Year, party: Party, missing: Decimal) -> Option<Leftover> {
    let kind = LeftoverKind::ContributionUnderZero { party, missing };
    (!missing.is_zero()).then(|| Leftover { association: account.id.clone(), year, kind })
}
