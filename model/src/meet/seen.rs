//! The figures that the sender of a scenario saw, beside those that it gives here.

use super::arrival::Arrived;
use super::pack::by_year;
use crate::calendar::Year;
use crate::exchange::{ScenarioFile, SeenYear};
use crate::money::Decimal;
use crate::outcome::project;
use crate::plan::{Id, Metric, Plan};

/// A figure of a year, there and here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenAmount {
    pub year: Year,
    /// The figure.
    pub metric: Metric,
    /// As the sender saw it, kronor; absent in a year that the sender's plan does not look at.
    pub there: Option<Decimal>,
    /// What it is here, kronor; absent in a year that this plan does not look at, or when an amount is too large.
    pub here: Option<Decimal>,
}

/// Reads a figure.
type Read = fn(&SeenYear) -> Decimal;

const METRICS: [(Metric, Read); 4] = [
    (Metric::Contributions, |seen| seen.contributions),
    (Metric::Cost, |seen| seen.cost),
    (Metric::Result, |seen| seen.result),
    (Metric::Equity, |seen| seen.equity),
];

/// The figures of a scenario of the file, of all associations together, there and on this plan as it arrived; by figure
/// and then by year.
pub fn seen(plan: &Plan, file: &ScenarioFile, scenario: &Id, arrived: &Arrived) -> Vec<SeenAmount> {
    let found = file.figures.iter().find(|one| one.scenario == *scenario && one.association.is_none());
    let there = found.map(|found| found.by_year.clone()).unwrap_or_default();
    let outcome = project(plan, Some(&arrived.scenario)).ok();
    let here = outcome.map(|outcome| by_year(&outcome.projection, None)).unwrap_or_default();
    let years: std::collections::BTreeSet<Year> = there.keys().chain(here.keys()).copied().collect();
    let mut rows = Vec::new();
    for (metric, read) in METRICS {
        rows.extend(years.iter().map(|year| SeenAmount {
            year: *year,
            metric,
            there: there.get(year).map(read),
            here: here.get(year).map(read),
        }));
    }
    rows
}
