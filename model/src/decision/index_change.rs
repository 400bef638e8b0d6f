//! IndexChange (*ändrad uppräkning*): the rates of a named index from a year on.
//!
//! Amounts that continue follow the new rates. Given amounts stay, unless a *price year* says that they are in that
//! year's prices: then they are carried from it too (954 tkr in prices of 2015 at 2,5 % are 977 850 kr in 2016).

use super::apportion::continued;
use super::part::Part;
use super::reason::Reason;
use crate::budget::{Account, Budget, Origin};
use crate::calendar::{Horizon, Year};
use crate::lever::{Scale, value_year};
use crate::money::{Decimal, Overflow, add, mul, ratio, round, round_to_step};
use crate::plan::validation::Check;
use crate::plan::{Id, Index};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sets the rates of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexChange {
    /// The index.
    pub index: Id,
    /// Rate by year as a share (0.025 is 2,5 %), instead of the index's own from the first of these years on. A rate
    /// holds until the next given one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rates: BTreeMap<Year, Decimal>,
    /// The year whose prices given amounts are in; absent when they are in their own year's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<Year>,
}

impl IndexChange {
    pub(super) fn validate(&self, check: &mut Check, path: &str) {
        if self.price_year.is_none() {
            check.given(&format!("{path}.rates"), self.rates.len());
        }
        for (year, rate) in &self.rates {
            check.rate(&format!("{path}.rates.{year}"), *rate);
        }
        if let Some(year) = self.rates.keys().next() {
            check.year_or_before(&format!("{path}.rates.{year}"), *year);
        }
        if let Some(year) = self.price_year {
            check.year_or_before(&format!("{path}.price_year"), year);
        }
    }

    pub(super) fn levers(&self) -> Vec<(Part, Decimal, Scale)> {
        let rates = self.rates.iter().map(|(year, rate)| (Part::Rate(*year), *rate, Scale::Rate));
        let prices = self.price_year.map(|year| (Part::PriceYear, year.number().into(), Scale::PriceYear));
        rates.chain(prices).collect()
    }

    pub(super) fn set_lever(&mut self, part: &Part, value: Decimal) -> Option<()> {
        match part {
            Part::Rate(year) => *self.rates.get_mut(year)? = value,
            Part::PriceYear => *self.price_year.as_mut()? = value_year(value)?,
            _ => return None,
        }
        Some(())
    }

    pub(super) fn apply(&self, budget: &mut Budget) -> Result<(), Reason> {
        let horizon = budget.horizon;
        let begins = [self.rates.keys().next().copied(), self.price_year].into_iter().flatten().min();
        if begins.is_none_or(|year| year > horizon.last()) {
            return Err(Reason::OutsideHorizon);
        }
        let found = budget.indices.iter().find(|index| index.id == self.index);
        let old = found.ok_or_else(|| Reason::NoSuchIndex(self.index.clone()))?.clone();
        let new = Index { rates: self.merged(&old), ..old.clone() };
        let prices = Prices { old: &old, new: &new, price_year: self.price_year, horizon };
        for account in &mut budget.accounts {
            let follows = |index: &Option<Id>| index.as_ref() == Some(&self.index);
            let touched = account.rows.iter().any(|row| follows(&row.index))
                || account.capacity.as_ref().is_some_and(|capacity| follows(&capacity.index));
            if touched {
                prices.account(Arc::make_mut(account), &self.index)?;
            }
        }
        let indices =
            budget.indices.iter().map(|index| if index.id == self.index { new.clone() } else { index.clone() });
        budget.indices = indices.collect();
        Ok(())
    }

    /// The index's rates with these instead from their first year on.
    fn merged(&self, old: &Index) -> BTreeMap<Year, Decimal> {
        let Some(first) = self.rates.keys().next() else { return old.rates.clone() };
        let kept = old.rates.range(..first).map(|(year, rate)| (*year, *rate));
        kept.chain(self.rates.iter().map(|(year, rate)| (*year, *rate))).collect()
    }
}

/// An index before and after.
struct Prices<'a> {
    old: &'a Index,
    new: &'a Index,
    price_year: Option<Year>,
    horizon: Horizon,
}

