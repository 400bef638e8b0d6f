//! Splitting a sum so that the parts add up to the whole.

use super::{Decimal, Overflow, add, sub, sum};
use crate::sorted::sort_by_key;

/// Splits `whole` kronor by `weights` with the method of largest remainder: whole kronor each, the parts add up to
/// `whole`, ties go to the earlier part. Remainders are compared as they are: no cut decimals decide. A remainder below
/// one krona in `whole` itself goes to the first part with a weight. With no weight above zero the sum is split equally.
pub fn split(whole: Decimal, weights: &[Decimal]) -> Result<Vec<Decimal>, Overflow> {
    if weights.is_empty() {
        return Ok(Vec::new());
    }
    let magnitude = whole.abs();
    let scale = weights.iter().map(|weight| weight.normalize().scale()).max().unwrap_or_default();
    let mut used = weights.iter().map(|weight| integer(*weight, scale)).collect::<Result<Vec<i128>, Overflow>>()?;
    if used.iter().all(|weight| *weight == 0) {
        used = vec![1; weights.len()];
    }
    let total = used.iter().try_fold(0i128, |sum, weight| sum.checked_add(*weight)).ok_or(Overflow)?;
    let decimals = magnitude.normalize().scale();
    let share_of = integer(magnitude, decimals)?;
    let total = total.checked_mul(power_of_ten(decimals)?).ok_or(Overflow)?;
    let mut parts = Vec::with_capacity(used.len());
    let mut remainders = Vec::with_capacity(used.len());
    for (place, weight) in used.iter().enumerate() {
        let exact = share_of.checked_mul(*weight).ok_or(Overflow)?;
        let floor = exact.checked_div(total).ok_or(Overflow)?;
        parts.push(Decimal::try_from_i128_with_scale(floor, 0).map_err(|_| Overflow)?);
        remainders.push((place, exact.checked_rem(total).ok_or(Overflow)?));
    }
    // Stable sort: of equal remainders the earlier member comes first.
    sort_by_key(&mut remainders, |(_, remainder)| std::cmp::Reverse(*remainder));
    let mut left = sub(magnitude, sum(parts.iter().copied())?)?;
    for (place, _) in &remainders {
        let unit = left.min(Decimal::ONE);
        if unit <= Decimal::ZERO {
            break;
        }
        if let Some(part) = parts.get_mut(*place) {
            *part = add(*part, unit)?;
            left = sub(left, unit)?;
        }
    }
    if whole.is_sign_negative() {
        for part in &mut parts {
            part.set_sign_negative(!part.is_zero());
        }
    }
    Ok(parts)
}

/// A number in units of its `scale`-th decimal; 0 for one below zero.
fn integer(number: Decimal, scale: u32) -> Result<i128, Overflow> {
    let number = number.max(Decimal::ZERO).normalize();
    let missing = scale.checked_sub(number.scale()).ok_or(Overflow)?;
    number.mantissa().checked_mul(power_of_ten(missing)?).ok_or(Overflow)
}

fn power_of_ten(exponent: u32) -> Result<i128, Overflow> {
    10i128.checked_pow(exponent).ok_or(Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(parts: &[i64]) -> Vec<Decimal> {
        parts.iter().copied().map(Decimal::from).collect()
    }

    #[test]
    fn sydnarke_quarter_among_four_municipalities() {
        // 5 795 388 / 16 = 362 211,75
        let parts = split(Decimal::from(1_448_847), &whole(&[1, 1, 1, 1])).unwrap();
        assert_eq!(parts, whole(&[362_212, 362_212, 362_212, 362_211]));
    }

    #[test]
    fn half_and_quarters_of_an_odd_sum() {
        let parts = split(Decimal::from(5_795_387), &whole(&[2, 1, 1])).unwrap();
        assert_eq!(parts, whole(&[2_897_693, 1_448_847, 1_448_847]));
        let parts = split(Decimal::from(-10), &whole(&[1, 1, 1])).unwrap();
        assert_eq!(parts, whole(&[-4, -3, -3]));
    }

    #[test]
    fn no_weights_split_equally() {
        assert_eq!(split(Decimal::from(10), &whole(&[0, 0])).unwrap(), whole(&[5, 5]));
        assert_eq!(split(Decimal::from(10), &[]).unwrap(), Vec::<Decimal>::new());
    }

    #[test]
    fn equal_remainders_are_equal_though_their_decimals_end_somewhere() {
        // 10 000 / 30 000 leave 2/3, 6 666 + 2/3 and 3 332 + 2/3: two kronor are left for the first two.
        let parts = split(Decimal::from(10_000), &whole(&[2, 20_000, 9_998])).unwrap();
        assert_eq!(parts, whole(&[1, 6_667, 3_332]));
    }

    #[test]
    fn weights_with_decimals_and_large_sums_are_split_exactly() {
        let weights: Vec<Decimal> = ["0.333333", "0.333333", "0.333334"].iter().map(|w| w.parse().unwrap()).collect();
        let parts = split(Decimal::from(500_000_000_000_000i64), &weights).unwrap();
        assert_eq!(sum(parts.iter().copied()), Ok(Decimal::from(500_000_000_000_000i64)));
        assert_eq!(parts[2], Decimal::from(166_667_000_000_000i64));
        assert_eq!(split("10.50".parse().unwrap(), &whole(&[1, 1])).unwrap()[1], "5".parse().unwrap());
    }
}
