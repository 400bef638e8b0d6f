//! Numbers as they stand in a field to be edited: with all their decimals, and so that the field takes what it shows.

use super::format::{Unit, decimal};
use super::read::{NumberError, read_number};
use rust_decimal::Decimal;

/// Writes an amount of kronor in `unit` with the decimals it has, to be edited: `439,5` tkr for 439 500 kr.
pub fn plain(amount: Decimal, unit: Unit) -> String {
    let value = amount.checked_div(unit.factor()).unwrap_or(amount).normalize();
    in_one_way(decimal(value, value.scale(), ','))
}

/// A number as it stands in a field: what the reader would ask about, as its mark could part thousands, has a nought more
/// (`123,4560`). A field takes what it shows.
pub fn in_one_way(mut text: String) -> String {
    if read_number(&text) == Err(NumberError::Ambiguous) {
        text.push('0');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::read::read_amount;
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_field_takes_what_it_shows() {
        assert_eq!(plain(d("439500"), Unit::Thousands), "439,5");
        // 123,456 could be as many thousands.
        assert_eq!(plain(d("123456"), Unit::Thousands), "123,4560");
        assert_eq!(plain(d("1123456"), Unit::Thousands), "1\u{a0}123,456");
        for amount in ["123456", "-1123", "999999", "1001", "100", "1", "1123456", "34505.5"] {
            for unit in [Unit::Kronor, Unit::Thousands] {
                assert_eq!(read_amount(&plain(d(amount), unit), unit), Ok(d(amount)), "a field takes what it shows");
            }
        }
        assert_eq!(plain(d("-362211.75"), Unit::Kronor), "\u{2212}362\u{a0}211,75");
    }
}
