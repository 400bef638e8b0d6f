//! The workbook as it is said in JSON.

use serde::Deserialize;

/// A workbook.
#[derive(Debug, Deserialize)]
pub(super) struct Said {
    pub title: String,
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Deserialize)]
pub(super) struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
    /// How many rows stay in sight and come again on each page.
    pub head: u32,
    /// How many columns stay in sight.
    pub names: u16,
    /// How wide the columns are, in characters; the last holds for all that follow.
    pub widths: Vec<u32>,
}

/// A cell: a text, a number, or a formula with what it comes to.
#[derive(Debug, Deserialize)]
pub(super) struct Cell {
    #[serde(rename = "t")]
    pub text: Option<String>,
    #[serde(rename = "n")]
    pub number: Option<String>,
    #[serde(rename = "f")]
    pub formula: Option<String>,
    #[serde(rename = "l")]
    pub look: Look,
    #[serde(rename = "w")]
    pub written: Written,
}

/// What a cell is for the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Look {
    Plain,
    Title,
    Note,
    Head,
    Heading,
    Input,
    Fixed,
    Sum,
    Text,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Written {
    Words,
    Kronor,
    Exact,
    Share,
    Rate,
    Count,
    Year,
}
