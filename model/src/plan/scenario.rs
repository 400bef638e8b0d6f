//! Scenarios: named lists of decisions over the base.

use super::{Registry, ReportSection, Slide, Stance};
use crate::base::is_default;
use crate::decision::ScenarioStep;
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// A scenario: decisions in order over the plan's base, which it never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
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
    pub steps: Vec<ScenarioStep>,
    /// The question that it answers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The proposal for decision (*förslag till beslut*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposal: String,
    /// What the registry asks of its page for the minutes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registry: Registry,
    /// Who stands where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Stance>,
    /// The slides; the app makes them itself when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slides: Vec<Slide>,
    /// The report's sections in order; the app chooses them itself when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report: Vec<ReportSection>,
}

impl Scenario {
    /// A scenario that decides nothing yet.
    pub fn new(id: Id, name: &str) -> Scenario {
        Scenario {
            id,
            name: name.to_owned(),
            description: String::new(),
            steps: Vec::new(),
            question: String::new(),
            proposal: String::new(),
            registry: Registry::default(),
            positions: Vec::new(),
            slides: Vec::new(),
            report: Vec::new(),
        }
    }
}
