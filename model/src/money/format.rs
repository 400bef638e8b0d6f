//! Writing numbers as Swedish readers expect them (sv-SE): `−1 234 567`, groups of three apart by U+00A0, the minus
//! U+2212, a decimal comma. English readers get the same digits with a decimal point and U+00A0 groups.

use super::{Decimal, round_dp};

const GROUP: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// The unit that amounts are shown and typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// kronor
    #[default]
    Kronor,
    /// tkr: thousands of kronor
    Thousands,
}

impl Unit {
    /// Kronor in one of this unit.
    pub fn factor(self) -> Decimal {
        match self {
            Unit::Kronor => Decimal::ONE,
            Unit::Thousands => Decimal::ONE_THOUSAND,
        }
    }

    /// Decimals that a krona takes.
    fn decimals(self) -> u32 {
        match self {
            Unit::Kronor => 0,
            Unit::Thousands => 3,
        }
    }
}

/// Writes `value` with `places` decimals, grouped, with `point` between whole and fraction.
pub fn decimal(value: Decimal, places: u32, point: char) -> String {
    let rounded = round_dp(value, places);
    let digits = format!("{:.*}", places as usize, rounded.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::with_capacity(digits.len().saturating_add(8));
    if rounded.is_sign_negative() && !rounded.is_zero() {
        text.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && whole.len().saturating_sub(place).is_multiple_of(3) {
            text.push(GROUP);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// An amount of kronor in `unit` as it is shown: whole, or by its first digit where it would be nothing though it is at
/// least a krona. So what has a sign or a colour never stands as 0.
pub fn shown(amount: Decimal, unit: Unit) -> Decimal {
    // Division by 1 or 1 000 cannot fail.
    let value = amount.checked_div(unit.factor()).unwrap_or(amount);
    let rounded = (0..=unit.decimals()).map(|places| round_dp(value, places)).find(|rounded| !rounded.is_zero());
    rounded.unwrap_or_default().normalize()
}

/// Writes an amount of kronor in `unit`, without the unit's name: `3 200 000`, `3 200` or `0,3`.
pub fn kronor(amount: Decimal, unit: Unit, point: char) -> String {
    let shown = shown(amount, unit);
    decimal(shown, shown.scale(), point)
}

/// Writes a change with its sign always shown: `+214`, `−600`, `−0,3`, `0`.
pub fn delta(change: Decimal, unit: Unit, point: char) -> String {
    let text = kronor(change, unit, point);
    if change.is_sign_positive() && text != "0" { format!("+{text}") } else { text }
}

/// Writes a share (0–1) as per cent with `places` decimals and no-break space: `14,7 %`.
pub fn percent(share: Decimal, places: u32, point: char) -> String {
    let hundredfold = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{}{GROUP}%", decimal(hundredfold, places, point))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn swedish_groups_minus_and_comma() {
        assert_eq!(decimal(d("1234567"), 0, ','), "1\u{a0}234\u{a0}567");
        assert_eq!(decimal(d("-600000"), 0, ','), "\u{2212}600\u{a0}000");
        assert_eq!(decimal(d("3.456"), 2, ','), "3,46");
        assert_eq!(decimal(d("-0.4"), 0, ','), "0");
        assert_eq!(decimal(d("999"), 0, ','), "999");
        assert_eq!(kronor(d("4446400"), Unit::Thousands, ','), "4\u{a0}446");
        assert_eq!(kronor(d("-976500"), Unit::Thousands, ','), "\u{2212}977");
        assert_eq!(percent(d("0.1473684"), 1, ','), "14,7\u{a0}%");
        assert_eq!(delta(d("213912"), Unit::Thousands, ','), "+214");
        assert_eq!(delta(d("-7000"), Unit::Thousands, ','), "\u{2212}7");
        assert_eq!(delta(d("0"), Unit::Kronor, ','), "0");
    }

    #[test]
    fn what_is_not_nought_is_never_shown_as_nought() {
        let tkr = |text: &str| delta(d(text), Unit::Thousands, ',');
        assert_eq!(
            (tkr("300"), tkr("-449"), tkr("40"), tkr("-4")),
            ("+0,3".into(), "\u{2212}0,4".into(), "+0,04".into(), "\u{2212}0,004".into())
        );
        assert_eq!((tkr("500"), tkr("0"), tkr("0.4"), tkr("-0.4")), ("+1".into(), "0".into(), "0".into(), "0".into()));
        assert_eq!(kronor(d("300"), Unit::Thousands, '.'), "0.3");
        assert_eq!(kronor(d("960"), Unit::Thousands, ','), "1");
        assert_eq!(kronor(d("0.4"), Unit::Kronor, ','), "0");
    }
}
