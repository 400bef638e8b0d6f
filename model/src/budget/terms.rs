//! A row's terms: what the line gives by year, in which months, and how it goes on. Years and months are reckoned from
//! them, for any year, whether the plan shows it or not.

use super::AmountOrigin;
use crate::base::{Active, Funding, Line, Rounding, Schedule};
use crate::calendar::{Horizon, Month, Year};
use crate::money::{Decimal, Overflow, add, grow, mul, ratio, round, round_to_step, sum};
use std::sync::Arc;

/// What a row's amounts are reckoned from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// Given amounts or levels by year, rising, kronor.
    pub given: Vec<(Year, Decimal)>,
    /// Whether they are levels, a full year's each, and not what is spent in their year.
    pub is_level: bool,
    /// When the line runs and who funds it.
    pub timing: Timing,
    /// The step that continued amounts are rounded to.
    pub round_to: Rounding,
    /// The year whose prices the given amounts are in; their own year's when absent.
    pub price_year: Option<Year>,
}

/// When a line runs, and the share that the association funds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timing {
    /// First and last active month.
    pub active: Active,
    /// Funding phases; the whole cost before the first.
    pub funding: Arc<[Funding]>,
}

/// Amounts by year and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// Kronor by year of the horizon.
    pub amounts: Vec<Decimal>,
    /// Where each comes from.
    pub origins: Vec<AmountOrigin>,
}

/// What a year costs, before months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearCost {
    /// What is spent in the year, in the months that it runs.
    Spent(Decimal),
    /// What a full year would cost.
    Pace(Decimal),
}

impl YearCost {
    /// The kronor of either.
    pub fn amount(self) -> Decimal {
        match self {
            YearCost::Spent(amount) | YearCost::Pace(amount) => amount,
        }
    }
}

impl Terms {
    /// The terms of a line of the plan, or of one that a decision adds.
    pub fn of(line: &Line) -> Terms {
        let (given, is_level, funding) = match &line.schedule {
            Schedule::Amounts(amounts) => (amounts, false, Arc::default()),
            Schedule::Level(level) => (&level.levels, true, level.funding.as_slice().into()),
        };
        Terms {
            given: given.iter().map(|(year, amount)| (*year, *amount)).collect(),
            is_level,
            timing: Timing { active: line.active, funding },
            round_to: line.round_to,
            price_year: None,
        }
    }

    /// Whole kronor by year. Given amounts are used as they are (active months scale levels and continued amounts
    /// only). After the last given year: `amount(y) = round(amount(y−1) × (1 + rate(y)), step)`, then × funded active
    /// months / 12. With a price year, given amounts are carried from its prices to their own year's.
    pub fn resolve(&self, rate: impl Fn(Year) -> Decimal, horizon: Horizon) -> Result<Resolved, Overflow> {
        let mut amounts = Vec::with_capacity(horizon.len());
        let mut origins = Vec::with_capacity(horizon.len());
        let mut course = Course::of(self, rate)?;
        for year in horizon.iter() {
            let (cost, origin) = course.year(year)?;
            amounts.push(match cost {
                YearCost::Spent(amount) => round(amount),
                YearCost::Pace(full_year) => self.timing.prorate(full_year, year)?,
            });
            origins.push(origin);
        }
        Ok(Resolved { amounts, origins })
    }

    /// What each year costs before months, as far as it is not rounded yet.
    pub fn costs(&self, rate: impl Fn(Year) -> Decimal, horizon: Horizon) -> Result<Vec<YearCost>, Overflow> {
        let mut course = Course::of(self, rate)?;
        horizon.iter().map(|year| Ok(course.year(year)?.0)).collect()
    }

    /// Whether a given amount is other than 0: something is planned.
    pub fn plans_something(&self) -> bool {
        self.given.iter().any(|(_, amount)| !amount.is_zero())
    }

