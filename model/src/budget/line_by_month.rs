//! A row's months: what each month costs in all and which share of it the association pays. They are reckoned from the
//! row's terms when a decision asks for them, with the changes that decisions made ([`super::Months`]), for any month,
//! whether the plan shows its year or not; so changes compose in any number and order and nothing is guessed from a year.

use super::months::MonthsChange;
use super::terms::{Chain, Course, YearCost};
use super::{BudgetLine, Terms};
use crate::calendar::{Month, Year, between};
use crate::money::{Decimal, Overflow, add, mul, ratio, round, sub};

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A month's cost.
#[derive(Debug, Clone, Copy)]
struct MonthCost {
    /// The whole cost, as kronor a full year.
    pace: Decimal,
    /// The share of it that the association pays.
    share: Decimal,
    /// The months that are rounded together: those of one year, which moving can spread over two.
    group: i32,
}

impl BudgetLine {
    /// Whole kronor of the years from `first` on, by their months. A year's months are summed and rounded once; where
    /// moving has spread them over two years, their kronor are divided between the two so that they add up to it.
    pub(super) fn by_months(
        &self,
        rate: &dyn Fn(Year) -> Decimal,
        first: Year,
        years: usize,
    ) -> Result<Vec<Decimal>, Overflow> {
        let mut reader = MonthReader::of(self, rate)?;
        let mut amounts = Vec::with_capacity(years);
        let mut group = Group::default();
        // A group can begin eleven months before the first year.
        let mut month = Month::january(first).count().saturating_sub(12);
        for place in 0..years.saturating_add(1) {
            let mut amount = Decimal::ZERO;
            for _ in 0..12 {
                let cost = reader.month(month.saturating_sub(self.months.shift))?;
                if cost.group != group.first {
                    amount = add(amount, group.take()?)?;
                    group = Group { first: cost.group, ..Group::default() };
                }
                group.exact = add(group.exact, mul(cost.pace, cost.share)?)?;
                month = month.saturating_add(1);
            }
            amount = add(amount, group.take()?)?;
            if place > 0 {
                amounts.push(amount);
            }
        }
        Ok(amounts)
    }

    /// Whether the line costs anything, whoever pays, in a month from `from` on, whether the plan shows it or not.
    pub(crate) fn has_cost_from(&self, from: Month, rate: &dyn Fn(Year) -> Decimal) -> Result<bool, Overflow> {
        Ok(self.costs_between(Some(from), None, rate)?.is_some())
    }

    /// The first month between two, both counted, in which the line costs anything, whoever pays.
    pub(crate) fn costs_between(
        &self,
        from: Option<Month>,
        until: Option<Month>,
        rate: &dyn Fn(Year) -> Decimal,
    ) -> Result<Option<Month>, Overflow> {
        let spans = self.months.changes.iter().map(MonthsChange::span);
        let given = self.terms.given.iter().map(|(year, _)| Month::january(*year).count());
        let active = self.terms.timing.active.first.into_iter().map(Month::count);
        let said = given.map(|january| (january, january.saturating_add(11))).chain(active.map(|month| (month, month)));
        let said = said.chain(spans);
        let begins = said.clone().map(|(first, _)| first).min().unwrap_or_default();
        // A year after the last thing that anybody said of it, it only goes on.
        let said = said.map(|(_, last)| last).max().unwrap_or_default();
        let from = from.map_or(begins, |month| self.months.own(month)).max(begins);
        let until = until.map_or(i32::MAX, |month| self.months.own(month)).min(said.max(from).saturating_add(12));
        let mut reader = MonthReader::of(self, rate)?;
        for month in from..=until {
            if !reader.month(month)?.pace.is_zero() {
                return Ok(Some(Month::of_count(month.saturating_add(self.months.shift))));
            }
        }
        Ok(None)
    }

    /// Whether the line runs in a month from `from` on: within its first and last active month.
    pub(crate) fn runs_from(&self, from: Month) -> bool {
        self.active.last.is_none_or(|last| from <= last)
    }

    /// Lets the months say what the years say: those that a decision has set are set in the months too.
    pub(super) fn settle(&mut self, rate: &dyn Fn(Year) -> Decimal, years: &[(usize, Year)]) -> Result<(), Overflow> {
        let Some((_, first)) = years.first() else { return Ok(()) };
        let made = self.by_months(rate, *first, years.len())?;
        for ((place, year), old) in years.iter().zip(made) {
            let new = self.amount(*place);
            if new != old {
                self.months.year(*year, self.exact(rate, *year)?, new);
            }
        }
        Ok(())
    }

