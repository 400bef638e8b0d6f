//! What came out of the runs: the fan, the chances, and what drives the outcome.

use super::Uncertainty;
use crate::calendar::Year;
use crate::explore::still::Still;
use crate::money::{Decimal, Overflow, mul, round};
use crate::sorted::sort_by;

/// What came out of a simulation so far.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulationSummary {
    /// How many runs.
    pub runs: u32,
    /// What came out in each year of the plan in which what is looked at exists.
    pub fan: Vec<Fan>,
    /// How often equity has been under the plan's floor by the end of each year; empty for other metrics.
    pub gone: Vec<Chance>,
    /// What drives the last year's outcome, the most driving first; empty where nothing spreads.
    pub drivers: Vec<Driver>,
    /// Why every run gave the same, where it did.
    pub still: Option<Still>,
}

/// From so many runs on a chance is right to within a fifth of a percentage point (50 / √runs).
const RUNS_FOR_A_DECIMAL: u32 = 62_500;

impl SimulationSummary {
    /// The decimals of a per cent that so many runs carry.
    pub fn decimals(&self) -> u32 {
        u32::from(self.runs >= RUNS_FOR_A_DECIMAL)
    }

    /// The drivers whose correlation is more than chance gives (twice its standard error, 1 / √runs).
    pub fn certain_drivers(&self) -> impl Iterator<Item = &Driver> {
        let by_chance = 4.0 / f64::from(self.runs.max(1));
        self.drivers.iter().filter(move |driver| driver.share > by_chance)
    }
}

/// A year's outcome over all runs: in so many per cent of the runs it is at most this. Percentiles
/// are values that came out, by nearest rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fan {
    pub year: Year,
    /// The least of all.
    pub least: Decimal,
    /// 5 per cent.
    pub p5: Decimal,
    /// 25 per cent.
    pub p25: Decimal,
    /// 50 per cent: the median.
    pub p50: Decimal,
    /// 75 per cent.
    pub p75: Decimal,
    /// 95 per cent.
    pub p95: Decimal,
    /// The most of all.
    pub most: Decimal,
    pub mean: Decimal,
    /// With nothing drawn: what the plan says.
    pub plan: Decimal,
}

/// How often equity was under the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chance {
    pub year: Year,
    /// Runs in which it has been under at the end of this year or one before.
    pub runs: u32,
    /// The same as a share of all runs, 0–1.
    pub share: Decimal,
}

/// How much an uncertainty drives the outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    /// What is drawn.
    pub of: Uncertainty,
    /// Its correlation with equity at the end of the last year, −1 to 1; 0 when one of them does not vary.
    pub correlation: f64,
    /// The correlation squared: the share of the outcome's variance that goes with it, 0–1.
    pub share: f64,
}

/// Counts runs.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// The years that are looked at.
    years: Vec<Year>,
    /// Equity with nothing drawn.
    plan: Vec<Decimal>,
    /// Equity of every run in öre, by year.
    outcomes: Vec<Vec<i64>>,
    inputs: Vec<Sums>,
    output: Sums,
}

/// Sums for a correlation, of deviations from where nothing is drawn so that they stay small.
#[derive(Debug, Clone, Default)]
struct Sums {
    sum: f64,
    squares: f64,
    /// Products with the output.
    products: f64,
}

impl Tally {
    pub(super) fn new(years: Vec<Year>, plan: Vec<Decimal>, inputs: usize) -> Tally {
        let outcomes = vec![Vec::new(); plan.len()];
        Tally { years, plan, outcomes, inputs: vec![Sums::default(); inputs], output: Sums::default() }
    }

    pub(super) fn runs(&self) -> u32 {
        self.outcomes.first().map_or(0, |runs| u32::try_from(runs.len()).unwrap_or(u32::MAX))
    }

