//! How much room something takes.

use crate::words::{Language, count};
use samplan::money::Decimal;

/// A number of characters as kilobytes.
pub fn kilobytes(language: Language, characters: f64) -> String {
    count(language, Decimal::try_from((characters / 1000.0).ceil()).unwrap_or_default(), 0)
}
