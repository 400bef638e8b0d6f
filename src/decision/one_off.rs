//! OneOff (*engångspost*): an income or a cost in one year.

use super::{Reason, Stop};
use crate::budget::{Budget, Origin, Row, Timing};
use crate::calendar::{Month, Year};
use crate::money::{Decimal, round};
use crate::plan::validation::Check;
use crate::plan::{Active, Category, Id, RoundingStep};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Adds a line with an amount in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OneOff {
    /// Whose income or cost.
    pub association: Id,
    /// What it is.
    pub name: String,
    /// The kind of income or cost.
    pub category: Category,
    /// The year.
    pub year: Year,
    /// Kronor; the category decides the sign.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub amount: Decimal,
}

impl OneOff {
    pub(super) fn validate(&self, check: &mut Check, path: &str) {
        check.name(&format!("{path}.name"), &self.name);
        check.amount(&format!("{path}.amount"), self.amount);
    }

    pub(super) fn apply(&self, budget: &mut Budget) -> Result<(), Stop> {
        let horizon = budget.horizon;
        let place = horizon.position(self.year).ok_or(Reason::OutsideHorizon)?;
        let no_such = || Reason::NoSuchAssociation(self.association.clone());
        let account = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let mut amounts = vec![Decimal::ZERO; horizon.len()];
        if let Some(slot) = amounts.get_mut(place) {
            *slot = round(self.amount);
        }
        let line = Id::from_name(&self.name, |id| account.rows.iter().any(|row| row.line.as_str() == id));
        let active = Active { first: Some(Month::january(self.year)), last: Some(Month::december(self.year)) };
        account.rows.push(Row {
            line,
            name: self.name.as_str().into(),
            category: self.category,
            member: None,
            party: None,
            approach: None,
            locked: true,
            status: None,
            esf: false,
            index: None,
            round_to: RoundingStep::One,
            timing: Timing { active, funding: Arc::default() },
            amounts,
            origins: vec![Origin::Decision; horizon.len()],
        });
        Ok(())
    }
}
