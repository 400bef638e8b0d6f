//! Years, months and spans of them.

use crate::form::{Expected, FieldName, Form, JsonValue, Node, Read, Writer};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Whether `at` lies between two ends, both counted in. An end that is absent is open.
pub(crate) fn between<T: Ord>(first: Option<T>, last: Option<T>, at: &T) -> bool {
    first.is_none_or(|first| first <= *at) && last.is_none_or(|last| *at <= last)
}

/// A calendar year between [`Year::EARLIEST`] and [`Year::LATEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The first year that a plan can name.
    pub const EARLIEST: Year = Year(1990);
    /// The last year that a plan can name.
    pub const LATEST: Year = Year(2199);

    /// The year, or `None` outside the calendar that plans use.
    pub fn new(year: u16) -> Option<Year> {
        (Self::EARLIEST.0..=Self::LATEST.0).contains(&year).then_some(Year(year))
    }

    /// The year as a number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The year after this one (stays at the calendar's last).
    pub fn next(self) -> Year {
        self.plus(1)
    }

    /// The year after this one; `None` after the calendar's last.
    pub fn checked_next(self) -> Option<Year> {
        Year::new(self.0.saturating_add(1))
    }

    /// The year before this one (stays at the calendar's first).
    pub fn previous(self) -> Year {
        Year(self.0.saturating_sub(1).max(Self::EARLIEST.0))
    }

    /// `years` after this one (at most the calendar's last).
    pub fn plus(self, years: u16) -> Year {
        Year(self.0.saturating_add(years).min(Self::LATEST.0))
    }

    /// Whole years from `earlier` to this one; 0 when this one is not later.
    pub fn since(self, earlier: Year) -> u16 {
        self.0.saturating_sub(earlier.0)
    }

    /// Its twelve months in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (1..=12).map(move |month| Month { year: self, month })
    }
}

impl std::fmt::Display for Year {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::str::FromStr for Year {
    type Err = ();

    fn from_str(text: &str) -> Result<Year, ()> {
        let four_digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        if !four_digits {
            return Err(());
        }
        text.parse().ok().and_then(Year::new).ok_or(())
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Year, D::Error> {
        struct YearVisitor;
        impl de::Visitor<'_> for YearVisitor {
            type Value = Year;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a year between 1990 and 2199")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Year, E> {
                let year = u16::try_from(number).ok().and_then(Year::new);
                year.ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(number), &self))
            }

            // Years are object keys in the file, and keys are text.
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Year, E> {
                text.parse().map_err(|()| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(YearVisitor)
    }
}

impl Form for Year {
    fn read(node: Node<'_>) -> Read<Year> {
        let number = match node.value() {
            JsonValue::Number(number) => number.parse().ok(),
            _ => None,
        };
        number.and_then(Year::new).map_or_else(|| node.refuse(Expected::Year), Ok)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.plain(&self.0);
    }
}

impl FieldName for Year {
    fn of(name: &str) -> Option<Year> {
        name.parse().ok()
    }

    fn name(&self) -> String {
        self.0.to_string()
    }
}

/// A month of a year; written `2014-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: Year,
    month: u8,
}

impl Month {
    /// The month, or `None` when `month` is not 1–12.
    pub fn new(year: Year, month: u8) -> Option<Month> {
        (1..=12).contains(&month).then_some(Month { year, month })
    }

    /// January of a year.
    pub const fn january(year: Year) -> Month {
        Month { year, month: 1 }
    }

    /// December of a year.
    pub fn december(year: Year) -> Month {
        Month { year, month: 12 }
    }

    /// Its year.
    pub fn year(self) -> Year {
        self.year
    }

    /// Its number in the year, 1–12.
    pub fn number(self) -> u8 {
        self.month
    }

    /// Months of its year from this one on, this one counted: 12 for January, 1 for December.
    pub fn months_left(self) -> u8 {
        13u8.saturating_sub(self.month)
    }

    /// The month before (stays at the calendar's first).
    pub fn previous(self) -> Month {
        self.moved(-1)
    }

    /// The month after (stays at the calendar's last).
    pub fn next(self) -> Month {
        self.moved(1)
    }

    /// Its place among all months, counted from January of the year 0.
    pub fn count(self) -> i32 {
        i32::from(self.year.0).saturating_mul(12).saturating_add(i32::from(self.month)).saturating_sub(1)
    }

    /// The month at a place among all months; the first or last that plans use for one outside.
    pub fn of_count(count: i32) -> Month {
        let year = u16::try_from(count.div_euclid(12)).unwrap_or(0);
        let number = u8::try_from(count.rem_euclid(12)).unwrap_or(0).saturating_add(1);
        match Year::new(year) {
            Some(year) => Month { year, month: number },
            None if year < Year::EARLIEST.0 => Month::january(Year::EARLIEST),
            None => Month::december(Year::LATEST),
        }
    }

