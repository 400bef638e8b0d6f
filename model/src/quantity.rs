//! What kind of number a lever is: its unit, the range and step of its slider, and how a value fits it.

use crate::calendar::{Horizon, Month, Year};
use crate::money::{Decimal, round, round_dp};

/// What a lever's value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeverUnit {
    Kronor,
    /// Kronor per inhabitant and year.
    KronorPerInhabitant,
    /// A share, shown as per cent: 0.6 is 60 %.
    Percent,
    /// A count of months.
    Months,
    /// A count of years.
    Years,
    /// A month of the calendar, as [`month_value`] counts it.
    Month,
    /// A year of the calendar.
    Year,
    Inhabitants,
    /// Places for participants.
    Places,
}

/// The kinds of numbers that plans and decisions have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QuantityKind {
    /// Kronor, not negative.
    Kronor,
    /// Kronor, more than nothing.
    Positive,
    /// Kronor of either sign.
    Equity,
    /// Kronor per inhabitant.
    PerInhabitant,
    /// A share of a whole.
    Share,
    /// A change as a share of what there is.
    Change,
    /// An index rate.
    Rate,
    /// Months of notice.
    Notice,
    /// Months earlier or later.
    Shift,
    /// How many years.
    Years,
    /// A month of the plan's years.
    Month,
    /// One of the plan's years.
    Year,
    /// A year that may be before the plan's.
    PriceYear,
    Inhabitants,
    /// Places per coordinator.
    Places,
}

/// A slider's least and most value and its step.
pub(crate) struct Range {
    pub least: Decimal,
    pub most: Decimal,
    pub step: Decimal,
}

impl QuantityKind {
    pub(crate) fn unit(self) -> LeverUnit {
        match self {
            QuantityKind::Kronor | QuantityKind::Positive | QuantityKind::Equity => LeverUnit::Kronor,
            QuantityKind::PerInhabitant => LeverUnit::KronorPerInhabitant,
            QuantityKind::Share | QuantityKind::Change | QuantityKind::Rate => LeverUnit::Percent,
            QuantityKind::Notice | QuantityKind::Shift => LeverUnit::Months,
            QuantityKind::Years => LeverUnit::Years,
            QuantityKind::Month => LeverUnit::Month,
            QuantityKind::Year | QuantityKind::PriceYear => LeverUnit::Year,
            QuantityKind::Inhabitants => LeverUnit::Inhabitants,
            QuantityKind::Places => LeverUnit::Places,
        }
    }

    /// The slider's range; it reaches at least to `value`. The exact field beside it may go further.
    pub(crate) fn range(self, value: Decimal, horizon: Horizon) -> Range {
        let (first, last) = (horizon.first, horizon.last());
        let range = |least, most, step| Range { least, most, step };
        let whole = |number: u32| Decimal::from(number);
        let found = match self {
            QuantityKind::Kronor | QuantityKind::Positive | QuantityKind::Equity => {
                let (most, step) = round_range(value.abs(), Decimal::ONE_THOUSAND, whole(100_000));
                let owed = Decimal::ZERO.checked_sub(most).filter(|_| self == QuantityKind::Equity);
                let least = if self == QuantityKind::Positive { step } else { owed.unwrap_or_default() };
                range(least, most, step)
            }
            QuantityKind::PerInhabitant => {
                range(Decimal::ZERO, round_range(value, Decimal::TEN, whole(20)).0, Decimal::new(1, 1))
            }
            QuantityKind::Share => range(Decimal::ZERO, Decimal::ONE, Decimal::new(5, 2)),
            QuantityKind::Change => range(Decimal::new(-5, 1), Decimal::new(5, 1), Decimal::new(1, 2)),
            QuantityKind::Rate => range(Decimal::new(-2, 2), Decimal::new(10, 2), Decimal::new(1, 3)),
            QuantityKind::Notice => range(Decimal::ZERO, whole(60), Decimal::ONE),
            QuantityKind::Shift => range(Decimal::from(-24), whole(24), Decimal::ONE),
            QuantityKind::Years => range(Decimal::ONE, horizon.years.into(), Decimal::ONE),
            QuantityKind::Month => {
                range(month_value(Month::january(first)), month_value(Month::december(last)), Decimal::ONE)
            }
            QuantityKind::Year => range(first.number().into(), last.number().into(), Decimal::ONE),
            QuantityKind::PriceYear => {
                range(first.number().saturating_sub(5).into(), last.number().into(), Decimal::ONE)
            }
            QuantityKind::Inhabitants => {
                let (most, step) = round_range(value, Decimal::ONE_HUNDRED, whole(10_000));
                range(Decimal::ZERO, most, step)
            }
            QuantityKind::Places => {
                range(Decimal::ZERO, round_range(value, Decimal::TEN, whole(20)).0, Decimal::new(25, 2))
            }
        };
        Range { least: found.least.min(value), most: found.most.max(value), ..found }
    }

