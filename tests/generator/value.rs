//! Years, amounts, texts.

use proptest::collection::btree_map;
use proptest::prelude::*;
use samplan::calendar::{Month, Year};
use samplan::money::Decimal;
use samplan::sorted::SortedMap;

/// The years that plans and schedules begin in.
pub const FIRST_YEARS: std::ops::RangeInclusive<u16> = 2000..=2030;

pub fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

pub fn any_year() -> impl Strategy<Value = Year> {
    (1990u16..=2199).prop_map(year)
}

pub fn month() -> impl Strategy<Value = Month> {
    (any_year(), 1u8..=12).prop_map(|(year, month)| Month::new(year, month).unwrap())
}

/// Two months in order.
pub fn months() -> impl Strategy<Value = (Month, Month)> {
    (month(), month()).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

/// A few years with a value each, close together.
pub fn by_year<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = SortedMap<Year, T>> {
    let close = (FIRST_YEARS, 0u16..25).prop_map(|(first, more)| year(first).plus(more));
    btree_map(close, value, 0..5).prop_map(|values| values.into_iter().collect())
}

/// How large the amounts are that count into the figures.
#[derive(Clone, Copy)]
pub enum Amounts {
    /// Up to the most that a plan can hold.
    All,
    /// Such as a spreadsheet has digits for, also when they are added up and grow.
    OfSpreadsheets,
}

impl Amounts {
    /// An amount that is not negative.
    pub fn amount(self) -> BoxedStrategy<Decimal> {
        match self {
            Amounts::All => amount().boxed(),
            Amounts::OfSpreadsheets => prop_oneof![
                3 => (0i64..10_000_000).prop_map(Decimal::from),
                1 => (0i64..1_000_000_000).prop_map(|hundredths| Decimal::new(hundredths, 2)),
            ]
            .boxed(),
        }
    }

    /// An amount of either sign.
    pub fn any_amount(self) -> impl Strategy<Value = Decimal> {
        (self.amount(), any::<bool>()).prop_map(|(amount, negative)| if negative { -amount } else { amount })
    }
}

/// An amount that is not negative: everyday ones, and up to the most that a plan can hold.
pub fn amount() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        6 => (0i64..10_000_000).prop_map(Decimal::from),
        2 => (0i64..1_000_000_000, 0u32..=2).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
        1 => (0i64..=1_000_000_000_000).prop_map(Decimal::from),
        1 => Just(Decimal::from(1_000_000_000_000i64)),
    ]
}

/// An amount of either sign.
pub fn any_amount() -> impl Strategy<Value = Decimal> {
    Amounts::All.any_amount()
}

/// From 0 to 1.
pub fn share() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (0i64..=100).prop_map(|per_cent| Decimal::new(per_cent, 2)),
        (0i64..=1_000_000).prop_map(|millionths| Decimal::new(millionths, 6)),
    ]
}

/// From −0,5 to 0,5, as the file allows.
pub fn rate() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        4 => (-500i64..=500).prop_map(|thousandths| Decimal::new(thousandths, 3)),
        1 => (-500_000i64..=500_000).prop_map(|millionths| Decimal::new(millionths, 6)),
    ]
}

pub fn name() -> impl Strategy<Value = String> {
    "[A-ZÅÄÖa-zåäö0-9][ A-Za-zåäöé0-9()*/&<>\"'\\\\,.;%\u{a0}\u{2013}😀-]{0,30}"
}

/// Perhaps no text at all, perhaps with line breaks.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => "[ -~åäöÅÄÖ\n\r\t\u{1}\u{2028}😀]{0,40}"]
}
