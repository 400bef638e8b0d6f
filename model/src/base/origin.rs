//! Where an association came from that was put in from another plan.

use crate::form::Form;
use crate::id::Id;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// The plan that an association was put in from (*ursprung*), so that it can be laid beside a newer version of that plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The plan's id.
    pub plan: Id,
    /// The association's id there.
    pub association: Id,
    /// When that plan had last been changed, seconds since 1970 (UTC); absent when that was not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<u32>,
    /// What its members are here, by their ids there.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub members: SortedMap<Id, Id>,
    /// What its indices are here, by their ids there.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub indices: SortedMap<Id, Id>,
}
