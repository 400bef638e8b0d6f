//! The forecast check: what a year's accounts say so far beside what the plan has for the year. If the money goes on at
//! the same pace, where does the year end; and which pace would the plan need for the rest of it?

use super::{Figures, Projection};
use crate::budget::{AssociationBudget, Budget, BudgetLine};
use crate::calendar::{Month, Year};
use crate::money::{Decimal, Overflow, add, mul, ratio, round_to_step, sub, sum};
use crate::plan::{Actuals, Category, ForecastLimits, Id, Plan, Rounding};

/// Actuals beside the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The last month of the accounts.
    pub through: Month,
    /// All lines, in the plan's order.
    pub lines: Vec<LineForecast>,
    /// The costs that the accounts name, together, month by month of the calendar.
    pub cost: Pace,
    /// What all costs come to if those that the accounts name go on at their pace and the others as planned, kronor.
    pub linear_cost: Decimal,
    /// The year's result then; income comes as planned.
    pub linear_result: Decimal,
    /// Equity at the end of the year then.
    pub linear_equity: Decimal,
    /// Equity at the end of the year as planned.
    pub planned_equity: Decimal,
    /// What the pace says; absent when no months are left or the accounts name no cost.
    pub verdict: Option<PaceVerdict>,
}

/// One line's actuals beside its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineForecast {
    pub line: Id,
    pub category: Category,
    /// Whether the accounts name it.
    pub is_known: bool,
    /// Its pace over its own active months.
    pub pace: Pace,
    /// What the year comes to at this pace, rounded to the line's step; as planned for income, for lines that the
    /// accounts do not name and for lines that have not begun, and what it is so far for lines that have ended.
    pub linear: Decimal,
}

/// Pace so far and pace needed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// Kronor planned for the year.
    pub planned: Decimal,
    /// Kronor so far.
    pub so_far: Decimal,
    /// Kronor a month so far; absent when no month has passed.
    pub so_far_monthly: Option<Decimal>,
    /// Kronor a month that the rest of the year takes to come to the plan; absent when no month is left.
    pub needed_monthly: Option<Decimal>,
    /// Needed / so far; absent when either is, or when nothing has come so far.
    pub ratio: Option<Decimal>,
}

/// What the pace says of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceVerdict {
    /// Within the plan's limits.
    Believable,
    /// The plan needs a faster pace than the limits allow: money will be left.
    TooSlow,
    /// The plan has room for a slower pace only: money will run short.
    TooFast,
}

/// Why accounts give no pace to hold the plan to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPace {
    /// Their year is outside the plan.
    OutsidePlan,
    /// They name no cost.
    NoCost,
    /// More has been credited than it cost.
    Credited,
}

impl NoPace {
    /// As programs read it.
    pub fn as_str(self) -> &'static str {
        match self {
            NoPace::OutsidePlan => "outside_plan",
            NoPace::NoCost => "no_cost",
            NoPace::Credited => "credited",
        }
    }
}

/// Why the accounts that a forecast is of say nothing of the plan; nothing where they do, or where their year is over.
pub(crate) fn no_pace(forecast: Option<&Forecast>) -> Option<NoPace> {
    let Some(forecast) = forecast else { return Some(NoPace::OutsidePlan) };
    let names_cost = forecast.lines.iter().any(|line| line.is_known && !line.category.is_income());
    match forecast.verdict {
        Some(_) => None,
        None if forecast.through.number() == 12 => None,
        None if names_cost => Some(NoPace::Credited),
        None => Some(NoPace::NoCost),
    }
}

/// The forecast check of an association's base; `None` when it has no actuals, or for a year outside the plan.
pub fn forecast(plan: &Plan, association: &Id) -> Result<Option<Forecast>, Overflow> {
    let budget = Budget::baseline(plan.base())?;
    let projection = Projection::of(&budget)?;
    let association_budget = budget.association(association);
    let figures = projection.association(association);
    match (association_budget, figures) {
        (Some(association_budget), Some(figures)) => of_association(plan, &budget, association_budget, &figures.years),
        _ => Ok(None),
    }
}

