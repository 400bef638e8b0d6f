//! The new association's table: what the old ones have from the merger on, moved as it is.

use super::overhead::Moved;
use super::{MergedEquity, Merger};
use crate::base::{Approach, Category, Life, Member, OpeningEquity, Party, is_same_name};
use crate::budget::{AmountOrigin, AssociationBudget, Budget, BudgetLine, CapacityRow, EquityMove, Months, rate_of};
use crate::calendar::{Month, Year};
use crate::decision::error::DecisionError;
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, mul, ratio, round, round_dp, sum};

/// The new table, and where the old associations' lines are in it.
pub(super) struct Joined {
    pub association: AssociationBudget,
    pub places: Vec<Moved>,
}

pub(super) fn join(merger: &Merger, budget: &mut Budget, place: usize) -> Result<Joined, DecisionError> {
    let horizon = budget.horizon;
    let none = || vec![Decimal::ZERO; horizon.len()];
    let mut new = AssociationBudget {
        id: merger.into.clone(),
        name: merger.name.as_str().into(),
        life: Life { first: Some(merger.year), of: merger.associations.clone(), ..Life::default() },
        members: Default::default(),
        memberships: Vec::new(),
        opening: OpeningEquity::default(),
        equity_use: none(),
        transfers: none(),
        capacity: capacity(merger, budget, place)?,
        rows: Vec::new(),
    };
    let indices = budget.indices.clone();
    let mut members: Vec<Member> = Vec::new();
    let mut places = Vec::new();
    for id in &merger.associations {
        let old = budget.account_mut(id).ok_or_else(|| DecisionError::NoSuchAssociation(id.clone()))?;
        let names = adopt(&mut members, old, merger.year);
        let named = |id: &Id| names.iter().find(|(old, _)| old == id).map(|(_, new)| new.clone());
        for (id, membership) in &old.memberships {
            new.memberships.extend(named(id).map(|new| (new, *membership)));
        }
        let later = |amounts: &[Decimal]| amounts.iter().skip(place).any(|amount| !amount.is_zero());
        for row in &mut old.rows {
            // A line that has ended stays behind, unless the merger gives it an amount; one that waits for its money
            // comes along.
            let january = Month::january(merger.year);
            let goes_on = later(&row.amounts)
                || row.runs_from(january) && row.amounts.iter().all(Decimal::is_zero)
                || row.category != Category::Contribution
                    && row.has_cost_from(january, &rate_of(&indices, row.index.as_ref()))?
                || merger.overhead.replaces(id, &row.line);
            places.push(Moved {
                association: id.clone(),
                line: row.line.clone(),
                row: goes_on.then_some(new.rows.len()),
                category: row.category,
            });
            if !goes_on {
                continue;
            }
            let line = if new.row(&row.line).is_some() {
                new.free_line(&format!("{id}-{}", row.line))
            } else {
                row.line.clone()
            };
            let mut moved = BudgetLine { line, ..row.clone() };
            // Who takes part moves with the money.
            moved.participants.retain(|year, _| *year >= merger.year);
            row.participants.retain(|year, _| *year < merger.year);
            moved.member = row.member.as_ref().map(|member| named(member).unwrap_or_else(|| member.clone()));
            if moved.months != Months::default() {
                moved.months.keep_within(Some(january), None);
                row.months.keep_within(None, Some(january.previous()));
            }
            for (slot, origin) in moved.amounts.iter_mut().zip(&mut moved.origins).take(place) {
                (*slot, *origin) = (Decimal::ZERO, AmountOrigin::Before);
            }
            for (slot, origin) in row.amounts.iter_mut().zip(&mut row.origins).skip(place) {
                (*slot, *origin) = (Decimal::ZERO, AmountOrigin::Decision);
            }
            new.rows.push(moved);
        }
        for (mine, theirs) in [(&mut new.equity_use, &mut old.equity_use), (&mut new.transfers, &mut old.transfers)] {
            for (mine, theirs) in mine.iter_mut().zip(theirs).skip(place) {
                *mine = add(*mine, std::mem::take(theirs))?;
            }
        }
        // A claim among the equity that is paid out is the members' then.
        if merger.equity == MergedEquity::Transferred {
            new.opening.claim = add(new.opening.claim, old.opening.claim)?;
        }
        old.life.last = Some(merger.year.previous());
        old.life.into = Some(merger.into.clone());
    }
    new.members = members.into();
    repoint(merger, budget, &places, &new);
    Ok(Joined { association: new, places })
}

