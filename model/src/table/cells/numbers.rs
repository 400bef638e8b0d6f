//! The numbers at the end of a line whose cells are a single space apart: all the ways to tell them apart.

use crate::table::figure::{self, Figure, clean, plain};
use crate::table::heading::bare_year;

/// The most ways that are looked at; a line with more of them is asked about anyway.
const MOST_WAYS: usize = 64;
/// The most words of figures in a line.
const MOST_WORDS: usize = 160;
/// A larger amount is taken to be two that lost the space between them.
const MOST_PLAUSIBLE: i64 = 1_000_000_000;

/// A line: its name, and the ways in which the figures after it can be told apart.
pub(super) struct Line {
    pub(super) name: String,
    /// The figures as written, in each way; empty when there are none.
    pub(super) ways: Vec<Vec<String>>,
    /// Whether figures ran together in the copy, so that no number can be told (`16400001700000`, `910 000935 000`).
    pub(super) joined: bool,
    /// All that stands after the name.
    pub(super) figures: String,
    /// Whether that is likely for the amounts alone: `Ungdomsteamet 2 120 000 130 000`.
    pub(super) leaps: bool,
    /// The same when the first figure is a year or a number that belongs to the name (`… huvudmännen 2014 -3 200 000`).
    pub(super) shorter: Option<(String, Vec<Vec<String>>)>,
}

/// Takes a line apart.
pub(super) fn line(text: &str) -> Line {
    let text = clean(text);
    // The heading of a column of shares stands on the first of its rows in Växjö's budgets: `220 000 % av budget`.
    let text = text
        .split_once(" % av ")
        .filter(|(_, after)| after.split(' ').count() <= 2)
        .map_or(text.as_str(), |(before, _)| before);
    // Names keep their dashes; figures are read with hyphens.
    let written: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let figures = plain(text);
    let words: Vec<&str> = figures.split(' ').filter(|word| !word.is_empty()).collect();
    let begin = tail(&words);
    let name = written.get(..begin).unwrap_or(&written);
    let rest = words.get(begin..).unwrap_or_default();
    if rest.len() > MOST_WORDS {
        return Line {
            name: text.to_owned(),
            ways: Vec::new(),
            joined: false,
            figures: String::new(),
            shorter: None,
            leaps: false,
        };
    }
    let refers = |word: &str| {
        matches!(word.to_lowercase().as_str(), "not" | "kapitel" | "kap" | "avsnitt" | "punkt" | "från" | "år")
    };
    // `Projekt 2` has its number in its name.
    let numbers = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "projekt"
                | "insats"
                | "aktivitet"
                | "del"
                | "delprojekt"
                | "steg"
                | "etapp"
                | "fas"
                | "team"
                | "grupp"
                | "område"
                | "nr"
                | "mål"
                | "alternativ"
        )
    };
    let short = rest.first().is_some_and(|first| first.len() <= 2 && first.bytes().all(|byte| byte.is_ascii_digit()));
    let belongs = rest.first().is_some_and(|first| bare_year(first).is_some() || first.ends_with(')'))
        || name.last().is_some_and(|last| refers(last) || short && numbers(last)) && rest.len() > 1;
    let ways = ways_of(rest);
    let without_first = if short && rest.len() > 1 { ways_of(rest.get(1..).unwrap_or_default()) } else { Vec::new() };
    let leaps = !belongs && leaps(&ways, &without_first);
    let belongs = belongs || leaps;
    let shorter = (belongs && rest.len() > 1 && !name.is_empty()).then(|| {
        let name = written.get(..begin.saturating_add(1)).unwrap_or_default().join(" ");
        (name, ways_of(rest.get(1..).unwrap_or_default()))
    });
    let digits = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let long = |word: &&str| digits(word) && (word.len() >= 10 || word.len() > 3 && rest.iter().all(digits));
    let joined = ways.is_empty() && rest.iter().any(long);
    Line { name: name.join(" "), ways, joined, figures: rest.join(" "), shorter, leaps }
}

/// Whether the amounts of a line are far apart, and without the first figure, which then belongs to the name, near each
/// other.
fn leaps(ways: &[Vec<String>], shorter: &[Vec<String>]) -> bool {
    let spread = |way: &Vec<String>| {
        let amounts = way.iter().filter_map(|number| match figure::read(number) {
            Figure::Amount { value, .. } if !value.is_zero() => Some(value.abs()),
            _ => None,
        });
        let amounts: Vec<_> = amounts.collect();
        let (least, most) = (amounts.iter().min()?, amounts.iter().max()?);
        (amounts.len() > 1 && amounts.len() == way.len()).then(|| most.checked_div(*least)).flatten()
    };
    let near = |way: &Vec<String>| spread(way).is_some_and(|spread| spread <= crate::money::Decimal::TWO);
    let far = |way: &Vec<String>| spread(way).is_some_and(|spread| spread >= crate::money::Decimal::from(5));
    shorter.iter().any(|short| near(short) && ways.iter().any(|way| way.len() == short.len() && far(way)))
}

/// Where the figures at the end begin.
fn tail(words: &[&str]) -> usize {
    let mut begin = words.len();
    for (place, word) in words.iter().enumerate().rev() {
        if !is_figure_word(word) && !is_unit(word) {
            break;
        }
        begin = place;
    }
    // A unit or a mark needs a number before it.
    while words.get(begin).is_some_and(|word| is_unit(word)) {
        begin = begin.saturating_add(1);
    }
    if words
        .get(begin..)
        .unwrap_or_default()
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_digit()) || *word == "-")
    {
        begin
    } else {
        words.len()
    }
}

