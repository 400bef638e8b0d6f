//! Where rows and their sum do not add up as they are shown, since each amount is rounded by itself.

use crate::money::{self, Decimal, Unit, sub, sum};
use crate::plan::{Metric, MetricKind};

/// A shown sum that its shown rows do not add up to: both in kronor, as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundedApart {
    /// What the rows give when they are added as they are shown.
    pub rows: Decimal,
    /// The sum as it is shown.
    pub sum: Decimal,
}

impl RoundedApart {
    /// Whether rows add up to their sum as they are shown in the unit. Rows that are not all of the sum, so that they
    /// do not add up unrounded either, are no matter of rounding.
    pub fn of(rows: &[Decimal], whole: Decimal, unit: Unit) -> Option<RoundedApart> {
        let shown =
            |amount: Decimal| money::shown(amount, unit).checked_mul(unit.factor()).map(|shown| shown.normalize());
        if sum(rows.iter().copied()).ok()? != whole {
            return None;
        }
        let rows: Vec<Decimal> = rows.iter().map(|row| shown(*row)).collect::<Option<_>>()?;
        let apart = RoundedApart { rows: sum(rows).ok()?, sum: shown(whole)? };
        (apart.rows != apart.sum).then_some(apart)
    }

    /// The same for a metric in a table: against its lines where they are shown, else against the metrics that it is
    /// reckoned from; one of those that has no row of its own stands there by its lines or by what it is reckoned from.
    pub fn of_metric(
        metric: Metric,
        unit: Unit,
        value: &impl Fn(Metric) -> Option<Decimal>,
        is_row: &impl Fn(Metric) -> bool,
        lines: &impl Fn(Metric) -> Option<Vec<Decimal>>,
    ) -> Option<RoundedApart> {
        if metric.kind() != MetricKind::Money {
            return None;
        }
        let rows = match lines(metric) {
            Some(lines) => lines,
            None if metric.terms().is_empty() => return None,
            None => terms(metric, false, value, is_row, lines),
        };
        RoundedApart::of(&rows, value(metric)?, unit)
    }
}

fn terms(
    metric: Metric,
    minus: bool,
    value: &impl Fn(Metric) -> Option<Decimal>,
    is_row: &impl Fn(Metric) -> bool,
    lines: &impl Fn(Metric) -> Option<Vec<Decimal>>,
) -> Vec<Decimal> {
    let signed = |amount: Decimal, off: bool| if off { sub(Decimal::ZERO, amount).unwrap_or(amount) } else { amount };
    let each = metric.terms().iter().flat_map(|(term, off)| {
        let off = *off != minus;
        if is_row(*term) {
            value(*term).map(|amount| signed(amount, off)).into_iter().collect()
        } else if let Some(lines) = lines(*term) {
            lines.into_iter().map(|amount| signed(amount, off)).collect()
        } else {
            terms(*term, off, value, is_row, lines)
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kronor(amounts: &[i64]) -> Vec<Decimal> {
        amounts.iter().map(|amount| Decimal::from(*amount)).collect()
    }

    #[test]
    fn rows_of_half_thousands_and_their_sum() {
        let apart = RoundedApart::of(&kronor(&[1_500, 2_500]), Decimal::from(4_000), Unit::Thousands).unwrap();
        assert_eq!((apart.rows, apart.sum), (Decimal::from(5_000), Decimal::from(4_000)));
        assert_eq!(RoundedApart::of(&kronor(&[1_500, 2_500]), Decimal::from(4_000), Unit::Kronor), None);
        assert_eq!(
            RoundedApart::of(&kronor(&[1_400, 2_300]), Decimal::from(3_700), Unit::Thousands).unwrap().rows,
            Decimal::from(3_000)
        );
        // What is less than half a unit stands by its first digit, and is added as it stands.
        let small = RoundedApart::of(&kronor(&[300, 4_000]), Decimal::from(4_300), Unit::Thousands).unwrap();
        assert_eq!((small.rows, small.sum), (Decimal::from(4_300), Decimal::from(4_000)));
        // Rows that are not all of the sum are another matter.
        assert_eq!(RoundedApart::of(&kronor(&[1_500]), Decimal::from(4_000), Unit::Thousands), None);
        assert_eq!(RoundedApart::of(&kronor(&[]), Decimal::ZERO, Unit::Thousands), None);
    }
}
