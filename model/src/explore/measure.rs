//! What is looked at: a metric of an association or of all, or what one member pays, in a year or over the years to it.

use crate::budget::Budget;
use crate::calendar::Year;
use crate::comparison::{Subject, payer};
use crate::money::{Decimal, Overflow, add};
use crate::plan::{Category, Id, Metric};
use crate::projection::Projection;

/// A number of the projection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub metric: Metric,
    /// Whose contributions (*en medlems bidrag*), where not all of them are and the metric is contributions.
    pub payer: Option<Subject>,
    /// The association; all together when absent.
    pub association: Option<Id>,
    pub year: Year,
    /// Whether it is the year's own value or the lowest or highest on the way there.
    pub over: Over,
}

/// Which of the years to a year count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Over {
    /// The year alone.
    #[default]
    InYear,
    /// The lowest value from the plan's first year to the year: what is kept over a floor all the way.
    LowestTo,
    /// The highest value from the plan's first year to the year: what is kept under a ceiling all the way.
    HighestTo,
}

impl Measure {
    /// A metric of all associations together in a year.
    pub fn total(metric: Metric, year: Year) -> Measure {
        Measure { metric, payer: None, association: None, year, over: Over::InYear }
    }

    /// Its value; absent where the metric is unknown, nobody of that name pays or the association does not exist then.
    pub fn of(&self, budget: &Budget, projection: &Projection) -> Result<Option<Decimal>, Overflow> {
        let horizon = projection.horizon;
        let Some(last) = horizon.position(self.year) else { return Ok(None) };
        let through = last.saturating_add(1);
        let mut known: Vec<Option<Decimal>> = match &self.payer {
            Some(payer) => {
                let Some(paid) = paid_by_year(budget, self.association.as_ref(), payer)? else { return Ok(None) };
                paid.into_iter().take(through).map(Some).collect()
            }
            None => {
                let get = |year| projection.get(self.association.as_ref(), year, self.metric);
                horizon.iter().take(through).map(get).collect()
            }
        };
        if let Some(association) = self.association.as_ref().and_then(|id| budget.association(id)) {
            // The years before a merger formed it, or after one ended it, have no figures of its own.
            for (year, value) in horizon.iter().zip(&mut known) {
                *value = value.filter(|_| association.life.contains(year));
            }
        }
        Ok(match self.over {
            Over::InYear => known.last().copied().flatten(),
            Over::LowestTo => known.into_iter().flatten().reduce(Decimal::min),
            Over::HighestTo => known.into_iter().flatten().reduce(Decimal::max),
        })
    }
}

/// Those who pay contributions to an association, or to all, in the order of the tables.
pub fn payers(budget: &Budget, association: Option<&Id>) -> Vec<Subject> {
    let mut found = Vec::new();
    for association_budget in budget
        .associations
        .iter()
        .filter(|association_budget| association.is_none_or(|id| association_budget.id == *id))
    {
        for row in association_budget.rows.iter().filter(|row| row.category == Category::Contribution) {
            let payer = payer(association_budget, row);
            if !found.contains(&payer) {
                found.push(payer);
            }
        }
    }
    found
}

/// What somebody pays by year; nothing where nobody of that name pays.
pub(super) fn paid_by_year(
    budget: &Budget,
    association: Option<&Id>,
    of: &Subject,
) -> Result<Option<Vec<Decimal>>, Overflow> {
    let mut paid = None;
    for association_budget in budget
        .associations
        .iter()
        .filter(|association_budget| association.is_none_or(|id| association_budget.id == *id))
    {
        for row in association_budget.rows.iter().filter(|row| row.category == Category::Contribution) {
            if payer(association_budget, row) != *of {
                continue;
            }
            let sums = paid.get_or_insert_with(|| vec![Decimal::ZERO; budget.horizon.len()]);
            for (sum, amount) in sums.iter_mut().zip(&row.amounts) {
                *sum = add(*sum, *amount)?;
            }
        }
    }
    Ok(paid)
}

/// A metric by year; what is unknown counts as 0.
pub(super) fn by_year(projection: &Projection, association: Option<&Id>, metric: Metric) -> Vec<Decimal> {
    let years = match association {
        Some(id) => projection.association(id).map(|figures| figures.years.as_slice()),
        None => Some(projection.total.as_slice()),
    };
    years.unwrap_or_default().iter().map(|figures| figures.get(metric).unwrap_or_default()).collect()
}
