//! Gift (*gåva*): equity that comes in one year. A tenth decision for `cargo xtask tenth`, and a pattern for others.

use crate::base::{Association, Base};
use crate::budget::Budget;
use crate::calendar::Year;
use crate::decision::active_years::active_years;
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::Reach;
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, add, round};
use crate::quantity::{QuantityKind, value_year};
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// Equity that comes in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gift {
    /// Who gets it.
    pub association: Id,
    /// The year.
    pub year: Year,
    /// Kronor.
    pub amount: Decimal,
}

impl Decide for Gift {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, _: &DraftNames) -> Option<Gift> {
        Some(Gift { association: of.id.clone(), year: base.horizon.first, amount: Decimal::ONE_THOUSAND })
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
        check.amount(&format!("{path}.amount"), self.amount);
        check.year(&format!("{path}.year"), self.year);
    }

    fn levers(&self) -> Vec<(DecisionField, Decimal, QuantityKind)> {
        vec![
            (DecisionField::Amount, self.amount, QuantityKind::Kronor),
            (DecisionField::Year, self.year.number().into(), QuantityKind::Year),
        ]
    }

    fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match part {
            DecisionField::Amount => self.amount = value,
            DecisionField::Year => self.year = value_year(value)?,
            _ => return None,
        }
        Some(())
    }

    fn reach(&self, _: &Budget) -> Option<Reach> {
        None
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let years = active_years(budget, &self.association, self.year, Some(self.year))?;
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        for (place, _) in years {
            if let Some(slot) = association.transfers.get_mut(place) {
                *slot = add(*slot, round(self.amount))?;
            }
        }
        Ok(())
    }
}
