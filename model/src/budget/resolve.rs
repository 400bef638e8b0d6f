//! From a schedule to whole kronor by year.

use super::Timing;
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, add, mul, round, round_to_step};
use crate::plan::{RoundingStep, Schedule};

/// Where a year's amount comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Given in the plan, or in the line that a decision adds.
    Given,
    /// Continues from the last given year with the index, or from a level.
    Continued,
    /// Before the first given year: nothing.
    Before,
    /// Missing between two given years: 0, and a finding.
    Gap,
    /// Given by a decision, as an amount.
    Fixed,
    /// Reckoned by a decision from what it met.
    Decision,
}

/// Amounts by year and where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// Kronor by year of the horizon.
    pub amounts: Vec<Decimal>,
    /// Where each comes from.
    pub origins: Vec<Origin>,
}

/// Resolves a schedule over the horizon. Given amounts are used as they are (active months scale levels and continued
/// amounts only). After the last given year: `amount(y) = round(amount(y−1) × (1 + rate(y)), step)`, then × active
/// months / 12.
pub fn resolve(
    schedule: &Schedule,
    timing: &Timing,
    rate: impl Fn(Year) -> Decimal,
    step: RoundingStep,
    horizon: Horizon,
) -> Result<Resolved, Overflow> {
    let given = schedule.given();
    let is_level = matches!(schedule, Schedule::Level(_));
    let (first, last) = match (given.first_key_value(), given.last_key_value()) {
        (Some((first, _)), Some((last, _))) => (*first, *last),
        _ => {
            let none = vec![Decimal::ZERO; horizon.len()];
            return Ok(Resolved { amounts: none, origins: vec![Origin::Before; horizon.len()] });
        }
    };
    let mut amounts = Vec::with_capacity(horizon.len());
    let mut origins = Vec::with_capacity(horizon.len());
    let mut chain = Chain { year: last, amount: given.get(&last).copied().unwrap_or_default() };
    for year in horizon.iter() {
        let (amount, origin) = if year < first {
            (Decimal::ZERO, Origin::Before)
        } else if year > last {
            (timing.prorate(chain.until(year, &rate, step)?, year)?, Origin::Continued)
        } else if is_level {
            let level = given.range(..=year).next_back();
            let origin = if given.contains_key(&year) { Origin::Given } else { Origin::Continued };
            (timing.prorate(level.map(|(_, amount)| *amount).unwrap_or_default(), year)?, origin)
        } else {
            match given.get(&year) {
                Some(amount) => (round(*amount), Origin::Given),
                None => (Decimal::ZERO, Origin::Gap),
            }
        };
        amounts.push(amount);
        origins.push(origin);
    }
    Ok(Resolved { amounts, origins })
}

/// The full-year amount after the last given year, one year at a time.
struct Chain {
    year: Year,
    amount: Decimal,
}

impl Chain {
    fn until(&mut self, year: Year, rate: impl Fn(Year) -> Decimal, step: RoundingStep) -> Result<Decimal, Overflow> {
        while self.year < year {
            self.year = self.year.next();
            let rate = rate(self.year);
            if !rate.is_zero() {
                self.amount = round_to_step(mul(self.amount, add(Decimal::ONE, rate)?)?, step.kronor())?;
            }
        }
        Ok(self.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Active, Funding, Level};
    use std::collections::BTreeMap;

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn amounts(pairs: &[(u16, i64)]) -> BTreeMap<Year, Decimal> {
        pairs.iter().map(|(y, kr)| (year(*y), Decimal::from(*kr))).collect()
    }

    fn run(schedule: Schedule, active: Active, rate: &str, first: u16, years: u8) -> (Vec<i64>, Vec<Origin>) {
        let funding = match &schedule {
            Schedule::Level(level) => level.funding.clone().into(),
            Schedule::Amounts(_) => Default::default(),
        };
        let horizon = Horizon { first: year(first), years };
        let rate: Decimal = rate.parse().unwrap();
        let resolved = resolve(&schedule, &Timing { active, funding }, |_| rate, RoundingStep::One, horizon).unwrap();
        (resolved.amounts.iter().map(|kr| i64::try_from(*kr).unwrap()).collect(), resolved.origins)
    }

    #[test]
    fn utgangspunkten_is_one_level_line() {
        let level = Level {
            levels: amounts(&[(2014, 1_648_000)]),
            funding: vec![Funding { from: "2014-07".parse().unwrap(), share: Decimal::new(5, 1) }],
        };
        let (kronor, _) = run(Schedule::Level(level), Active::default(), "0", 2014, 2);
        assert_eq!(kronor, [1_236_000, 824_000]);
    }

    #[test]
    fn given_years_win_and_the_last_goes_on_with_the_index() {
        let schedule = Schedule::Amounts(amounts(&[(2015, 954_000)]));
        let (kronor, origins) = run(schedule, Active::default(), "0.025", 2014, 5);
        assert_eq!(kronor, [0, 954_000, 977_850, 1_002_296, 1_027_353]);
        assert_eq!(origins, [Origin::Before, Origin::Given, Origin::Continued, Origin::Continued, Origin::Continued]);
    }

    #[test]
    fn a_year_missing_between_given_ones_is_a_gap() {
        let (kronor, origins) =
            run(Schedule::Amounts(amounts(&[(2014, 10), (2016, 30)])), Active::default(), "0", 2014, 4);
        assert_eq!(kronor, [10, 0, 30, 30]);
        assert_eq!(origins[1], Origin::Gap);
    }

    #[test]
    fn active_months_scale_levels_and_continued_amounts_only() {
        let forsteget = Active { first: "2015-09".parse().ok(), last: "2016-12".parse().ok() };
        let level = Level { levels: amounts(&[(2015, 430_500)]), funding: Vec::new() };
        assert_eq!(run(Schedule::Level(level), forsteget, "0", 2015, 3).0, [143_500, 430_500, 0]);
        let half = Active { first: None, last: "2016-06".parse().ok() };
        let given = Schedule::Amounts(amounts(&[(2015, 100)]));
        assert_eq!(run(given, half, "0", 2015, 3).0, [100, 50, 0]);
    }

    #[test]
    fn nothing_given_is_nothing() {
        assert_eq!(run(Schedule::Amounts(BTreeMap::new()), Active::default(), "0.03", 2015, 2).0, [0, 0]);
    }
}