/// Takes over an association's members: Region and State that are in both are one; a municipality's id that is taken
/// is told apart by its association. Returns the old ids with the new ones.
fn adopt(members: &mut Vec<Member>, old: &AssociationBudget, year: Year) -> Vec<(Id, Id)> {
    let mut names = Vec::new();
    for member in old.members.iter() {
        let gone = |(id, active): &(Id, crate::base::Active)| {
            *id == member.id && active.last.is_some_and(|last| last.year() < year)
        };
        if old.memberships.iter().any(gone) {
            continue;
        }
        let same = |other: &&Member| {
            let same_id = other.id == member.id && other.party != Party::Municipalities;
            other.party == member.party && (same_id || is_same_name(&other.name, &member.name))
        };
        if let Some(there) = members.iter().find(same) {
            names.push((member.id.clone(), there.id.clone()));
            continue;
        }
        let taken = |id: &str| members.iter().any(|member| member.id.as_str() == id);
        let id = if taken(member.id.as_str()) {
            Id::from_name(&format!("{}-{}", old.id, member.id), taken)
        } else {
            member.id.clone()
        };
        names.push((member.id.clone(), id.clone()));
        members.push(Member { id, ..member.clone() });
    }
    names
}

/// A member that leaves an old association at the end of a year that the new one has leaves the new one: its rows are
/// there.
fn repoint(merger: &Merger, budget: &mut Budget, places: &[Moved], new: &AssociationBudget) {
    for later in &mut budget.equity_moves {
        let EquityMove::Share { last, from, rows } = later else { continue };
        if *last < merger.year || !merger.associations.contains(from) {
            continue;
        }
        let moved = places.iter().filter(|moved| moved.association == *from && rows.contains(&moved.line));
        let there = moved.filter_map(|moved| new.rows.get(moved.row?)).map(|row| row.line.clone()).collect();
        *rows = there;
        *from = merger.into.clone();
    }
}

/// Capacity of the new association: the merger by itself neither makes nor loses a coordinator. Each year's cost is
/// all base money over all coordinators that it paid, so what every association's own cost gave; where there is no base
/// money, the first known cost. Associations whose cost is not known count at the cost of the others.
fn capacity(merger: &Merger, budget: &Budget, place: usize) -> Result<Option<CapacityRow>, Overflow> {
    let associations = merger.associations.iter().filter_map(|id| budget.association(id));
    let known: Vec<_> =
        associations.filter_map(|association| association.capacity.as_ref().map(|row| (association, row))).collect();
    let Some((_, first)) = known.first() else { return Ok(None) };
    let mut capacity = (*first).clone();
    for (at, slot) in capacity.cost_per_fte.iter_mut().enumerate().skip(place) {
        let mut money = Decimal::ZERO;
        let mut coordinators = Decimal::ZERO;
        for (association, row) in &known {
            let base = base_money(association, at)?;
            let cost = row.cost_per_fte.get(at).copied().unwrap_or_default();
            money = add(money, base)?;
            coordinators = add(coordinators, ratio(base, cost)?.unwrap_or_default())?;
        }
        if let Some(cost) = ratio(money, coordinators)? {
            *slot = round(cost);
        }
    }
    if known.iter().any(|(_, row)| row.cost_per_fte != first.cost_per_fte) {
        for origin in capacity.origins.iter_mut().skip(place) {
            *origin = AmountOrigin::Decision;
        }
    }
    let mut places = Decimal::ZERO;
    let mut coordinators = Decimal::ZERO;
    for (association, row) in &known {
        let Some(per_fte) = row.places_per_fte else { continue };
        let cost = row.cost_per_fte.get(place).copied().unwrap_or_default();
        let fte = ratio(base_money(association, place)?, cost)?.unwrap_or_default();
        places = add(places, mul(fte, per_fte)?)?;
        coordinators = add(coordinators, fte)?;
    }
    let first_known = known.iter().find_map(|(_, row)| row.places_per_fte);
    capacity.places_per_fte = ratio(places, coordinators)?.map(|places| round_dp(places, 6)).or(first_known);
    Ok(Some(capacity))
}

fn base_money(association: &AssociationBudget, place: usize) -> Result<Decimal, Overflow> {
    let base = |row: &&BudgetLine| row.category == Category::Activity && row.approach == Some(Approach::Base);
    sum(association.rows.iter().filter(base).map(|row| row.amount(place)))
}