    /// A given amount in the prices of `year`: carried over the years since the price year.
    pub(super) fn repriced(
        &self,
        amount: Decimal,
        year: Year,
        rate: impl Fn(Year) -> Decimal,
    ) -> Result<Decimal, Overflow> {
        let Some(mut reached) = self.price_year.filter(|from| *from < year) else { return Ok(amount) };
        let mut factor = Decimal::ONE;
        while reached < year {
            reached = reached.next();
            factor = mul(factor, add(Decimal::ONE, rate(reached))?)?;
        }
        if factor == Decimal::ONE {
            return Ok(amount);
        }
        round_to_step(mul(amount, factor)?, self.round_to.kronor())
    }

    /// What is given last before or in `year`.
    pub(super) fn latest(&self, year: Year) -> Option<Decimal> {
        self.given.iter().rev().find(|(given, _)| *given <= year).map(|(_, amount)| *amount)
    }
}

impl Timing {
    /// The share, 0–1, of a month's cost that the association carries.
    pub fn weight(&self, month: Month) -> Decimal {
        if self.active.contains(month) { self.share(month) } else { Decimal::ZERO }
    }

    /// The share, 0–1, that the association funds in a month, whether the line runs or not.
    pub(super) fn share(&self, month: Month) -> Decimal {
        let phase = self.funding.iter().filter(|phase| phase.from <= month).max_by_key(|phase| phase.from);
        phase.map_or(Decimal::ONE, |phase| phase.share)
    }

    /// `full_year` kronor for the funded active months of `year`, in whole kronor.
    pub fn prorate(&self, full_year: Decimal, year: Year) -> Result<Decimal, Overflow> {
        if self.funding.is_empty() && self.active == Active::default() {
            return Ok(round(full_year));
        }
        let months = sum(year.months().map(|month| self.weight(month)))?;
        let amount = ratio(mul(full_year, months)?, Decimal::from(12))?;
        Ok(round(amount.unwrap_or_default()))
    }
}

/// A row's years in order, one asked after the other.
pub(super) struct Course<'t, R> {
    terms: &'t Terms,
    rate: R,
    chain: Option<Chain>,
}

