//! EquityUse (*användning av sparade medel*): planned use of saved money by year. It widens the frame.

use super::{Reason, Stop};
use crate::budget::Budget;
use crate::calendar::Year;
use crate::money::{Decimal, round};
use crate::plan::validation::Check;
use crate::plan::{Id, ProblemKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Sets the planned use of saved money in the given years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EquityUse {
    /// Whose saved money.
    pub association: Id,
    /// Kronor by year; other years keep what the plan says.
    pub amounts: BTreeMap<Year, Decimal>,
}

impl EquityUse {
    pub(super) fn validate(&self, check: &mut Check, path: &str) {
        if self.amounts.is_empty() {
            check.add(&format!("{path}.amounts"), ProblemKind::NoneGiven);
        }
        for (year, amount) in &self.amounts {
            check.amount(&format!("{path}.amounts.{year}"), *amount);
        }
    }

    pub(super) fn apply(&self, budget: &mut Budget) -> Result<(), Stop> {
        let horizon = budget.horizon;
        if !self.amounts.keys().any(|year| horizon.contains(*year)) {
            return Err(Reason::OutsideHorizon.into());
        }
        let no_such = || Reason::NoSuchAssociation(self.association.clone());
        let account = budget.account_mut(&self.association).ok_or_else(no_such)?;
        for (year, slot) in horizon.iter().zip(&mut account.equity_use) {
            if let Some(amount) = self.amounts.get(&year) {
                *slot = round(*amount);
            }
        }
        Ok(())
    }
}
