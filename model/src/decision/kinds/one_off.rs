//! OneOff (*engångspost*): an income or a cost in one year.

use crate::base::{Active, Association, Base, Category};
use crate::budget::{AmountOrigin, Budget, BudgetLine, Generated, Terms, Timing};
use crate::calendar::{Month, Year};
use crate::decision::active_years::active_years;
use crate::decision::decide::{Decide, DecisionGroup, DraftNames, Introduced, SOME_KRONOR};
use crate::decision::error::DecisionError;
use crate::decision::field::DecisionField;
use crate::decision::reach::Reach;
use crate::decision::reference::{self as refer, Instead};
use crate::form::Form;
use crate::id::Id;
use crate::money::{Decimal, round};
use crate::quantity::{QuantityKind, value_year};
use crate::validation::{ValidationErrorKind, Validator};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Adds a line with an amount in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OneOff {
    /// Whose income or cost.
    pub association: Id,
    /// What it is.
    pub name: String,
    /// The kind of income or cost; contributions have decisions of their own.
    pub category: Category,
    /// The year.
    pub year: Year,
    /// Kronor; the category decides the sign.
    pub amount: Decimal,
}

impl Decide for OneOff {
    const GROUP: DecisionGroup = DecisionGroup::Measure;

    fn draft(base: Base<'_>, of: &Association, names: &DraftNames) -> Option<OneOff> {
        Some(OneOff {
            association: of.id.clone(),
            name: names.one_off.clone(),
            category: Category::Activity,
            year: base.horizon.first,
            amount: SOME_KRONOR,
        })
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
        check.name(&format!("{path}.name"), &self.name);
        check.amount_of_category(&format!("{path}.amount"), self.amount);
        check.year(&format!("{path}.year"), self.year);
        if self.category == Category::Contribution {
            check.add(&format!("{path}.category"), ValidationErrorKind::ContributionHere);
        }
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
        // In its one year it applies or is skipped.
        None
    }

    fn apply(&self, budget: &mut Budget) -> Result<(), DecisionError> {
        let years = active_years(budget, &self.association, self.year, Some(self.year))?;
        let horizon = budget.horizon;
        let no_such = || DecisionError::NoSuchAssociation(self.association.clone());
        let association = budget.account_mut(&self.association).ok_or_else(no_such)?;
        let line = association.free_line(&self.name);
        let active = Active { first: Some(Month::january(self.year)), last: Some(Month::december(self.year)) };
        let mut row = BudgetLine {
            name: self.name.as_str().into(),
            // A step-down divides what goes on, not what happens once.
            locked: true,
            active,
            terms: Arc::new(Terms {
                given: vec![(self.year, self.amount)],
                timing: Timing { active, ..Timing::default() },
                ..Terms::default()
            }),
            ..BudgetLine::made(line, Generated::Named, self.category, horizon)
        };
        for (place, _) in years {
            row.write(place, round(self.amount), AmountOrigin::Fixed);
        }
        association.rows.push(row);
        Ok(())
    }
}