    pub(super) fn count(&mut self, path: &[Decimal], inputs: &[f64]) -> Result<(), Overflow> {
        let mut last = 0;
        for ((outcomes, equity), plan) in self.outcomes.iter_mut().zip(path).zip(&self.plan) {
            let outcome = ore(*equity)?;
            outcomes.push(outcome);
            last = outcome.saturating_sub(ore(*plan)?);
        }
        // Kronor, from öre: a float holds them exactly up to ninety thousand billion.
        let output = last as f64 / 100.0;
        self.output.sum += output;
        self.output.squares += output * output;
        for (sums, input) in self.inputs.iter_mut().zip(inputs) {
            sums.sum += input;
            sums.squares += input * input;
            sums.products += input * output;
        }
        Ok(())
    }

    pub(super) fn summary(&self, floor: Option<Decimal>, of: Vec<Uncertainty>) -> Option<SimulationSummary> {
        let runs = self.runs();
        if runs == 0 {
            return None;
        }
        let fan = self.years.iter().copied().zip(&self.outcomes).zip(&self.plan);
        let fan = fan.map(|((year, outcomes), plan)| fan_of(year, outcomes, *plan)).collect();
        let mut drivers: Vec<Driver> = of
            .into_iter()
            .zip(&self.inputs)
            .map(|(of, sums)| {
                let correlation = correlation(sums, &self.output, runs);
                Driver { of, correlation, share: correlation * correlation }
            })
            .collect();
        sort_by(&mut drivers, |one, other| other.share.total_cmp(&one.share));
        let gone = floor.map_or_else(Vec::new, |floor| self.gone(floor, runs));
        Some(SimulationSummary { runs, fan, gone, drivers, still: None })
    }

    fn gone(&self, floor: Decimal, runs: u32) -> Vec<Chance> {
        let floor = ore(floor).unwrap_or_default();
        let mut under = vec![false; usize::try_from(runs).unwrap_or_default()];
        let mut chances = Vec::new();
        for (year, outcomes) in self.years.iter().copied().zip(&self.outcomes) {
            for (under, equity) in under.iter_mut().zip(outcomes) {
                *under |= *equity < floor;
            }
            let gone = u32::try_from(under.iter().filter(|under| **under).count()).unwrap_or(u32::MAX);
            let share = Decimal::from(gone).checked_div(runs.into()).unwrap_or_default();
            chances.push(Chance { year, runs: gone, share });
        }
        chances
    }
}

fn ore(kronor: Decimal) -> Result<i64, Overflow> {
    i64::try_from(round(mul(kronor, Decimal::ONE_HUNDRED)?)).map_err(|_| Overflow)
}

fn kronor(ore: i64) -> Decimal {
    Decimal::new(ore, 2).normalize()
}

fn fan_of(year: Year, outcomes: &[i64], plan: Decimal) -> Fan {
    let mut sorted = outcomes.to_vec();
    sorted.sort_unstable();
    let rank = |percent: usize| {
        // Nearest rank: the least value that at least so many per cent of the runs do not pass.
        let place = sorted.len().saturating_mul(percent).div_ceil(100).saturating_sub(1);
        kronor(sorted.get(place).copied().unwrap_or_default())
    };
    let total: i128 = outcomes.iter().map(|outcome| i128::from(*outcome)).fold(0, i128::saturating_add);
    let count = i128::try_from(outcomes.len()).unwrap_or(1).max(1);
    let mean = i64::try_from(total.checked_div(count).unwrap_or_default()).unwrap_or_default();
    let (least, most) = (rank(0), rank(100));
    Fan {
        year,
        least,
        most,
        p5: rank(5),
        p25: rank(25),
        p50: rank(50),
        p75: rank(75),
        p95: rank(95),
        mean: kronor(mean),
        plan,
    }
}

fn correlation(input: &Sums, output: &Sums, runs: u32) -> f64 {
    let n = f64::from(runs);
    let spread = |sums: &Sums| sums.squares - sums.sum * sums.sum / n;
    let together = input.products - input.sum * output.sum / n;
    let (of_input, of_output) = (spread(input), spread(output));
    if of_input <= 0.0 || of_output <= 0.0 {
        return 0.0;
    }
    (together / (of_input.sqrt() * of_output.sqrt())).clamp(-1.0, 1.0)
}
