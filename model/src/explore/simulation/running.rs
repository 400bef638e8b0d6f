//! A simulation under way: its runs, each of them the whole model with what was drawn.

use super::draw::{Dice, Triangle};
use super::summary::{SimulationSummary, Tally};
use super::uncertainty::Uncertainty;
use crate::comparison::Subject;
use crate::explore::measure::{by_year, paid_by_year};
use crate::explore::model::{Model, Reckoned};
use crate::explore::still::{self, Seen, Still};
use crate::lever::LeverAddress;
use crate::money::{Decimal, Overflow, add, sub};
use crate::plan::{Id, Metric};

/// A simulation under way. It can be advanced in slices of any size; the answer is the same.
#[derive(Debug, Clone)]
pub struct Simulation {
    pub(super) model: Model,
    pub(super) association: Option<Id>,
    pub(super) metric: Metric,
    pub(super) payer: Option<Subject>,
    pub(super) floor: Option<Decimal>,
    /// Whether a step-down divides whatever is left, so that nothing that is drawn reaches the result.
    pub(super) spends_all: bool,
    /// Metrics of the last year with the least and the most that has come out.
    pub(super) seen: Seen,
    pub(super) levers: Vec<Drawn>,
    pub(super) events: Vec<RiskEvent>,
    pub(super) dice: Dice,
    pub(super) tally: Tally,
    /// Which years of the plan are looked at: those in which the association exists.
    pub(super) there: Vec<bool>,
    /// Levers that could not be set at both ends of their range and are held constant.
    pub(super) held: Vec<LeverAddress>,
    /// Levers whose range has no width.
    pub(super) without_width: Vec<LeverAddress>,
}

/// A lever with its distribution.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) address: LeverAddress,
    pub(super) triangle: Triangle,
}

/// A risk with its probability and what it costs in its years.
#[derive(Debug, Clone)]
pub(super) struct RiskEvent {
    pub(super) association: Id,
    pub(super) risk: Id,
    pub(super) probability: f64,
    pub(super) amount: Decimal,
    pub(super) years: Vec<bool>,
}

impl Simulation {
    /// Runs so many more times.
    pub fn advance(&mut self, runs: u32) -> Result<(), Overflow> {
        for _ in 0..runs {
            self.run()?;
        }
        Ok(())
    }

    /// How many times it has run.
    pub fn runs(&self) -> u32 {
        self.tally.runs()
    }

    /// Levers whose range cannot be set at both ends; they are held constant.
    pub fn held(&self) -> &[LeverAddress] {
        &self.held
    }

    /// Levers whose range has no width: there is nothing to draw between its ends, and they are held constant.
    pub fn without_width(&self) -> &[LeverAddress] {
        &self.without_width
    }

    /// What is drawn, in the order of [`SimulationSummary::drivers`] before they are sorted.
    pub fn uncertainties(&self) -> Vec<Uncertainty> {
        let levers = self.levers.iter().map(|drawn| Uncertainty::Lever(drawn.address.clone()));
        let risks = self
            .events
            .iter()
            .map(|event| Uncertainty::Risk { association: event.association.clone(), risk: event.risk.clone() });
        levers.chain(risks).collect()
    }

    /// What came out so far; `None` before the first run.
    pub fn summary(&self) -> Option<SimulationSummary> {
        let mut summary = self.tally.summary(self.floor, self.uncertainties())?;
        if summary.fan.iter().all(|fan| fan.least == fan.most) {
            // Where nothing spreads nothing drives.
            summary.drivers.clear();
            summary.still = Some(self.still(&summary));
        }
        Some(summary)
    }

    /// Why every run gave the same.
    fn still(&self, summary: &SimulationSummary) -> Still {
        let association = self.association.as_ref().and_then(|id| self.model.now().budget.association(id));
        if let Some(gone) = association.filter(|one| !summary.fan.iter().any(|fan| one.life.contains(fan.year))) {
            return Still::NotThere { into: gone.life.into.clone() };
        }
        if self.payer.is_some() && summary.fan.iter().all(|fan| fan.most.is_zero()) {
            return Still::PaysNothing { year: None, before: None, after: None };
        }
        let risks = self.events.iter().any(RiskEvent::spreads);
        match summary.runs {
            _ if self.levers.is_empty() && !risks => Still::NothingMoved,
            0 | 1 => Still::OneRun,
            _ => still::why(self.metric, &self.seen, risks, self.spends_all),
        }
    }

    fn run(&mut self) -> Result<(), Overflow> {
        let mut inputs = Vec::with_capacity(self.levers.len().saturating_add(self.events.len()));
        let mut values = Vec::with_capacity(self.levers.len());
        for drawn in &self.levers {
            let (value, deviation) = drawn.triangle.draw(self.dice.share());
            values.push(value);
            inputs.push(deviation);
        }
        let moves = self.levers.iter().zip(&values).map(|(drawn, value)| (&drawn.address, *value));
        let drawn = if self.levers.is_empty() { None } else { Some(self.model.at_all(moves)?) };
        let reckoned = drawn.as_ref().unwrap_or(self.model.now());
        let mut path = path(reckoned, self.association.as_ref(), self.metric, self.payer.as_ref())?;
        let years = reckoned.budget.horizon.iter().zip(&self.there).filter(|(_, there)| **there);
        let last = years.map(|(year, _)| year).last().unwrap_or(reckoned.budget.horizon.last());
        still::see(&mut self.seen, &reckoned.projection, self.association.as_ref(), last);
        for event in &self.events {
            let happens = self.dice.share() < event.probability;
            inputs.push(if happens { 1.0 } else { 0.0 });
            if happens {
                event.strike(&mut path, self.metric)?;
            }
        }
        self.tally.count(&kept(path, &self.there), &inputs)
    }
}

impl RiskEvent {
    /// Whether some runs can come out otherwise than others by it.
    fn spreads(&self) -> bool {
        let chance = self.probability > 0.0 && self.probability < 1.0;
        chance && !self.amount.is_zero() && self.years.contains(&true)
    }

    /// Takes what it costs off the results of its years, and off the equity of those and all after. Other metrics know
    /// nothing of it.
    fn strike(&self, path: &mut [Decimal], metric: Metric) -> Result<(), Overflow> {
        let mut lost = Decimal::ZERO;
        for (value, affected) in path.iter_mut().zip(&self.years) {
            let now = if *affected { self.amount } else { Decimal::ZERO };
            lost = add(lost, now)?;
            *value = match metric {
                Metric::Equity => sub(*value, lost)?,
                Metric::Result => sub(*value, now)?,
                _ => *value,
            };
        }
        Ok(())
    }
}

/// What there is of the years that are looked at.
pub(super) fn kept(path: Vec<Decimal>, there: &[bool]) -> Vec<Decimal> {
    path.into_iter().zip(there).filter(|(_, there)| **there).map(|(value, _)| value).collect()
}

/// The metric by year; what is unknown counts as 0.
pub(super) fn path(
    reckoned: &Reckoned,
    association: Option<&Id>,
    metric: Metric,
    payer: Option<&Subject>,
) -> Result<Vec<Decimal>, Overflow> {
    match payer {
        Some(payer) => {
            let paid = paid_by_year(&reckoned.budget, association, payer)?;
            Ok(paid.unwrap_or_else(|| vec![Decimal::ZERO; reckoned.budget.horizon.len()]))
        }
        None => Ok(by_year(&reckoned.projection, association, metric)),
    }
}
