//! Yearly amounts made into a level and back, so that every year's figure stays what it was.

use crate::budget::{Terms, Timing};
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, mul, ratio, round_dp, sum};
use crate::plan::{Level, Line, Plan, Schedule};
use crate::sorted::SortedMap;
use std::sync::Arc;

/// Why a schedule cannot be converted without losing a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversionError {
    /// The year has an amount, but the line does not run in it: a level would give nothing.
    NotActive(Year),
    /// An amount would be too large.
    Overflow,
}

impl From<Overflow> for ConversionError {
    fn from(_: Overflow) -> ConversionError {
        ConversionError::Overflow
    }
}

/// The line's yearly amounts as a level. A year of few active months gets the full-year level that gives its amount.
pub fn to_level(plan: &Plan, line: &Line) -> Result<Schedule, ConversionError> {
    let before = Years::of(plan, line);
    let Schedule::Amounts(given) = &line.schedule else { return Ok(line.schedule.clone()) };
    let Some((first, _)) = given.first_key_value() else { return Ok(Schedule::Level(Level::default())) };
    let mut level = Level::default();
    for (year, amount) in before.amounts(&line.schedule)?.range(*first..) {
        let there = before.amounts(&Schedule::Level(level.clone()))?;
        // What goes on by itself needs no figure; what was given stays given.
        if !given.contains_key(year) && there.get(year) == Some(amount) {
            continue;
        }
        let exact = given.get(year).copied().unwrap_or(*amount);
        let full = full_year(exact, &before.timing(&Schedule::Level(level.clone())), *year)?;
        level.levels.insert(*year, full.ok_or(ConversionError::NotActive(*year))?);
    }
    Ok(Schedule::Level(level))
}

/// Yearly amounts taken as full years' amounts, to be divided by months from now on; a level stays what it is.
pub fn as_full_years(schedule: &Schedule) -> Schedule {
    match schedule {
        Schedule::Amounts(given) => Schedule::Level(Level { levels: given.clone(), funding: Vec::new() }),
        Schedule::Level(_) => schedule.clone(),
    }
}

/// The line's level as yearly amounts: as many given years as it takes for the rest to go on as before.
pub fn to_amounts(plan: &Plan, line: &Line) -> Result<Schedule, ConversionError> {
    let before = Years::of(plan, line);
    let Schedule::Level(level) = &line.schedule else { return Ok(line.schedule.clone()) };
    let (Some((first, _)), Some((last, _))) = (level.levels.first_key_value(), level.levels.last_key_value()) else {
        return Ok(Schedule::Amounts(SortedMap::new()));
    };
    let wanted = before.amounts(&line.schedule)?;
    let timing = before.timing(&line.schedule);
    let mut amounts = SortedMap::new();
    for (year, amount) in wanted.range(*first..) {
        // A level that is paid in full keeps its öre.
        let exact = level.levels.get(year).filter(|_| months(&timing, *year).is_ok_and(|months| months == 12.into()));
        amounts.insert(*year, exact.copied().unwrap_or(*amount));
        let converted = Schedule::Amounts(amounts.clone());
        if year >= last && before.amounts(&converted)? == wanted {
            break;
        }
    }
    Ok(Schedule::Amounts(amounts))
}

/// The full-year amount that gives `amount` in a year; `None` when the line does not run in it and there is something
/// to give.
fn full_year(amount: Decimal, timing: &Timing, year: Year) -> Result<Option<Decimal>, Overflow> {
    let months = months(timing, year)?;
    if amount.is_zero() || months == 12.into() {
        return Ok(Some(amount));
    }
    Ok(ratio(mul(amount, 12.into())?, months)?.map(|full| round_dp(full, 2)))
}

/// How many months of a year are paid for, the partly funded counted by their share.
fn months(timing: &Timing, year: Year) -> Result<Decimal, Overflow> {
    sum(year.months().map(|month| timing.weight(month)))
}

/// The years that a conversion keeps: the plan's, and those that the line gives outside them.
struct Years<'a> {
    plan: &'a Plan,
    line: &'a Line,
    span: Horizon,
}

