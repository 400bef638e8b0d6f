//! How a scenario is told: its question and proposal, what was said of it, the slides and the report. Empty lists mean
//! that the app makes them itself.

use super::LeverAddress;
use crate::base::is_default;
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};

/// Where somebody stands on a proposal (*ståndpunkt*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Position"))]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// Unique in the scenario.
    pub id: Id,
    /// A role or party; nobody needs to be named.
    pub who: String,
    /// For, against, or not ready.
    #[serde(rename = "stand")]
    pub opinion: Opinion,
    /// What was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
}

/// For, against, or not ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Stand"))]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// *För*.
    For,
    /// *Emot*.
    Against,
    /// *Behöver mer underlag*.
    NeedsMore,
}

/// A slide of the projector view (*bild*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slide {
    /// Unique in the scenario.
    pub id: Id,
    /// What it shows.
    pub kind: SlideKind,
    /// Its own title, when the users gave one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its own text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Whether it is left out when shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// What the one who presents wants to remember; the room does not see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The levers on it, at most [`Slide::MOST_LEVERS`]. One whose number is gone is left out when shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levers: Vec<LeverAddress>,
}

impl Slide {
    /// The most levers on a slide.
    pub const MOST_LEVERS: usize = 3;
}

/// What a slide shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SlideKind {
    /// The plan's name and the day.
    Title,
    /// Where the money comes from and goes.
    Flows,
    /// The question.
    Question,
    /// Levers and what follows.
    Levers,
    /// The room thinks before it sees the answer.
    ThinkFirst,
    /// Scenarios side by side.
    Compare,
    /// Staff and places.
    Capacity,
    /// What each member pays.
    Contributions,
    /// The risk register.
    Risks,
    /// Findings.
    Findings,
    /// The proposal for decision.
    Proposal,
    /// Text only.
    Text,
}

/// What the registry (*diariet*) asks of the page for the minutes, as written; empty where nobody has written it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// The case's number (*diarienummer*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case_number: String,
    /// The item's number in the minutes (*paragraf*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paragraph: String,
    /// The meeting and its date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meeting: String,
    /// Who handles the case (*handläggare*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub officer: String,
    /// Which appendix this is (*bilaga*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub appendix: String,
}

/// A section of the report for the minutes (*underlag*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportSection {
    /// What it holds.
    pub kind: SectionKind,
    /// Whether it is left out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// The users' own text in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What a section of the report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The question.
    Question,
    /// The proposal for decision.
    Proposal,
    /// Decisions and assumptions.
    Assumptions,
    /// Figures by year.
    Table,
    /// What each member pays.
    Contributions,
    /// What the money gives: participants, results, places.
    Gains,
    /// What differs from the base.
    Differences,
    /// Charts.
    Charts,
    /// Findings.
    Findings,
    /// The risk register.
    Risks,
    /// Who stands where.
    Positions,
    /// What is decided when.
    Timeline,
    /// What has been decided before: the decision log.
    Log,
}

impl SectionKind {
    /// All of them in the order that the app chooses itself.
    pub const ALL: [SectionKind; 13] = [
        SectionKind::Question,
        SectionKind::Proposal,
        SectionKind::Table,
        SectionKind::Assumptions,
        SectionKind::Contributions,
        SectionKind::Gains,
        SectionKind::Differences,
        SectionKind::Findings,
        SectionKind::Charts,
        SectionKind::Risks,
        SectionKind::Positions,
        SectionKind::Timeline,
        SectionKind::Log,
    ];
}
