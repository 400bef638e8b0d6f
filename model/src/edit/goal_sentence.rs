//! A goal's number, taken from the sentence that says it: `Minst 70 % går vidare till arbete eller studier 2016`.

use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{CountUnit, Goal};

/// What the words after a number say that it counts, in Swedish and English, as they begin.
const UNITS: [(&str, CountUnit); 20] = [
    ("procent", CountUnit::Share),
    ("percent", CountUnit::Share),
    ("gång", CountUnit::Occasions),
    ("tillfälle", CountUnit::Occasions),
    ("träff", CountUnit::Occasions),
    ("möte", CountUnit::Occasions),
    ("time", CountUnit::Occasions),
    ("occasion", CountUnit::Occasions),
    ("meeting", CountUnit::Occasions),
    ("veck", CountUnit::Weeks),
    ("week", CountUnit::Weeks),
    ("heltid", CountUnit::Fte),
    ("årsarbetare", CountUnit::Fte),
    ("tjänst", CountUnit::Fte),
    ("samordnare", CountUnit::Fte),
    ("full-time", CountUnit::Fte),
    ("coordinator", CountUnit::Fte),
    ("fte", CountUnit::Fte),
    ("handläggare", CountUnit::Fte),
    ("årsanställ", CountUnit::Fte),
];

/// What says that the number is the most and not the least, in Swedish and English.
const AT_MOST: [&str; 9] =
    ["högst", "max", "som mest", "inte fler än", "inte mer än", "mindre än", "färre än", "at most", "no more than"];

/// What says whose share a share is, in Swedish and English.
const SHARES_OF: [(&str, CountUnit); 15] = [
    ("basens andel", CountUnit::BaseShare),
    ("basverksamhetens andel", CountUnit::BaseShare),
    ("andel bas", CountUnit::BaseShare),
    ("base's share", CountUnit::BaseShare),
    ("base share", CountUnit::BaseShare),
    ("share of base", CountUnit::BaseShare),
    ("processens andel", CountUnit::ProcessShare),
    ("processverksamhetens andel", CountUnit::ProcessShare),
    ("andel process", CountUnit::ProcessShare),
    ("process's share", CountUnit::ProcessShare),
    ("process share", CountUnit::ProcessShare),
    ("share of process", CountUnit::ProcessShare),
    ("administrationens andel", CountUnit::AdminShare),
    ("andel administration", CountUnit::AdminShare),
    ("admin share", CountUnit::AdminShare),
];

/// A number of a sentence.
struct Number {
    value: Decimal,
    unit: Option<CountUnit>,
    year: Option<Year>,
}

/// The goal that a sentence says: its number, what that counts, whether it is the most, and the year when it names one.
/// `None` where it has no number, or several of which none is a share, or a range: then the number must be asked for.
pub fn goal_in(sentence: &str) -> Option<Goal> {
    let plain = sentence.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let numbers = numbers(&plain)?;
    let (years, amounts): (Vec<_>, Vec<_>) = numbers.into_iter().partition(|number| number.year.is_some());
    let shares = || amounts.iter().filter(|number| number.unit == Some(CountUnit::Share));
    let number = match amounts.as_slice() {
        [one] => one,
        _ if shares().count() == 1 => shares().next()?,
        _ => return None,
    };
    let lower = plain.to_lowercase();
    let unit = match number.unit.unwrap_or(CountUnit::Persons) {
        CountUnit::Share => {
            let of = SHARES_OF.iter().find(|(says, _)| lower.contains(says));
            of.map_or(CountUnit::Share, |(_, unit)| *unit)
        }
        unit => unit,
    };
    let value = if unit.is_share() { number.value.checked_div(Decimal::ONE_HUNDRED)? } else { number.value };
    let year = match years.as_slice() {
        [one] => one.year,
        _ => None,
    };
    Some(Goal {
        name: plain,
        value,
        unit,
        at_most: AT_MOST.iter().any(|word| lower.contains(word)),
        year,
        line: None,
        source: String::new(),
    })
}

