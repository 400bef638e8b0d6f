//! Figures by year, for each association and in total.

use super::Figures;
use super::equity::Moved;
use crate::budget::{AssociationBudget, Budget};
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, add, mul, ratio, sub};
use crate::plan::{Approach, Category, Id, Metric};
use std::sync::Arc;

/// Figures by year for each association and in total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Projection {
    /// The years.
    pub horizon: Horizon,
    /// Each association's figures.
    pub associations: Vec<AssociationFigures>,
    /// The sum of all associations, by year.
    pub total: Vec<Figures>,
}

/// One association's figures by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationFigures {
    /// The association.
    pub id: Id,
    pub name: Arc<str>,
    /// By year of the horizon.
    pub years: Vec<Figures>,
}

impl AssociationFigures {
    /// A metric in the year at `place` of the horizon.
    pub fn get(&self, place: usize, metric: Metric) -> Option<Decimal> {
        self.years.get(place).and_then(|figures| figures.get(metric))
    }
}

impl Projection {
    /// The figures of a budget.
    pub fn of(budget: &Budget) -> Result<Projection, Overflow> {
        Projection::reckon(budget, |_| None)
    }

    fn reckon(
        budget: &Budget,
        known: impl Fn(&Arc<AssociationBudget>) -> Option<Vec<Figures>>,
    ) -> Result<Projection, Overflow> {
        let mut total: Vec<Figures> = vec![Figures::default(); budget.horizon.len()];
        let mut associations = Vec::with_capacity(budget.associations.len());
        let mut moved = Moved::default();
        for association_budget in &budget.associations {
            let years = match known(association_budget) {
                Some(years) => years,
                None => account_years(budget, association_budget, &mut moved)?,
            };
            for (sum, figures) in total.iter_mut().zip(&years) {
                sum.add(figures)?;
            }
            associations.push(AssociationFigures {
                id: association_budget.id.clone(),
                name: association_budget.name.clone(),
                years,
            });
        }
        for (place, figures) in total.iter_mut().enumerate() {
            figures.derive(&budget.definitions)?;
            figures.forget_parts(associations.iter().filter_map(|one| one.years.get(place)));
        }
        Ok(Projection { horizon: budget.horizon, associations, total })
    }

    /// The figures of a budget that a decision made of `before`: associations that it left alone keep theirs.
    pub(crate) fn after(before: &Budget, projection: &Projection, budget: &Budget) -> Result<Projection, Overflow> {
        let known = |association_budget: &Arc<AssociationBudget>| {
            let mut moves = budget.equity_moves.iter().chain(&before.equity_moves);
            let moved = moves.any(|moves| moves.involves(&association_budget.id));
            let place =
                before.associations.iter().position(|old| Arc::ptr_eq(old, association_budget)).filter(|_| !moved);
            place.and_then(|place| projection.associations.get(place)).map(|figures| figures.years.clone())
        };
        Projection::reckon(budget, known)
    }

    /// The figures of an association.
    pub fn association(&self, id: &Id) -> Option<&AssociationFigures> {
        self.associations.iter().find(|association| association.id == *id)
    }

    /// A metric of an association in a year; of the total when `association` is `None`.
    pub fn get(&self, association: Option<&Id>, year: Year, metric: Metric) -> Option<Decimal> {
        let place = self.horizon.position(year)?;
        match association {
            Some(id) => self.association(id)?.get(place, metric),
            None => self.total.get(place)?.get(metric),
        }
    }
}

fn account_years(
    budget: &Budget,
    association_budget: &AssociationBudget,
    moved: &mut Moved,
) -> Result<Vec<Figures>, Overflow> {
    let mut years = Vec::with_capacity(budget.horizon.len());
    let mut equity = association_budget.opening.amount;
    for place in 0..budget.horizon.len() {
        let exists = budget.horizon.iter().nth(place).is_some_and(|year| association_budget.life.contains(year));
        // A claim goes with the association that it is owed to: a merger hands it to the new one.
        let claim = if exists { association_budget.opening.claim } else { Decimal::ZERO };
        let mut figures = Figures { opening_equity: equity, claim, ..Figures::default() };
        for row in &association_budget.rows {
            let amount = row.amounts.get(place).copied().unwrap_or_default();
            let sum = match row.category {
                Category::Contribution => &mut figures.contributions,
                Category::OtherIncome => &mut figures.other_income,
                Category::FinancialIncome => &mut figures.financial_income,
                Category::Board => &mut figures.board,
                Category::Administration => &mut figures.administration,
                Category::Audit => &mut figures.audit,
                Category::FinancialCost => &mut figures.financial_cost,
                Category::Activity => match row.approach {
                    Some(Approach::Base) => &mut figures.base,
                    Some(Approach::Process) => &mut figures.process,
                    Some(Approach::Structure) => &mut figures.structure,
                    None => &mut figures.untagged,
                },
            };
            *sum = add(*sum, amount)?;
        }
        figures.equity_use = association_budget.equity_use.get(place).copied().unwrap_or_default();
        let fixed = association_budget.transfers.get(place).copied().unwrap_or_default();
        figures.transfers = moved.transfers(budget, association_budget, place, equity, fixed)?;
        if let Some(capacity) = &association_budget.capacity {
            let cost = capacity.cost_per_fte.get(place).copied().unwrap_or_default();
            figures.fte = ratio(figures.base, cost)?;
            figures.places = match (figures.fte, capacity.places_per_fte) {
                (Some(fte), Some(per_fte)) => Some(mul(fte, per_fte)?),
                _ => None,
            };
        }
        figures.derive(&budget.definitions)?;
        equity = add(add(equity, figures.transfers)?, sub(figures.income, figures.total_cost)?)?;
        years.push(figures);
    }
    Ok(years)
}
