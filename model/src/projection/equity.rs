//! Equity that moves between associations and to members, reckoned when what there is to move is known.

use crate::budget::{AssociationBudget, Budget, BudgetLine, EquityMove, rate_of};
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow, add, mul, ratio, round, sub, sum};
use crate::plan::Category;

/// Equity on its way to associations whose years are not reckoned yet. A merger's new association comes after those
/// that it is formed of, so one pass in order is enough.
#[derive(Default)]
pub(super) struct Moved {
    arriving: Vec<(Id, usize, Decimal)>,
    /// What a merged association pays to members that left one of those that it is formed of as it was formed.
    owed: Vec<(Id, usize, Decimal)>,
}

impl Moved {
    /// What moves in or out of `association_budget` at the beginning of the year at `place`: what members pay in or get out,
    /// what arrives, and what leaves of the rest. `equity` is what there is at the end of the year before.
    pub(super) fn transfers(
        &mut self,
        budget: &Budget,
        association: &AssociationBudget,
        place: usize,
        equity: Decimal,
        fixed: Decimal,
    ) -> Result<Decimal, Overflow> {
        if budget.equity_moves.is_empty() {
            return Ok(fixed);
        }
        let Some(year) = budget.horizon.iter().nth(place) else { return Ok(fixed) };
        let here = |all: &[(Id, usize, Decimal)]| {
            sum(all.iter().filter(|(id, at, _)| *id == association.id && *at == place).map(|(_, _, amount)| *amount))
        };
        let transfers = sub(add(fixed, here(&self.arriving)?)?, here(&self.owed)?)?;
        let leavers = self.leavers(budget, association, year, equity)?;
        let mut left = add(equity, transfers)?;
        if association.life.contains(year) {
            return sub(transfers, leavers);
        }
        for moves in &budget.equity_moves {
            let EquityMove::Whole { year: at, from, to } = moves else { continue };
            if *from != association.id || *at != year {
                continue;
            }
            match to {
                Some(to) => {
                    self.arriving.push((to.clone(), place, left));
                    self.owed.push((to.clone(), place, leavers));
                    left = Decimal::ZERO;
                }
                // What the leavers are owed is kept for them; a deficit is not handed to the members.
                None => left = left.min(leavers),
            }
        }
        sub(left, equity)
    }

    /// What the members get that left at the end of the year before: each its share of the equity there was then.
    fn leavers(
        &self,
        budget: &Budget,
        association: &AssociationBudget,
        year: Year,
        equity: Decimal,
    ) -> Result<Decimal, Overflow> {
        let mut paid = Decimal::ZERO;
        for moves in &budget.equity_moves {
            let EquityMove::Share { last, from, rows } = moves else { continue };
            if *from != association.id || last.checked_next() != Some(year) {
                continue;
            }
            let (own, all) = contributions(budget, association, *last, rows)?;
            let amount = round(ratio(mul(equity, own)?, all)?.unwrap_or_default());
            // Nothing of a deficit, and never more than there is.
            paid = add(paid, amount.min(sub(equity, paid)?).max(Decimal::ZERO))?;
        }
        Ok(paid)
    }
}

/// What some rows pay of the contributions of a year, and what all pay: as all decisions leave them. Of a year before
/// the plan's, as the plan's lines give it, or else as they give the plan's first year.
fn contributions(
    budget: &Budget,
    association: &AssociationBudget,
    year: Year,
    rows: &[Id],
) -> Result<(Decimal, Decimal), Overflow> {
    let payers = || association.rows.iter().filter(|row| row.category == Category::Contribution);
    let shares = |paid: &dyn Fn(&BudgetLine) -> Result<Decimal, Overflow>| {
        let (mut own, mut all) = (Decimal::ZERO, Decimal::ZERO);
        for row in payers() {
            let amount = paid(row)?;
            all = add(all, amount)?;
            if rows.contains(&row.line) {
                own = add(own, amount)?;
            }
        }
        Ok((own, all))
    };
    if let Some(place) = budget.horizon.position(year) {
        return shares(&|row| Ok(row.amount(place)));
    }
    let planned = |year: Year| {
        shares(&|row: &BudgetLine| {
            let rate = rate_of(&budget.indices, row.index.as_ref());
            let resolved = row.terms.resolve(rate, Horizon { first: year, years: 1 })?;
            sum(resolved.amounts)
        })
    };
    let before = planned(year)?;
    if before.1.is_zero() { planned(budget.horizon.first) } else { Ok(before) }
}