impl<'t, R: Fn(Year) -> Decimal> Course<'t, R> {
    pub(super) fn of(terms: &'t Terms, rate: R) -> Result<Course<'t, R>, Overflow> {
        let mut chain = None;
        if let Some((last, amount)) = terms.given.last() {
            let amount = terms.repriced(*amount, *last, &rate)?;
            // An amount in the prices of a later year stands still until that year.
            let year = terms.price_year.map_or(*last, |price_year| price_year.max(*last));
            chain = Some(Chain { year, amount, step: terms.round_to.kronor() });
        }
        Ok(Course { terms, rate, chain })
    }

    /// What a year costs; years must not be asked for backwards.
    pub(super) fn year(&mut self, year: Year) -> Result<(YearCost, AmountOrigin), Overflow> {
        let none = YearCost::Spent(Decimal::ZERO);
        let (Some((first, _)), Some((last, _))) = (self.terms.given.first(), self.terms.given.last()) else {
            return Ok((none, AmountOrigin::Before));
        };
        if year < *first {
            return Ok((none, AmountOrigin::Before));
        }
        if year > *last {
            let full_year = self.chain.as_mut().map(|chain| chain.until(year, &self.rate)).transpose()?;
            return Ok((YearCost::Pace(full_year.unwrap_or_default()), AmountOrigin::Continued));
        }
        let given = self.terms.given.iter().find(|(given, _)| *given == year).map(|(_, amount)| *amount);
        if self.terms.is_level {
            let level = self.terms.repriced(self.terms.latest(year).unwrap_or_default(), year, &self.rate)?;
            return Ok((
                YearCost::Pace(level),
                if given.is_some() { AmountOrigin::Given } else { AmountOrigin::Continued },
            ));
        }
        match given {
            Some(amount) => Ok((YearCost::Spent(self.terms.repriced(amount, year, &self.rate)?), AmountOrigin::Given)),
            None => Ok((none, AmountOrigin::Gap)),
        }
    }
}

/// A full-year amount that goes on with an index, one year at a time.
pub(super) struct Chain {
    pub(super) year: Year,
    pub(super) amount: Decimal,
    pub(super) step: Decimal,
}

impl Chain {
    pub(super) fn until(&mut self, year: Year, rate: impl Fn(Year) -> Decimal) -> Result<Decimal, Overflow> {
        while self.year < year {
            self.year = self.year.next();
            self.amount = next_year_amount(self.amount, rate(self.year), self.step)?;
        }
        Ok(self.amount)
    }
}

/// The next year's amount: `round(amount × (1 + rate), step)`; one that goes on at 0 % is not rounded.
pub fn next_year_amount(amount: Decimal, rate: Decimal, step: Decimal) -> Result<Decimal, Overflow> {
    if rate.is_zero() { Ok(amount) } else { grow(amount, rate, step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn terms(given: &[(u16, i64)], is_level: bool, active: Active, funding: &[Funding]) -> Terms {
        let given = given.iter().map(|(number, kronor)| (year(*number), Decimal::from(*kronor))).collect();
        Terms { given, is_level, timing: Timing { active, funding: funding.into() }, ..Terms::default() }
    }

    fn run(terms: &Terms, rate: &str, first: u16, years: u8) -> (Vec<i64>, Vec<AmountOrigin>) {
        let rate: Decimal = rate.parse().unwrap();
        let resolved = terms.resolve(|_| rate, Horizon { first: year(first), years }).unwrap();
        (resolved.amounts.iter().map(|kr| i64::try_from(*kr).unwrap()).collect(), resolved.origins)
    }

    fn always() -> Active {
        Active::default()
    }

    #[test]
    fn utgangspunkten_is_one_level_line() {
        let half = Funding { from: "2014-07".parse().unwrap(), share: Decimal::new(5, 1) };
        let line = terms(&[(2014, 1_648_000)], true, always(), &[half]);
        assert_eq!(run(&line, "0", 2014, 2).0, [1_236_000, 824_000]);
    }

    #[test]
    fn given_years_win_and_the_last_goes_on_with_the_index() {
        let (kronor, origins) = run(&terms(&[(2015, 954_000)], false, always(), &[]), "0.025", 2014, 5);
        assert_eq!(kronor, [0, 954_000, 977_850, 1_002_296, 1_027_353]);
        assert_eq!(
            origins,
            [
                AmountOrigin::Before,
                AmountOrigin::Given,
                AmountOrigin::Continued,
                AmountOrigin::Continued,
                AmountOrigin::Continued
            ]
        );
    }

    #[test]
    fn given_amounts_in_the_prices_of_a_year_are_carried_from_it_once() {
        let line = terms(&[(2016, 954_000), (2017, 954_000)], false, always(), &[]);
        let priced = Terms { price_year: Some(year(2015)), ..line };
        assert_eq!(run(&priced, "0.025", 2015, 4).0, [0, 977_850, 1_002_296, 1_027_353]);
        // In the prices of a later year they stand still until then.
        let later = Terms { price_year: Some(year(2018)), ..priced };
        assert_eq!(run(&later, "0.025", 2016, 4).0, [954_000, 954_000, 954_000, 977_850]);
    }

    #[test]
    fn a_year_missing_between_given_ones_is_a_gap() {
        let (kronor, origins) = run(&terms(&[(2014, 10), (2016, 30)], false, always(), &[]), "0", 2014, 4);
        assert_eq!(kronor, [10, 0, 30, 30]);
        assert_eq!(origins[1], AmountOrigin::Gap);
    }

    #[test]
    fn active_months_scale_levels_and_continued_amounts_only() {
        let forsteget = Active { first: "2015-09".parse().ok(), last: "2016-12".parse().ok() };
        assert_eq!(run(&terms(&[(2015, 430_500)], true, forsteget, &[]), "0", 2015, 3).0, [143_500, 430_500, 0]);
        let half = Active { first: None, last: "2016-06".parse().ok() };
        assert_eq!(run(&terms(&[(2015, 100)], false, half, &[]), "0", 2015, 3).0, [100, 50, 0]);
    }

    #[test]
    fn nothing_given_is_nothing() {
        assert_eq!(run(&Terms::default(), "0.03", 2015, 2).0, [0, 0]);
        assert!(!Terms::default().plans_something());
    }
}
