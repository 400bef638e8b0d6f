//! The risk register: what can go wrong, with its worst case.

use super::Grade;
use crate::calendar::{Year, between};
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// A risk (*risk*) that the board follows, about a line or free. Lines carry grades of their own as well; the register
/// is both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Unique in the association.
    pub id: Id,
    /// What can happen.
    pub name: String,
    /// The line that it is about; free when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Id>,
    /// Likelihood (*sannolikhet*); the line's own grade when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<Grade>,
    /// Effect (*konsekvens*); the line's own grade when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Grade>,
    /// What it costs in the worst case, kronor for each affected year; unknown when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Decimal>,
    /// The first year that the worst case affects; the plan's first when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Year>,
    /// The last year that the worst case affects; the plan's last when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Year>,
    /// What is done about it (*åtgärd*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mitigation: String,
    /// Who follows it: a role or an organisation, never a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Where it is stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Risk {
    /// A risk with nothing said of it yet.
    pub fn new(id: Id, name: &str) -> Risk {
        Risk {
            id,
            name: name.to_owned(),
            line: None,
            likelihood: None,
            effect: None,
            amount: None,
            first: None,
            last: None,
            mitigation: String::new(),
            owner: String::new(),
            source: String::new(),
        }
    }

    /// Whether the worst case affects `year`.
    pub fn affects(&self, year: Year) -> bool {
        between(self.first, self.last, &year)
    }
}