    /// What a year's months make, before rounding.
    fn exact(&self, rate: &dyn Fn(Year) -> Decimal, year: Year) -> Result<Decimal, Overflow> {
        let mut reader = MonthReader::of(self, rate)?;
        let first = self.months.own(Month::january(year));
        let mut paid = Decimal::ZERO;
        for month in first..first.saturating_add(12) {
            let cost = reader.month(month)?;
            paid = add(paid, mul(cost.pace, cost.share)?)?;
        }
        Ok(paid)
    }
}

/// Months that are rounded together.
#[derive(Default)]
struct Group {
    first: i32,
    /// Kronor so far, in twelfths.
    exact: Decimal,
    written: Decimal,
}

impl Group {
    /// The kronor that have come since they were taken last.
    fn take(&mut self) -> Result<Decimal, Overflow> {
        let reached = round(ratio(self.exact, TWELVE)?.unwrap_or_default());
        let part = sub(reached, self.written)?;
        self.written = reached;
        Ok(part)
    }
}

/// Reads a row's months, in its own time and in order.
struct MonthReader<'r> {
    row: &'r BudgetLine,
    rate: &'r dyn Fn(Year) -> Decimal,
    course: Course<'r, &'r dyn Fn(Year) -> Decimal>,
    /// The year read last, with its cost and the months that the line runs.
    year: Option<(Year, YearCost, u8)>,
    /// For each change to an amount, how far it has gone on.
    chains: Vec<Option<Chain>>,
}

impl<'r> MonthReader<'r> {
    fn of(row: &'r BudgetLine, rate: &'r dyn Fn(Year) -> Decimal) -> Result<MonthReader<'r>, Overflow> {
        let chain = |change: &MonthsChange| match change {
            MonthsChange::To { from, full_year, shift } => {
                let year = Month::of_count(from.saturating_add(*shift)).year();
                Some(Chain { year, amount: *full_year, step: row.terms.round_to.kronor() })
            }
            _ => None,
        };
        let chains = row.months.changes.iter().map(chain).collect();
        Ok(MonthReader { row, rate, course: Course::of(&row.terms, rate)?, year: None, chains })
    }

    fn month(&mut self, own: i32) -> Result<MonthCost, Overflow> {
        let terms: &Terms = &self.row.terms;
        let active = terms.timing.active;
        let month = Month::of_count(own);
        let mut runs = between(active.first.map(Month::count), active.last.map(Month::count), &own);
        let (cost, active_months) = self.cost_of(month.year())?;
        let mut of = MonthCost {
            pace: match cost {
                YearCost::Pace(full_year) if runs => full_year,
                // Spent in the months that it runs; evenly where it has none.
                YearCost::Spent(amount) if runs || active_months == 0 => {
                    let months = if active_months == 0 { TWELVE } else { active_months.into() };
                    ratio(mul(amount, TWELVE)?, months)?.unwrap_or_default()
                }
                YearCost::Pace(_) | YearCost::Spent(_) => Decimal::ZERO,
            },
            share: terms.timing.share(month),
            group: own.div_euclid(12).saturating_mul(12),
        };
        for (change, chain) in self.row.months.changes.iter().zip(&mut self.chains) {
            match change {
                MonthsChange::Within { from, until } if own < *from || *until < own => {
                    (of.pace, runs) = (Decimal::ZERO, false)
                }
                MonthsChange::End { last } if *last < own => (of.pace, runs) = (Decimal::ZERO, false),
                MonthsChange::By { from, factor } if *from <= own => of.pace = mul(of.pace, *factor)?,
                MonthsChange::To { from, shift, .. } if *from <= own && runs => {
                    let year = Month::of_count(own.saturating_add(*shift)).year();
                    let full_year = chain.as_mut().map(|chain| chain.until(year, self.rate)).transpose()?;
                    of.pace = full_year.unwrap_or_default();
                }
                MonthsChange::Share { from, share } if *from <= own => of.share = *share,
                MonthsChange::Year { first, old, new } if (*first..first.saturating_add(12)).contains(&own) => {
                    of.group = *first;
                    let twelfths = mul(*new, TWELVE)?;
                    match ratio(mul(of.pace, twelfths)?, *old)? {
                        Some(pace) => of.pace = pace,
                        // Nothing was paid: evenly, in full.
                        None => (of.pace, of.share) = (*new, Decimal::ONE),
                    }
                }
                MonthsChange::Within { .. }
                | MonthsChange::End { .. }
                | MonthsChange::By { .. }
                | MonthsChange::To { .. }
                | MonthsChange::Share { .. }
                | MonthsChange::Year { .. } => {}
            }
        }
        Ok(of)
    }

    fn cost_of(&mut self, year: Year) -> Result<(YearCost, u8), Overflow> {
        if let Some((_, cost, months)) = self.year.filter(|(read, _, _)| *read == year) {
            return Ok((cost, months));
        }
        let (cost, _) = self.course.year(year)?;
        let months = self.row.terms.timing.active.months_in(year);
        self.year = Some((year, cost, months));
        Ok((cost, months))
    }
}