    /// The month so many months later, earlier when negative (stays inside the calendar that plans use).
    pub fn moved(self, months: i32) -> Month {
        Month::of_count(self.count().saturating_add(months))
    }

    /// How many days it has.
    pub fn days(self) -> u8 {
        let year = self.year.0;
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Months from `first` to this one, both counted; 0 when this one is earlier.
    pub fn months_from(self, first: Month) -> u16 {
        let count = |m: Month| m.year.0.saturating_mul(12).saturating_add(u16::from(m.month));
        if self < first { 0 } else { count(self).saturating_sub(count(first)).saturating_add(1) }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

impl std::str::FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Month, ()> {
        let (year, month) = text.split_once('-').ok_or(())?;
        if month.len() != 2 {
            return Err(());
        }
        Month::new(year.parse()?, month.parse().map_err(|_| ())?).ok_or(())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        struct MonthVisitor;
        impl de::Visitor<'_> for MonthVisitor {
            type Value = Month;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a month such as 2014-07")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Month, E> {
                text.parse().map_err(|()| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(MonthVisitor)
    }
}

impl Form for Month {
    fn read(node: Node<'_>) -> Read<Month> {
        let month = match node.value() {
            JsonValue::Text(text) => text.parse().ok(),
            _ => None,
        };
        month.map_or_else(|| node.refuse(Expected::Month), Ok)
    }

    fn write(&self, to: &mut Writer<'_>) {
        to.text(&self.to_string());
    }
}

/// The years that a plan looks at: the first and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// The first year.
    pub first: Year,
    /// How many years, 1–20.
    pub years: u8,
}

impl Horizon {
    /// The most years that a plan can look ahead.
    pub const MOST_YEARS: u8 = 20;

    /// Its years in order.
    pub fn iter(self) -> impl Iterator<Item = Year> {
        (0..u16::from(self.years)).map(move |place| self.first.plus(place))
    }

    /// The last year.
    pub fn last(self) -> Year {
        self.first.plus(u16::from(self.years).saturating_sub(1))
    }

    /// Whether `year` is one of its years.
    pub fn contains(self, year: Year) -> bool {
        self.position(year).is_some()
    }

    /// The place of `year`, from 0.
    pub fn position(self, year: Year) -> Option<usize> {
        (self.first..=self.last()).contains(&year).then(|| usize::from(year.since(self.first)))
    }

    /// How many years, as a count.
    pub fn len(self) -> usize {
        usize::from(self.years)
    }

    /// Whether there is no year at all (never in a valid plan).
    pub fn is_empty(self) -> bool {
        self.years == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_months_read_what_they_write() {
        let july: Month = "2014-07".parse().unwrap();
        assert_eq!(july.to_string(), "2014-07");
        assert_eq!(july.months_left(), 6);
        assert_eq!(july.next().to_string(), "2014-08");
        for bad in ["2014-7", "2014-13", "2014-00", "14-07", "2014", "", "+201-07"] {
            assert!(bad.parse::<Month>().is_err(), "{bad}");
        }
        assert!("1989".parse::<Year>().is_err());
        assert!("+201".parse::<Year>().is_err());
    }

    #[test]
    fn months_between() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        // Försteget: 1 September 2015 to December 2016.
        assert_eq!(month("2016-12").months_from(month("2015-09")), 16);
        assert_eq!(month("2015-08").months_from(month("2015-09")), 0);
    }

    #[test]
    fn months_move_and_have_days() {
        let month = |text: &str| text.parse::<Month>().unwrap();
        assert_eq!(month("2027-01").moved(-15), month("2025-10"));
        assert_eq!(month("2026-12").moved(1), month("2027-01"));
        assert_eq!(month("2199-12").moved(5), month("2199-12"));
        assert_eq!(month("1990-02").moved(-5), month("1990-01"));
        let days = |text: &str| month(text).days();
        assert_eq!((days("2024-02"), days("2100-02"), days("2000-02"), days("2025-04")), (29, 28, 29, 30));
    }

    #[test]
    fn horizon_knows_its_years() {
        let horizon = Horizon { first: Year(2014), years: 3 };
        assert_eq!(horizon.iter().map(Year::number).collect::<Vec<_>>(), [2014, 2015, 2016]);
        assert_eq!(horizon.position(Year(2016)), Some(2));
        assert_eq!(horizon.position(Year(2017)), None);
        assert_eq!(horizon.last(), Year(2016));
    }
}
