//! What the app's own table calls its sections and computed rows, in both its languages: a block that was copied in it
//! comes in again as it was. `tests/tables/copied.rs` holds these names against the app's words.

use super::layout::Grid;
use super::reading::{Role, StandsFor};
use super::row_name::RowName;
use crate::base::Category;

/// By row of a table that is the app's own, copied whole: the kind of each line, whatever it is called. Of no use for
/// another table, or a part of it: then empty.
pub(super) fn lines(grid: &Grid, names: Option<usize>, body: usize) -> Vec<Option<Category>> {
    let rows = grid.cells.len();
    let name = |row: usize| grid.text(row, 0).trim().to_lowercase();
    let corner = (0..rows).map(name).find(|name| !name.is_empty()).unwrap_or_default();
    let has = |own: &str| (body..rows).any(|row| name(row) == own);
    let swedish = has("ram inkl. sparade medel") && has("eget kapital vid årets slut");
    let english = has("frame incl. saved money") && has("equity at year-end");
    if names != Some(0) || !matches!(corner.as_str(), "kr" | "tkr") || swedish == english {
        return Vec::new();
    }
    let mut section = None;
    let kind = |row: usize| {
        let own = name(row);
        if (1..grid.width).all(|column| grid.text(row, column).is_empty()) {
            section = heading(&own);
            return None;
        }
        // A line may be called as a computed row is; the app's own comes last.
        let computed = is_computed(&own, english) && !(row.saturating_add(1)..rows).any(|below| name(below) == own);
        section.filter(|_| row >= body && !computed).map(|section| of_line(section, &own))
    };
    (0..rows).map(kind).collect()
}

/// The kind of the lines under one of the app's own headings.
fn heading(name: &str) -> Option<Category> {
    match name {
        "bidrag" => Some(Category::Contribution),
        "övriga intäkter" => Some(Category::OtherIncome),
        "styrelse och administration" => Some(Category::Administration),
        "insatser" => Some(Category::Activity),
        _ => match section(name) {
            Some(OwnSection::Income(category) | OwnSection::Costs(category)) => Some(category),
            Some(OwnSection::Computed) | None => None,
        },
    }
}

/// Board and audit stand among the administration, and interest among other income.
fn of_line(section: Category, name: &str) -> Category {
    let name = RowName::new(name);
    match section {
        Category::Administration => name
            .own_category(true)
            .filter(|own| matches!(own, Category::Board | Category::Audit))
            .unwrap_or(Category::Administration),
        Category::OtherIncome => {
            name.financial().filter(|own| *own == Category::FinancialIncome).unwrap_or(Category::OtherIncome)
        }
        section => section,
    }
}

/// Whether the app computes a row of that name, in the table's own language.
fn is_computed(name: &str, english: bool) -> bool {
    const SWEDISH: [&str; 14] = [
        "summa bidrag",
        "summa intäkter",
        "summa styrelse och administration",
        "summa insatser",
        "summa kostnader",
        "planerad användning av sparade medel",
        "ram inkl. sparade medel",
        "insatsram",
        "kvar av ramen",
        "årets resultat",
        "eget kapital vid årets slut",
        "administrationsandel",
        "samordnare",
        "platser",
    ];
    const ENGLISH: [&str; 14] = [
        "total contributions",
        "total income",
        "total board and administration",
        "total activities",
        "total costs",
        "planned use of saved money",
        "frame incl. saved money",
        "activity room",
        "left of the frame",
        "result of the year",
        "equity at year-end",
        "administration share",
        "coordinators",
        "places",
    ];
    if english { ENGLISH.contains(&name) } else { SWEDISH.contains(&name) }
}
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
