//! A decision in a list of decisions.

use super::kinds::Decision;
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// A decision in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Step"))]
#[serde(deny_unknown_fields)]
pub struct ScenarioStep {
    /// Unique in the scenario.
    pub id: Id,
    /// Its own name, when the users gave one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it is on.
    pub on: bool,
    /// What is decided.
    pub decision: Decision,
}
