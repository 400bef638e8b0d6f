//! The table of exports.

use super::export::Export;
use super::{alone, csv, document, excel, plan, scenario};

/// The table: what can be taken along, in the order of the menu.
pub(super) const ALL: [&Export; 7] = [
    &plan::EXPORT,
    &alone::EXPORT,
    &scenario::EXPORT,
    &excel::EXPORT,
    &document::WORD,
    &csv::EXPORT,
    &document::MARKDOWN,
];
