//! Years, dates, months and parts of a year in the words of a heading.

use super::figure::plain;
use crate::calendar::Year;

/// What a heading says before it tells when it was decided: `Budget 2027 enl. beslut 2026-10-12`.
pub fn before_decision(text: &str) -> &str {
    const WORDS: [&str; 11] = [
        "enl",
        "enligt",
        "beslut",
        "beslutad",
        "beslutat",
        "antagen",
        "fastställd",
        "uppdaterad",
        "reviderad",
        "rev",
        "dnr",
    ];
    let is_year = |word: &str| bare_year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    let mut year = false;
    let mut end = 0_usize;
    for word in text.split(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if year && WORDS.contains(&bare.to_lowercase().as_str()) {
            return text.get(..end).unwrap_or(text);
        }
        year |= is_year(word);
        end = end.saturating_add(word.len()).saturating_add(1);
    }
    text
}

/// A year that a bare number can be taken for: from before the law to some decades on.
pub fn bare_year(text: &str) -> Option<Year> {
    let text = plain(text);
    text.parse::<Year>().ok().filter(|year| (1995..=2060).contains(&year.number()))
}

/// `20261231`, `261231`, `202601`: a date or a month in figures alone.
pub(super) fn compact_date(word: &str) -> Option<(Year, u8, Option<u8>)> {
    if let (6, Some(number), Some("1231" | "0101")) = (word.len(), two_digits(word.get(..2)?, 60), word.get(2..)) {
        return Some((Year::new(2000_u16.saturating_add(number.into()))?, 12, Some(31)));
    }
    let year = word.get(..4)?.parse::<Year>().ok().filter(|year| (1995..=2060).contains(&year.number()))?;
    let month = two_digits(word.get(4..6)?, 12)?;
    match word.len() {
        6 => Some((year, month, None)),
        8 => Some((year, month, Some(two_digits(word.get(6..8)?, 31)?))),
        _ => None,
    }
}

pub(super) fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    const WHOLE: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let place = |names: &[&str; 12]| names.iter().position(|name| *name == word);
    let place = place(&MONTHS).or_else(|| place(&WHOLE)).or((word == "sept").then_some(8))?;
    u8::try_from(place.saturating_add(1)).ok()
}

pub(super) fn two_digits(text: &str, most: u8) -> Option<u8> {
    text.parse().ok().filter(|number| text.len() <= 2 && (1..=most).contains(number))
}

pub(super) fn is_part_of_year(word: &str) -> bool {
    matches!(
        word,
        "halvår"
            | "halvåret"
            | "delår"
            | "delårsbokslut"
            | "delårsrapport"
            | "kvartal"
            | "kv"
            | "q"
            | "tertial"
            | "vår"
            | "våren"
            | "höst"
            | "hösten"
            | "vt"
            | "ht"
            | "vårtermin"
            | "vårterminen"
            | "hösttermin"
            | "höstterminen"
            | "ack"
            | "ackumulerat"
            | "tom"
            | "hittills"
    )
}

/// `T1`, `H2`: a third or a half of a year.
pub(super) fn is_numbered_part(word: &str, after: &[String]) -> bool {
    matches!(word, "t" | "h") && after.first().is_some_and(|number| matches!(number.as_str(), "1" | "2" | "3"))
}
