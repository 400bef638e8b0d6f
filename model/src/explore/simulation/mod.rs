//! Simulation: the plan reckoned thousands of times with its uncertain numbers drawn by chance, to see how far a metric
//! may come out and what drives it. Chance comes from a seed alone: the same plan, settings and seed give the same
//! answer bit by bit, in any slices, natively and in the browser.
//!
//! A lever is drawn from a triangle over low, now and high; a risk of the register happens or not, with the
//! probability of its likelihood. All draws are independent of each other. Floats are used for the draws and for
//! correlations only, with operations that IEEE 754 fixes to the last bit (+ − × ÷ √); money is whole öre.

mod draw;
mod set_up;
mod summary;
mod uncertainty;

pub use set_up::SetUp;
pub use summary::{Chance, Driver, Fan, Summary};
pub use uncertainty::Uncertainty;

use super::measure::{by_year, paid_by_year};
use super::model::{Model, Reckoned};
use super::range::{is_part_of_whole, plausible};
use super::still::{self, Seen, Still};
use crate::comparison::Subject;
use crate::lever::{self, LeverAddress};
use crate::money::{Decimal, Overflow, add, sub};
use crate::plan::{Id, LeverRange, Likelihoods, Metric, Plan};
use draw::{Dice, Triangle};
use summary::Tally;

/// What is drawn and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The levers that are drawn, each with its range.
    pub levers: Vec<LeverRange>,
    /// Whether the register's risks happen: those that have an amount and a likelihood.
    pub risks: bool,
    /// What the likelihood grades are in numbers.
    pub likelihoods: Likelihoods,
    /// The association that is looked at; all together when absent.
    pub association: Option<Id>,
    /// What is looked at, by year: equity, or another metric that is an amount or a count.
    pub metric: Metric,
    /// Whose contributions are looked at, where not all of them are and the metric is contributions.
    pub payer: Option<Subject>,
}

impl Settings {
    /// The usual settings: the users' own ranges, or the usual ranges of [`uncertain_levers`] when there are none; all
    /// risks, with the plan's likelihoods; the equity of all together.
    pub fn usual(plan: &Plan, scenario: Option<&Id>) -> Settings {
        let there = lever::levers(plan, scenario);
        let own = plan.ranges.iter().filter(|range| there.iter().any(|lever| lever.address == range.lever));
        let own: Vec<LeverRange> = own.cloned().collect();
        let levers = if own.is_empty() { uncertain_levers(plan) } else { own };
        Settings {
            levers,
            risks: true,
            likelihoods: plan.rules.likelihoods.clone(),
            association: None,
            metric: Metric::Equity,
            payer: None,
        }
    }
}

/// The levers of the base that are uncertain by nature, with their plausible ranges: what lines cost and bring in, each
/// line as a whole; index rates; what a coordinator costs. Not what the board chooses itself: decisions, the use of
/// saved money, when lines begin and end, who funds them.
pub fn uncertain_levers(plan: &Plan) -> Vec<LeverRange> {
    let levers = lever::levers(plan, None).into_iter();
    let by_nature = levers.filter(|lever| match &lever.address {
        LeverAddress::Line { part, .. } => {
            use crate::lever::LinePart::{Amount, Whole};
            matches!(part, Amount(_) | Whole) && !is_part_of_whole(plan, &lever.address)
        }
        LeverAddress::IndexRate { .. } | LeverAddress::CostPerFte { .. } => true,
        LeverAddress::Decision { .. }
        | LeverAddress::PlacesPerFte { .. }
        | LeverAddress::OpeningEquity { .. }
        | LeverAddress::EquityUse { .. } => false,
    });
    let ranges = by_nature.map(|lever| {
        let range = plausible(plan, &lever);
        LeverRange::new(lever.address, range.low, range.high)
    });
    ranges.filter(|range| range.low < range.high).collect()
}

/// A simulation under way. It can be advanced in slices of any size; the answer is the same.
#[derive(Debug, Clone)]
pub struct Simulation {
    model: Model,
    association: Option<Id>,
    metric: Metric,
    payer: Option<Subject>,
    floor: Option<Decimal>,
    /// Whether a step-down divides whatever is left, so that nothing that is drawn reaches the result.
    spends_all: bool,
    /// Metrics of the last year with the least and the most that has come out.
    seen: Seen,
    levers: Vec<Drawn>,
    events: Vec<Event>,
    dice: Dice,
    tally: Tally,
    /// Levers that could not be set at both ends of their range and are held constant.
    held: Vec<LeverAddress>,
}

/// A lever with its distribution.
#[derive(Debug, Clone)]
struct Drawn {
    address: LeverAddress,
    triangle: Triangle,
}

/// A risk with its probability and what it costs in its years.
#[derive(Debug, Clone)]
struct Event {
    association: Id,
    risk: Id,
    probability: f64,
    amount: Decimal,
    years: Vec<bool>,
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

    /// What is drawn, in the order of [`Summary::drivers`] before they are sorted.
    pub fn uncertainties(&self) -> Vec<Uncertainty> {
        let levers = self.levers.iter().map(|drawn| Uncertainty::Lever(drawn.address.clone()));
        let risks = self
            .events
            .iter()
            .map(|event| Uncertainty::Risk { association: event.association.clone(), risk: event.risk.clone() });
        levers.chain(risks).collect()
    }

    /// What came out so far; `None` before the first run.
    pub fn summary(&self) -> Option<Summary> {
        let mut summary = self.tally.summary(self.floor, self.uncertainties())?;
        if summary.fan.iter().all(|fan| fan.least == fan.most) {
            // Where nothing spreads nothing drives.
            summary.drivers.clear();
            let drawn = self.levers.len().saturating_add(self.events.len());
            let why = || still::why(self.metric, &self.seen, !self.events.is_empty(), self.spends_all);
            summary.still = Some(if drawn == 0 { Still::NothingMoved } else { why() });
        }
        Some(summary)
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
        let last = reckoned.budget.horizon.last();
        still::see(&mut self.seen, &reckoned.projection, self.association.as_ref(), last);
        for event in &self.events {
            let happens = self.dice.share() < event.probability;
            inputs.push(if happens { 1.0 } else { 0.0 });
            if happens {
                event.strike(&mut path, self.metric)?;
            }
        }
        self.tally.count(&path, &inputs)
    }
}

impl Event {
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

/// The metric by year; what is unknown counts as 0.
fn path(
    reckoned: &Reckoned,
    association: Option<&Id>,
    metric: Metric,
    payer: Option<&Subject>,
) -> Result<Vec<Decimal>, Overflow> {
    match payer {
        Some(payer) => Ok(paid_by_year(&reckoned.budget, association, payer)?.unwrap_or_default()),
        None => Ok(by_year(&reckoned.projection, association, metric)),
    }
}
