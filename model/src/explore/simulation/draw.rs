//! Chance: shares from a seed, and values from a triangle. Only operations that IEEE 754 fixes to the last bit, so that
//! every processor draws the same: no logarithms, powers or angles.

use crate::money::Decimal;
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{RngCore, SeedableRng};

/// Throws shares between 0 and 1.
#[derive(Debug, Clone)]
pub(super) struct Dice(Pcg64Mcg);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(Pcg64Mcg::seed_from_u64(seed))
    }

    /// A share, 0 ≤ share < 1, in steps of 2⁻⁵³.
    pub(super) fn share(&mut self) -> f64 {
        const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;
        // The upper 53 bits fit a float exactly.
        let bits = self.0.next_u64() >> 11;
        bits as f64 * STEP
    }
}

/// The triangle over low, now and high: the plainest distribution that knows a range and a likeliest value.
#[derive(Debug, Clone)]
pub(super) struct Triangle {
    low: f64,
    mode: f64,
    high: f64,
    now: f64,
}

impl Triangle {
    /// A value now that lies outside the range counts as its nearer end.
    pub(super) fn new(low: Decimal, now: Decimal, high: Decimal) -> Triangle {
        Triangle { low: float(low), mode: float(now.max(low).min(high)), high: float(high), now: float(now) }
    }

    /// The value below which `share` of the distribution lies, with six decimals; and how far it is from now as a share
    /// of the range's width.
    pub(super) fn draw(&self, share: f64) -> (Decimal, f64) {
        let width = self.high - self.low;
        if width <= 0.0 {
            return (decimal(self.low), 0.0);
        }
        let rising = self.mode - self.low;
        let value = if share * width < rising {
            self.low + (share * width * rising).sqrt()
        } else {
            self.high - ((1.0 - share) * width * (self.high - self.mode)).sqrt()
        };
        (decimal(value), (value - self.now) / width)
    }
}

/// A decimal as the nearest float.
pub(super) fn float(number: Decimal) -> f64 {
    /// Powers of ten that a float holds exactly.
    const POWERS: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ];
    let number = number.normalize();
    let number = if number.scale() > 22 { number.round_dp(22) } else { number };
    let power = usize::try_from(number.scale()).ok().and_then(|scale| POWERS.get(scale));
    number.mantissa() as f64 / power.copied().unwrap_or(1.0)
}

/// A float as a decimal with six decimals, which is more than any lever holds.
fn decimal(number: f64) -> Decimal {
    // Within ±9,2 · 10¹² millionths fit 64 bits; amounts end at 10¹².
    Decimal::new((number * 1e6).round() as i64, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_triangles_quantiles_are_its_own() {
        let triangle = Triangle::new(Decimal::ZERO, Decimal::ONE, Decimal::from(4));
        let at = |share: f64| triangle.draw(share).0.to_string();
        // F(x) = x²/4 to 1, then 1 − (4 − x)²/12.
        assert_eq!(at(0.0), "0.000000");
        assert_eq!(at(0.25), "1.000000");
        assert_eq!(at(0.0625), "0.500000");
        assert_eq!(at(0.25 + 0.75 * 0.75), "2.500000");
        assert_eq!(triangle.draw(0.25).1, 0.0);
        let rising = Triangle::new(Decimal::ZERO, Decimal::from(9), Decimal::from(4));
        assert_eq!(rising.draw(0.25).0.to_string(), "2.000000");
    }

    #[test]
    fn floats_are_the_nearest() {
        let float = |text: &str| float(text.parse().unwrap());
        assert_eq!(float("0.17"), 0.17);
        assert_eq!(float("-1234567.25"), -1_234_567.25);
        assert_eq!(float("1000000000000"), 1e12);
    }

    #[test]
    fn shares_are_the_seeds_own() {
        let mut dice = Dice::new(2015);
        let first: Vec<u64> = (0..3).map(|_| dice.share().to_bits()).collect();
        let mut again = Dice::new(2015);
        assert_eq!(first, (0..3).map(|_| again.share().to_bits()).collect::<Vec<_>>());
        assert!(first.iter().all(|bits| (0.0..1.0).contains(&f64::from_bits(*bits))));
        let mut other = Dice::new(2016);
        assert_ne!(first[0], other.share().to_bits());
    }
}
