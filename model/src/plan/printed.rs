//! Printed figures: what a document states, kept beside what its lines give.

use super::{Category, Id};
use crate::calendar::{Month, Year};
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// A figure as a document prints it, and what it should equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// The label as printed.
    pub label: String,
    /// The year that the figure is for.
    pub year: Year,
    /// The figure as printed.
    pub value: Value,
    /// What it stands for.
    pub stands_for: Figure,
    /// Where it is printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Printed {
    /// The terms that it stands for.
    pub fn terms(&self) -> Vec<&Term> {
        match &self.stands_for {
            Figure::Term(term) => vec![term],
            Figure::Sum(terms) => terms.iter().collect(),
            Figure::Share { part, whole } => part.iter().chain(whole).collect(),
        }
    }

    /// Whether it stands for a line, alone or with others.
    pub fn names(&self, line: &Id) -> bool {
        self.terms().iter().any(|term| matches!(term, Term::Line(id) if id == line))
    }
}

/// A printed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Kronor.
    Amount(Decimal),
    /// Per cent as printed: `16` or `21.57`. It agrees when the computed share rounds to it at the same decimals.
    Percent(Decimal),
    /// A count of persons or occasions.
    Count(Decimal),
}

/// What a printed value stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// One term.
    Term(Term),
    /// The sum of terms.
    Sum(Vec<Term>),
    /// One sum as a share of another.
    Share {
        /// The sum above the fraction line.
        part: Vec<Term>,
        /// The sum below it.
        whole: Vec<Term>,
    },
}

/// A part of a printed figure's sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// A metric of the projection.
    Metric(Metric),
    /// All lines of a category.
    Category(Category),
    /// One line.
    Line(Id),
    /// A named amount that the document states and no line carries (a project's ceiling, a sub-total).
    Stated {
        /// Its name as printed.
        name: String,
        /// Kronor, or a count; negative to subtract.
        amount: Decimal,
        /// With `from` and `to` the amount is for all those months, and only the year's part of it counts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Month>,
        /// The last month that the amount is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Month>,
    },
}

/// A yearly figure of the projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Contributions (*bidrag*).
    Contributions,
    /// Other income.
    OtherIncome,
    /// All income, the financial too.
    Income,
    /// Planned use of saved money.
    EquityUse,
    /// Frame (*ram inkl. sparade medel*): contributions + other income + planned use of saved money.
    Frame,
    /// Board.
    Board,
    /// Administration.
    Administration,
    /// Audit.
    Audit,
    /// Board + administration + audit.
    Overhead,
    /// Activities (*insatser*), all approaches.
    Activities,
    /// Base activities.
    Base,
    /// Process activities.
    Process,
    /// Structure activities.
    Structure,
    /// Activities with no approach set.
    Untagged,
    /// Operating cost (*verksamhetens kostnader*): board + administration + audit + activities.
    Cost,
    /// Financial costs − financial income.
    FinancialNet,
    /// Result (*årets resultat*): income − costs. Saved money is not income.
    Result,
    /// Equity at the beginning of the year.
    OpeningEquity,
    /// Equity at the end of the year (*eget kapital*).
    Equity,
    /// Frame − cost − financial net: what the budget leaves unused of its frame (*utrymme mot ramen*).
    FrameLeft,
    /// Activity room (*insatsram*): frame − board − administration − audit − financial net.
    ActivityRoom,
    /// Admin share, 0–1, by the plan's definitions.
    AdminShare,
    /// Coordinators: base money / cost per full-time equivalent.
    Fte,
    /// Places: coordinators × places per full-time equivalent.
    Places,
}

impl Metric {
    /// All metrics.
    pub const ALL: [Metric; 24] = [
        Metric::Contributions,
        Metric::OtherIncome,
        Metric::Income,
        Metric::EquityUse,
        Metric::Frame,
        Metric::Board,
        Metric::Administration,
        Metric::Audit,
        Metric::Overhead,
        Metric::Activities,
        Metric::Base,
        Metric::Process,
        Metric::Structure,
        Metric::Untagged,
        Metric::Cost,
        Metric::FinancialNet,
        Metric::Result,
        Metric::OpeningEquity,
        Metric::Equity,
        Metric::FrameLeft,
        Metric::ActivityRoom,
        Metric::AdminShare,
        Metric::Fte,
        Metric::Places,
    ];
}
