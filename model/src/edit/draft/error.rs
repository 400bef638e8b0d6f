//! What is wrong with a field of a draft.

use super::FormRow;
use crate::money::Decimal;
use crate::plan::validation::{LONGEST_NAME, MOST_KRONOR};
use serde::{Deserialize, Serialize};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DraftField {
    /// The plan's name.
    Name,
    /// The association's name.
    Association,
    FirstYear,
    /// The region's name.
    Region,
    /// A municipality's name.
    Municipality(FormRow),
    /// A municipality's inhabitants.
    Inhabitants(FormRow),
    /// All contributions together.
    Total,
    /// A municipality's own amount.
    Own(FormRow),
    /// A line's name.
    LineName(FormRow),
    /// A line's amount.
    LineAmount(FormRow),
    /// Equity at the beginning.
    OpeningEquity,
}

/// What is wrong with a field of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// A name or number is missing.
    Empty,
    /// A name is too long.
    TooLong {
        /// The most characters.
        most: usize,
    },
    /// The text is not a year that plans can name.
    NotAYear,
    /// The last year would be after the calendar's last.
    YearsTooFar,
    /// An amount or a count is negative.
    Negative,
    /// An amount or a count has decimals.
    NotWhole,
    /// An amount or a count is too large.
    TooLarge,
    /// The key by inhabitants needs the number.
    NoInhabitants,
    /// The key by own amounts needs the amount.
    NoOwnAmount,
}

impl FieldError {
    /// What is wrong with an amount that cannot be negative.
    pub(super) fn of_amount(amount: Decimal) -> Option<FieldError> {
        if amount < Decimal::ZERO { Some(FieldError::Negative) } else { FieldError::of_either_sign(amount) }
    }

    /// What is wrong with an amount of either sign.
    pub(super) fn of_either_sign(amount: Decimal) -> Option<FieldError> {
        if amount.abs() > Decimal::from(MOST_KRONOR) {
            Some(FieldError::TooLarge)
        } else if !amount.fract().is_zero() {
            Some(FieldError::NotWhole)
        } else {
            None
        }
    }

    pub(super) fn of_count(count: Decimal) -> Option<FieldError> {
        if count > Decimal::from(u32::MAX) { Some(FieldError::TooLarge) } else { FieldError::of_amount(count) }
    }

    pub(super) fn of_name(name: &str) -> Option<FieldError> {
        if name.trim().is_empty() { Some(FieldError::Empty) } else { FieldError::of_length(name) }
    }

    pub(super) fn of_length(name: &str) -> Option<FieldError> {
        (name.chars().count() > LONGEST_NAME).then_some(FieldError::TooLong { most: LONGEST_NAME })
    }
}
