//! Checked arithmetic and rounding.

use rust_decimal::{Decimal, RoundingStrategy};

/// The result of arithmetic that does not fit in a [`Decimal`] (more than 28 digits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

impl std::fmt::Display for Overflow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an amount is too large to compute with")
    }
}

impl std::error::Error for Overflow {}

/// `a + b`.
pub fn add(a: Decimal, b: Decimal) -> Result<Decimal, Overflow> {
    a.checked_add(b).ok_or(Overflow)
}

/// `a − b`.
pub fn sub(a: Decimal, b: Decimal) -> Result<Decimal, Overflow> {
    a.checked_sub(b).ok_or(Overflow)
}

/// `a × b`.
pub fn mul(a: Decimal, b: Decimal) -> Result<Decimal, Overflow> {
    a.checked_mul(b).ok_or(Overflow)
}

/// `a / b`, or `None` when `b` is zero.
pub fn ratio(a: Decimal, b: Decimal) -> Result<Option<Decimal>, Overflow> {
    if b.is_zero() {
        return Ok(None);
    }
    a.checked_div(b).map(Some).ok_or(Overflow)
}

/// The sum of all amounts.
pub fn sum(amounts: impl IntoIterator<Item = Decimal>) -> Result<Decimal, Overflow> {
    amounts.into_iter().try_fold(Decimal::ZERO, add)
}

/// Rounds to whole kronor, half away from zero.
pub fn round(amount: Decimal) -> Decimal {
    round_dp(amount, 0)
}

/// Rounds to `places` decimals, half away from zero.
pub fn round_dp(amount: Decimal, places: u32) -> Decimal {
    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A number as a count of persons or the like; `None` when it is negative, too large or not whole.
pub fn count(number: Decimal) -> Option<u32> {
    if number.fract().is_zero() { u32::try_from(number).ok() } else { None }
}

/// Rounds to a multiple of `step` kronor (1, 10, 100 or 1 000), half away from zero.
pub fn round_to_step(amount: Decimal, step: Decimal) -> Result<Decimal, Overflow> {
    if step == Decimal::ONE {
        // Nearly all lines round to whole kronor, and division is by far the slowest operation.
        return Ok(round(amount));
    }
    match ratio(amount, step)? {
        Some(steps) => mul(round(steps), step),
        None => Ok(round(amount)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        for (given, whole) in [("0.5", "1"), ("1.5", "2"), ("2.5", "3"), ("-2.5", "-3"), ("2.49", "2"), ("-0.4", "0")] {
            assert_eq!(round(d(given)), d(whole), "{given}");
        }
        assert_eq!(round_to_step(d("1450"), d("100")), Ok(d("1500")));
        assert_eq!(round_to_step(d("-1450"), d("100")), Ok(d("-1500")));
    }

    #[test]
    fn counts_are_whole_and_not_negative() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(count(d("95.0")), Some(95));
        assert_eq!(count(d("0")), Some(0));
        for refused in ["-1", "0.5", "4294967296"] {
            assert_eq!(count(d(refused)), None, "{refused}");
        }
    }

    #[test]
    fn overflow_is_a_value() {
        assert_eq!(add(Decimal::MAX, Decimal::MAX), Err(Overflow));
        assert_eq!(mul(Decimal::MAX, Decimal::TEN), Err(Overflow));
        assert_eq!(ratio(Decimal::ONE, Decimal::ZERO), Ok(None));
    }
}