impl<'a> Years<'a> {
    fn of(plan: &'a Plan, line: &'a Line) -> Years<'a> {
        let horizon = plan.horizon();
        let given = line.schedule.given();
        let first = given.keys().next().map_or(horizon.first, |first| horizon.first.min(*first));
        let last = given.keys().next_back().map_or(horizon.last(), |last| horizon.last().max(*last));
        let years = u8::try_from(last.since(first).saturating_add(1)).unwrap_or(u8::MAX);
        Years { plan, line, span: Horizon { first, years } }
    }

    fn timing(&self, schedule: &Schedule) -> Timing {
        let funding = match schedule {
            Schedule::Level(level) => level.funding.clone().into(),
            Schedule::Amounts(_) => Arc::default(),
        };
        Timing { active: self.line.active, funding }
    }

    fn amounts(&self, schedule: &Schedule) -> Result<SortedMap<Year, Decimal>, Overflow> {
        let index = self.line.index.as_ref().and_then(|id| self.plan.index(id));
        let rate = |year| index.map(|index| index.rate(year)).unwrap_or_default();
        let resolved = Terms::of(&Line { schedule: schedule.clone(), ..self.line.clone() }).resolve(rate, self.span)?;
        Ok(self.span.iter().zip(resolved.amounts).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Active, Association, Category, Funding, Id, Index};

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn kronor(pairs: &[(u16, i64)]) -> SortedMap<Year, Decimal> {
        pairs.iter().map(|(number, kronor)| (year(*number), Decimal::from(*kronor))).collect()
    }

    fn plan(first: u16, years: u8, percent: i64) -> Plan {
        let index = Index {
            id: Id::new("loner"),
            name: "Löner".to_owned(),
            rates: [(year(2000), Decimal::new(percent, 2))].into(),
            source: String::new(),
            date: String::new(),
        };
        let association = Association::new(Id::new("a"), "A");
        Plan { indices: vec![index], ..Plan::new(Id::new("plan"), "P", year(first), years, vec![association]) }
    }

    fn line(schedule: Schedule, active: (&str, &str)) -> Line {
        let mut line = Line::new(Id::new("l"), "L", Category::Activity, schedule);
        line.active = Active { first: active.0.parse().ok(), last: active.1.parse().ok() };
        line.index = Some(Id::new("loner"));
        line
    }

    /// Converts there and back; both must give the figures of before.
    fn keeps(plan: &Plan, line: &Line) -> (Schedule, Schedule) {
        let figures = |schedule: &Schedule| Years::of(plan, line).amounts(schedule).unwrap();
        let there = if matches!(line.schedule, Schedule::Level(_)) { to_amounts } else { to_level };
        let back = if matches!(line.schedule, Schedule::Level(_)) { to_level } else { to_amounts };
        let converted = there(plan, line).unwrap();
        assert_eq!(figures(&converted), figures(&line.schedule));
        let again = back(plan, &Line { schedule: converted.clone(), ..line.clone() }).unwrap();
        assert_eq!(figures(&again), figures(&line.schedule));
        (converted, again)
    }

    #[test]
    fn a_co_funded_level_becomes_its_amounts() {
        let level = Level {
            levels: kronor(&[(2014, 1_648_000)]),
            funding: vec![Funding { from: "2014-07".parse().unwrap(), share: Decimal::new(5, 1) }],
        };
        let (amounts, _) = keeps(&plan(2014, 4, 0), &line(Schedule::Level(level), ("", "")));
        assert_eq!(amounts, Schedule::Amounts(kronor(&[(2014, 1_236_000), (2015, 824_000)])));
    }

    #[test]
    fn amounts_become_the_same_levels_and_a_gap_stays() {
        let given = kronor(&[(2014, 100_000), (2015, 100_000), (2017, 120_000)]);
        let (level, again) = keeps(&plan(2014, 6, 3), &line(Schedule::Amounts(given.clone()), ("", "")));
        let mut levels = given.clone();
        levels.insert(year(2016), Decimal::ZERO);
        assert_eq!(level, Schedule::Level(Level { levels, funding: Vec::new() }));
        assert_eq!(again.given().get(&year(2017)), given.get(&year(2017)));
    }

    #[test]
    fn a_year_of_few_months_keeps_its_amount() {
        let given = kronor(&[(2015, 143_500), (2016, 430_500)]);
        let (level, _) = keeps(&plan(2014, 5, 2), &line(Schedule::Amounts(given), ("2015-09", "2017-06")));
        assert_eq!(level.given(), &kronor(&[(2015, 430_500), (2016, 430_500)]));
        // Öre of a third of a krona, a year before the plan, and an amount that goes on from half a year.
        keeps(&plan(2016, 3, 2), &line(Schedule::Amounts(kronor(&[(2015, 100_001)])), ("2015-06", "")));
    }

    #[test]
    fn a_level_with_an_index_keeps_every_year() {
        let level = Level {
            levels: kronor(&[(2012, 999_999)]),
            funding: vec![Funding { from: "2014-03".parse().unwrap(), share: Decimal::new(333, 3) }],
        };
        keeps(&plan(2014, 8, 3), &line(Schedule::Level(level), ("2012-05", "2019-10")));
    }

    #[test]
    fn an_amount_in_a_year_when_the_line_rests_is_not_thrown_away() {
        let given = Schedule::Amounts(kronor(&[(2014, 5_000)]));
        let refused = to_level(&plan(2014, 2, 0), &line(given, ("2015-01", "")));
        assert_eq!(refused, Err(ConversionError::NotActive(year(2014))));
    }

    #[test]
    fn nothing_given_converts_to_nothing_given() {
        let empty = line(Schedule::Amounts(SortedMap::new()), ("", ""));
        assert_eq!(to_level(&plan(2014, 2, 0), &empty), Ok(Schedule::Level(Level::default())));
    }
}