/// The same for an account of the base with its figures by year.
pub(crate) fn of_association(
    plan: &Plan,
    budget: &Budget,
    association_budget: &AssociationBudget,
    figures: &[Figures],
) -> Result<Option<Forecast>, Overflow> {
    let actuals = plan.association(&association_budget.id).and_then(|association| association.actuals.as_ref());
    let Some(actuals) = actuals else { return Ok(None) };
    let Some(place) = budget.horizon.position(actuals.through.year()) else { return Ok(None) };
    let Some(figures) = figures.get(place) else { return Ok(None) };
    let lines = association_budget.rows.iter().map(|row| line(row, place, actuals)).collect::<Result<Vec<_>, _>>()?;
    let costs = || lines.iter().filter(|line| !line.category.is_income());
    let known = || costs().filter(|line| line.is_known);
    let months = actuals.through.number();
    let cost = Pace::of(
        sum(known().map(|line| line.pace.planned))?,
        sum(known().map(|line| line.pace.so_far))?,
        months,
        12u8.saturating_sub(months),
    )?;
    let linear_cost = sum(costs().map(|line| line.linear))?;
    // Whole kronor: the plan's costs of the year are the sum of its rounded lines.
    let saved = sub(sum(costs().map(|line| line.pace.planned))?, linear_cost)?;
    let verdict = if known().next().is_some() { cost.verdict(&plan.rules.forecast) } else { None };
    Ok(Some(Forecast {
        through: actuals.through,
        cost,
        linear_cost,
        linear_result: add(figures.result, saved)?,
        linear_equity: add(figures.equity, saved)?,
        planned_equity: figures.equity,
        verdict,
        lines,
    }))
}

fn line(row: &BudgetLine, place: usize, actuals: &Actuals) -> Result<LineForecast, Overflow> {
    let (passed, left) = months(row, actuals.through);
    let planned = row.amount(place);
    let known = actuals.lines.get(&row.line).copied();
    let so_far = known.unwrap_or_default();
    let linear = match known {
        Some(so_far) if !row.category.is_income() => linear(so_far, planned, passed, left, row.terms.round_to)?,
        _ => planned,
    };
    Ok(LineForecast {
        line: row.line.clone(),
        category: row.category,
        is_known: known.is_some(),
        pace: Pace::of(planned, so_far, passed, left)?,
        linear,
    })
}

fn linear(so_far: Decimal, planned: Decimal, passed: u8, left: u8, step: Rounding) -> Result<Decimal, Overflow> {
    if passed == 0 {
        // Not begun: there is no pace to go on at. What came all the same has come.
        return Ok(planned.max(so_far));
    }
    if left == 0 {
        return Ok(so_far);
    }
    let year = ratio(mul(so_far, passed.saturating_add(left).into())?, passed.into())?;
    round_to_step(year.unwrap_or(so_far), step.kronor())
}

/// The line's active months of the year: those through the accounts' last and those after it.
fn months(row: &BudgetLine, through: Month) -> (u8, u8) {
    let year: Year = through.year();
    let active = || year.months().filter(|month| row.active.contains(*month));
    let count = |months: usize| u8::try_from(months).unwrap_or(12);
    (
        count(active().filter(|month| *month <= through).count()),
        count(active().filter(|month| *month > through).count()),
    )
}

impl Pace {
    fn of(planned: Decimal, so_far: Decimal, passed: u8, left: u8) -> Result<Pace, Overflow> {
        let so_far_monthly = ratio(so_far, passed.into())?;
        let needed_monthly = ratio(sub(planned, so_far)?, left.into())?;
        let ratio = match (needed_monthly, so_far_monthly) {
            (Some(needed), Some(pace)) => ratio(needed, pace)?,
            _ => None,
        };
        Ok(Pace { planned, so_far, so_far_monthly, needed_monthly, ratio })
    }

    fn verdict(&self, limits: &ForecastLimits) -> Option<PaceVerdict> {
        let needed = self.needed_monthly?;
        Some(match self.ratio {
            // Credited more than it cost: no pace to hold the plan to.
            _ if self.so_far < Decimal::ZERO => return None,
            Some(ratio) if ratio > limits.most => PaceVerdict::TooSlow,
            Some(ratio) if ratio < limits.least => PaceVerdict::TooFast,
            // Nothing has come so far and something is planned.
            None if needed > Decimal::ZERO => PaceVerdict::TooSlow,
            _ => PaceVerdict::Believable,
        })
    }
}
