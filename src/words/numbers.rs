//! Numbers with their units, as the interface shows them.

use super::Language;
use super::generated::{label, months, number};
use samplan::calendar::{Horizon, Month, Year};
use samplan::money::{self, Decimal, NumberError, Unit};
use samplan::plan::StatedValue;

/// An amount with its unit: `3 200 000 kr` or `3 200 tkr`; `300 kr` where tkr would need decimals.
pub fn kr(amount: Decimal, unit: Unit) -> String {
    let unit = if money::shown(amount, unit).scale() == 0 { unit } else { Unit::Kronor };
    format!("{}\u{a0}{}", money::kronor(amount, unit, ','), unit_name(unit))
}

/// An amount whose unit stands elsewhere: `3 200`, `0,3`.
pub fn kronor(language: Language, amount: Decimal, unit: Unit) -> String {
    money::kronor(amount, unit, language.decimal_mark())
}

/// A change of an amount, with its sign: `+214`, `−0,3`.
pub fn delta(language: Language, change: Decimal, unit: Unit) -> String {
    money::delta(change, unit, language.decimal_mark())
}

/// The unit of amounts: `kr`, `tkr`.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Kronor => "kr",
        Unit::Thousands => "tkr",
    }
}

/// A share as per cent with one decimal.
pub fn percent(language: Language, share: Decimal) -> String {
    money::percent(share, 1, language.decimal_mark())
}

/// A share as per cent with the decimals it has, four at most: `50 %`, `33,25 %`.
pub fn percent_as_typed(language: Language, share: Decimal) -> String {
    format!("{}\u{a0}%", count(language, share.saturating_mul(Decimal::ONE_HUNDRED), 4))
}

/// A count with at most `places` decimals, trailing zeros left out: `4,5`, `118`.
pub fn count(language: Language, value: Decimal, places: u32) -> String {
    let rounded = money::round_dp(value, places).normalize();
    money::decimal(rounded, rounded.scale(), language.decimal_mark())
}

/// A printed value as printed.
pub fn value(language: Language, value: &StatedValue, unit: Unit) -> String {
    match value {
        StatedValue::Amount(amount) => kr(*amount, unit),
        StatedValue::Percent(percent) => format!("{}\u{a0}%", count(language, *percent, 4)),
        StatedValue::Count(number) => count(language, *number, 2),
    }
}

/// The years that a plan looks at: `2015`, `2015–2017`.
pub fn years(language: Language, years: Horizon) -> String {
    first_last(language, years.first, years.last())
}

/// The first and the last of years on end, one where they are the same.
pub fn first_last(language: Language, first: Year, last: Year) -> String {
    if first == last { first.to_string() } else { label::FirstLast { first, last }.say(language) }
}

/// Years in their order, three or more that follow each other as a span: `2015, 2017–2020`.
pub fn each_year(language: Language, years: &[Year]) -> String {
    let mut runs: Vec<(Year, Year)> = Vec::new();
    for year in years.iter().copied() {
        match runs.last_mut() {
            Some((_, last)) if *last == year.previous() => *last = year,
            _ => runs.push((year, year)),
        }
    }
    let told = runs.into_iter().map(|(first, last)| match last.previous() {
        _ if first == last => first.to_string(),
        before if before == first => format!("{first}, {last}"),
        _ => label::FirstLast { first, last }.say(language),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// A month's name and year: `januari 2016`.
pub fn month(language: Language, month: Month) -> String {
    format!("{} {}", month_name(language, month.number()), month.year())
}

/// A month's name, from its number 1–12.
pub fn month_name(language: Language, number: u8) -> &'static str {
    match number {
        1 => months::january(language),
        2 => months::february(language),
        3 => months::march(language),
        4 => months::april(language),
        5 => months::may(language),
        6 => months::june(language),
        7 => months::july(language),
        8 => months::august(language),
        9 => months::september(language),
        10 => months::october(language),
        11 => months::november(language),
        _ => months::december(language),
    }
}

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedNumber {
    /// An amount of money.
    Amount,
    /// A share or a change.
    PerCent,
    /// How many, or another plain number.
    Count,
    Inhabitants,
    /// Kronor per inhabitant.
    PerInhabitant,
}

/// How what a field asks for is written, with an example.
pub fn how_to_write(language: Language, asked: ExpectedNumber) -> &'static str {
    match asked {
        ExpectedNumber::Amount => number::how_amount(language),
        ExpectedNumber::PerCent => number::how_per_cent(language),
        ExpectedNumber::Count => number::how_count(language),
        ExpectedNumber::Inhabitants => number::how_inhabitants(language),
        ExpectedNumber::PerInhabitant => number::how_per_inhabitant(language),
    }
}

/// The same of a cell that reckons.
pub fn cell_problem(language: Language, problem: NumberError, text: &str) -> String {
    if problem == NumberError::NotANumber && text.trim_start().starts_with('=') {
        return number::NotReckoned { text }.say(language);
    }
    number_problem(language, ExpectedNumber::Amount, problem, text)
}

/// Why a typed text is not what the field asks for, and how to mend it.
pub fn number_problem(language: Language, asked: ExpectedNumber, problem: NumberError, text: &str) -> String {
    let how = how_to_write(language, asked);
    match problem {
        NumberError::Empty => how.to_owned(),
        NumberError::NotANumber => number::NotANumber { text, how }.say(language),
        NumberError::Ambiguous => number::Ambiguous { text }.say(language),
        NumberError::TooLarge if asked == ExpectedNumber::Amount => number::AmountTooLarge { text }.say(language),
        NumberError::TooLarge => number::TooLarge { text, how }.say(language),
        NumberError::TooExact => number::TooExact { text }.say(language),
        NumberError::Several => number::Several { text }.say(language),
    }
}
