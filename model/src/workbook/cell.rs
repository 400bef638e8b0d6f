//! A cell of a workbook: a text, a number or a formula, and how it looks. Written as JSON for the module that makes the
//! file; the keys are short, for a large plan has a quarter of a million cells.

use crate::money::Decimal;
use crate::plan::MetricKind;
use serde::Serialize;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// A text, which is never taken for a formula.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// A number, or what the formula comes to.
    #[serde(rename = "n", skip_serializing_if = "Option::is_none")]
    pub number: Option<Decimal>,
    /// A formula, without the sign of equality.
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// What it is for the eye.
    #[serde(rename = "l")]
    pub look: Look,
    /// How its number is written.
    #[serde(rename = "w")]
    pub written: Written,
}

/// What a cell is for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Nothing of its own.
    Plain,
    /// The sheet's title.
    Title,
    /// A remark, in several lines where it is long.
    Note,
    /// Over a column.
    Head,
    /// A part of the sheet.
    Heading,
    /// To be changed by the reader.
    Input,
    /// Given by a decision: changed in the app, not here.
    Fixed,
    /// A sum or what follows from sums.
    Sum,
    /// A long text.
    Text,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Written {
    /// No number.
    Words,
    /// Whole kronor.
    Kronor,
    /// Kronor with decimals.
    Exact,
    /// Per cent with one decimal.
    Share,
    /// Per cent with the decimals that it has.
    Rate,
    /// With one or two decimals.
    Count,
    Year,
}

impl Written {
    /// How kronor are written that may have decimals.
    pub(super) fn of_amount(amount: Decimal) -> Written {
        if amount.fract().is_zero() { Written::Kronor } else { Written::Exact }
    }

    /// How a figure's numbers are written.
    pub(super) fn of(kind: MetricKind) -> Written {
        match kind {
            MetricKind::Money => Written::Kronor,
            MetricKind::Share => Written::Share,
            MetricKind::Count { .. } => Written::Count,
        }
    }
}

impl Cell {
    /// Nothing.
    pub(super) fn empty() -> Cell {
        Cell { text: None, number: None, formula: None, look: Look::Plain, written: Written::Words }
    }

    /// A text.
    pub(super) fn text(text: impl Into<String>, look: Look) -> Cell {
        Cell { text: Some(text.into()), look, ..Cell::empty() }
    }

    /// A number.
    pub(super) fn number(number: Decimal, look: Look, written: Written) -> Cell {
        Cell { number: Some(number), look, written, ..Cell::empty() }
    }

    /// A formula with what it comes to; absent for an empty text.
    pub(super) fn formula(formula: String, number: Option<Decimal>, look: Look, written: Written) -> Cell {
        Cell { text: None, number, formula: Some(formula), look, written }
    }
}
