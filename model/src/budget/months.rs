//! What decisions changed of a row's months. Changes are kept in the line's *own time*: a line that is moved keeps its
//! months and their prices, and is read so many months earlier.

use crate::calendar::{Month, Year};
use crate::money::Decimal;

/// What decisions changed of a row's months; nothing for a row that they left alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Months {
    /// How many months later than its own time the line runs.
    pub(super) shift: i32,
    pub(super) changes: Vec<MonthsChange>,
}

/// A change of some months, by counts of months in the line's own time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MonthsChange {
    /// Nothing outside of these months: the row is another association's then.
    Within { from: i32, until: i32 },
    /// Nothing after this month.
    End { last: i32 },
    /// The whole cost times a factor from a month on.
    By { from: i32, factor: Decimal },
    /// The whole cost at so many kronor a full year from a month on, going on with the index by the years that the
    /// months lay in when it was decided.
    To { from: i32, full_year: Decimal, shift: i32 },
    /// The share that the association pays from a month on.
    Share { from: i32, share: Decimal },
    /// Twelve months that a decision gave a year's amount: `new` kronor where the months made `old`.
    Year { first: i32, old: Decimal, new: Decimal },
}

impl Months {
    /// Whether no decision has changed them.
    pub(super) fn is_untouched(&self) -> bool {
        self.shift == 0 && self.changes.is_empty()
    }

    /// Only those between two months are this row's, both counted.
    pub(crate) fn keep_within(&mut self, from: Option<Month>, until: Option<Month>) {
        let from = from.map_or(i32::MIN, |month| self.own(month));
        let until = until.map_or(i32::MAX, |month| self.own(month));
        self.changes.push(MonthsChange::Within { from, until });
    }

    /// The line ends after a month.
    pub(crate) fn end(&mut self, last: Month) {
        self.changes.push(MonthsChange::End { last: self.own(last) });
    }

    /// The whole cost is multiplied from a month on.
    pub(crate) fn scale(&mut self, from: Month, factor: Decimal) {
        self.changes.push(MonthsChange::By { from: self.own(from), factor });
    }

    /// The whole cost is so many kronor a full year from a month on.
    pub(crate) fn set(&mut self, from: Month, full_year: Decimal) {
        self.changes.push(MonthsChange::To { from: self.own(from), full_year, shift: self.shift });
    }

    /// The association pays this share from a month on.
    pub(crate) fn co_fund(&mut self, from: Month, share: Decimal) {
        self.changes.push(MonthsChange::Share { from: self.own(from), share });
    }

    /// All months come so many months later.
    pub(crate) fn shift(&mut self, months: i16) {
        self.shift = self.shift.saturating_add(months.into());
    }

    /// A year's amount was set: its months make `new` kronor where they made `old`.
    pub(super) fn year(&mut self, year: Year, old: Decimal, new: Decimal) {
        self.changes.push(MonthsChange::Year { first: self.own(Month::january(year)), old, new });
    }

    pub(super) fn own(&self, month: Month) -> i32 {
        month.count().saturating_sub(self.shift)
    }
}

impl MonthsChange {
    /// The first and the last month about which it says something of its own.
    pub(super) fn span(&self) -> (i32, i32) {
        match self {
            MonthsChange::Within { from, until: i32::MAX } => (*from, *from),
            MonthsChange::Within { until, .. } => (*until, *until),
            MonthsChange::End { last } => (*last, *last),
            MonthsChange::By { from, .. } | MonthsChange::To { from, .. } | MonthsChange::Share { from, .. } => {
                (*from, *from)
            }
            MonthsChange::Year { first, .. } => (*first, first.saturating_add(11)),
        }
    }
}
