//! Columns of months, quarters, thirds or halves of a year that together are the whole of it: what they come to is the
//! year's amount.

use super::dates::month;
use super::figure::Figure;
use super::heading::{self, Heading, Of};
use super::layout::Grid;
use super::reading::{Answers, Column, ColumnKind, Reading};
use super::spelling::plain_words;
use crate::calendar::Year;
use crate::money::Decimal;
use std::collections::BTreeMap;

/// All months of a year, a bit each.
const WHOLE: u16 = 0xfff;

/// The months that a heading names when it is of a part of a year alone: `jan 2027`, `Kv 1`, `jan–juni`, `Halvår 2`. A day
/// may end what is reckoned from the year's beginning.
pub(super) fn months(text: &str) -> Option<u16> {
    let words = plain_words(text);
    // What is reckoned from the year's beginning is no part.
    let so_far = |word: &String| matches!(word.as_str(), "tom" | "hittills" | "ytd") || word.starts_with("ack");
    if words.iter().any(so_far) || text.to_lowercase().contains("t.o.m") || text.to_lowercase().contains("till och med")
    {
        return None;
    }
    let named: Vec<u8> = words.iter().filter_map(|word| month(word)).collect();
    match named.as_slice() {
        [] => {}
        [one] if heading::read(text).years.len() <= 1 && !dated(text) => return Some(bits(*one, *one)),
        [first, last]
            if first < last && (text.contains(['-', '–', '—']) || words.iter().any(|word| word == "till")) =>
        {
            return Some(bits(*first, *last));
        }
        _ => return None,
    }
    if let [year, number] = words.as_slice()
        && heading::bare_year(year).is_some()
        && number.len() == 2
        && text.contains('-')
    {
        return number.parse().ok().filter(|month| (1..=12).contains(month)).map(|month| bits(month, month));
    }
    words.iter().enumerate().find_map(|(place, word)| {
        let of = match word.as_str() {
            "kvartal" | "kvartalet" | "kv" | "q" => 4_u8,
            "tertial" | "tertialet" | "t" => 3,
            "halvår" | "halvåret" | "h" => 2,
            "vår" | "våren" | "vt" | "vårtermin" | "vårterminen" => return Some(bits(1, 6)),
            "höst" | "hösten" | "ht" | "hösttermin" | "höstterminen" => return Some(bits(7, 12)),
            _ => return None,
        };
        let after = words.get(place.saturating_add(1)).and_then(|word| ordinal(word));
        let before = || words.iter().take(place).rev().take(2).find_map(|word| ordinal(word));
        let number = after.or_else(before).filter(|number| *number <= of)?;
        let length = 12_u8.checked_div(of)?;
        let last = number.checked_mul(length)?;
        Some(bits(last.checked_sub(length)?.checked_add(1)?, last))
    })
}

fn dated(text: &str) -> bool {
    plain_words(text).iter().any(|word| heading::bare_year(word).is_none() && word.parse::<u32>().is_ok())
}

fn ordinal(word: &str) -> Option<u8> {
    match word {
        "1" | "i" | "första" => Some(1),
        "2" | "ii" | "andra" => Some(2),
        "3" | "iii" | "tredje" => Some(3),
        "4" | "iv" | "fjärde" => Some(4),
        _ => None,
    }
}

fn bits(first: u8, last: u8) -> u16 {
    (first..=last)
        .filter_map(|month| 1_u16.checked_shl(u32::from(month).saturating_sub(1)))
        .fold(0, |all, bit| all | bit)
}

/// Whether a column of budget has a part of its year's amounts.
pub(super) fn is_period(column: &Column) -> bool {
    column.kind == ColumnKind::Amount && column.of == Of::Budget && months(&column.heading).is_some()
}

impl Reading {
    /// How many columns of parts of a year are added up for it.
    pub fn parts_added(&self) -> usize {
        let parts = || self.columns.iter().filter(|column| column.year.is_some() && is_period(column));
        parts().filter(|one| parts().filter(|other| other.year == one.year).count() > 1).count()
    }
}

