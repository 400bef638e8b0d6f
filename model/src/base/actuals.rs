//! Actuals: what a year's accounts say so far.

use crate::calendar::Month;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// What lines have cost or brought in so far this year (*utfall*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actuals {
    /// The last month that the accounts cover; they begin in January of its year.
    pub through: Month,
    /// Kronor from January through that month, by line; 0 says that nothing has come, and a line that is not named is
    /// one that nothing is known of.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub lines: SortedMap<Id, Decimal>,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}
