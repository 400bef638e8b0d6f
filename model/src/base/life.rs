//! The years in which an association exists.

use super::is_default;
use crate::calendar::{Year, between};
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// The years in which an association exists, and what it came of and became. A merger ends those that it merges and
/// begins a new one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Life {
    /// Its first year, when a merger formed it; always there before when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub first: Option<Year>,
    /// Its last year, when it is merged away; on and on when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub last: Option<Year>,
    /// The associations that a merger formed it of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Id>,
    /// The association that it is merged into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<Id>,
}

impl Life {
    /// Whether it exists in `year`.
    pub fn contains(&self, year: Year) -> bool {
        between(self.first, self.last, &year)
    }
}
