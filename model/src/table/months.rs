//! Headings of months: columns that name different months of one year are parts of it, also January by its first day and
//! December by its last, which alone would be the year.

use super::dates::{compact_date, month, two_digits};
use super::heading::{self, Heading, Of};
use super::spelling::plain_words;
use crate::calendar::Year;
use std::collections::{BTreeMap, BTreeSet};

/// Reads the headings of a table's columns.
pub(super) fn headings<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Heading> {
    let texts: Vec<&str> = texts.collect();
    let mut headings: Vec<Heading> = texts.iter().map(|text| heading::read(text)).collect();
    let mut named: BTreeMap<(Year, Of), BTreeSet<u8>> = BTreeMap::new();
    let of = |heading: &Heading, text: &str| {
        let month = only_month(text)?;
        Some(((heading.year()?, heading.of.unwrap_or(Of::Budget)), month))
    };
    for (key, month) in headings.iter().zip(&texts).filter_map(|(heading, text)| of(heading, text)) {
        named.entry(key).or_default().insert(month);
    }
    for (heading, text) in headings.iter_mut().zip(&texts) {
        let several = of(heading, text).and_then(|(key, _)| named.get(&key)).is_some_and(|months| months.len() > 1);
        heading.part_of_year |= several;
    }
    headings
}

/// The month that a heading names, when it names one: `jan 2027`, `2027-01`, `2027-01-31`, `202701`.
fn only_month(text: &str) -> Option<u8> {
    let words = plain_words(text);
    let mut months: BTreeSet<u8> = words.iter().filter_map(|word| month(word)).collect();
    months.extend(words.iter().filter_map(|word| compact_date(word)).map(|(_, month, _)| month));
    months.extend(words.windows(2).filter_map(|pair| match pair {
        [year, month] if heading::bare_year(year).is_some() && month.len() == 2 => {
            two_digits(month, 12).filter(|_| text.contains(&format!("{year}-{month}")))
        }
        _ => None,
    }));
    months.first().copied().filter(|_| months.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(texts: &[&str]) -> Vec<bool> {
        headings(texts.iter().copied()).iter().map(|heading| heading.part_of_year).collect()
    }

    #[test]
    fn months_of_one_year_are_parts_of_it_and_days_of_several_years_are_years() {
        for months in [
            ["jan 2027", "feb 2027", "dec 2027"],
            ["2027-01", "2027-02", "2027-12"],
            ["202701", "202702", "202712"],
            ["2027-01-01", "2027-02-01", "2027-12-01"],
            ["2027-03-31", "2027-09-30", "2027-12-31"],
        ] {
            assert_eq!(parts(&months), [true; 3], "{months:?}");
        }
        assert_eq!(parts(&["2027-12-31", "2028-12-31"]), [false, false]);
        assert_eq!(parts(&["Utfall 2027-08-31", "Prognos 2027-12-31"]), [true, false]);
        assert_eq!(parts(&["jan–dec 2027", "jan–dec 2028"]), [false, false]);
        assert_eq!(parts(&["2027-28", "2028-29"]), [false, false]);
    }
}
