//! What a coordinator costs and gives, by year.

use super::{AmountOrigin, Terms};
use crate::base::Capacity;
use crate::calendar::{Horizon, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow, round};
use std::sync::Arc;

/// Capacity by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapacityRow {
    /// Kronor per full-time equivalent and year.
    pub cost_per_fte: Vec<Decimal>,
    /// The index that the cost follows.
    pub index: Option<Id>,
    /// Whether each year's cost is given or continues.
    pub origins: Vec<AmountOrigin>,
    /// What the costs are reckoned from.
    pub terms: Arc<Terms>,
    /// Places per full-time equivalent, when known.
    pub places_per_fte: Option<Decimal>,
}

impl CapacityRow {
    /// The plan's own; `None` without any cost.
    pub(super) fn baseline(
        capacity: &Capacity,
        rate: &dyn Fn(Year) -> Decimal,
        horizon: Horizon,
    ) -> Result<Option<CapacityRow>, Overflow> {
        if capacity.cost_per_fte.is_empty() {
            return Ok(None);
        }
        let given = capacity.cost_per_fte.iter().map(|(year, cost)| (*year, *cost)).collect();
        let mut row = CapacityRow {
            cost_per_fte: Vec::new(),
            index: capacity.index.clone(),
            origins: Vec::new(),
            terms: Arc::new(Terms { given, ..Terms::default() }),
            places_per_fte: capacity.places_per_fte,
        };
        row.resolve(rate, horizon)?;
        Ok(Some(row))
    }

    /// Reckons the costs from the terms. A cost per coordinator is a price, not a payment: between and before the given
    /// years it does not vanish.
    pub(crate) fn resolve(&mut self, rate: &dyn Fn(Year) -> Decimal, horizon: Horizon) -> Result<(), Overflow> {
        let terms = self.terms.clone();
        let resolved = terms.resolve(rate, horizon)?;
        self.cost_per_fte = resolved.amounts;
        for ((slot, origin), year) in self.cost_per_fte.iter_mut().zip(&resolved.origins).zip(horizon.iter()) {
            let stands_in = match origin {
                AmountOrigin::Before => terms.given.first().map(|(_, cost)| *cost),
                AmountOrigin::Gap => terms.latest(year),
                AmountOrigin::Given | AmountOrigin::Continued | AmountOrigin::Fixed | AmountOrigin::Decision => None,
            };
            if let Some(cost) = stands_in {
                *slot = round(terms.repriced(cost, year, rate)?);
            }
        }
        self.origins = resolved.origins;
        Ok(())
    }
}
