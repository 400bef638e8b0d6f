//! Sensitivity: each lever moved to both ends of its plausible range, one at a time and all else held constant.

use super::measure::Measure;
use super::model::{AskError, Model};
use super::range::{Plausible, RangeOf, plausible};
use super::still::{self, Seen, Still};
use crate::lever::{self, Lever, LeverAddress, LeverError, LeverUnit};
use crate::money::{Decimal, Overflow, sub};
use crate::plan::{Id, Plan};
use crate::sorted::sort_by_key;
use std::cmp::Reverse;

/// How a number answers to each lever: the tornado.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitivity {
    /// The number.
    pub measure: Measure,
    /// Its value with no lever moved.
    pub now: Decimal,
    /// The levers with the widest swing first; those of the same swing in the plan's order.
    pub bars: Vec<TornadoBar>,
    /// Levers that could not be varied.
    pub unvaried: Vec<HeldConstant>,
    /// Why no lever moves the number, where none does.
    pub still: Option<Still>,
}

/// One lever's bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TornadoBar {
    /// The lever.
    pub address: LeverAddress,
    /// What its value counts.
    pub unit: LeverUnit,
    /// Its value now.
    pub value: Decimal,
    /// The low end of its range.
    pub low: Decimal,
    /// The high end of its range.
    pub high: Decimal,
    /// Whose the range is.
    pub of: RangeOf,
    /// The number at the low end.
    pub at_low: Decimal,
    /// The number at the high end.
    pub at_high: Decimal,
    /// The distance between the greatest and the least of the number at low, now and high.
    pub swing: Decimal,
}

/// A lever that could not be varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldConstant {
    /// The lever.
    pub address: LeverAddress,
    pub why: VaryError,
}

/// Why a lever could not be varied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaryError {
    /// The usual range has no width: a tenth of nothing, or an end of the slider on both sides.
    NoWidth,
    /// Somebody's own range has none: both its ends are the same value.
    OwnHasNoWidth,
    /// An end of the range cannot be set.
    Cannot(LeverError),
    /// The number is not there at an end of the range: its association does not exist, or there is nothing to take a
    /// share of.
    NoNumber,
    /// An amount would be too large to compute with.
    Overflow,
}

/// The tornado of a number: every lever of the plan's base and of the scenario's decisions that are on. `None` when the
/// number is not there.
pub fn sensitivity(plan: &Plan, scenario: Option<&Id>, measure: &Measure) -> Result<Option<Sensitivity>, Overflow> {
    let Some(mut tornado) = Tornado::new(plan, scenario, measure)? else { return Ok(None) };
    tornado.advance(usize::MAX)?;
    Ok(Some(tornado.finish()))
}

/// A tornado under way: a whole country's plan has thousands of levers, so that a page asks for some at a time.
#[derive(Debug, Clone)]
pub struct Tornado {
    model: Model,
    measure: Measure,
    now: Decimal,
    levers: std::vec::IntoIter<(Lever, Plausible)>,
    count: usize,
    bars: Vec<TornadoBar>,
    unvaried: Vec<HeldConstant>,
    /// Whether a step-down divides whatever is left, so that no lever reaches the result.
    spends_all: bool,
    /// Set where it is what somebody pays, who pays nothing.
    pays_nothing: Option<Still>,
    /// Metrics of the year with the least and the most that has come out.
    seen: Seen,
}

impl Tornado {
    /// A tornado with no lever moved yet; `None` when the number is not there.
    pub fn new(plan: &Plan, scenario: Option<&Id>, measure: &Measure) -> Result<Option<Tornado>, Overflow> {
        Tornado::among(plan, scenario, measure, |_| true)
    }

