//! EquityUse (*användning av sparade medel*): planned use of saved money by year. It widens the frame.

use crate::base::{Association, Base};
use crate::budget::Budget;
use crate::calendar::Year;
use crate::decision::active_years::active_years;
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced, SOME_KRONOR};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::{About, Reach, reach};
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, round};
use crate::quantity::QuantityKind;
use crate::sorted::SortedMap;
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// Sets the planned use of saved money in the given years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EquityUse {
    /// Whose saved money.
    pub association: Id,
    /// Kronor by year; other years keep what the plan says.
    pub amounts: SortedMap<Year, Decimal>,
}

impl Decide for EquityUse {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<EquityUse> {
        Some(EquityUse { association: of.id.clone(), amounts: SortedMap::from([(base.horizon.first, SOME_KRONOR)]) })
    }

    fn association(&self) -> Option<&Id> {
        Some(&self.association)
    }

    fn introduces(&self) -> Option<Introduced<'_>> {
        None
    }

    fn refer(&mut self, instead: Instead<'_>) {
        refer::association(&mut self.association, instead);
    }

    fn spends_the_room(&self) -> bool {
        false
    }

    fn can_wait(&self, _: Year) -> bool {
        false
    }

    fn validate(&self, check: &mut Validator, path: &str) {
        check.given(&format!("{path}.amounts"), self.amounts.len());
        for (year, amount) in &self.amounts {
            let path = format!("{path}.amounts.{year}");
            check.amount(&path, *amount);
            check.year(&path, *year);
        }
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        self.amounts
            .iter()
            .map(|(year, amount)| (DecisionField::AmountIn(*year), *amount, QuantityKind::Kronor))
            .collect()
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        let DecisionField::AmountIn(year) = part else { return None };
        *self.amounts.get_mut(year)? = value;
        Some(())
    }

    fn reach(&self, before: &Budget) -> Option<Reach> {
        reach(before, &self.association, About::Whole, |year| self.amounts.contains_key(year))
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let first = *self.amounts.keys().next().ok_or(DecisionError::OutsideHorizon)?;
        let years = active_years(budget, &self.association, first, self.amounts.keys().next_back().copied())?;
        if !years.iter().any(|(_, year)| self.amounts.contains_key(year)) {
            return Err(DecisionError::OutsideHorizon);
        }
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        for (place, year) in years {
            if let Some((slot, amount)) = association.equity_use.get_mut(place).zip(self.amounts.get(&year)) {
                *slot = round(*amount);
            }
        }
        Ok(())
    }
}
