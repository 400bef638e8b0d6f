//! A row's years taken apart into months and put together again.

use crate::budget::{Origin, Row, Timing};
use crate::calendar::{Month, Year};
use crate::decision::apportion::continued;
use crate::decision::reason::Reason;
use crate::money::{Decimal, Overflow, add, mul, ratio, round, sub, sum};
use crate::plan::{Active, Funding};

type Years = [(usize, Year)];

impl Row {
    pub(super) fn end(&mut self, last: Month, years: &Years) -> Result<(), Reason> {
        self.scale(years, |month, weight| Ok(if month <= last { weight } else { Decimal::ZERO }))?;
        self.timing.active.last = Some(self.timing.active.last.map_or(last, |end| end.min(last)));
        Ok(())
    }

    pub(super) fn resize_by(&mut self, from: Month, by: Decimal, years: &Years) -> Result<(), Reason> {
        if by.is_zero() {
            return Ok(());
        }
        let factor = add(Decimal::ONE, by)?;
        self.scale(years, |month, weight| if month < from { Ok(weight) } else { mul(weight, factor) })
    }

    pub(super) fn co_fund(&mut self, from: Month, share: Decimal, years: &Years) -> Result<(), Reason> {
        let active = self.timing.active;
        let carried = |month: Month| month >= from && active.contains(month);
        // Where nothing is paid today there is no whole cost to take a share of.
        self.scale(years, |month, weight| Ok(if carried(month) && !weight.is_zero() { share } else { weight }))?;
        let before = self.timing.funding.iter().filter(|phase| phase.from < from).cloned();
        self.timing.funding = before.chain([Funding { from, share }]).collect();
        Ok(())
    }

    /// Scales the years' amounts by the new weights of their months over the old.
    fn scale(
        &mut self,
        years: &Years,
        weigh: impl Fn(Month, Decimal) -> Result<Decimal, Overflow>,
    ) -> Result<(), Reason> {
        let mut found = false;
        for (place, year) in years {
            let amount = self.amount(*place);
            found |= !amount.is_zero();
            let months = months_of(&self.timing, *year)?;
            let before = sum(months.iter().map(|(_, weight)| *weight))?;
            let mut after = Decimal::ZERO;
            for (month, weight) in months {
                after = add(after, weigh(month, weight)?)?;
            }
            let scaled = ratio(mul(amount, after)?, before)?.unwrap_or(amount);
            self.write(*place, round(scaled), Origin::Decision);
        }
        if found { Ok(()) } else { Err(Reason::NothingToChange) }
    }

    pub(super) fn resize_to(
        &mut self,
        from: Month,
        full_year: Decimal,
        years: &Years,
        rate: &dyn Fn(Year) -> Decimal,
    ) -> Result<(), Reason> {
        let mut level = full_year;
        let mut reached = from.year();
        for (place, year) in years {
            let begins = *year == from.year();
            while reached < *year {
                reached = reached.next();
                level = continued(level, rate(reached), self.round_to.kronor())?;
            }
            let amount = self.amount(*place);
            let months = months_of(&self.timing, *year)?;
            let all = sum(months.iter().map(|(_, weight)| *weight))?;
            let earlier = sum(months.iter().filter(|(month, _)| *month < from).map(|(_, weight)| *weight))?;
            let later = sum(year.months().filter(|month| *month >= from).map(|month| self.timing.weight(month)))?;
            let before = ratio(mul(amount, earlier)?, all)?.unwrap_or_default();
            let after = ratio(mul(level, later)?, Decimal::from(12))?.unwrap_or_default();
            let origin = if begins { Origin::Fixed } else { Origin::Decision };
            self.write(*place, round(add(before, after)?), origin);
        }
        let runs = years
            .iter()
            .any(|(_, year)| year.months().any(|month| month >= from && self.timing.active.contains(month)));
        if runs { Ok(()) } else { Err(Reason::NothingToChange) }
    }

    /// Moves the months' costs; what it moves out of the plan's years is not in them any more.
    pub(super) fn shift(&mut self, by: i16, years: &Years) -> Result<(), Reason> {
        let mut costs = Vec::new();
        for (place, year) in years {
            let months = months_of(&self.timing, *year)?;
            let all = sum(months.iter().map(|(_, weight)| *weight))?;
            for (_, weight) in months {
                costs.push(ratio(mul(self.amount(*place), weight)?, all)?.unwrap_or_default());
            }
        }
        if costs.iter().all(Decimal::is_zero) {
            return Err(Reason::NothingToChange);
        }
        let first = costs.first().copied().unwrap_or_default();
        let last = costs.last().copied().unwrap_or_default();
        let ends = self.timing.active.last;
        let mut reached = Decimal::ZERO;
        let mut written = Decimal::ZERO;
        for (row, (place, _)) in years.iter().enumerate() {
            for month in 0..12usize {
                let at = i64::try_from(row.saturating_mul(12).saturating_add(month)).unwrap_or(i64::MAX);
                let from = at.saturating_sub(i64::from(by));
                let cost = match usize::try_from(from) {
                    Ok(from) => costs.get(from).copied().unwrap_or(if ends.is_some() { Decimal::ZERO } else { last }),
                    Err(_) => first,
                };
                reached = add(reached, cost)?;
            }
            // Whole kronor of the running sum: the parts of a line that stays within the years add up to it.
            let amount = sub(round(reached), written)?;
            written = add(written, amount)?;
            self.write(*place, amount, Origin::Decision);
        }
        let moved = |month: Month| shifted(month, by);
        self.timing.active = Active { first: self.timing.active.first.map(moved), last: ends.map(moved) };
        let phases = self.timing.funding.iter().map(|phase| Funding { from: moved(phase.from), share: phase.share });
        self.timing.funding = phases.collect();
        Ok(())
    }

    fn write(&mut self, place: usize, amount: Decimal, origin: Origin) {
        if let Some((slot, from)) = self.amounts.get_mut(place).zip(self.origins.get_mut(place)) {
            if *slot != amount || origin == Origin::Fixed {
                *from = origin;
            }
            *slot = amount;
        }
    }
}

/// The months of a year with the funded share of each; evenly where a given amount has no active month.
fn months_of(timing: &Timing, year: Year) -> Result<Vec<(Month, Decimal)>, Overflow> {
    let months: Vec<_> = year.months().map(|month| (month, timing.weight(month))).collect();
    if months.iter().all(|(_, weight)| weight.is_zero()) {
        return Ok(year.months().map(|month| (month, Decimal::ONE)).collect());
    }
    Ok(months)
}

fn shifted(month: Month, by: i16) -> Month {
    let step = |month: Month, _| if by < 0 { month.previous() } else { month.next() };
    (0..by.unsigned_abs()).fold(month, step)
}
