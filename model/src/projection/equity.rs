//! Equity that moves between associations, reckoned when what there is to move is known.

use crate::budget::{Account, Budget};
use crate::money::{Decimal, Overflow, add, mul, round, sub, sum};
use crate::plan::Id;

/// Equity on its way to associations whose years are not reckoned yet. A merger's new association comes after those
/// that it is formed of, so one pass in order is enough.
#[derive(Default)]
pub(super) struct Moved {
    arriving: Vec<(Id, usize, Decimal)>,
}

impl Moved {
    /// What moves in or out of `account` at the beginning of the year at `place`: what members pay in or get out,
    /// what arrives, and what leaves of the rest.
    pub(super) fn transfers(
        &mut self,
        budget: &Budget,
        account: &Account,
        place: usize,
        equity: Decimal,
        fixed: Decimal,
    ) -> Result<Decimal, Overflow> {
        if budget.equity_moves.is_empty() {
            return Ok(fixed);
        }
        let arrives = self.arriving.iter().filter(|(id, at, _)| *id == account.id && *at == place);
        let mut transfers = add(fixed, sum(arrives.map(|(_, _, amount)| *amount))?)?;
        for leaving in &budget.equity_moves {
            if leaving.from != account.id || budget.horizon.position(leaving.year) != Some(place) {
                continue;
            }
            let there = add(equity, transfers)?;
            let amount = round(mul(there, leaving.share)?);
            match &leaving.to {
                Some(to) => self.arriving.push((to.clone(), place, amount)),
                // A deficit is not handed to the members: it stays and is a finding.
                None if amount.is_sign_negative() => continue,
                None => {}
            }
            transfers = sub(transfers, amount)?;
        }
        Ok(transfers)
    }
}
