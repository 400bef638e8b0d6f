//! Contributions by party and member, as several decisions change them.

use super::apportion::{rows, scale_to_sum, set, sum_of};
use super::error::DecisionError;
use crate::base::{Category, Member, Party};
use crate::budget::{AmountOrigin, AssociationBudget, BudgetLine, Generated, Shortfall, ShortfallKind};
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, mul, ratio, round};

/// The rows of all contributions.
pub(super) fn all_rows(association_budget: &AssociationBudget) -> Vec<usize> {
    rows(association_budget, |row| row.category == Category::Contribution)
}

/// The rows of a party's contributions.
pub(super) fn party_rows(association_budget: &AssociationBudget, party: Party) -> Vec<usize> {
    rows(association_budget, |row| row.category == Category::Contribution && row.party == Some(party))
}

/// The rows of a member's own contributions.
pub(super) fn member_rows(association_budget: &AssociationBudget, member: &Id) -> Vec<usize> {
    rows(association_budget, |row| row.category == Category::Contribution && row.member.as_ref() == Some(member))
}

/// The members of a party that belong to the association in some month of `year`.
pub(super) fn members_in_year(association_budget: &AssociationBudget, party: Party, year: Year) -> Vec<Member> {
    let there = |member: &&Member| member.party == party && is_member_in(association_budget, &member.id, year);
    association_budget.members.iter().filter(there).cloned().collect()
}

/// Whether a member belongs to the association in some month of `year`.
pub(super) fn is_member_in(association_budget: &AssociationBudget, member: &Id, year: Year) -> bool {
    let known = association_budget.members.iter().any(|one| one.id == *member);
    let mut own = association_budget.memberships.iter().filter(|(id, _)| id == member);
    known && own.all(|(_, active)| active.months_in(year) > 0)
}

/// A member's inhabitants; no decision guesses them.
pub(super) fn inhabitants(member: &Member) -> Result<Decimal, DecisionError> {
    member.inhabitants.map(Decimal::from).ok_or_else(|| DecisionError::NoInhabitants(member.id.clone()))
}

/// Adds a contribution row of a member or a whole party, with nothing in it yet.
pub(super) fn add_row(
    association_budget: &mut AssociationBudget,
    member: Option<&Member>,
    party: Party,
    horizon: Horizon,
) -> usize {
    let name = member.map(|member| member.name.as_str()).unwrap_or_default();
    let id = member.map(|member| member.id.as_str()).unwrap_or(match party {
        Party::State => "state",
        Party::Region => "region",
        Party::Municipalities => "municipalities",
    });
    let line = association_budget.free_line(&format!("contribution-{id}"));
    association_budget.rows.push(BudgetLine {
        name: name.into(),
        member: member.map(|member| member.id.clone()),
        party: Some(party),
        ..BudgetLine::made(line, Generated::Contribution, Category::Contribution, horizon)
    });
    association_budget.rows.len().saturating_sub(1)
}

/// Sets what each of these members of the municipal party pays in the year at `place`; what the party pays in one
/// line is theirs from then on.
pub(super) fn set_municipal(
    association_budget: &mut AssociationBudget,
    place: usize,
    fees: &[(Member, Decimal)],
    horizon: Horizon,
    origin: AmountOrigin,
) -> Result<(), Overflow> {
    for row in rows(association_budget, |row| row.party == Some(Party::Municipalities) && row.member.is_none()) {
        set(association_budget, row, place, Decimal::ZERO, origin);
    }
    for (member, fee) in fees {
        let mut of = member_rows(association_budget, &member.id);
        if of.is_empty() && !fee.is_zero() {
            of.push(add_row(association_budget, Some(member), member.party, horizon));
        }
        scale_to_sum(association_budget, &of, place, *fee, origin)?;
    }
    Ok(())
}

/// Changes a party's contributions of a year, in proportion; returns what could not be taken off.
pub(super) fn change_party(
    association_budget: &mut AssociationBudget,
    party: Party,
    place: usize,
    by: Decimal,
) -> Result<Decimal, DecisionError> {
    if by.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let of = party_rows(association_budget, party);
    if of.is_empty() {
        return Err(DecisionError::NoPayer(party));
    }
    Ok(change_rows(association_budget, &of, place, by)?)
}

/// Changes the sum of rows in a year, in proportion and not under zero; returns what could not be taken off.
pub(super) fn change_rows(
    association_budget: &mut AssociationBudget,
    rows: &[usize],
    place: usize,
    by: Decimal,
) -> Result<Decimal, Overflow> {
    let target = add(sum_of(association_budget, rows, place)?, by)?;
    scale_to_sum(association_budget, rows, place, target.max(Decimal::ZERO), AmountOrigin::Decision)?;
    Ok(if target.is_sign_negative() { target.abs() } else { Decimal::ZERO })
}

/// Whether there is anybody of every other party to follow `party`: asked once, not of each year that the plan shows.
pub(super) fn followers(association_budget: &AssociationBudget, party: Party) -> Result<(), DecisionError> {
    let mut others = Party::ALL.into_iter().filter(|other| *other != party);
    others.try_for_each(|other| payers(association_budget, other))
}

/// Whether there is anybody of a party who pays.
pub(super) fn payers(association_budget: &AssociationBudget, party: Party) -> Result<(), DecisionError> {
    if party_rows(association_budget, party).is_empty() { Err(DecisionError::NoPayer(party)) } else { Ok(()) }
}

/// Lets the other parties follow when `party` changes by `change` in a year, so that 50/25/25 holds for the change
/// (5 § lag 2003:1210). A division that was off before stays off: nothing is repaired silently.
pub(super) fn match_other_parties(
    association_budget: &mut AssociationBudget,
    party: Party,
    (place, year): (usize, Year),
    change: Decimal,
) -> Result<Vec<Shortfall>, DecisionError> {
    let mut shortfalls = Vec::new();
    for other in Party::ALL.into_iter().filter(|other| *other != party) {
        let by = ratio(mul(change, other.statutory_share())?, party.statutory_share())?.unwrap_or_default();
        let missing = change_party(association_budget, other, place, round(by))?;
        shortfalls.extend(shortfall(association_budget, year, other, missing));
    }
    Ok(shortfalls)
}

/// What is left over when `missing` kronor could not be taken off a party's contributions.
pub(super) fn shortfall(
    association_budget: &AssociationBudget,
    year: Year,
    party: Party,
    missing: Decimal,
) -> Option<Shortfall> {
    let kind = ShortfallKind::ContributionUnderZero { party, missing };
    (!missing.is_zero()).then(|| Shortfall { association: association_budget.id.clone(), year, kind })
}
