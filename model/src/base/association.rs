//! The association (*samordningsförbund*), its members, equity, capacity and goals.

use super::{Actuals, Life, Line, Member, Origin, Party, Risk, StatedFigure, is_default};
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// A coordination association (*samordningsförbund*): the legal person under lag 2003:1210.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Unique in the plan.
    pub id: Id,
    /// The association's name.
    pub name: String,
    /// Organisation number, as written; empty when unknown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation_number: String,
    /// Where the figures come from; free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The plan that it was put in from; absent when it was made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The years in which it exists, when a merger formed it or ended it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub life: Life,
    /// Equity (*eget kapital*) at the beginning of the plan's first year.
    #[serde(default)]
    pub opening_equity: OpeningEquity,
    /// Planned use of saved money (*sparade medel*) by year, kronor. It widens the frame; it is not income.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub equity_use: SortedMap<Year, Decimal>,
    /// Equity that members pay in (positive) or get out (negative) at the beginning of a year, kronor; or that moved
    /// with a merger. Not income.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub transfers: SortedMap<Year, Decimal>,
    /// The reason stated for a negative result in a year (*synnerliga skäl*).
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub deficit_reasons: SortedMap<Year, String>,
    /// What a coordinator costs and how many places one gives; unknown when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// The budget lines in the order shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// Figures as a document prints them, checked against the computed ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<StatedFigure>,
    /// Goals in numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// Risks beside those that lines are graded for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<Risk>,
    /// What a year's accounts say so far; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actuals: Option<Actuals>,
}

impl Association {
    /// An association of which only the name is known.
    pub fn new(id: Id, name: &str) -> Association {
        Association {
            id,
            name: name.to_owned(),
            organisation_number: String::new(),
            source: String::new(),
            origin: None,
            life: Life::default(),
            opening_equity: OpeningEquity::default(),
            equity_use: SortedMap::new(),
            transfers: SortedMap::new(),
            deficit_reasons: SortedMap::new(),
            capacity: None,
            members: Vec::new(),
            lines: Vec::new(),
            printed: Vec::new(),
            goals: Vec::new(),
            risks: Vec::new(),
            actuals: None,
        }
    }

    /// The line with this id.
    pub fn line(&self, id: &Id) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The member with this id.
    pub fn member(&self, id: &Id) -> Option<&Member> {
        self.members.iter().find(|member| member.id == *id)
    }

    /// The party that a contribution line comes from: its member's, or its own when it stands for a whole party.
    pub fn party_of(&self, line: &Line) -> Option<Party> {
        let member = line.member.as_ref().and_then(|id| self.member(id));
        member.map(|member| member.party).or(line.party)
    }
}

/// Equity at the beginning of the plan's first year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpeningEquity {
    /// The whole of it, kronor; may be negative.
    pub amount: Decimal,
    /// The part that is a claim and not cash (*fordran*), kronor.
    #[serde(default, skip_serializing_if = "is_default")]
    pub claim: Decimal,
    /// Where the figure comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// What a full-time coordinator (*samordnare*) costs and gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// Cost of one full-time equivalent a year, kronor, by year; the last given year goes on with the index, and the
    /// years before the first given have the first given cost.
    pub cost_per_fte: SortedMap<Year, Decimal>,
    /// The index that the cost follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Id>,
    /// Places for participants per full-time equivalent; unknown when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places_per_fte: Option<Decimal>,
    /// Participants enrolled today, to set against the places; a count, never names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<u32>,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A goal in numbers (*mål*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What is to be reached.
    pub name: String,
    /// The number to reach: a count, or a share 0–1 when the unit is one.
    pub value: Decimal,
    /// What the number counts.
    pub unit: CountUnit,
    /// Whether the number is a least or a most.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at_most: bool,
    /// The year it is to be reached in, when stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// The line whose activity it belongs to; the whole association's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Id>,
    /// Where it is stated.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Goal {
    /// Counts it in another unit: the number as it is read stays, so that 40 persons become 40 per cent (0,4).
    pub fn count_in(&mut self, unit: CountUnit) {
        let value = match (self.unit.is_share(), unit.is_share()) {
            (false, true) => self.value.checked_div(Decimal::ONE_HUNDRED),
            (true, false) => self.value.checked_mul(Decimal::ONE_HUNDRED),
            _ => Some(self.value),
        };
        self.value = value.unwrap_or(self.value);
        self.unit = unit;
    }
}

/// What a goal's number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Unit"))]
#[serde(rename_all = "snake_case")]
pub enum CountUnit {
    /// Persons, of whom what the plan says of participants tells nothing.
    Persons,
    /// All who take part: on the goal's line, or on every line.
    Participants,
    /// A share, 0–1.
    Share,
    /// Base's share of base and process, 0–1.
    BaseShare,
    /// Process's share of base and process, 0–1.
    ProcessShare,
    /// The admin share, 0–1, by the plan's definitions.
    AdminShare,
    /// Occasions: meetings, groups, courses.
    Occasions,
    /// Weeks.
    Weeks,
    /// Full-time equivalents.
    Fte,
}

impl CountUnit {
    /// Whether the number is a share, 0–1.
    pub fn is_share(self) -> bool {
        matches!(self, CountUnit::Share | CountUnit::BaseShare | CountUnit::ProcessShare | CountUnit::AdminShare)
    }
}
