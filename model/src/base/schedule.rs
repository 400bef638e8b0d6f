//! The schedule: what a line costs over time.

use crate::calendar::{Month, Year, between};
use crate::form::Form;
use crate::money::Decimal;
use crate::sorted::SortedMap;
use serde::{Deserialize, Serialize};

/// Amounts over time: given year by year, or a level that goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// What the line costs each year as planned, kronor. Given years are used as they are; a missing year between two
    /// given ones is 0 and a finding; after the last given year the amount goes on with the index.
    Amounts(SortedMap<Year, Decimal>),
    /// A full-year amount from a year on.
    Level(Level),
}

impl Schedule {
    /// The amounts or levels that are given, by year.
    pub fn given(&self) -> &SortedMap<Year, Decimal> {
        match self {
            Schedule::Amounts(amounts) => amounts,
            Schedule::Level(level) => &level.levels,
        }
    }

    /// The same, to be changed.
    pub fn given_mut(&mut self) -> &mut SortedMap<Year, Decimal> {
        match self {
            Schedule::Amounts(amounts) => amounts,
            Schedule::Level(level) => &mut level.levels,
        }
    }
}

/// A full-year amount from a year on, going on until the next given level; each year's amount is the level × active
/// months / 12 × the share of each month that the association funds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Kronor for a full year, by the year that the level begins.
    pub levels: SortedMap<Year, Decimal>,
    /// The association's share of the cost from a month on; the whole of it before the first phase.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funding: Vec<Funding>,
}

/// From a month on the association funds this share of a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// The first month with this share.
    pub from: Month,
    /// Share of the cost, 0–1.
    pub share: Decimal,
}

/// The months in which a line runs; no first month means always before, no last month means on and on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Active {
    /// The first active month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Month>,
    /// The last active month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Month>,
}

impl Active {
    /// Whether the line runs in `month`.
    pub fn contains(self, month: Month) -> bool {
        between(self.first, self.last, &month)
    }

    /// How many months of `year` the line runs, 0–12.
    pub fn months_in(self, year: Year) -> u8 {
        let count = year.months().filter(|month| self.contains(*month)).count();
        u8::try_from(count).unwrap_or(12)
    }
}

/// The step, in kronor, that continued amounts are rounded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RoundingStep"))]
pub enum Rounding {
    /// Whole kronor.
    #[default]
    #[serde(rename = "1")]
    One,
    /// Tens.
    #[serde(rename = "10")]
    Ten,
    /// Hundreds.
    #[serde(rename = "100")]
    Hundred,
    /// Thousands (*tkr*).
    #[serde(rename = "1000")]
    Thousand,
}

impl Rounding {
    /// All steps, smallest first.
    pub const ALL: [Rounding; 4] = [Rounding::One, Rounding::Ten, Rounding::Hundred, Rounding::Thousand];

    /// The step in kronor.
    pub fn kronor(self) -> Decimal {
        match self {
            Rounding::One => Decimal::ONE,
            Rounding::Ten => Decimal::TEN,
            Rounding::Hundred => Decimal::ONE_HUNDRED,
            Rounding::Thousand => Decimal::ONE_THOUSAND,
        }
    }
}
