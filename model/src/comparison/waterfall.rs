//! The waterfall: from the base to the scenario, decision by decision.

use crate::calendar::Year;
use crate::decision::Trace;
use crate::money::{Decimal, Overflow, sub};
use crate::plan::{Id, Metric};
use crate::projection::Projection;

/// A metric's way from the base to the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waterfall {
    /// In the base. What is not known or not there counts as 0, so that the bars add up.
    pub start: Decimal,
    /// Decision by decision, in the order in which they apply.
    pub bars: Vec<Bar>,
    /// In the scenario.
    pub end: Decimal,
}

/// What one decision does to a metric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The decision's step in the scenario.
    pub step: Id,
    /// Before it.
    pub before: Decimal,
    /// After it.
    pub after: Decimal,
    /// After − before.
    pub change: Decimal,
}

/// The way of a metric in a year, in an association or in all together.
pub fn waterfall(trace: &Trace, association: Option<&Id>, year: Year, metric: Metric) -> Result<Waterfall, Overflow> {
    let value = |projection: &Projection| projection.get(association, year, metric).unwrap_or_default();
    let mut bars = Vec::with_capacity(trace.stages.len());
    for (step, before, after) in trace.changes() {
        let (before, after) = (value(before), value(after));
        bars.push(Bar { step: step.clone(), before, after, change: sub(after, before)? });
    }
    Ok(Waterfall { start: value(&trace.base_projection), bars, end: value(trace.projection()) })
}
