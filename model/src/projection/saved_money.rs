//! Saved money (*sparade medel*): what there is to pay with, what is missing, and the month when it has run out.

use super::{Figures, Projection};
use crate::budget::Budget;
use crate::calendar::{Month, Year};
use crate::money::{Decimal, Overflow, add, mul, ratio, sub};
use crate::plan::Id;
use crate::sorted::sort_by_key;

/// How a year's result meets the saved money: a surplus first fills what was missing before and is added to it with the
/// rest; a deficit uses what is liquid, and the rest of it is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SavedMoney {
    /// The part of a surplus that fills what the year began short of, kronor: nothing is saved by it.
    pub filled: Decimal,
    /// The rest of a surplus, kronor: it is added to the saved money.
    pub added: Decimal,
    /// The part of a deficit that the liquid equity of the year's beginning pays, kronor.
    pub used: Decimal,
    /// The part of a deficit that nothing pays (*saknas*), kronor.
    pub missing: Decimal,
}

impl SavedMoney {
    /// Of one association's year.
    pub fn of(figures: &Figures) -> Result<SavedMoney, Overflow> {
        let liquid = figures.opening_liquid()?;
        if figures.result >= Decimal::ZERO {
            let filled = sub(Decimal::ZERO, liquid)?.max(Decimal::ZERO).min(figures.result);
            return Ok(SavedMoney { filled, added: sub(figures.result, filled)?, ..SavedMoney::default() });
        }
        let deficit = sub(Decimal::ZERO, figures.result)?;
        let used = liquid.max(Decimal::ZERO).min(deficit);
        Ok(SavedMoney { used, missing: sub(deficit, used)?, ..SavedMoney::default() })
    }
}

/// A time for which money is under what it must be. Each year's result is spread evenly over its months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeUnder {
    /// The first month that ends under it.
    pub from: Month,
    /// Whether it is under it already when the association's first year begins: nothing runs out in that month.
    pub at_start: bool,
    /// The first month after it that does not; absent when it stays under through the plan.
    pub back: Option<Month>,
    /// The month in which it goes under again.
    pub again: Option<Month>,
}

/// When an association's money runs out, and when there is enough of it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunsOut {
    pub association: Id,
    /// When what is owed is more than the liquid money (equity without the claim).
    pub liquid: TimeUnder,
    /// The same for equity in all, a claim counted; absent when that lasts through the plan.
    pub equity: Option<TimeUnder>,
}

/// When money runs out, for each association (or for one) in which it does within the plan, the earliest first.
pub fn runs_out(budget: &Budget, projection: &Projection, association: Option<&Id>) -> Result<Vec<RunsOut>, Overflow> {
    let mut found = Vec::new();
    for (association_budget, of) in budget.associations.iter().zip(&projection.associations) {
        if association.is_some_and(|id| association_budget.id != *id) {
            continue;
        }
        let years = || budget.horizon.iter().zip(&of.years).filter(|(year, _)| association_budget.life.contains(*year));
        let liquid = times_under(years(), &|figures| figures.claim)?;
        if let Some(liquid) = liquid.first().copied() {
            let equity = times_under(years(), &|_| Decimal::ZERO)?.first().copied();
            found.push(RunsOut { association: association_budget.id.clone(), liquid, equity });
        }
    }
    sort_by_key(&mut found, |one| one.liquid.from);
    Ok(found)
}

