//! A workbook and its sheets, and how their cells name each other.

use super::cell::{Cell, Look, Written};
use crate::calendar::Horizon;
use crate::money::{Decimal, is_invisible};
use serde::Serialize;

/// The columns before the first year: the name and what kind of row it is.
const BEFORE_YEARS: usize = 2;
/// The most characters that Excel lets a sheet's name have.
const LONGEST_NAME: usize = 31;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Workbook {
    /// What it is about.
    pub title: String,
    /// The sheets in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its name, as spreadsheet programs take it.
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
    /// How many rows stay in sight and come again on each page.
    pub head: usize,
    /// How many columns stay in sight.
    pub names: usize,
    /// How wide its columns are, in characters; the last one holds for all that follow.
    pub widths: Vec<u32>,
}

impl Sheet {
    /// A sheet with nothing in it yet.
    pub(super) fn new(name: String, widths: &[u32]) -> Sheet {
        Sheet { name, rows: Vec::new(), head: 0, names: 0, widths: widths.to_vec() }
    }

    /// A sheet with years as columns, and what stands over them: its title, what is to be known of it, and the heads.
    pub(super) fn by_year(name: String, title: String, notes: &[String], heads: [String; 2], years: Horizon) -> Sheet {
        let mut sheet = Sheet::new(name, &[44, 24, 14]);
        sheet.push(vec![Cell::text(title, Look::Title)]);
        for note in notes {
            sheet.push(vec![Cell::text(note.clone(), Look::Note)]);
        }
        sheet.push(Vec::new());
        let heads = heads.into_iter().map(|head| Cell::text(head, Look::Head));
        let years = years.iter().map(|year| Cell::number(Decimal::from(year.number()), Look::Head, Written::Year));
        sheet.push(heads.chain(years).collect());
        sheet.head = sheet.rows.len();
        sheet.names = 1;
        sheet
    }

    /// Adds a row and gives its number, from 1.
    pub(super) fn push(&mut self, row: Vec<Cell>) -> usize {
        self.rows.push(row);
        self.rows.len()
    }

    /// The number that the next row gets.
    pub(super) fn next(&self) -> usize {
        self.rows.len().saturating_add(1)
    }

    /// Adds a part's name.
    pub(super) fn heading(&mut self, name: impl Into<String>) {
        self.push(vec![Cell::text(name, Look::Heading)]);
    }
}

/// The cell of a year in a row of the same sheet: `D12`.
pub(super) fn at(place: usize, row: usize) -> String {
    format!("{}{row}", column(place.saturating_add(BEFORE_YEARS)))
}

/// The same from another sheet: `'Planen'!D12`.
pub(super) fn on(sheet: &str, place: usize, row: usize) -> String {
    format!("'{}'!{}", sheet.replace('\'', "''"), at(place, row))
}

/// A column's letters, from its place: `A`, …, `Z`, `AA`.
fn column(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place.saturating_add(1);
    while rest > 0 {
        let below = rest.saturating_sub(1);
        letters.push(char::from(b'A'.saturating_add(u8::try_from(below.checked_rem(26).unwrap_or(0)).unwrap_or(0))));
        rest = below.checked_div(26).unwrap_or(0);
    }
    letters.into_iter().rev().collect()
}

/// A name that spreadsheet programs take and no other sheet has: 31 characters at most, none of `[ ] : * ? / \`, no
/// apostrophe at its ends, and not the one that Excel keeps for itself. No quotation mark either: a formula that names
/// such a sheet is written wrong (LibreOffice: `#VALUE!`).
pub(super) fn free_name(wanted: &str, taken: &[String]) -> String {
    let refused = |character: char| {
        "[]:*?/\\\"\u{fffe}\u{ffff}".contains(character) || character.is_control() || is_invisible(character)
    };
    let plain: String = wanted.chars().map(|one| if refused(one) { ' ' } else { one }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.trim_matches(['\'', ' ']);
    let plain =
        if plain.is_empty() || plain.to_lowercase() == "history" { format!("{plain}_") } else { plain.to_owned() };
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    // Excel counts as UTF-16 does.
    let cut = |most: usize| {
        let mut units = 0_usize;
        let fits = |one: &char| {
            units = units.saturating_add(one.len_utf16());
            units <= most
        };
        plain.chars().take_while(fits).collect::<String>().trim_end_matches(['\'', ' ']).to_owned()
    };
    let first = cut(LONGEST_NAME);
    let numbered = (2_u32..).map(|number| format!("{} ({number})", cut(LONGEST_NAME.saturating_sub(7))));
    std::iter::once(first).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!(
            [0, 1, 25, 26, 27, 51, 52, 701, 702].map(column),
            ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]
        );
        assert_eq!(on("Vi & 'dom'", 0, 7), "'Vi & ''dom'''!C7");
    }

    #[test]
    fn a_sheet_gets_a_name_that_excel_takes() {
        let taken = ["Planen".to_owned(), "Sammanslagning 2016 med Alvesta".to_owned()];
        assert_eq!(free_name("Planen", &taken), "Planen (2)");
        assert_eq!(free_name("planen", &taken), "planen (2)");
        assert_eq!(free_name("a/b [c]: *d*?", &taken), "a b c d");
        assert_eq!(free_name("'Lugnt'", &taken), "Lugnt");
        assert_eq!(free_name("Bara \"basen\"", &taken), "Bara basen");
        for (wanted, name) in [
            ("History", "History_"),
            ("' historik '", "historik"),
            ("'history'", "history_"),
            ("' '", "_"),
            ("[]:*?/\\", "_"),
            ("\u{202e}Plan\u{0}\u{ffff}", "Plan"),
            ("Bob's plan", "Bob's plan"),
            ("=1+1", "=1+1"),
            // The apostrophe that the cut leaves last goes too.
            ("Alternativ som heter något d's'", "Alternativ som heter något d's"),
            ("123456789012345678901234567890'x", "123456789012345678901234567890"),
        ] {
            assert_eq!(free_name(wanted, &taken), name, "{wanted}");
        }
        assert_eq!(free_name("", &taken), "_");
        let long = free_name("Sammanslagning 2016 med Alvesta samordningsförbund", &taken);
        assert_eq!(long, "Sammanslagning 2016 med (2)");
        assert!(free_name(&"😀".repeat(40), &[]).encode_utf16().count() <= 31);
    }
}
