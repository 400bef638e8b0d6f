//! When things are decided: the year's cycle and the way back from a target.

use crate::base::is_default;
use crate::calendar::Month;
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// Something that comes every year (*årscykel*): a board meeting, the State's decision on money, a planning day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnnualEvent {
    /// Unique in the plan.
    pub id: Id,
    /// What comes.
    pub name: String,
    /// The month, 1–12.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
    pub month: u8,
    /// The day of that month, 1–31, where the cycle sets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 31)))]
    pub day: Option<u8>,
    /// The last month when it takes several, 1–12; one before `month` is in the next year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
    pub last: Option<u8>,
    /// What is to be ready or decided.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// Who sees to it: a role or an organisation, never a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Where it is stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// Something that is to be in place in a month, and the steps on the way there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Unique in the plan.
    pub id: Id,
    /// What is to be in place.
    pub name: String,
    /// What kind of thing it is.
    pub kind: TargetKind,
    /// The month in which it is to be in place, from its first day.
    pub date: Month,
    /// The steps; those of its kind when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<TargetStep>,
    /// Whether it is in place.
    #[serde(default, skip_serializing_if = "is_default")]
    pub done: bool,
    /// Where the target is stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What kind of target it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// Associations become one (*sammanslagning*).
    Merger,
    /// A municipality joins (*utvidgning*).
    Admission,
    /// Anything else; its steps are the users' own.
    Own,
}

/// A step on the way to a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetStep {
    /// What is done.
    pub what: StepWhat,
    /// How many months before the target's month it begins; negative for what comes after.
    #[cfg_attr(feature = "schema", schemars(range(min = -120, max = 120)))]
    pub months_before: i16,
    /// How many months it takes, 1 or more.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 120)))]
    pub length: u16,
    /// Whether it is done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub done: bool,
}

/// What a step is: one that the app has words for, or the users' own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepWhat {
    /// A usual step.
    Preset(StepKind),
    /// The users' own words.
    Own(String),
}

/// The usual steps on the way to a merger or an admission (finsam.se, sammanslagning av förbund and utvidgning av
/// förbund).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The boards decide on a direction (*inriktningsbeslut*).
    Direction,
    /// A municipality's council applies to join (*ansökan*).
    Application,
    /// What it means: money, staff, strengths and weaknesses (*utredning*).
    Analysis,
    /// Dialogue with the members (*ägarsamråd*).
    Dialogue,
    /// How the contributions are divided (*fördelningsnyckel*).
    ShareKey,
    /// A proposal for the new or revised *förbundsordning*, with what becomes of equity.
    Ordinance,
    /// The members say what they think of it (*remiss*).
    Consultation,
    /// All members adopt the *förbundsordning*: councils, Försäkringskassan and Arbetsförmedlingen.
    MemberDecisions,
    /// The board adopts plan and budget.
    Budget,
    /// The State decides on its money (*tilldelning*).
    Allocation,
    /// Members name the new board and auditors.
    Board,
    /// Premises, agreements, bank and accounts are moved over.
    Handover,
    /// The old association is closed: last accounts, audit, equity moved.
    Closing,
}
