//! What a scenario file holds, and how it is written.

use crate::calendar::Year;
use crate::exchange::envelope::{self, FileKind};
use crate::exchange::{checksum, text};
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::plan::{Plan, Scenario};
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// What a scenario file says in its `format` field.
pub const SCENARIO_FORMAT: &str = "samplan-scenario";
/// The newest version of the scenario file.
pub const SCENARIO_VERSION: u32 = 1;

/// The scenario file.
pub(crate) const KIND: FileKind = FileKind {
    format: SCENARIO_FORMAT,
    content: "content",
    fields: &["format", "version", "checksum", "content"],
    oldest: 1,
    newest: SCENARIO_VERSION,
};

/// What a scenario file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScenarioFile {
    /// The plan that the scenarios come from.
    pub plan: NamedPlan,
    /// Its associations, with the members and lines that the scenarios can refer to.
    pub associations: Vec<NamedAssociation>,
    /// Its indices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indices: Vec<NamedPart>,
    /// The scenarios, as a plan file has them.
    pub scenarios: Vec<Scenario>,
    /// Their figures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<SeenFigures>,
}

/// A plan, told from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPlan {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// [`fingerprint`] of what the scenarios stand on.
    pub fingerprint: String,
    /// Its first year.
    pub first_year: Year,
    /// How many years it looks at.
    pub years: u8,
}

/// An association by name, with what it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedAssociation {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<NamedPart>,
    /// Its lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<NamedPart>,
}

/// A member, line or index by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NamedPart {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// A scenario's figures as the sender saw them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenFigures {
    /// The scenario.
    pub scenario: Id,
    /// The association; all together when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association: Option<Id>,
    /// The figures by year.
    pub by_year: SortedMap<Year, SeenYear>,
}

/// A year's figures, kronor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeenYear {
    /// Contributions from the members (*medlemsbidrag*).
    pub contributions: Decimal,
    /// All costs.
    pub cost: Decimal,
    /// The year's result.
    pub result: Decimal,
    /// Equity (*eget kapital*) at the end of the year.
    pub equity: Decimal,
}

/// Sixteen digits that tell the base which scenarios stand on: the same for two plans that differ in no more than name,
/// description and scenarios.
pub fn fingerprint(plan: &Plan) -> String {
    let base = Plan { scenarios: Vec::new(), name: String::new(), description: String::new(), ..plan.clone() };
    checksum::content_of_written(&base)
}

/// The scenarios as a file, in the form of [`crate::exchange::write`].
pub fn write_scenarios(content: &ScenarioFile) -> String {
    let mut written = text::indented(&|to| envelope::write(&KIND, content, to));
    written.push('\n');
    written
}

/// The same file in as few bytes as it can have.
pub(crate) fn write_compact(content: &ScenarioFile) -> String {
    text::compact(&|to| envelope::write(&KIND, content, to))
}
