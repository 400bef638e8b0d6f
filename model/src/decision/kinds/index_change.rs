//! IndexChange (*ändrad uppräkning*): the rates of a named index from a year on.
//!
//! Amounts that continue follow the new rates. Given amounts stay, unless a *price year* says that they are in that
//! year's prices: then they are carried from it too (954 tkr in prices of 2015 at 2,5 % are 977 850 kr in 2016).
//!
//! It is an assumption about the world and applies before all other decisions. The rows are as the plan's lines make
//! them then, so they are reckoned anew from their terms: a second card for an index has the last word on the rates
//! from its year on, and given amounts are carried once, from the price year named last.

use crate::base::{Association, Base, Index};
use crate::budget::{Budget, Resolved, Terms};
use crate::calendar::Year;
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::Reach;
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::quantity::{QuantityKind, value_year};
use crate::sorted::SortedMap;
use crate::validation::Validator;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Sets the rates of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexChange {
    /// The index.
    pub index: Id,
    /// Rate by year as a share (0.025 is 2,5 %), instead of the index's own from the first of these years on. A rate
    /// holds until the next given one.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub rates: SortedMap<Year, Decimal>,
    /// The year whose prices given amounts are in; absent when they are in their own year's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<Year>,
}

impl Decide for IndexChange {
    const GROUP: DecisionGroup = DecisionGroup::Assumption;

    fn draft(base: Base<'_>, _: &Association, _: &DraftNames) -> Option<IndexChange> {
        Some(IndexChange {
            index: base.indices.first()?.id.clone(),
            rates: SortedMap::from([(base.horizon.first, Decimal::new(25, 3))]),
            price_year: None,
        })
    }

    fn association(&self) -> Option<&Id> {
        None
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        None
    }

    fn refer(&mut self, instead: Instead<'_>) {
        refer::index(&mut self.index, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, last: Year) -> bool {
        // A price year after the plan's years holds given amounts still in them.
        self.price_year.is_none() && self.rates.keys().next().is_none_or(|year| *year > last)
    }

    fn validate(&self, check: &mut Validator, path: &str) {
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

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        let rates = self.rates.iter().map(|(year, rate)| (DecisionField::Rate(*year), *rate, QuantityKind::Rate));
        let prices =
            self.price_year.map(|year| (DecisionField::PriceYear, year.number().into(), QuantityKind::PriceYear));
        rates.chain(prices).collect()
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match part {
            DecisionField::Rate(year) => *self.rates.get_mut(year)? = value,
            DecisionField::PriceYear => *self.price_year.as_mut()? = value_year(value)?,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, _: &Budget) -> Option<Reach> {
        // An index is always there.
        None
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let horizon = budget.horizon;
        if self.price_year.is_none() && self.rates.is_empty() {
            return Err(DecisionError::OutsideHorizon);
        }
        let found = budget.indices.iter().find(|index| index.id == self.index);
        let old = found.ok_or_else(|| DecisionError::NoSuchIndex(self.index.clone()))?.clone();
        let new = Index { rates: self.merged(&old), ..old };
        let follows = |index: &Option<Id>| index.as_ref() == Some(&self.index);
        for association in &mut budget.associations {
            let capacity = association.capacity.as_ref().is_some_and(|capacity| follows(&capacity.index));
            if capacity || association.rows.iter().any(|row| follows(&row.index)) {
                let association = Arc::make_mut(association);
                for row in association.rows.iter_mut().filter(|row| follows(&row.index)) {
                    self.price(&mut row.terms);
                    let Resolved { amounts, origins } = row.terms.resolve(|year| new.rate(year), horizon)?;
                    (row.amounts, row.origins) = (amounts, origins);
                }
                if let Some(capacity) = association.capacity.as_mut().filter(|_| capacity) {
                    self.price(&mut capacity.terms);
                    capacity.resolve(&|year| new.rate(year), horizon)?;
                }
            }
        }
        let indices =
            budget.indices.iter().map(|index| if index.id == self.index { new.clone() } else { index.clone() });
        budget.indices = indices.collect();
        Ok(())
    }
}

impl IndexChange {
    /// Given amounts are in the prices of one year: the last card that names one has the word.
    fn price(&self, terms: &mut Arc<Terms>) {
        if self.price_year.is_some() && terms.price_year != self.price_year {
            Arc::make_mut(terms).price_year = self.price_year;
        }
    }

    /// The index's rates with these instead from their first year on.
    fn merged(&self, old: &Index) -> SortedMap<Year, Decimal> {
        let Some(first) = self.rates.keys().next() else { return old.rates.clone() };
        let kept = old.rates.range(..first).map(|(year, rate)| (*year, *rate));
        kept.chain(self.rates.iter().map(|(year, rate)| (*year, *rate))).collect()
    }
}
