//! Tags that lines carry.

use crate::form::Form;
use serde::{Deserialize, Serialize};

/// What kind of activity a line is: ongoing base work, time-limited process work, or work on structures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    /// *Basverksamhet*.
    Base,
    /// *Processverksamhet*.
    Process,
    /// *Strukturinriktad*.
    Structure,
}

/// How national follow-up registers an activity ("Uppföljning Finsam",
/// https://www.finsam.se/uppfoljning/anvandarhandledning).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Focus {
    /// *Individinriktad*.
    Individual,
    /// *Strukturövergripande*.
    Structural,
}

/// How far a line has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// *Beslutad*.
    Decided,
    /// *Planerad*.
    Planned,
    /// *Idé*.
    Idea,
}

/// Low, medium or high: the scale that risk analyses use for both likelihood and effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// *Låg*.
    Low,
    /// *Medel*.
    Medium,
    /// *Hög*.
    High,
}
