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
    // Nearly all amounts have at most 64 bits; `Decimal` divides its 96 a digit at a time.
    round_short(amount).unwrap_or_else(|| round_dp(amount, 0))
}

/// [`round`] of an amount whose digits fit in 64 bits.
fn round_short(amount: Decimal) -> Option<Decimal> {
    let parts = amount.unpack();
    if parts.scale == 0 {
        return Some(amount);
    }
    if parts.hi != 0 {
        return None;
    }
    let digits = u64::from(parts.mid) << 32 | u64::from(parts.lo);
    let one = 10_u64.checked_pow(parts.scale)?;
    whole(digits, one, parts.negative)
}

/// `digits / one` to the nearest whole number, a half away from zero.
fn whole(digits: u64, one: u64, is_negative: bool) -> Option<Decimal> {
    let (below, rest) = (digits.checked_div(one)?, digits.checked_rem(one)?);
    let is_up = rest >= one.checked_sub(rest)?;
    let mut nearest = Decimal::from(below.checked_add(is_up.into())?);
    nearest.set_sign_negative(is_negative && !nearest.is_zero());
    Some(nearest)
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

/// `amount × (1 + rate)`, rounded to a multiple of `step`: how an amount goes on with an index.
pub fn grow(amount: Decimal, rate: Decimal, step: Decimal) -> Result<Decimal, Overflow> {
    // The whole table is made of this: kronor of today's size are reckoned in 64 bits.
    match grow_short(amount, rate).filter(|_| step == Decimal::ONE) {
        Some(grown) => Ok(grown),
        None => round_to_step(mul(amount, add(Decimal::ONE, rate)?)?, step),
    }
}

/// [`grow`] to whole kronor, of whole kronor and a rate whose digits leave room in 64 bits.
fn grow_short(amount: Decimal, rate: Decimal) -> Option<Decimal> {
    let (kronor, growth) = (amount.unpack(), rate.unpack());
    if kronor.scale != 0 || kronor.hi != 0 || growth.hi != 0 || growth.mid != 0 {
        return None;
    }
    let one = 10_u64.checked_pow(growth.scale)?;
    let factor = if growth.negative { one.checked_sub(growth.lo.into())? } else { one.checked_add(growth.lo.into())? };
    let digits = (u64::from(kronor.mid) << 32 | u64::from(kronor.lo)).checked_mul(factor)?;
    whole(digits, one, kronor.negative)
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
    fn short_amounts_round_as_long_ones_do() {
        let mut digits: u64 = 0x9E37_79B9_7F4A_7C15;
        for step in 0..10_000_u32 {
            // Numbers of every length, of which every third is a half.
            digits = digits.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
            let number = digits >> (step % 64);
            let number = if step % 3 == 0 { number / 10 * 10 + 5 } else { number };
            let amount =
                Decimal::from_i128_with_scale(i128::from(number) * if step % 2 == 0 { 1 } else { -1 }, step % 29);
            assert_eq!(round(amount), round_dp(amount, 0), "{amount}");
            let (kronor, rate) = (round(amount), Decimal::new(i64::from(number as i16), step % 6));
            let exactly = kronor.checked_mul(Decimal::ONE + rate).map(|grown| round_dp(grown, 0));
            assert_eq!(grow(kronor, rate, Decimal::ONE).ok(), exactly, "{kronor} and {rate}");
        }
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