impl Prices<'_> {
    fn account(&self, account: &mut Account, index: &Id) -> Result<(), Overflow> {
        for row in account.rows.iter_mut().filter(|row| row.index.as_ref() == Some(index)) {
            let amounts = row.amounts.iter_mut().zip(&row.origins);
            let prorate = |amount, year| row.timing.prorate(amount, year);
            self.series(amounts, &mut row.anchor, row.round_to.kronor(), prorate)?;
        }
        if let Some(capacity) = account.capacity.as_mut().filter(|capacity| capacity.index.as_ref() == Some(index)) {
            let costs = capacity.cost_per_fte.iter_mut().zip(&capacity.origins);
            self.series(costs, &mut capacity.anchor, Decimal::ONE, |cost, _| Ok(cost))?;
        }
        Ok(())
    }

    fn series<'a>(
        &self,
        amounts: impl Iterator<Item = (&'a mut Decimal, &'a Origin)>,
        anchor: &mut Option<(Year, Decimal)>,
        step: Decimal,
        prorate: impl Fn(Decimal, Year) -> Result<Decimal, Overflow>,
    ) -> Result<(), Overflow> {
        let given = anchor.map(|(year, _)| year);
        let mut chain = anchor.map(|(year, amount)| self.chain(year, amount, step)).transpose()?;
        *anchor = chain.as_ref().map(|chain| (chain.year, chain.amount));
        let mut fixed = None;
        for ((amount, origin), year) in amounts.zip(self.horizon.iter()) {
            let continues = given.is_some_and(|given| given < year);
            *amount = match (origin, &mut chain) {
                (Origin::Fixed, _) => *amount,
                (Origin::Decision, _) => round(mul(*amount, self.drift(given, fixed, year)?)?),
                (Origin::Continued, Some(chain)) if continues => prorate(chain.until(year, self.new)?, year)?,
                _ => self.repriced(*amount, year, step)?,
            };
            if *origin == Origin::Fixed {
                fixed = Some(year);
            }
        }
        Ok(())
    }

    /// The chain of amounts that continue after the last given one.
    fn chain(&self, given: Year, amount: Decimal, step: Decimal) -> Result<Chain, Overflow> {
        let amount = self.repriced(amount, given, step)?;
        // An amount in the prices of a later year stands still until that year.
        let year = self.price_year.map_or(given, |price_year| price_year.max(given));
        Ok(Chain { year, amount, step })
    }

    /// A given amount of `year`, carried from the price year.
    fn repriced(&self, amount: Decimal, year: Year, step: Decimal) -> Result<Decimal, Overflow> {
        let factor = self.repricing(year)?;
        if factor == Decimal::ONE { Ok(amount) } else { round_to_step(mul(amount, factor)?, step) }
    }

    fn repricing(&self, year: Year) -> Result<Decimal, Overflow> {
        self.price_year.map_or(Ok(Decimal::ONE), |price_year| factor(self.new, price_year, year))
    }

    /// How what a decision reckoned moves with the index: as the amounts that it was reckoned from.
    fn drift(&self, given: Option<Year>, fixed: Option<Year>, year: Year) -> Result<Decimal, Overflow> {
        let (given, repricing) = match (fixed, given) {
            (Some(fixed), _) => return self.change(fixed, fixed, year),
            (None, Some(given)) if year <= given => return self.repricing(year),
            (None, Some(given)) => (given, self.repricing(given)?),
            (None, None) => (self.horizon.first.previous(), Decimal::ONE),
        };
        let still_until = self.price_year.map_or(given, |price_year| price_year.max(given));
        mul(repricing, self.change(still_until, given, year)?)
    }

    /// The new rates after `new_from` over the old rates after `old_from`, up to `year`.
    fn change(&self, new_from: Year, old_from: Year, year: Year) -> Result<Decimal, Overflow> {
        Ok(ratio(factor(self.new, new_from, year)?, factor(self.old, old_from, year)?)?.unwrap_or(Decimal::ONE))
    }
}

/// A full-year amount that continues one year at a time.
struct Chain {
    year: Year,
    amount: Decimal,
    step: Decimal,
}

impl Chain {
    fn until(&mut self, year: Year, index: &Index) -> Result<Decimal, Overflow> {
        while self.year < year {
            self.year = self.year.next();
            self.amount = continued(self.amount, index.rate(self.year), self.step)?;
        }
        Ok(self.amount)
    }
}

/// The product of (1 + rate) over the years after `from` up to `to`.
fn factor(index: &Index, from: Year, to: Year) -> Result<Decimal, Overflow> {
    let mut factor = Decimal::ONE;
    let mut year = from;
    while year < to {
        year = year.next();
        factor = mul(factor, add(Decimal::ONE, index.rate(year))?)?;
    }
    Ok(factor)
}
