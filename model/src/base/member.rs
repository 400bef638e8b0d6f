//! Members and the parties that they belong to.

use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// A member (*medlem*) of an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Unique in the association.
    pub id: Id,
    /// The member's name.
    pub name: String,
    /// The party that it belongs to.
    pub party: Party,
    /// Inhabitants, for keys per inhabitant; unknown when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<u32>,
    /// Where the number of inhabitants comes from, with its date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A party (*part*): the three that 5 § lag 2003:1210 divides the contributions between. The State's half is paid by
/// Försäkringskassan, also for Arbetsförmedlingen; several regions or municipalities count together as one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Staten: Försäkringskassan and Arbetsförmedlingen, one half.
    State,
    /// Region(erna), one quarter.
    Region,
    /// Kommunerna together, one quarter.
    Municipalities,
}

impl Party {
    /// The party as files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Party::State => "state",
            Party::Region => "region",
            Party::Municipalities => "municipalities",
        }
    }

    /// All parties in the order of the law.
    pub const ALL: [Party; 3] = [Party::State, Party::Region, Party::Municipalities];

    /// The party's share of the contributions, 0–1 (5 § lag 2003:1210).
    pub fn statutory_share(self) -> Decimal {
        match self {
            Party::State => Decimal::new(50, 2),
            Party::Region | Party::Municipalities => Decimal::new(25, 2),
        }
    }
}
