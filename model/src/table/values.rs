//! The figures of rows, and which of them are sums of others.

use crate::money::Decimal;
use std::collections::BTreeSet;

/// The figures that arithmetic works on, kronor with signs as written.
pub(super) struct Values {
    /// By row, then by column of amounts: zero where nothing stands, nothing where it is not certain.
    pub(super) amounts: Vec<Vec<Option<Decimal>>>,
    /// By row: the printed sub-total beside it, and which column of amounts it belongs to.
    pub(super) sub_totals: Vec<Option<(usize, Decimal)>>,
    /// By column of amounts: the last place that is written (1 000 in a table in tkr without decimals).
    pub(super) places: Vec<Decimal>,
}

impl Values {
    pub(super) fn row(&self, row: usize) -> &[Option<Decimal>] {
        self.amounts.get(row).map_or(&[], Vec::as_slice)
    }

    /// Whether a row is nearly the sum of others: as far from it as they can be rounded, and no further.
    pub(super) fn is_rounded_sum(&self, row: usize, of: &[usize]) -> bool {
        let mut columns = 0_usize;
        for (column, printed) in self.row(row).iter().enumerate() {
            let Some(printed) = printed.filter(|printed| !printed.is_zero()) else { continue };
            let addends = of.iter().filter_map(|row| self.row(*row).get(column).copied().flatten());
            let addends: Vec<Decimal> = addends.filter(|amount| !amount.is_zero()).collect();
            let sum = addends.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount));
            let place = self.places.get(column).copied().unwrap_or(Decimal::ONE);
            let Some(sum) = sum else { return false };
            let off = printed.abs().checked_sub(sum.abs()).unwrap_or(Decimal::MAX).abs();
            let most = place.saturating_mul(Decimal::from(addends.len().div_ceil(2)));
            if addends.len() < 3 || off > most || most.saturating_mul(Decimal::from(50)) > printed.abs() {
                return false;
            }
            columns = columns.saturating_add(1);
        }
        columns > 0
    }

    /// How well a row is the sum of others; `None` when it is not.
    pub(super) fn is_sum(&self, row: usize, of: &[usize]) -> Option<Evidence> {
        let mut totals = BTreeSet::new();
        for (column, printed) in self.row(row).iter().enumerate() {
            let Some(printed) = printed else { continue };
            let mut sum = Decimal::ZERO;
            let mut known = true;
            for addend in of {
                match self.row(*addend).get(column).copied().flatten() {
                    Some(amount) => sum = sum.checked_add(amount)?,
                    None => known = false,
                }
            }
            if !known {
                continue;
            }
            // Costs with a minus may have their sum without one.
            if *printed != sum && printed.abs() != sum.abs() {
                return None;
            }
            if !printed.is_zero() {
                totals.insert(printed.abs());
            }
        }
        let counts =
            of.iter().filter(|addend| self.row(**addend).iter().flatten().any(|amount| !amount.is_zero())).count();
        (!totals.is_empty()).then_some(Evidence { addends: counts, totals: totals.len() })
    }
}

/// How many rows make a sum, and how many different ones.
pub(super) struct Evidence {
    pub(super) addends: usize,
    pub(super) totals: usize,
}

impl Evidence {
    /// Two numbers can make a third by chance; three of them, or two in two different columns, hardly do.
    pub(super) fn is_strong(&self) -> bool {
        self.addends >= 2 && self.totals >= 2 || self.addends >= 3
    }
}