    /// The nearest value that the field can hold.
    pub(crate) fn fit(self, value: Decimal) -> Decimal {
        match self {
            QuantityKind::Share | QuantityKind::Change | QuantityKind::Rate | QuantityKind::PerInhabitant => {
                round_dp(value, 6)
            }
            QuantityKind::Places => round_dp(value, 2),
            _ => round(value),
        }
    }
}

/// A round number from twice `value` on, at least `least`, and a round step that gives so many positions. Round,
/// so that the slider does not change under the hand that moves it.
fn round_range(value: Decimal, positions: Decimal, least: Decimal) -> (Decimal, Decimal) {
    let wanted = value.checked_add(value).unwrap_or(value).max(least);
    let mut most = Decimal::ONE;
    // 1, 2, 5, 10, 20, 50, …
    for factor in [2, 5, 10].into_iter().cycle().take(60) {
        if most >= wanted {
            break;
        }
        let grown = most.checked_mul(Decimal::from(factor)).and_then(|grown| grown.checked_div(last_factor(factor)));
        most = grown.unwrap_or(wanted);
    }
    let step = most.checked_div(positions).unwrap_or(Decimal::ONE);
    (most, step.normalize().max(Decimal::new(1, 1)))
}

/// The factor before `factor` in 1, 2, 5, 10.
fn last_factor(factor: u32) -> Decimal {
    match factor {
        5 => Decimal::TWO,
        10 => Decimal::from(5),
        _ => Decimal::ONE,
    }
}

/// A month as a lever's value: months since the year 0, so that one more is the next month.
pub fn month_value(month: Month) -> Decimal {
    let months = u32::from(month.year().number()).saturating_mul(12);
    Decimal::from(months.saturating_add(u32::from(month.number())).saturating_sub(1))
}

/// The month that a lever's value stands for; none outside the calendar.
pub fn value_month(value: Decimal) -> Option<Month> {
    let months = u32::try_from(round(value)).ok()?;
    let year = Year::new(u16::try_from(months.checked_div(12)?).ok()?)?;
    Month::new(year, u8::try_from(months.checked_rem(12)?.saturating_add(1)).ok()?)
}

/// The year that a lever's value stands for; none outside the calendar.
pub(crate) fn value_year(value: Decimal) -> Option<Year> {
    Year::new(u16::try_from(round(value)).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted() {
        let month: Month = "2014-07".parse().unwrap();
        assert_eq!(value_month(month_value(month)), Some(month));
        assert_eq!(month_value("2015-01".parse().unwrap()) - month_value("2014-12".parse().unwrap()), Decimal::ONE);
        assert_eq!(value_month(Decimal::from(-1)), None);
        assert_eq!(value_month(Decimal::ZERO), None);
    }

    #[test]
    fn kronor_have_round_ranges() {
        let of = |value: i64| {
            let horizon = Horizon { first: Year::new(2016).unwrap(), years: 3 };
            let range = QuantityKind::Kronor.range(Decimal::from(value), horizon);
            (range.most.to_string(), range.step.to_string())
        };
        assert_eq!(of(954_000), ("2000000".to_owned(), "2000".to_owned()));
        assert_eq!(of(1_350_000), ("5000000".to_owned(), "5000".to_owned()));
        assert_eq!(of(0), ("100000".to_owned(), "100".to_owned()));
        assert_eq!(of(1_000_000_000_000).0, "2000000000000");
    }
}
