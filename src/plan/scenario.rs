//! Scenarios: named lists of decisions over the base.

use super::Id;
use crate::decision::Decision;
use serde::{Deserialize, Serialize};

/// A scenario: decisions in order over the plan's base, which it never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Unique in the plan.
    pub id: Id,
    /// The scenario's name.
    pub name: String,
    /// What it tries.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The decisions in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// A decision in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
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
