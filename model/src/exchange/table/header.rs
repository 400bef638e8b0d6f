//! The header row: which columns are which years, in which unit.

use super::read::is_figure;
use super::{Column, ColumnUnit};
use crate::calendar::Year;
use crate::money::Unit;

/// What headings without a year say.
const HEADING_WORDS: [&str; 10] =
    ["budget", "utfall", "prognos", "bokslut", "plan", "belopp", "bidrag", "kostnad", "summa", "år"];

/// Whether cells are a header: years or heading words over the columns, and no figures. `empty_corner` says that the
/// row has a place for a name and none there.
pub(super) fn is_header(empty_corner: bool, cells: &[String]) -> bool {
    let given: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    let bare_year = |cell: &str| cell.parse::<Year>().is_ok();
    if given.iter().any(|cell| is_figure(cell) && !bare_year(cell)) {
        return false;
    }
    // 2014 may be a year or an amount in tkr: years alone need a clue, an empty corner or rising one by one.
    if !given.is_empty() && given.iter().all(|cell| bare_year(cell)) {
        let years: Vec<Year> = given.iter().filter_map(|cell| year(cell)).collect();
        let rising = years.len() > 1 && years.windows(2).all(|pair| matches!(pair, [a, b] if a.next() == *b));
        return empty_corner || rising;
    }
    let heading_word = |cell: &str| words(cell).any(|word| HEADING_WORDS.contains(&word.as_str()));
    given.iter().any(|cell| year(cell).is_some() || unit(cell).is_some() || heading_word(cell))
}

/// The column that a heading describes. `above` is the text over or beside it that may name the unit for all.
pub(super) fn column(heading: &str, above: Option<ColumnUnit>, preset: Unit) -> Column {
    let preset = match preset {
        Unit::Kronor => ColumnUnit::Kronor,
        Unit::Thousands => ColumnUnit::Thousands,
    };
    let unit = unit(heading).or(above).unwrap_or(preset);
    Column { heading: heading.to_owned(), year: year(heading), unit }
}

/// The unit that a text names: `År 2014 (tkr)`, `Belopp i tkr`.
pub(super) fn unit(text: &str) -> Option<ColumnUnit> {
    words(text).find_map(|word| match word.as_str() {
        "kr" | "kronor" | "sek" => Some(ColumnUnit::Kronor),
        "tkr" | "tsek" | "ksek" => Some(ColumnUnit::Thousands),
        "mkr" | "mnkr" | "msek" => Some(ColumnUnit::Millions),
        _ => None,
    })
}

/// The only year that a text names: `Budget 2014`, `2015-08-31`; `2014–2016` names none.
fn year(text: &str) -> Option<Year> {
    let mut years = words(text).filter_map(|word| word.parse().ok());
    let first = years.next();
    if years.next().is_some() { None } else { first }
}

/// Words in lower case; digits are words of their own (`2015(tkr)`).
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
