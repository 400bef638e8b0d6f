//! A line's years as formulas: what a full year costs, given or going on, and what the months make of it.

use super::cell::{Cell, Look, Written};
use super::sheet::{at, on};
use crate::budget::{BudgetLine, Terms, YearCost};
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, sum};
use crate::plan::{Active, Rounding};

/// Where a rate stands: the sheet and the row.
#[derive(Debug, Clone, Copy)]
pub(super) struct RateAt<'s> {
    pub sheet: &'s str,
    pub row: usize,
}

/// How a year comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum YearStep {
    /// It is put in.
    Given,
    /// It is as the year before.
    Same,
    /// It goes on with the index.
    Grown,
}

/// A line's full years.
pub(super) struct Pace<'r> {
    row: &'r BudgetLine,
    horizon: Horizon,
    costs: Vec<YearCost>,
    /// What the year before the first costs, where the first goes on from it.
    before: Option<Decimal>,
}

impl<'r> Pace<'r> {
    pub(super) fn of(
        row: &'r BudgetLine,
        rate: impl Fn(Year) -> Decimal,
        horizon: Horizon,
    ) -> Result<Pace<'r>, Overflow> {
        let goes_on = row.index.is_some() && row.terms.given.last().is_some_and(|(last, _)| *last < horizon.first);
        let before = match Some(horizon.first.previous()).filter(|first| goes_on && *first < horizon.first) {
            Some(first) => row.terms.costs(&rate, Horizon { first, years: 1 })?.first().map(|cost| cost.amount()),
            None => None,
        };
        Ok(Pace { row, horizon, costs: row.terms.costs(rate, horizon)?, before })
    }

    fn terms(&self) -> &Terms {
        &self.row.terms
    }

    /// Whether the months or decimals make other amounts of the full years, which then stand by themselves.
    pub(super) fn is_apart(&self) -> bool {
        self.has_months() || self.costs.iter().any(|cost| !cost.amount().fract().is_zero())
    }

    /// Whether it does not run all the time, or is not paid in full.
    pub(super) fn has_months(&self) -> bool {
        let timing = &self.terms().timing;
        !timing.funding.is_empty() || timing.active != Active::default()
    }

    /// What the year before the plan's first costs, where the first goes on from it with an index.
    pub(super) fn before(&self) -> Option<Decimal> {
        self.before
    }

    /// How many months of each year are paid.
    pub(super) fn months(&self) -> Result<Vec<Decimal>, Overflow> {
        self.horizon.iter().map(|year| sum(year.months().map(|month| self.terms().timing.weight(month)))).collect()
    }

    fn step(&self, place: usize, year: Year) -> YearStep {
        let terms = self.terms();
        let last = terms.given.last().map(|(last, _)| *last);
        let is_after = last.is_none_or(|last| year > last);
        let is_given = terms.given.iter().any(|(given, _)| *given == year);
        match (place, is_after, is_given) {
            (0, _, _) | (_, _, true) => YearStep::Given,
            (_, true, _) => YearStep::Grown,
            (_, false, false) if terms.is_level => YearStep::Same,
            // A year of given amounts without one: nothing, until something is put in.
            (_, false, false) => YearStep::Given,
        }
    }

    /// The full years as cells of a row; `first` is the cell that holds the year before the first.
    pub(super) fn cells(&self, row: usize, rate: Option<RateAt<'_>>, first: Option<String>) -> Vec<Cell> {
        let apart = self.is_apart();
        let cell = |(place, (year, cost)): (usize, (Year, &YearCost))| {
            let amount = cost.amount();
            let written = Written::of_amount(amount);
            let before = first.clone().filter(|_| place == 0).unwrap_or_else(|| at(place.saturating_sub(1), row));
            let step = if place == 0 && first.is_some() { YearStep::Grown } else { self.step(place, year) };
            match (step, rate) {
                (YearStep::Given, _) => Cell::number(amount, Look::Input, written),
                (YearStep::Grown, Some(RateAt { sheet, row })) => {
                    let formula = grown(&before, &on(sheet, place, row), self.terms().round_to, apart);
                    Cell::formula(formula, Some(amount), Look::Plain, written)
                }
                (YearStep::Same | YearStep::Grown, _) => Cell::formula(before, Some(amount), Look::Plain, written),
            }
        };
        self.horizon.iter().zip(&self.costs).enumerate().map(cell).collect()
    }

    /// The years' amounts, of full years on the row `full` and months on the row `months` of `sheet`.
    pub(super) fn amounts(&self, sheet: &str, full: usize, months: Option<usize>) -> Vec<Cell> {
        let cell = |(place, cost): (usize, &YearCost)| {
            let year = on(sheet, place, full);
            let formula = match (cost, months) {
                (YearCost::Pace(_), Some(months)) => whole(&format!("{year}*{}/12", on(sheet, place, months))),
                _ => whole(&year),
            };
            Cell::formula(formula, Some(self.row.amount(place)), Look::Plain, Written::Kronor)
        };
        self.costs.iter().enumerate().map(cell).collect()
    }
}

/// The next year of an amount: it goes on with the rate, rounded to the line's step; at 0 % it stays as it is.
pub(super) fn grown(before: &str, rate: &str, step: Rounding, exact: bool) -> String {
    let next = format!("{before}*(1+{rate})");
    match step {
        Rounding::One if !exact => whole(&next),
        Rounding::One => format!("IF({rate}=0,{before},{})", whole(&next)),
        _ => {
            let step = step.kronor();
            format!("IF({rate}=0,{before},{}*{step})", whole(&format!("{next}/{step}")))
        }
    }
}

/// Rounded as the model does it. What is a half exactly falls a little short of it in a spreadsheet's binary numbers
/// (100 020 × 1.025), so the last of their digits are rounded away first.
fn whole(value: &str) -> String {
    format!("ROUND(ROUND({value},6),0)")
}
