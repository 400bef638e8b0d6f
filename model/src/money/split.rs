//! Splitting a sum so that the parts add up to the whole.

use super::{Decimal, Overflow, add, mul, ratio, sub, sum};

/// Splits `whole` kronor by `weights` with the method of largest remainder: whole kronor each, the parts add up to
/// `whole`, ties go to the earlier part. A remainder below one krona in `whole` itself goes to the first part with a
/// weight. With no weight above zero the sum is split equally.
pub fn split(whole: Decimal, weights: &[Decimal]) -> Result<Vec<Decimal>, Overflow> {
    if weights.is_empty() {
        return Ok(Vec::new());
    }
    let mut used: Vec<Decimal> = weights.iter().map(|w| (*w).max(Decimal::ZERO)).collect();
    let mut total = sum(used.iter().copied())?;
    if total.is_zero() {
        used = vec![Decimal::ONE; weights.len()];
        total = sum(used.iter().copied())?;
    }
    let magnitude = whole.abs();
    let mut parts = Vec::with_capacity(used.len());
    let mut remainders = Vec::with_capacity(used.len());
    for (place, weight) in used.iter().enumerate() {
        let exact = ratio(mul(magnitude, *weight)?, total)?.unwrap_or_default();
        let floor = exact.floor();
        parts.push(floor);
        remainders.push((place, sub(exact, floor)?));
    }
    // Stable sort: of equal remainders the earlier member comes first.
    remainders.sort_by_key(|(_, remainder)| std::cmp::Reverse(*remainder));
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
}
