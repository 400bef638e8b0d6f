//! The parts of a guided form's answers.

use crate::money::Decimal;
use crate::plan::{Approach, Category};
use serde::{Deserialize, Serialize};

/// What the State's members and lines are called in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateNames {
    /// Försäkringskassan.
    pub insurance: String,
    /// Arbetsförmedlingen.
    pub employment: String,
    /// Försäkringskassan's line when it pays for both.
    pub insurance_for_both: String,
}

/// Identifies a row of a form for as long as the form lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct FormRow(pub(super) u32);

impl std::fmt::Display for FormRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A municipality of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    pub row: FormRow,
    pub name: String,
    /// Its inhabitants, when typed.
    pub inhabitants: Option<Decimal>,
    /// Its contribution under [`Key::Own`], kronor a year.
    pub own: Option<Decimal>,
}

impl Municipality {
    pub(super) fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.inhabitants.is_none() && self.own.is_none()
    }
}

/// A budget line of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    pub row: FormRow,
    pub name: String,
    /// What kind of cost it is.
    pub category: Category,
    /// For an activity: base, process or structure.
    pub approach: Option<Approach>,
    /// Kronor a year from the first year on.
    pub amount: Option<Decimal>,
}

impl DraftLine {
    pub(super) fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.amount.is_none()
    }
}

/// How the State's half is written: Försäkringskassan pays it all by law, and some documents show it as two quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateHalf {
    /// Försäkringskassan 50 %.
    Whole,
    /// Försäkringskassan 25 % and Arbetsförmedlingen 25 %.
    Halved,
}

/// How the municipalities share their quarter; the law leaves it to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Key {
    /// The same for each.
    Equal,
    /// By inhabitants.
    Inhabitants,
    /// An amount for each.
    Own,
}
