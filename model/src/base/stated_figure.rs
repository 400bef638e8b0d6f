//! Printed figures: what a document states, kept beside what its lines give.

use super::{Category, Metric};
use crate::calendar::{Month, Year};
use crate::form::Form;
use crate::id::Id;
use crate::money::Decimal;
use serde::{Deserialize, Serialize};

/// A figure as a document prints it, and what it should equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Printed"))]
#[serde(deny_unknown_fields)]
pub struct StatedFigure {
    /// The label as printed.
    pub label: String,
    /// The year that the figure is for.
    pub year: Year,
    /// The figure as printed.
    pub value: StatedValue,
    /// What it stands for.
    pub stands_for: FigureMeaning,
    /// Where it is printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl StatedFigure {
    /// The terms that it stands for.
    pub fn terms(&self) -> Vec<&Term> {
        match &self.stands_for {
            FigureMeaning::Term(term) => vec![term],
            FigureMeaning::Sum(terms) => terms.iter().collect(),
            FigureMeaning::Share { part, whole } => part.iter().chain(whole).collect(),
        }
    }

    /// Whether it stands for a line, alone or with others.
    pub fn names(&self, line: &Id) -> bool {
        self.terms().iter().any(|term| matches!(term, Term::Line(id) if id == line))
    }
}

/// A printed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Value"))]
#[serde(rename_all = "snake_case")]
pub enum StatedValue {
    /// Kronor.
    Amount(Decimal),
    /// Per cent as printed: `16` or `21.57`. It agrees when the computed share rounds to it at the same decimals.
    Percent(Decimal),
    /// A count of persons or occasions.
    Count(Decimal),
}

/// What a printed value stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureMeaning {
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Form)]
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
