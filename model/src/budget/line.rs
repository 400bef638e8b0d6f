//! One row of the table: a line, resolved.

use super::{AmountOrigin, Generated, Months, RowSource, Terms};
use crate::base::{Active, Approach, Category, Life, Party, Status};
use crate::calendar::{Horizon, Month, Year};
use crate::id::Id;
use crate::money::{Decimal, Overflow};
use crate::sorted::SortedMap;
use std::sync::Arc;

/// A line, resolved: what later steps need of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetLine {
    pub line: Id,
    /// Its name; empty where a decision made it and the app names it (see [`Generated`]).
    pub name: Arc<str>,
    /// Where it comes from.
    pub source: RowSource,
    pub category: Category,
    /// The member that pays, for a contribution.
    pub member: Option<Id>,
    /// The party that pays, for a contribution.
    pub party: Option<Party>,
    /// Base, process or structure.
    pub approach: Option<Approach>,
    /// Whether step-downs leave it alone.
    pub locked: bool,
    /// How far it has come.
    pub status: Option<Status>,
    /// Whether it belongs to a project of the European Social Fund.
    pub esf: bool,
    /// How many take part, by year, as the plan or the decision that adds it has it.
    pub participants: SortedMap<Year, u32>,
    /// The index it follows.
    pub index: Option<Id>,
    /// First and last active month, after what decisions did to them.
    pub active: Active,
    /// What its amounts are reckoned from.
    pub terms: Arc<Terms>,
    /// What decisions changed of its months.
    pub months: Months,
    /// Kronor by year; positive, the category decides the sign.
    pub amounts: Vec<Decimal>,
    /// Where each year's amount comes from.
    pub origins: Vec<AmountOrigin>,
}

impl BudgetLine {
    /// A row that a decision makes, with nothing in it yet.
    pub(crate) fn made(line: Id, made: Generated, category: Category, horizon: Horizon) -> BudgetLine {
        BudgetLine {
            line,
            name: Arc::default(),
            source: RowSource::Made(made),
            category,
            member: None,
            party: None,
            approach: None,
            locked: false,
            status: None,
            esf: false,
            participants: SortedMap::new(),
            index: None,
            active: Active::default(),
            terms: Arc::default(),
            months: Months::default(),
            amounts: vec![Decimal::ZERO; horizon.len()],
            origins: vec![AmountOrigin::Decision; horizon.len()],
        }
    }

    /// Kronor in the year at `place` of the horizon.
    pub fn amount(&self, place: usize) -> Decimal {
        self.amounts.get(place).copied().unwrap_or_default()
    }

    /// How many take part in a year, the one at `place` of the horizon; nobody where a decision has taken all its money.
    pub fn participants(&self, year: Year, place: usize) -> Option<u32> {
        let count = self.participants.get(&year).copied()?;
        let stopped = self.amount(place).is_zero() && self.origins.get(place) == Some(&AmountOrigin::Decision);
        Some(if stopped { 0 } else { count })
    }

    /// Sets a year's amount. What stays as it is keeps its origin, unless it is now given.
    pub(crate) fn write(&mut self, place: usize, amount: Decimal, origin: AmountOrigin) {
        if let Some((slot, from)) = self.amounts.get_mut(place).zip(self.origins.get_mut(place)) {
            if *slot != amount || origin == AmountOrigin::Fixed {
                *from = origin;
            }
            *slot = amount;
        }
    }

    /// Changes the row's months, in the years of the table that are its association's, and writes the years that they
    /// make. `fixed` is the year whose amount a decision gives.
    pub(crate) fn change_months(
        &mut self,
        life: &Life,
        horizon: Horizon,
        rate: &dyn Fn(Year) -> Decimal,
        fixed: Option<Year>,
        change: impl FnOnce(&mut Months),
    ) -> Result<(), Overflow> {
        let years: Vec<_> = horizon.iter().enumerate().filter(|(_, year)| life.contains(*year)).collect();
        self.begin_months(life);
        self.settle(rate, &years)?;
        change(&mut self.months);
        let Some((_, first)) = years.first() else { return Ok(()) };
        for ((place, year), amount) in years.iter().zip(self.by_months(rate, *first, years.len())?) {
            self.write(*place, amount, if fixed == Some(*year) { AmountOrigin::Fixed } else { AmountOrigin::Decision });
        }
        Ok(())
    }

    /// A row's first change: from then on its months are its association's only.
    pub(crate) fn begin_months(&mut self, life: &Life) {
        let bounded = life.first.is_some() || life.last.is_some();
        if self.months.is_untouched() && bounded {
            self.months.keep_within(life.first.map(Month::january), life.last.map(Month::december));
        }
    }
}
