//! The table of exports.

use super::export::Export;
use super::{alone, calendar, csv, document, excel, link, pictures, plan, scenario};

/// The table: what can be taken along, in the order of the menu.
pub(super) const ALL: [&Export; 12] = [
    &plan::EXPORT,
    &alone::EXPORT,
    &link::EXPORT,
    &excel::EXPORT,
    &calendar::EXPORT,
    &document::WORD,
    &csv::EXPORT,
    &document::MARKDOWN,
    &scenario::EXPORT,
    &pictures::COPY,
    &pictures::PNG,
    &pictures::SVG,
];