fn is_figure_word(word: &str) -> bool {
    let (body, _) = split_mark(word);
    *word == *"-"
        || *word == *"+"
        || body.contains(|c: char| c.is_ascii_digit())
            && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | ',' | '.' | '(' | ')'))
}

/// A word without the marks and the unit that end it.
fn split_mark(word: &str) -> (&str, &str) {
    let lower_end = [":-", "%", "kr", "tkr", "mkr", "mnkr"]
        .iter()
        .filter(|end| word.to_lowercase().ends_with(*end))
        .map(|end| end.len())
        .max();
    let body = word.get(..word.len().saturating_sub(lower_end.unwrap_or(0))).unwrap_or(word);
    let body = body.trim_end_matches(['*', '¹', '²', '³']);
    (body, word.get(body.len()..).unwrap_or_default())
}

fn is_unit(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "kr" | "kr." | "tkr" | "mkr" | "mnkr" | "kkr" | "sek" | "tsek" | "kronor" | "%" | "procent" | ":-" | "*" | "**"
    )
}

/// All ways to tell figures apart, each a list of figures as written.
fn ways_of(words: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    if !words.is_empty() {
        let mut budget = 4_000;
        search(words, &mut Vec::new(), &mut found, &mut budget);
    }
    found
}

fn search(words: &[&str], so_far: &mut Vec<String>, found: &mut Vec<Vec<String>>, budget: &mut usize) {
    *budget = budget.saturating_sub(1);
    if found.len() >= MOST_WAYS || *budget == 0 {
        return;
    }
    if words.is_empty() {
        found.push(so_far.clone());
        return;
    }
    for end in ends(words) {
        let (number, rest) = words.split_at_checked(end).unwrap_or((words, &[]));
        let number = number.join(" ");
        let plausible = match figure::read(&number) {
            Figure::Amount { value, .. } => value.abs() < MOST_PLAUSIBLE.into(),
            Figure::Percent(_) | Figure::Dash => true,
            Figure::Doubtful(figure::Doubt::Ambiguous | figure::Doubt::Decimals { .. }) => true,
            _ => false,
        };
        if plausible {
            so_far.push(number);
            search(rest, so_far, found, budget);
            so_far.pop();
        }
    }
}

/// Where a number that begins the words can end, the longest first.
fn ends(words: &[&str]) -> Vec<usize> {
    let word = |place: usize| words.get(place).copied().unwrap_or_default();
    let with_units = |mut end: usize| {
        while end < words.len() && is_unit(word(end)) {
            end = end.saturating_add(1);
        }
        end
    };
    let mut ends = Vec::new();
    let mut place = 0;
    if matches!(word(0), "-" | "+") {
        // Nothing, or the sign of what follows.
        ends.push(with_units(1));
        place = 1;
        if !word(1).starts_with(|c: char| c.is_ascii_digit()) {
            return ends;
        }
    }
    let first = word(place).trim_start_matches(['-', '+', '(']);
    let (first, mark) = split_mark(first);
    let zero_led = first.len() > 1 && first.starts_with('0') && !first.starts_with("0,") && !first.starts_with("0.");
    if zero_led {
        return ends;
    }
    place = place.saturating_add(1);
    ends.push(with_units(place));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut open = digits(first) && first.len() <= 3 && mark.is_empty() && !first.starts_with('0');
    while open {
        let next = word(place);
        let (group, mark) = split_mark(next);
        let group = group.trim_end_matches([')', '-']);
        let whole = group.split([',', '.']).next().unwrap_or_default();
        if whole.len() != 3 || !digits(whole) {
            break;
        }
        place = place.saturating_add(1);
        ends.push(with_units(place));
        open = whole.len() == next.len() && mark.is_empty();
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<Vec<String>> {
        line(text).ways
    }

    /// The only way that gives so many figures.
    fn only(text: &str, figures: usize) -> Vec<String> {
        let ways: Vec<Vec<String>> = told(text).into_iter().filter(|way| way.len() == figures).collect();
        let [way] = ways.as_slice() else { panic!("{text:?}: {ways:?}") };
        way.clone()
    }

    #[test]
    fn groups_of_three_tell_numbers_apart() {
        assert_eq!(only("Löner 1 640 000 1 700 000", 2), ["1 640 000", "1 700 000"]);
        assert_eq!(told("Ale Teamet 1195 0"), [["1195", "0"]]);
        assert_eq!(only("Intäkter 1 3 600", 2), ["1", "3 600"]);
        assert_eq!(told("Driftbidrag 5 795 388 kr 5 795 388 kr").first().unwrap().len(), 2);
        assert!(told("Upplupna 4 476").len() == 2);
        assert_eq!(only("Övrigt 370 000 590 000 16 %", 3), ["370 000", "590 000", "16 %"]);
        let negative = line("Insatser från huvudmännen 2014 - 3 200 000");
        assert_eq!(negative.shorter.unwrap().1.first().unwrap(), &["- 3 200 000"]);
        assert_eq!(line("Överskott 2013 fördelat på 2 år 900 225").name, "Överskott 2013 fördelat på 2 år");
    }
}
