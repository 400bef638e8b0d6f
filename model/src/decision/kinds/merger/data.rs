//! A merger, as plans hold it.

use super::contributions::MergedContributions;
use super::overhead::Overhead;
use crate::base::is_default;
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// Merges associations into a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Merger {
    /// The associations that become one, two or more.
    pub associations: Vec<Id>,
    /// The new association's id, which later decisions can name.
    pub into: Id,
    /// Its name.
    pub name: String,
    /// The first year as one.
    pub year: Year,
    /// What the members pay.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contributions: MergedContributions,
    /// What board, administration and audit cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub overhead: Overhead,
    /// One-off costs by year, kronor, booked as administration; before the merger the associations share them in
    /// proportion to their contributions.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub one_off: SortedMap<Year, Decimal>,
    /// The state base grant that is lost with each association that disappears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_grant: Option<BaseGrant>,
    /// Where the equity goes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub equity: MergedEquity,
}

/// The State's base grant per association (*grundtilldelning*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BaseGrant {
    /// Kronor a year for each association.
    pub amount: Decimal,
    /// The last year that it is kept after the merger; lost at once when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_until: Option<Year>,
    /// Whether region and municipalities each go down by half of what the State does.
    #[serde(default, skip_serializing_if = "is_default")]
    pub matched: bool,
    /// Where the amount comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The date of the source, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

impl BaseGrant {
    /// The rule that is in force from 2016: 400 000 kr for each association. Whether a transition rule softens it in a
    /// merger was not found.
    pub fn preset() -> BaseGrant {
        BaseGrant {
            amount: Decimal::from(400_000),
            kept_until: None,
            matched: false,
            source: "https://www.finsam.se/nationella-radet/arbetsgrupper-inom-nationella-radet/medelstilldelning"
                .to_owned(),
            date: "2015-01".to_owned(),
        }
    }
}

/// Where the equity of merging associations goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MergedEquity {
    /// To the new association.
    #[default]
    Transferred,
    /// To the members, in proportion to their contributions; a deficit goes to the new association.
    PaidOut,
}
