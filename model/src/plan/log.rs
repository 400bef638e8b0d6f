//! The decision log (*beslutslogg*): what was decided when a scenario became the plan. It is history: nothing is reckoned
//! from it, and later changes to the plan leave it as it was.

use super::Stance;
use crate::base::Metric;
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// A scenario that became the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// Unique in the log.
    pub id: Id,
    /// The day, as text: `2026-11-26`.
    pub date: String,
    /// What the scenario was called.
    pub scenario: String,
    /// What it tried.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The question that it answered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// What was proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposal: String,
    /// The decisions that were on, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<String>,
    /// Who stood where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Stance>,
    /// The figures of all associations together as they were then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<LoggedFigure>,
}

/// A figure as it was then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoggedFigure {
    /// What it is of.
    pub metric: Metric,
    /// By year: kronor, a share with four decimals or a count with two.
    pub years: SortedMap<Year, Decimal>,
}
