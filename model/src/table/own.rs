//! What the app's own table calls its sections and computed rows, in both its languages: a block that was copied in it
//! comes in again as it was. `tests/tables/copied.rs` holds these names against the app's words.

use super::reading::{Role, StandsFor};
use crate::base::Category;

/// A section of the app's own table.
pub(super) enum OwnSection {
    /// Lines of income.
    Income(Category),
    /// Lines of costs.
    Costs(Category),
    /// Computed figures.
    Computed,
}

/// The section that a heading opens.
pub(super) fn section(heading: &str) -> Option<OwnSection> {
    Some(match heading.trim().to_lowercase().as_str() {
        "contributions" => OwnSection::Income(Category::Contribution),
        "other income" => OwnSection::Income(Category::OtherIncome),
        "board and administration" => OwnSection::Costs(Category::Administration),
        "activities" => OwnSection::Costs(Category::Activity),
        "finansiella kostnader" | "financial costs" => OwnSection::Costs(Category::FinancialCost),
        "ram, resultat och eget kapital" | "frame, result and equity" | "nyckeltal" | "key figures" => {
            OwnSection::Computed
        }
        _ => return None,
    })
}

/// What a computed row is, and what it equals.
pub(super) fn row(name: &str) -> Option<(Role, Option<StandsFor>)> {
    Some(match name.trim().to_lowercase().as_str() {
        "planned use of saved money" => (Role::Equity, None),
        "total costs" => (Role::Sum, Some(StandsFor::Cost)),
        "total income" => (Role::Sum, Some(StandsFor::Income)),
        "ram inkl. sparade medel" | "frame incl. saved money" => (Role::Sum, Some(StandsFor::Frame)),
        "kvar av ramen" | "left of the frame" => (Role::Result, Some(StandsFor::FrameLeft)),
        "result of the year" => (Role::Result, Some(StandsFor::Result)),
        "eget kapital vid årets slut" | "equity at year-end" => (Role::Equity, Some(StandsFor::Equity)),
        "total contributions" | "total activities" | "total board and administration" => {
            (Role::Sum, Some(StandsFor::Unknown))
        }
        "insatsram" | "activity room" | "administrationsandel" | "administration share" => (Role::Ignored, None),
        _ => return None,
    })
}
