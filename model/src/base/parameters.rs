//! What a plan lets its users define: indices, definitions, rules.

use super::{Grade, is_default};
use crate::calendar::Year;
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// A named index (*uppräkning*): yearly rates of change that lines can follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Unique in the plan.
    pub id: Id,
    /// The index's name.
    pub name: String,
    /// Rate by year as a share (0.025 is 2,5 %): from the year before to this one. A rate holds until the next given
    /// one; before the first it is 0.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub rates: SortedMap<Year, Decimal>,
    /// Where the rates come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The date of the source, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

impl Index {
    /// The rate from the year before to `year`, as a share.
    pub fn rate(&self, year: Year) -> Decimal {
        self.rates.range(..=year).next_back().map(|(_, rate)| *rate).unwrap_or_default()
    }
}

/// The two switches of the admin share (*administrationsandel*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Definitions {
    /// Whether the board's costs count as administration.
    pub board_counts: bool,
    /// What the share is taken of.
    pub share_of: AdminShareOf,
}

impl Default for Definitions {
    fn default() -> Self {
        Definitions { board_counts: true, share_of: AdminShareOf::Cost }
    }
}

/// What the admin share is taken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AdminShareOf {
    /// Of the year's cost.
    Cost,
    /// Of the year's contributions.
    Contributions,
}

/// The board's own rules: floor and staircase for equity, limits for a year's forecast, what a risk's likelihood is in
/// numbers. Of equity nothing is preset: the
/// steps of the national recommendation of 2013-10-02 were not found in a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The least equity that the board accepts, kronor.
    #[serde(default, skip_serializing_if = "is_default")]
    pub equity_floor: Decimal,
    /// The staircase (*trappa*) for the most equity; empty when the board has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staircase: Vec<Stair>,
    /// Where the staircase comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub staircase_source: String,
    /// The date of that source, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub staircase_date: String,
    /// How far the pace that a year's plan needs may be from the pace so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub forecast: ForecastLimits,
    /// What low, medium and high likelihood are in numbers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub likelihoods: Likelihoods,
}

/// Limits for the pace needed for the rest of a year / the pace so far. Costs of a year are uneven (summer, projects
/// that start in the autumn), so the preset lets three tenths either way pass; eight months at even pace under a plan
/// that needs 1,3 times the pace leave a tenth of the year's money unspent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastLimits {
    /// Under this the money goes faster than the plan has room for; 0,7 preset.
    pub least: Decimal,
    /// Over this more is to be spent than the pace so far gives reason to expect; 1,3 preset.
    pub most: Decimal,
}

impl Default for ForecastLimits {
    fn default() -> Self {
        ForecastLimits { least: Decimal::from_parts(7, 0, 0, false, 1), most: Decimal::from_parts(13, 0, 0, false, 1) }
    }
}

/// Likelihood grades as probabilities, 0–1, that the worst case comes within the plan's years. Preset are the middles
/// of three equal thirds: what the words low, medium and high say when nobody has said more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Likelihoods {
    /// Low; 0,17 preset.
    pub low: Decimal,
    /// Medium; 0,5 preset.
    pub medium: Decimal,
    /// High; 0,83 preset.
    pub high: Decimal,
}

impl Default for Likelihoods {
    fn default() -> Self {
        let per_cent = |number| Decimal::from_parts(number, 0, 0, false, 2);
        Likelihoods { low: per_cent(17), medium: per_cent(50), high: per_cent(83) }
    }
}

impl Likelihoods {
    /// The probability of a grade, 0–1.
    pub fn of(&self, grade: Grade) -> Decimal {
        match grade {
            Grade::Low => self.low,
            Grade::Medium => self.medium,
            Grade::High => self.high,
        }
    }
}

/// One step of the staircase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stair {
    /// Holds for yearly contributions up to this many kronor; the last step may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contributions_up_to: Option<Decimal>,
    /// The most equity as a share of the contributions, 0–1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_share: Option<Decimal>,
    /// The most equity in kronor. With both, the lower holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_amount: Option<Decimal>,
}
