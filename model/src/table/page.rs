//! What is of the paper and not of the table: when it was printed or decided, and feet of pages, which come along when a
//! PDF's text is copied.

use super::heading;
use std::collections::BTreeMap;

/// Whether a line of text is a page's foot (*Sida 4 av 12*, *4 (12)*).
pub(super) fn is_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let marked = lower.ends_with(')') || lower.contains('/');
    match words.as_slice() {
        ["sida" | "sidan" | "sid", one] => number(one),
        ["sida" | "sidan" | "sid", one, "av", other] => number(one) && number(other),
        ["sida" | "sidan" | "sid", one, other] => number(one) && number(other),
        [one, other] => marked && number(one) && number(other),
        _ => false,
    }
}

/// Whether a title is about when and where a paper was made: its years are not the table's.
pub(super) fn is_of_the_document(text: &str) -> bool {
    const WORDS: [&str; 23] = [
        "dnr",
        "diarienummer",
        "diarienr",
        "beslutad",
        "beslutat",
        "antagen",
        "fastställd",
        "beslut",
        "antaget",
        "fastställt",
        "uppdaterad",
        "uppdaterat",
        "utskriven",
        "utskrivet",
        "sida",
        "protokoll",
        "årsmöte",
        "styrelsemöte",
        "sammanträde",
        "upprättad",
        "datum",
        "utskriftsdatum",
        "version",
    ];
    let lower = text.to_lowercase();
    lower.contains('§') || lower.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Whether a row has nothing but a short number where its name should be.
pub(super) fn is_bare_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The lines that are of the page and not of the table: its number, and the head that stands again on each page over the
/// head of the table (`Samordningsförbundet Älven      Verksamhetsplan 2027`).
pub(super) fn lines_of_pages(lines: &[&str]) -> Vec<usize> {
    let mut pages = numbers_of_pages(lines);
    let heads = |line: &str| heading::read(line).names_years();
    let apart = |line: &str| line.split("  ").filter(|part| !part.trim().is_empty()).count() == 2;
    // How often a line stands, and whether once over another that names years.
    let mut heads_of_pages: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    let mut below = "";
    for line in lines.iter().rev().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if apart(line) && heads(line) {
            let (times, over) = heads_of_pages.entry(line).or_default();
            *times = times.saturating_add(1);
            *over |= below != line && heads(below);
        }
        below = line;
    }
    let is_head = |line: &str| heads_of_pages.get(line).is_some_and(|(times, over)| *times > 1 && *over);
    let of_pages = |line: &str| line.ends_with(')') && is_page(line) || is_head(line);
    pages.extend(lines.iter().enumerate().filter(|(_, line)| of_pages(line.trim())).map(|(place, _)| place));
    pages
}

/// The lines that are a page's number alone, as a PDF's text has it between two pages: in a table of several years a
/// number without a name or a place is nothing else.
fn numbers_of_pages(lines: &[&str]) -> Vec<usize> {
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty());
    let alone = |place: usize| blank(place.checked_sub(1)) && blank(place.checked_add(1));
    let numbers = lines.iter().enumerate().filter(|(place, line)| is_bare_number(line.trim()) && alone(*place));
    let numbers: Vec<usize> = numbers.map(|(place, _)| place).collect();
    let several_years = !numbers.is_empty() && lines.iter().any(|line| heading::read(line).years.len() > 1);
    if several_years { numbers } else { Vec::new() }
}