/// The times in which equity is under a floor, kronor, in their order; that it begins under it is one.
pub fn times_under<'a>(
    years: impl Iterator<Item = (Year, &'a Figures)>,
    floor: &dyn Fn(&Figures) -> Decimal,
) -> Result<Vec<TimeUnder>, Overflow> {
    let mut times: Vec<TimeUnder> = Vec::new();
    for (place, (year, figures)) in years.enumerate() {
        let floor = floor(figures);
        let under = month_under(year, figures, floor)?;
        let at_start = place == 0 && add(figures.opening_equity, figures.transfers)? < floor;
        if place == 0 && under.is_none() {
            let (from, back) = (Month::january(year), month_back(year, figures, floor)?);
            times.extend((back > from).then_some(TimeUnder { from, at_start, back: Some(back), again: None }));
            continue;
        }
        match (under, times.last_mut()) {
            (Some(_), Some(TimeUnder { back: None, .. })) | (None, None | Some(TimeUnder { back: Some(_), .. })) => {}
            (Some(from), last) => {
                if let Some(last) = last {
                    last.again = Some(from);
                }
                times.push(TimeUnder { from, at_start, back: None, again: None });
            }
            (None, Some(last)) => last.back = Some(month_back(year, figures, floor)?),
        }
    }
    Ok(times)
}

/// The month of `year` from which equity, under `floor` before, is under it no more.
fn month_back(year: Year, figures: &Figures, floor: Decimal) -> Result<Month, Overflow> {
    let missing = sub(floor, add(figures.opening_equity, figures.transfers)?)?;
    if missing <= Decimal::ZERO {
        return Ok(Month::january(year));
    }
    let months = ratio(mul(missing, Decimal::from(12))?, figures.result)?.unwrap_or_default().ceil();
    Ok(u8::try_from(months).ok().and_then(|month| Month::new(year, month)).unwrap_or(Month::december(year)))
}

/// The month of `year` in which equity falls under `floor`, kronor; `None` when it is not under at the end of the year.
pub fn month_under(year: Year, figures: &Figures, floor: Decimal) -> Result<Option<Month>, Overflow> {
    if figures.equity >= floor {
        return Ok(None);
    }
    let above = sub(add(figures.opening_equity, figures.transfers)?, floor)?;
    Ok(Some(passing(year, above, sub(Decimal::ZERO, figures.result)?)?))
}

/// A year's deficit as kronor a month; negative in a year with a surplus.
pub fn monthly_deficit(figures: &Figures) -> Result<Decimal, Overflow> {
    Ok(ratio(sub(Decimal::ZERO, figures.result)?, Decimal::from(12))?.unwrap_or_default())
}

