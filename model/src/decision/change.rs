//! By how much, or to what, something changes: contributions or a line.

use super::DecisionField;
use crate::form::Form;
use crate::money::Decimal;
use crate::quantity::QuantityKind;
use crate::validation::Validator;
use serde::{Deserialize, Serialize};

/// By how much, or to what, something changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// By a share of what there is: −0.1 is 10 % less.
    By(Decimal),
    /// To this many kronor a year; later years go on with the line's index.
    To(Decimal),
}

impl Change {
    pub(super) fn validate(&self, check: &mut Validator, path: &str) {
        match self {
            Change::By(share) => check.change(&format!("{path}.by"), *share),
            Change::To(amount) => check.amount(&format!("{path}.to"), *amount),
        }
    }

    pub(super) fn lever(&self) -> (DecisionField, Decimal, QuantityKind) {
        match self {
            Change::By(share) => (DecisionField::By, *share, QuantityKind::Change),
            Change::To(amount) => (DecisionField::To, *amount, QuantityKind::Kronor),
        }
    }

    pub(super) fn set_lever(&mut self, part: &DecisionField, value: Decimal) -> Option<()> {
        match (part, self) {
            (DecisionField::By, Change::By(slot)) | (DecisionField::To, Change::To(slot)) => *slot = value,
            _ => return None,
        }
        Some(())
    }
}