/// Columns that together are a whole year of a budget.
pub(super) struct Whole {
    pub(super) year: Option<Year>,
    /// Whether no column beside them has their total: one that is not what they come to leaves it open.
    pub(super) alone: bool,
}

/// The columns that together are a whole year of a budget: by the years in their heads, else by the title's.
pub(super) fn whole_years(
    columns: &[Column],
    headings: &[Heading],
    grid: &Grid,
    title: (Option<Year>, Option<Of>),
    answers: &Answers,
) -> BTreeMap<usize, Whole> {
    let (caption, of) = title;
    let mut by_year: BTreeMap<Option<Year>, Vec<(usize, u16)>> = BTreeMap::new();
    for (place, (column, heading)) in columns.iter().zip(headings).enumerate() {
        let budget = heading.of.or(of).is_none_or(|of| of == Of::Budget);
        let open = column.kind == ColumnKind::Amount && budget && !answers.columns.contains_key(&place);
        let Some(months) = months(&column.heading).filter(|_| open) else { continue };
        by_year.entry(heading.year().or(caption)).or_default().push((place, months));
    }
    let is_whole = |parts: &[(usize, u16)]| {
        let all = parts.iter().fold(0, |all, (_, months)| all | months);
        let count: u32 = parts.iter().map(|(_, months)| months.count_ones()).sum();
        parts.len() > 1 && all == WHOLE && count == 12
    };
    by_year.retain(|_, parts| is_whole(parts) && !accumulates(grid, parts));
    let alone = |year: Option<Year>| {
        let of_year = |heading: &Heading| heading.years.is_empty() || heading.year() == year;
        !headings.iter().any(|heading| heading.totals && !heading.part_of_year && of_year(heading))
    };
    let parts = by_year.into_iter().flat_map(|(year, parts)| parts.into_iter().map(move |(place, _)| (place, year)));
    parts.map(|(place, year)| (place, Whole { year, alone: alone(year) })).collect()
}

/// Whether figures grow from part to part in every row as they do where each has what came before it too.
fn accumulates(grid: &Grid, parts: &[(usize, u16)]) -> bool {
    let mut parts = parts.to_vec();
    parts.sort_unstable_by_key(|(_, months)| *months);
    let value = |row: usize, place: usize| match grid.figure(row, place) {
        Figure::Amount { value, .. } => Some(value.abs()),
        _ => None,
    };
    let rows = (0..grid.cells.len()).filter_map(|row| {
        let values: Option<Vec<Decimal>> = parts.iter().map(|(place, _)| value(row, *place)).collect();
        values.filter(|values| values.iter().any(|value| !value.is_zero()))
    });
    let mut rows = rows.peekable();
    let most = Decimal::from(parts.len().saturating_mul(3).div_ceil(5));
    let grows = |values: Vec<Decimal>| match values.as_slice() {
        [first, .., last] => {
            values.is_sorted() && !first.is_zero() && *last >= first.saturating_mul(most) && *last > *first
        }
        _ => false,
    };
    rows.peek().is_some() && rows.all(grows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_year_are_told_by_their_months() {
        for text in ["jan–juni 2027", "Halvår 1", "H1 2027", "VT 2027", "1:a halvåret 2027", "Första halvåret"] {
            assert_eq!(months(text), Some(0b11_1111), "{text}");
        }
        for text in ["Kv 2", "Q2", "apr-jun", "Kvartal 2 2027", "2:a kvartalet"] {
            assert_eq!(months(text), Some(0b11_1000), "{text}");
        }
        for text in ["dec", "December 2027", "2027-12"] {
            assert_eq!(months(text), Some(0b1000_0000_0000), "{text}");
        }
        for text in [
            "2027",
            "2027-03-31",
            "31 dec 2027",
            "Vårdcentral",
            "Ack jan 2027",
            "t.o.m. mars",
            "Handledare 1",
            "Budget 2027",
            "T5",
            "2027-28",
        ] {
            assert_eq!(months(text), None, "{text}");
        }
    }
}
