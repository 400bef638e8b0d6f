//! What is known before a table is read: the plan's years, its members and its lines.

use super::figure::Scale;
use super::heading::Of;
use crate::base::{Category, Party};
use crate::calendar::Year;
use crate::money::Decimal;

/// What the reader is told of the plan that a table is for. All may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The plan's first and last year.
    pub years: Option<(Year, Year)>,
    /// The association's members.
    pub members: Vec<KnownMember>,
    pub lines: Vec<KnownLine>,
    /// What it costs or takes in in a year, kronor, to judge a table's unit by; the larger of the two.
    pub yearly: Option<Decimal>,
    /// What figures without names are in: the unit on the screen, as what is typed in a cell is.
    pub figures_alone: Scale,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMember {
    pub name: String,
    /// The party that it belongs to.
    pub party: Party,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownLine {
    pub name: String,
    /// Its kind.
    pub category: Category,
}

/// How like two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same but for case, spaces and marks.
    Same,
    /// One begins the other, or some letters differ: perhaps the same.
    Close,
    /// Another.
    Other,
}

impl Known {
    /// Whether the plan holds a year; all are held when no plan is known.
    pub fn holds(&self, year: Year) -> bool {
        self.years.is_none_or(|(first, last)| (first..=last).contains(&year))
    }

    /// Whether a column of a year can go in as it is: outcomes may be of years before the plan.
    pub(super) fn takes(&self, year: Year, of: Of) -> bool {
        of != Of::Budget || self.holds(year)
    }
}

/// The letters and digits of a name, in lower case.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Likeness {
    /// Compares two names.
    pub fn of(one: &str, other: &str) -> Likeness {
        let (one, other) = (letters(one), letters(other));
        if one.is_empty() || other.is_empty() {
            return Likeness::Other;
        }
        if one == other {
            return Likeness::Same;
        }
        let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
        let begins = short.chars().count() >= 8 && long.starts_with(short.as_str());
        if begins || short.chars().count() >= 8 && distance_is_small(short, long) {
            Likeness::Close
        } else {
            Likeness::Other
        }
    }
}

/// Whether at most two letters are other, missing or more. Digits must be the same: *Projekt 1* is not *Projekt 2*.
fn distance_is_small(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(one) != digits(other) || one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, a) in one.chars().enumerate() {
        let mut next = vec![line.saturating_add(1)];
        for (place, b) in other.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX);
            let same = at(&row, place).saturating_add(usize::from(a != *b));
            let changed = at(&row, place.saturating_add(1)).min(at(&next, place)).saturating_add(1);
            next.push(same.min(changed));
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_names_are_told_from_same_and_other_ones() {
        assert_eq!(Likeness::of("Arvoden inkl.PO", "Arvoden inkl. PO"), Likeness::Same);
        assert_eq!(Likeness::of("Revisions tjänster", "Revisionstjänster"), Likeness::Same);
        assert_eq!(Likeness::of("Försäkringskassan", "Försäkringskassan, även Arbetsförmedlingen"), Likeness::Close);
        assert_eq!(Likeness::of("Lönekostander", "Lönekostnader"), Likeness::Close);
        assert_eq!(Likeness::of("Föreningspool 1", "Föreningspool 2"), Likeness::Other);
        assert_eq!(Likeness::of("Hyra", "Hyror"), Likeness::Other);
    }
}