/// The first month that `above` kronor do not pay, of a deficit of so many kronor a year.
fn passing(year: Year, above: Decimal, deficit: Decimal) -> Result<Month, Overflow> {
    if above <= Decimal::ZERO || deficit <= Decimal::ZERO {
        return Ok(Month::january(year));
    }
    // Divided last: a twelfth of the deficit may have no end.
    let months = ratio(mul(above, Decimal::from(12))?, deficit)?.unwrap_or_default().floor();
    let whole = u8::try_from(months).unwrap_or(11).min(11);
    Ok(Month::new(year, whole.saturating_add(1)).unwrap_or(Month::december(year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vaxjo_runs_out_in_january_2016() {
        let year = Year::new(2016).unwrap();
        let month = |above: i64, monthly: i64| passing(year, above.into(), (12 * monthly).into()).unwrap().to_string();
        assert_eq!(month(39_000, 50_000), "2016-01");
        assert_eq!(month(101_000, 50_000), "2016-03");
        assert_eq!(month(-1, 50_000), "2016-01");
        assert_eq!(month(599_999, 50_000), "2016-12");
    }

    #[test]
    fn what_pays_whole_months_to_the_krona_pays_the_last_of_them() {
        let year = Year::new(2027).unwrap();
        let month = |above: i64, deficit: i64| passing(year, above.into(), deficit.into()).unwrap().to_string();
        assert_eq!(month(50_000, 200_000), "2027-04");
        assert_eq!(month(49_999, 200_000), "2027-03");
        assert_eq!(month(50_000, 300_000), "2027-03");
    }

    #[test]
    fn money_that_comes_back_is_enough_from_the_month_that_ends_without_a_debt() {
        let years = |opening: i64, results: &[i64]| {
            let mut opening = Decimal::from(opening);
            let mut made = Vec::new();
            for (place, result) in results.iter().enumerate() {
                let (result, year) = (Decimal::from(*result), 2027 + u16::try_from(place).unwrap());
                let equity = opening + result;
                made.push((
                    Year::new(year).unwrap(),
                    Figures { opening_equity: opening, result, equity, ..Figures::default() },
                ));
                opening = equity;
            }
            made
        };
        let told_from = |opening: i64, results: &[i64]| {
            let years = years(opening, results);
            let times = times_under(years.iter().map(|(year, figures)| (*year, figures)), &|_| Decimal::ZERO).unwrap();
            let one = |time: &TimeUnder| {
                [Some(time.from), time.back, time.again].into_iter().flatten().map(|month| month.to_string()).collect()
            };
            times.iter().map(one).collect::<Vec<Vec<String>>>()
        };
        let told = |results: &[i64]| told_from(100, results);
        assert_eq!(told(&[0, 0]), Vec::<Vec<String>>::new());
        assert_eq!(told(&[-400, 100, -100]), [["2027-04"]]);
        // 300 kronor are missing, and 50 come in a month: June ends without a debt.
        assert_eq!(told(&[-400, 600, 0]), [["2027-04", "2028-06"]]);
        assert_eq!(told(&[-400, 300]), [["2027-04", "2028-12"]]);
        assert_eq!(told(&[-400, 600, -900]), [vec!["2027-04", "2028-06", "2029-05"], vec!["2029-05"]]);
        // What begins under nought does not last, though every year ends above it.
        assert_eq!(told_from(-100, &[300, 0]), [["2027-01", "2027-04"]]);
        assert_eq!(told_from(-100, &[1_200, 0]), Vec::<Vec<String>>::new());
        assert_eq!(told_from(-100, &[300, -500]), [vec!["2027-01", "2027-04", "2028-05"], vec!["2028-05"]]);
        // What is short when the first year begins does not run out in its January; what is gone in it does.
        let begins_short = |opening: i64, results: &[i64]| {
            let years = years(opening, results);
            let times = times_under(years.iter().map(|(year, figures)| (*year, figures)), &|_| Decimal::ZERO).unwrap();
            times.iter().map(|time| time.at_start).collect::<Vec<_>>()
        };
        assert_eq!(begins_short(-100, &[300, -500]), [true, false]);
        assert_eq!(begins_short(-100, &[-10, -10]), [true]);
        assert_eq!(begins_short(0, &[-10, -10]), [false]);
    }

    #[test]
    fn a_deficit_uses_what_is_liquid_and_a_surplus_fills_what_was_missing() {
        let of = |opening: i64, claim: i64, result: i64| {
            let kronor = |amount: i64| Decimal::from(amount);
            let figures = Figures {
                opening_equity: kronor(opening),
                claim: kronor(claim),
                result: kronor(result),
                ..Figures::default()
            };
            let SavedMoney { filled, added, used, missing } = SavedMoney::of(&figures).unwrap();
            [filled, added, used, missing].map(|amount| i64::try_from(amount).unwrap())
        };
        assert_eq!(of(600, 0, 50), [0, 50, 0, 0]);
        assert_eq!(of(600, 0, -500), [0, 0, 500, 0]);
        assert_eq!(of(600, 325, -500), [0, 0, 275, 225]);
        assert_eq!(of(-100, 0, -500), [0, 0, 0, 500]);
        // What fills an earlier deficit, or a claim greater than the equity, is not saved.
        assert_eq!(of(-100, 0, 60), [60, 0, 0, 0]);
        assert_eq!(of(-100, 0, 100), [100, 0, 0, 0]);
        assert_eq!(of(-100, 0, 150), [100, 50, 0, 0]);
        assert_eq!(of(300, 325, 50), [25, 25, 0, 0]);
        assert_eq!(of(-100, 0, 0), [0, 0, 0, 0]);
    }
}
