//! Sensitivity: each lever moved to both ends of its plausible range, one at a time and all else held constant.

use super::measure::Measure;
use super::model::{Model, Unanswered};
use super::range::plausible;
use crate::lever::{self, LeverAddress, LeverProblem, Unit};
use crate::money::{Decimal, Overflow, sub};
use crate::plan::{Id, Plan};
use std::cmp::Reverse;

/// How a number answers to each lever: the tornado.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitivity {
    /// The number.
    pub measure: Measure,
    /// Its value with no lever moved.
    pub now: Decimal,
    /// The levers with the widest swing first; those of the same swing in the plan's order.
    pub bars: Vec<Bar>,
    /// Levers that could not be varied.
    pub unvaried: Vec<Unvaried>,
}

/// One lever's bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The lever.
    pub address: LeverAddress,
    /// What its value counts.
    pub unit: Unit,
    /// Its value now.
    pub value: Decimal,
    /// The low end of its range.
    pub low: Decimal,
    /// The high end of its range.
    pub high: Decimal,
    /// Whether the users gave the range.
    pub own: bool,
    /// The number at the low end.
    pub at_low: Decimal,
    /// The number at the high end.
    pub at_high: Decimal,
    /// The distance between the greatest and the least of the number at low, now and high.
    pub swing: Decimal,
}

/// A lever that could not be varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unvaried {
    /// The lever.
    pub address: LeverAddress,
    /// Why.
    pub why: Why,
}

/// Why a lever could not be varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The range has no width: a tenth of nothing, or an end of the slider on both sides.
    NoWidth,
    /// An end of the range cannot be set.
    Cannot(LeverProblem),
    /// The number is not there at an end of the range: its association does not exist, or there is nothing to take a
    /// share of.
    NoNumber,
    /// An amount would be too large to compute with.
    Overflow,
}

/// The tornado of a number: every lever of the plan's base and of the scenario's decisions that are on. `None` when the
/// number is not there.
pub fn sensitivity(plan: &Plan, scenario: Option<&Id>, measure: &Measure) -> Result<Option<Sensitivity>, Overflow> {
    let mut model = Model::new(plan, scenario)?;
    let Some(now) = measure.of(model.now()) else { return Ok(None) };
    let levers = lever::levers(plan, scenario);
    let mut bars = Vec::new();
    let mut unvaried = Vec::new();
    for lever in &levers {
        let range = plausible(plan, lever);
        let missed = |why| Unvaried { address: lever.address.clone(), why };
        if range.high <= range.low {
            unvaried.push(missed(Why::NoWidth));
            continue;
        }
        let mut end = |value| -> Result<Decimal, Why> {
            let projection = model.at(&lever.address, value).map_err(|unanswered| match unanswered {
                Unanswered::Lever(problem) => Why::Cannot(problem),
                Unanswered::Overflow => Why::Overflow,
            })?;
            measure.of(&projection).ok_or(Why::NoNumber)
        };
        match (end(range.low), end(range.high)) {
            (Ok(at_low), Ok(at_high)) => bars.push(Bar {
                address: lever.address.clone(),
                unit: lever.unit,
                value: lever.value,
                low: range.low,
                high: range.high,
                own: range.own,
                at_low,
                at_high,
                swing: sub(at_low.max(at_high).max(now), at_low.min(at_high).min(now))?,
            }),
            (Err(why), _) | (_, Err(why)) => unvaried.push(missed(why)),
        }
    }
    let gone = plan.ranges.iter().filter(|range| !levers.iter().any(|lever| lever.address == range.lever));
    // A range of another scenario's decision is not gone; it is not asked about.
    let gone = gone.filter(|range| lever::lever(plan, &range.lever).is_none());
    let gone = gone.map(|range| Unvaried { address: range.lever.clone(), why: Why::Cannot(LeverProblem::NoSuchLever) });
    unvaried.extend(gone);
    bars.sort_by_key(|bar| Reverse(bar.swing));
    Ok(Some(Sensitivity { measure: measure.clone(), now, bars, unvaried }))
}
