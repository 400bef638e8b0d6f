//! The document itself.

use super::{AnnualEvent, LeverRange, LogEntry, Scenario, Target};
use crate::base::{Association, Base, Definitions, Index, Rules, Shared};
use crate::calendar::{Horizon, Year};
use crate::form::Form;
use crate::id::Id;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// A plan (*verksamhetsplan med budget*): one or more associations' lines over some years, and the scenarios that
/// change them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Tells this plan from all others, whatever it is called: its files are versions of one plan. Made once, of chance;
    /// a file without one gets it from what the file holds.
    pub id: Id,
    /// The plan's name, as boards know it.
    pub name: String,
    /// What the plan shows, in a sentence or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The first year that the plan looks at.
    pub first_year: Year,
    /// How many years it looks ahead, 1–20, the first counted.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub years: u8,
    /// What counts as administration, and of what its share is taken.
    #[serde(default)]
    pub definitions: Definitions,
    /// The association's own rules: floor and staircase for equity.
    #[serde(default)]
    pub rules: Rules,
    /// Named indices (*uppräkning*) that lines can follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indices: Vec<Index>,
    /// The associations, at least one.
    pub associations: Vec<Shared<Association>>,
    /// Scenarios: named lists of decisions on the lines above.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scenarios: Vec<Shared<Scenario>>,
    /// The users' own plausible ranges for levers. One whose number is gone has no effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<LeverRange>,
    /// The year's cycle (*årscykel*): what comes every year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendar: Vec<AnnualEvent>,
    /// What is to be in place in a month, with the steps on the way there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// The decision log (*beslutslogg*): scenarios that have become the plan, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<LogEntry>,
}

impl Plan {
    /// Whether two plans differ in nothing but scenarios: what follows from them without a scenario is the same.
    pub fn is_same_but_scenarios(&self, other: &Plan) -> bool {
        // Associations and scenarios are shared: a copy costs little.
        Plan { scenarios: other.scenarios.clone(), ..self.clone() } == *other
    }

    /// A plan of these associations and nothing else.
    pub fn new(id: Id, name: &str, first_year: Year, years: u8, associations: Vec<Association>) -> Plan {
        Plan {
            id,
            name: name.to_owned(),
            description: String::new(),
            first_year,
            years,
            definitions: Definitions::default(),
            rules: Rules::default(),
            indices: Vec::new(),
            associations: associations.into_iter().map(Shared::from).collect(),
            scenarios: Vec::new(),
            ranges: Vec::new(),
            calendar: Vec::new(),
            targets: Vec::new(),
            log: Vec::new(),
        }
    }

    /// The years that the plan looks at.
    pub fn horizon(&self) -> Horizon {
        Horizon { first: self.first_year, years: self.years }
    }

    /// What it is before any decision.
    pub fn base(&self) -> Base<'_> {
        Base {
            horizon: self.horizon(),
            definitions: &self.definitions,
            indices: &self.indices,
            associations: &self.associations,
        }
    }

    /// The association with this id.
    pub fn association(&self, id: &Id) -> Option<&Association> {
        self.associations.iter().find(|association| association.id == *id).map(Deref::deref)
    }

    /// The index with this id.
    pub fn index(&self, id: &Id) -> Option<&Index> {
        self.indices.iter().find(|index| index.id == *id)
    }

    /// The scenario with this id.
    pub fn scenario_by_id(&self, id: &Id) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == *id).map(Deref::deref)
    }

    /// The base, as `None`, and then each scenario in order.
    pub fn cases(&self) -> impl Iterator<Item = Option<&Scenario>> {
        std::iter::once(None).chain(self.scenarios.iter().map(|scenario| Some(&**scenario)))
    }

    /// The scenario with this id, or else with this name.
    pub fn scenario(&self, id_or_name: &str) -> Option<&Scenario> {
        let by_id = self.scenarios.iter().find(|scenario| scenario.id.as_str() == id_or_name);
        by_id.or_else(|| self.scenarios.iter().find(|scenario| scenario.name == id_or_name)).map(Deref::deref)
    }
}
