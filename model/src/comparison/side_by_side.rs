//! Scenarios side by side, figure by figure.

use super::trace;
use super::{ScenarioColumn, Structural, YearDifference, difference, structure};
use crate::calendar::{Horizon, Year};
use crate::money::{Decimal, Overflow, ratio, sub};
use crate::plan::{Id, Metric, Plan, Scenario};
use std::sync::Arc;

/// Scenarios side by side; the first is what the others are compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The years.
    pub horizon: Horizon,
    /// The scenarios in the order chosen.
    pub columns: Vec<ScenarioColumn>,
}

/// A figure in one scenario beside the same in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ComparedFigure {
    /// In the first scenario; absent when unknown there, or when the association is not there.
    pub old: Option<Decimal>,
    /// In this one.
    pub new: Option<Decimal>,
    /// New − old, when both are known.
    pub difference: Option<Decimal>,
    /// The difference as a share of the old figure's size; absent when that is 0.
    pub relative: Option<Decimal>,
}

impl ComparedFigure {
    /// A figure beside the same elsewhere.
    pub fn of(old: Option<Decimal>, new: Option<Decimal>) -> ComparedFigure {
        let difference = old.zip(new).and_then(|(old, new)| sub(new, old).ok());
        let relative = difference.zip(old).and_then(|(difference, old)| ratio(difference, old.abs()).ok().flatten());
        ComparedFigure { old, new, difference, relative }
    }

    /// Whether the two differ.
    pub fn differs(&self) -> bool {
        self.old != self.new
    }
}

impl Comparison {
    /// Compares scenarios; `None` is the base.
    pub fn of(plan: &Plan, scenarios: &[Option<&Scenario>]) -> Result<Comparison, Overflow> {
        let columns = scenarios.iter().map(|scenario| (scenario.map(|one| one.id.clone()), plan, *scenario));
        Comparison::across(plan.horizon(), columns)
    }

    /// Compares scenarios of several plans, each under an id of its own, in the years of one of them. A figure of a year
    /// that a plan does not look at is unknown there.
    pub fn across<'p>(
        horizon: Horizon,
        columns: impl IntoIterator<Item = (Option<Id>, &'p Plan, Option<&'p Scenario>)>,
    ) -> Result<Comparison, Overflow> {
        let columns =
            columns.into_iter().map(|(id, plan, of)| Ok(ScenarioColumn { scenario: id, trace: trace(plan, of)? }));
        Ok(Comparison { horizon, columns: columns.collect::<Result<_, Overflow>>()? })
    }

    /// The associations of any of the scenarios, in order of appearance, with their names.
    pub fn associations(&self) -> Vec<(Id, Arc<str>)> {
        let mut found: Vec<(Id, Arc<str>)> = Vec::new();
        for association_budget in self.columns.iter().flat_map(|column| &column.trace.budget().associations) {
            if !found.iter().any(|(id, _)| *id == association_budget.id) {
                found.push((association_budget.id.clone(), association_budget.name.clone()));
            }
        }
        found
    }

    /// A figure of the scenario at `column` beside that of the first; of all associations when none is named.
    pub fn cell(&self, column: usize, association: Option<&Id>, year: Year, metric: Metric) -> ComparedFigure {
        let read = |column: Option<&ScenarioColumn>| column?.trace.projection().get(association, year, metric);
        ComparedFigure::of(read(self.columns.first()), read(self.columns.get(column)))
    }

    /// Whether a metric differs between the first and any other scenario in any year.
    pub fn differs(&self, association: Option<&Id>, metric: Metric) -> bool {
        let columns = 1..self.columns.len();
        columns
            .into_iter()
            .any(|column| self.horizon.iter().any(|year| self.cell(column, association, year, metric).differs()))
    }

    /// The difference that is the same in every year of several, so that it need be said once; nothing where it is 0.
    pub fn constant_difference(&self, column: usize, association: Option<&Id>, metric: Metric) -> Option<Decimal> {
        let mut years = self.horizon.iter().map(|year| self.cell(column, association, year, metric).difference);
        let first = years.next().flatten().filter(|first| !first.is_zero())?;
        (self.horizon.len() > 1 && years.all(|other| other == Some(first))).then_some(first)
    }

    /// What differs between the first scenario and the one at `column`, in an association or in all together, by
    /// subject and year, each with the decisions that moved it.
    pub fn differences(&self, column: usize, association: Option<&Id>) -> Result<Vec<YearDifference>, Overflow> {
        match (self.columns.first(), self.columns.get(column)) {
            (Some(old), Some(new)) => difference::between(self.horizon, old, new, association),
            _ => Ok(Vec::new()),
        }
    }

    /// Which associations and members there are differently.
    pub fn structure(&self, column: usize) -> Vec<Structural> {
        match (self.columns.first(), self.columns.get(column)) {
            (Some(old), Some(new)) => structure::between(old, new),
            _ => Vec::new(),
        }
    }
}