/// The numbers of a text, with what follows them; `None` where one is an end of a range.
fn numbers(text: &str) -> Option<Vec<Number>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let before = rest.get(..start)?;
        let (value, after) = number(rest.get(start..)?)?;
        let next = after.trim_start();
        if next.starts_with(['-', '–', '−']) && next.chars().nth(1).is_some_and(|c| c.is_ascii_digit() || c == ' ')
        {
            return None;
        }
        rest = after;
        // A digit within a word, such as `KL11`, counts nothing.
        if before.ends_with(char::is_alphabetic) {
            continue;
        }
        let word = next.to_lowercase();
        let unit = if word.starts_with('%') {
            Some(CountUnit::Share)
        } else {
            UNITS.iter().find(|(begins, _)| word.starts_with(begins)).map(|(_, unit)| *unit)
        };
        let unit = unit.or_else(|| is_all_who_take_part(&word).then_some(CountUnit::Participants));
        let year = u16::try_from(value).ok().filter(|_| unit.is_none() && value.scale() == 0);
        let year = year.filter(|year| (1990..2200).contains(year)).and_then(Year::new);
        found.push(Number { value, unit, year });
    }
    Some(found)
}

/// Whether words say participants and of them no more than when: those who do something are some of them.
fn is_all_who_take_part(words: &str) -> bool {
    const WHEN: [&str; 10] = ["per", "om", "varje", "år", "året", "under", "i", "a", "in", "year"];
    let mut words =
        words.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| matches!(word, "deltagare" | "participants"))
        && words.all(|word| WHEN.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
}

/// A number that a text begins with, in groups of three or not, and what stands after it.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let mut length = digits(text);
    let mut written = text.get(..length)?.to_owned();
    if length <= 3 {
        while let Some(group) = text.get(length..)?.strip_prefix(' ').filter(|group| digits(group) == 3) {
            written.push_str(group.get(..3)?);
            length = length.checked_add(4)?;
        }
    }
    if let Some(decimals) = text.get(length..)?.strip_prefix([',', '.']).filter(|rest| digits(rest) > 0) {
        let count = digits(decimals);
        written.push('.');
        written.push_str(decimals.get(..count)?);
        length = length.checked_add(count)?.checked_add(1)?;
    }
    Some((written.parse().ok()?, text.get(length..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, CountUnit, bool, Option<u16>)> {
        let goal = goal_in(text)?;
        Some((goal.value.normalize().to_string(), goal.unit, goal.at_most, goal.year.map(Year::number)))
    }

    #[test]
    fn a_number_is_taken_from_its_sentence() {
        let goal = |value: &str, unit, at_most, year| Some((value.to_owned(), unit, at_most, year));
        assert_eq!(read("Minst 95 personer deltar 2014"), goal("95", CountUnit::Persons, false, Some(2014)));
        assert_eq!(read("70 % går vidare till arbete"), goal("0.7", CountUnit::Share, false, None));
        assert_eq!(read("Minst 62,5 procent av 120 deltagare"), goal("0.625", CountUnit::Share, false, None));
        assert_eq!(read("Högst 12 veckor i kö"), goal("12", CountUnit::Weeks, true, None));
        assert_eq!(read("Styrelsen träffas 6 gånger om året"), goal("6", CountUnit::Occasions, false, None));
        assert_eq!(read("Basens andel högst 60 % 2018"), goal("0.6", CountUnit::BaseShare, true, Some(2018)));
        assert_eq!(read("Basverksamhetens andel blir 20 procent"), goal("0.2", CountUnit::BaseShare, false, None));
        assert_eq!(
            read("Processverksamhetens andel 80 % 2018"),
            goal("0.8", CountUnit::ProcessShare, false, Some(2018))
        );
        assert_eq!(read("70 % av processens deltagare"), goal("0.7", CountUnit::Share, false, None));
        assert_eq!(
            read("Administrationens andel är högst 12,5 procent"),
            goal("0.125", CountUnit::AdminShare, true, None)
        );
        assert_eq!(read("70 % av basens deltagare"), goal("0.7", CountUnit::Share, false, None));
        assert_eq!(read("5 heltidstjänster"), goal("5", CountUnit::Fte, false, None));
        assert_eq!(read("1 200 deltagare"), goal("1200", CountUnit::Participants, false, None));
        assert_eq!(read("Minst 95 deltagare om året 2016"), goal("95", CountUnit::Participants, false, Some(2016)));
        assert_eq!(read("At least 95 participants in 2016."), goal("95", CountUnit::Participants, false, Some(2016)));
        // Some of them, of whom the plan says nothing.
        assert_eq!(read("30 deltagare går vidare till arbete"), goal("30", CountUnit::Persons, false, None));
        assert_eq!(read("At most 30 weeks in 2017"), goal("30", CountUnit::Weeks, true, Some(2017)));
    }

    #[test]
    fn what_cannot_be_known_is_asked_for() {
        for text in ["", "Fler i arbete", "5–10 personer", "95 personer i 3 grupper", "Fler än 2014"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
