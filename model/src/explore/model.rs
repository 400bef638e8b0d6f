//! The model to be asked again and again: a plan of its own whose levers are moved and put back, and the tables that
//! no lever has touched.

use crate::budget::Budget;
use crate::decision::{SkippedDecision, apply_all};
use crate::lever::{self, LeverAddress, LeverError};
use crate::money::{Decimal, Overflow};
use crate::plan::{Id, Plan, Scenario, Shared};
use crate::projection::Projection;
use std::collections::BTreeSet;

/// A plan and scenario with what follows from them, ready to answer "what if".
#[derive(Debug, Clone)]
pub(super) struct Model {
    /// As it was given.
    given: Plan,
    /// With levers moved while a question is answered; as given in between.
    plan: Plan,
    scenario: Option<Id>,
    base: Budget,
    now: Reckoned,
    /// Decisions of the scenario that cannot apply, with no lever moved.
    skipped: Vec<SkippedDecision>,
}

/// A table with what follows from it.
#[derive(Debug, Clone)]
pub(super) struct Reckoned {
    /// The table after the scenario's decisions.
    pub budget: Budget,
    /// Its figures.
    pub projection: Projection,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AskError {
    /// The lever cannot be set so.
    Lever(LeverError),
    /// An amount is too large to compute with.
    Overflow,
}

impl From<Overflow> for AskError {
    fn from(_: Overflow) -> AskError {
        AskError::Overflow
    }
}

/// What a lever's move makes anew.
enum Touched<'a> {
    /// The decisions alone.
    Decisions,
    /// An association's table.
    Association(&'a Id),
    /// All tables.
    All,
}

fn touched(address: &LeverAddress) -> Touched<'_> {
    match address {
        LeverAddress::Decision { .. } => Touched::Decisions,
        LeverAddress::IndexRate { .. } => Touched::All,
        LeverAddress::Line { association, .. }
        | LeverAddress::CostPerFte { association, .. }
        | LeverAddress::PlacesPerFte { association }
        | LeverAddress::OpeningEquity { association }
        | LeverAddress::EquityUse { association, .. } => Touched::Association(association),
    }
}

impl Model {
    pub(super) fn new(plan: &Plan, scenario: Option<&Id>) -> Result<Model, Overflow> {
        let base = Budget::baseline(plan.base())?;
        let scenario = scenario.filter(|id| plan.scenarios.iter().any(|other| other.id == **id)).cloned();
        let (budget, skipped) = decided(plan, scenario.as_ref(), base.clone());
        let now = Reckoned { projection: Projection::of(&budget)?, budget };
        Ok(Model { given: plan.clone(), plan: plan.clone(), scenario, base, now, skipped })
    }

    /// What follows with no lever moved.
    pub(super) fn now(&self) -> &Reckoned {
        &self.now
    }

    /// The plan as it was given.
    pub(super) fn given(&self) -> &Plan {
        &self.given
    }

    /// Decisions of the scenario that cannot apply, with no lever moved.
    pub(super) fn skipped(&self) -> &[SkippedDecision] {
        &self.skipped
    }

    /// The scenario, where one was given that the plan has.
    pub(super) fn scenario(&self) -> Option<&Id> {
        self.scenario.as_ref()
    }

    /// What follows with one lever at `value`, all else as it is.
    pub(super) fn at(&mut self, address: &LeverAddress, value: Decimal) -> Result<Reckoned, AskError> {
        lever::set(&mut self.plan, address, value).map_err(AskError::Lever)?;
        let reckoned = self.reckon(std::iter::once(address));
        self.put_back(address);
        Ok(reckoned?)
    }

    /// What follows with many levers at values that lie between such as can be set. Levers that cannot be written stay
    /// as they are.
    pub(super) fn at_all<'a>(
        &mut self,
        moves: impl Iterator<Item = (&'a LeverAddress, Decimal)> + Clone,
    ) -> Result<Reckoned, Overflow> {
        for (address, value) in moves.clone() {
            // Values between two that can be set can be set; one that cannot leaves its number alone.
            let _ = lever::write(&mut self.plan, address, value);
        }
        let reckoned = self.reckon(moves.clone().map(|(address, _)| address));
        for (address, _) in moves {
            self.put_back(address);
        }
        reckoned
    }

    fn reckon<'a>(&self, moved: impl Iterator<Item = &'a LeverAddress>) -> Result<Reckoned, Overflow> {
        let mut changed = BTreeSet::new();
        let mut all = false;
        for address in moved {
            match touched(address) {
                Touched::Decisions => {}
                Touched::Association(id) => {
                    changed.insert(id);
                }
                Touched::All => all = true,
            }
        }
        let base = if all {
            Budget::baseline(self.plan.base())?
        } else {
            self.base.rebased(self.plan.base(), &changed.into_iter().collect::<Vec<_>>())?
        };
        let (budget, _) = decided(&self.plan, self.scenario.as_ref(), base);
        let projection = Projection::after(&self.now.budget, &self.now.projection, &budget)?;
        Ok(Reckoned { budget, projection })
    }

    /// Gives a lever its own value again.
    fn put_back(&mut self, address: &LeverAddress) {
        let given = &self.given;
        match address {
            LeverAddress::Decision { scenario, step, .. } => {
                let of = |scenarios: &[Shared<Scenario>]| {
                    let place = scenarios.iter().position(|other| other.id == *scenario)?;
                    let steps = &scenarios.get(place)?.steps;
                    Some((place, steps.iter().position(|other| other.id == *step)?))
                };
                let place = of(&given.scenarios);
                let slot = place.and_then(|(scenario, step)| {
                    let mine = self.plan.scenarios.get_mut(scenario)?.steps.get_mut(step)?;
                    Some((mine, given.scenarios.get(scenario)?.steps.get(step)?))
                });
                if let Some((mine, theirs)) = slot {
                    mine.decision.clone_from(&theirs.decision);
                }
            }
            // The whole line: moving all its amounts in proportion rounds each of them.
            LeverAddress::Line { association, line, .. } => {
                let place = given.associations.iter().position(|other| other.id == *association);
                let slot = place.and_then(|place| {
                    let theirs = given.associations.get(place)?;
                    let line = theirs.lines.iter().position(|other| other.id == *line)?;
                    let mine = self.plan.associations.get_mut(place)?.lines.get_mut(line)?;
                    Some((mine, theirs.lines.get(line)?))
                });
                if let Some((mine, theirs)) = slot {
                    mine.schedule.clone_from(&theirs.schedule);
                    mine.active = theirs.active;
                }
            }
            other => {
                if let Some(before) = lever::lever(given, other) {
                    let _ = lever::write(&mut self.plan, other, before.value);
                }
            }
        }
    }
}

fn decided(plan: &Plan, scenario: Option<&Id>, base: Budget) -> (Budget, Vec<SkippedDecision>) {
    let scenario = scenario.and_then(|id| plan.scenario_by_id(id));
    match scenario {
        Some(scenario) => apply_all(base, &scenario.steps),
        None => (base, Vec::new()),
    }
}
