//! Setting a simulation up: each lever is tried at both ends of its range, which asks the whole model twice. The largest
//! plans have tens of thousands of levers, so it can be done in slices.

use super::draw::{self, Dice, Triangle};
use super::running::{Drawn, RiskEvent, Simulation, kept, path};
use super::settings::SimulationSettings;
use super::summary::Tally;
use crate::calendar::Year;
use crate::explore::model::Model;
use crate::explore::risk::{RiskEntryOf, register_of};
use crate::explore::still;
use crate::lever;
use crate::money::Overflow;
use crate::plan::{Id, LeverAddress, LeverRange, Metric, Plan};

/// A simulation that is being set up, one lever at a time.
#[derive(Debug, Clone)]
pub struct SetUp {
    model: Model,
    settings: SimulationSettings,
    seed: u64,
    /// How many levers have been tried.
    tried: usize,
    levers: Vec<Drawn>,
    held: Vec<LeverAddress>,
    without_width: Vec<LeverAddress>,
}

impl SetUp {
    /// The plan as it is, with no lever tried yet.
    pub fn new(
        plan: &Plan,
        scenario: Option<&Id>,
        settings: &SimulationSettings,
        seed: u64,
    ) -> Result<SetUp, Overflow> {
        let model = Model::new(plan, scenario)?;
        let (levers, held, without_width) = (Vec::new(), Vec::new(), Vec::new());
        Ok(SetUp { model, settings: settings.clone(), seed, tried: 0, levers, held, without_width })
    }

    /// How many levers are to be tried.
    pub fn count(&self) -> usize {
        self.settings.levers.len()
    }

    /// How many of them have been.
    pub fn tried(&self) -> usize {
        self.tried
    }

    /// Tries the next lever at both ends of its range; `false` when there is none left.
    pub fn try_next(&mut self) -> bool {
        let Some(LeverRange { lever: address, low, high, .. }) = self.settings.levers.get(self.tried) else {
            return false;
        };
        self.tried = self.tried.saturating_add(1);
        if low >= high {
            self.without_width.push(address.clone());
            return true;
        }
        let can_be = [*low, *high].map(|end| self.model.at(address, end).is_ok()) == [true, true];
        match lever::lever(self.model.given(), address).filter(|_| can_be) {
            Some(now) => {
                let triangle = Triangle::new(*low, now.value, *high);
                self.levers.push(Drawn { address: address.clone(), triangle });
            }
            None => self.held.push(address.clone()),
        }
        true
    }

    /// Tries what is left, and gives the simulation, which has not run yet.
    pub fn finish(mut self) -> Result<Simulation, Overflow> {
        while self.try_next() {}
        let SetUp { model, settings, seed, levers, held, without_width, .. } = self;
        let events = if settings.risks { events(&model, &settings) } else { Vec::new() };
        let inputs = levers.len().saturating_add(events.len());
        let now = path(model.now(), settings.association.as_ref(), settings.metric, settings.payer.as_ref())?;
        let there = there(&model, settings.association.as_ref());
        let years = model.now().budget.horizon.iter().zip(&there).filter(|(_, there)| **there).map(|(year, _)| year);
        let tally = Tally::new(years.collect(), kept(now, &there), inputs);
        Ok(Simulation {
            floor: (settings.metric == Metric::Equity).then_some(model.given().rules.equity_floor),
            spends_all: still::spends_all(&model, settings.association.as_ref()),
            association: settings.association,
            metric: settings.metric,
            payer: settings.payer,
            seen: still::unseen(),
            dice: Dice::new(seed),
            tally,
            there,
            model,
            levers,
            events,
            held,
            without_width,
        })
    }
}

impl Simulation {
    /// A simulation that has not run yet, set up in one go; [`SetUp`] does it in slices.
    pub fn new(
        plan: &Plan,
        scenario: Option<&Id>,
        settings: &SimulationSettings,
        seed: u64,
    ) -> Result<Simulation, Overflow> {
        SetUp::new(plan, scenario, settings, seed)?.finish()
    }
}

/// In which years of the plan an association exists; all where it does in none, which is then told.
fn there(model: &Model, association: Option<&Id>) -> Vec<bool> {
    let budget = &model.now().budget;
    let life = association.and_then(|id| budget.association(id)).map(|one| &one.life);
    let years = || budget.horizon.iter().map(|year| life.is_none_or(|life| life.contains(year)));
    let some = years().any(|there| there);
    years().map(|there| there || !some).collect()
}

/// The risks that can happen to the equity that is looked at: an association's own, and those of associations that a
/// merger brought into it.
fn events(model: &Model, settings: &SimulationSettings) -> Vec<RiskEvent> {
    let plan = model.given();
    let horizon = model.now().budget.horizon;
    let mut events = Vec::new();
    for entry in register_of(plan, &model.now().budget, settings.association.as_ref()) {
        let (RiskEntryOf::Risk(id), Some(likelihood), Some(amount)) = (&entry.of, entry.likelihood, entry.amount)
        else {
            continue;
        };
        let risks = plan.association(&entry.association).map(|of| of.risks.as_slice()).unwrap_or_default();
        let Some(risk) = risks.iter().find(|risk| risk.id == *id) else { continue };
        let years: Vec<bool> = horizon.iter().map(|year: Year| risk.affects(year)).collect();
        events.push(RiskEvent {
            association: entry.association.clone(),
            risk: id.clone(),
            probability: draw::float(settings.likelihoods.of(likelihood)),
            amount,
            years,
        });
    }
    events
}