    /// The same with some of the levers alone.
    pub fn among(
        plan: &Plan,
        scenario: Option<&Id>,
        measure: &Measure,
        wanted: impl Fn(&LeverAddress) -> bool,
    ) -> Result<Option<Tornado>, Overflow> {
        let model = Model::new(plan, scenario)?;
        let given = model.now();
        let Some(now) = measure.of(&given.budget, &given.projection)? else { return Ok(None) };
        let levers = lever::levers(plan, scenario).into_iter().filter(|lever| wanted(&lever.address));
        let levers = levers.map(|lever| {
            let range = plausible(plan, &lever);
            (lever, range)
        });
        let levers: Vec<_> = levers.collect();
        // A range of another scenario's decision is not gone; it is not asked about.
        let gone = plan.ranges.iter().filter(|range| lever::lever(plan, &range.lever).is_none());
        let gone = gone.map(|range| HeldConstant {
            address: range.lever.clone(),
            why: VaryError::Cannot(LeverError::NoSuchLever),
        });
        Ok(Some(Tornado {
            measure: measure.clone(),
            now,
            count: levers.len(),
            unvaried: gone.collect(),
            levers: levers.into_iter(),
            bars: Vec::new(),
            spends_all: still::spends_all(&model, measure.association.as_ref()),
            pays_nothing: still::pays_nothing(&given.budget, measure)?,
            seen: still::unseen(),
            model,
        }))
    }

    /// How many levers there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many of them are still to be moved.
    pub fn left(&self) -> usize {
        self.levers.len()
    }

    /// Moves at most so many more levers.
    pub fn advance(&mut self, levers: usize) -> Result<(), Overflow> {
        for _ in 0..levers {
            let Some((lever, range)) = self.levers.next() else { break };
            match self.bar(&lever, &range)? {
                Ok(bar) => self.bars.push(bar),
                Err(why) => self.unvaried.push(HeldConstant { address: lever.address, why }),
            }
        }
        Ok(())
    }

    /// What was found of the levers that were moved.
    pub fn finish(mut self) -> Sensitivity {
        sort_by_key(&mut self.bars, |bar| Reverse(bar.swing));
        let moves = self.bars.iter().any(|bar| !bar.swing.is_zero());
        let nothing = self.pays_nothing.take();
        let why = || match self.bars.is_empty() {
            true => Still::NothingMoved,
            false => still::why(self.measure.metric, &self.seen, false, self.spends_all),
        };
        let still = (!moves).then(|| nothing.unwrap_or_else(why));
        Sensitivity { measure: self.measure, now: self.now, bars: self.bars, unvaried: self.unvaried, still }
    }

    fn bar(&mut self, lever: &Lever, range: &Plausible) -> Result<Result<TornadoBar, VaryError>, Overflow> {
        if range.high <= range.low {
            let own = matches!(range.of, RangeOf::Own { .. });
            return Ok(Err(if own { VaryError::OwnHasNoWidth } else { VaryError::NoWidth }));
        }
        let (at_low, at_high) = match (self.end(lever, range.low), self.end(lever, range.high)) {
            (Ok(at_low), Ok(at_high)) => (at_low, at_high),
            (Err(why), _) | (_, Err(why)) => return Ok(Err(why)),
        };
        let (least, most) = (at_low.min(at_high).min(self.now), at_low.max(at_high).max(self.now));
        Ok(Ok(TornadoBar {
            address: lever.address.clone(),
            unit: lever.unit,
            value: lever.value,
            low: range.low,
            high: range.high,
            of: range.of.clone(),
            at_low,
            at_high,
            swing: sub(most, least)?,
        }))
    }

    /// The number at one end.
    fn end(&mut self, lever: &Lever, value: Decimal) -> Result<Decimal, VaryError> {
        let reckoned = self.model.at(&lever.address, value).map_err(|unanswered| match unanswered {
            AskError::Lever(problem) => VaryError::Cannot(problem),
            AskError::Overflow => VaryError::Overflow,
        })?;
        let association = self.measure.association.as_ref();
        still::see(&mut self.seen, &reckoned.projection, association, self.measure.year);
        let number = self.measure.of(&reckoned.budget, &reckoned.projection).map_err(|Overflow| VaryError::Overflow)?;
        number.ok_or(VaryError::NoNumber)
    }
}
