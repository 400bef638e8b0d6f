//! Goal seek: which value of a lever makes a number reach a target. Nothing is taken for granted about the way from
//! lever to number: it may be rounded, jump, turn back or not move at all.

mod search;
mod solution;

pub use solution::{GoalSeekPoint, Solution};

use super::measure::Measure;
use super::model::{AskError, Model};
use super::still::{self, Still};
use crate::lever::{self, LeverAddress, LeverError, LeverUnit};
use crate::money::{Decimal, Overflow};
use crate::plan::{Id, Plan};
use search::Search;

/// What is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalSeekQuestion {
    /// The lever that may move.
    pub lever: LeverAddress,
    /// The number that is to reach the target.
    pub measure: Measure,
    /// The target, in the metric's unit.
    pub target: Decimal,
    /// Between which values to look; the lever's slider when absent.
    pub between: Option<(Decimal, Decimal)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalSeekResult {
    /// The lever as it stands and the number that it gives; absent when the number is not there now.
    pub now: Option<GoalSeekPoint>,
    /// What the lever's value counts.
    pub unit: LeverUnit,
    /// The least difference between two values that were looked at: whole kronor, months, hundredths of a per cent.
    pub resolution: Decimal,
    pub answer: GoalSeekAnswer,
    /// The way from lever to number over the range, values rising. Values that the lever cannot have are left out.
    pub curve: Vec<GoalSeekPoint>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalSeekAnswer {
    /// One value reaches the target.
    One(Solution),
    /// Several do, values rising.
    Several(Vec<Solution>),
    /// None in the range does; the nearest that was seen.
    None { nearest: GoalSeekPoint },
    /// The lever does not move the number at all.
    NoEffect {
        /// The number, whatever the lever.
        metric: Decimal,
        /// Whether that is the target.
        reached: bool,
        /// Why, and what the lever does move.
        why: Still,
    },
}

impl Solution {
    /// The value that gives at least the target.
    pub fn at_least(&self, target: Decimal) -> Option<GoalSeekPoint> {
        [Some(self.at), self.across].into_iter().flatten().find(|point| point.metric >= target)
    }

    /// The value that gives at most the target.
    pub fn at_most(&self, target: Decimal) -> Option<GoalSeekPoint> {
        [Some(self.at), self.across].into_iter().flatten().find(|point| point.metric <= target)
    }
}

/// Why nothing could be sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalSeekError {
    /// There is no such lever.
    NoSuchLever,
    /// The number is nowhere in the range, or no value of the range can be set.
    NoNumber(Option<LeverError>),
    /// The range is empty.
    NoRange,
    /// An amount would be too large to compute with.
    Overflow,
}

impl From<Overflow> for GoalSeekError {
    fn from(_: Overflow) -> GoalSeekError {
        GoalSeekError::Overflow
    }
}

/// Seeks every value of the lever in the range that makes the number reach the target.
///
/// The range is looked at in some two hundred places (in all values where there are fewer), and where the number passes
/// the target between two of them the place is narrowed to neighbouring values. Where it comes near and turns back the
/// surroundings are looked at more closely. A stretch narrower than a two-hundredth of the range in which the number
/// passes the target twice can be missed; a narrower range finds it.
pub fn goal_seek(plan: &Plan, scenario: Option<&Id>, goal: &GoalSeekQuestion) -> Result<GoalSeekResult, GoalSeekError> {
    let lever = lever::lever(plan, &goal.lever).ok_or(GoalSeekError::NoSuchLever)?;
    let mut model = Model::new(plan, scenario)?;
    let now = model.now();
    let now = goal.measure.of(&now.budget, &now.projection)?.map(|metric| GoalSeekPoint { value: lever.value, metric });
    let nothing = still::pays_nothing(&model.now().budget, &goal.measure)?;
    let spends_all = still::spends_all(&model, goal.measure.association.as_ref());
    // What the lever does in each year, and in the one that is looked at.
    let horizon = model.now().budget.horizon;
    let mut came_out: Vec<_> = horizon.iter().map(|year| (year, still::unseen())).collect();
    let (least, most) = goal.between.unwrap_or((lever.least, lever.most));
    let resolution = resolution(lever.unit);
    let mut problem = None;
    let metric_at = |value| match model.at(&goal.lever, value) {
        Ok(reckoned) => {
            let association = goal.measure.association.as_ref();
            for (year, seen) in &mut came_out {
                still::see(seen, &reckoned.projection, association, *year);
            }
            goal.measure.of(&reckoned.budget, &reckoned.projection)
        }
        Err(AskError::Overflow) => Err(Overflow),
        Err(AskError::Lever(why)) => {
            problem.get_or_insert(why);
            Ok(None)
        }
    };
    let mut search = Search::new(metric_at, goal.target, least, most, resolution).ok_or(GoalSeekError::NoRange)?;
    let solutions = search.solutions()?;
    let (curve, seen) = search.into_points();
    let first = seen.first().copied();
    let still = first.filter(|first| seen.iter().all(|point| point.metric == first.metric));
    let distance = |point: &GoalSeekPoint| point.metric.saturating_sub(goal.target).abs();
    let answer = match (still, solutions.as_slice()) {
        (Some(point), _) if seen.len() > 1 => {
            let why = nothing.unwrap_or_else(|| still::why_lever(&goal.measure, &came_out, spends_all));
            GoalSeekAnswer::NoEffect { metric: point.metric, reached: point.metric == goal.target, why }
        }
        (_, [one]) => GoalSeekAnswer::One(*one),
        (_, []) => match seen.iter().min_by_key(|point| distance(point)) {
            Some(nearest) => GoalSeekAnswer::None { nearest: *nearest },
            None => return Err(GoalSeekError::NoNumber(problem)),
        },
        (_, _) => GoalSeekAnswer::Several(solutions),
    };
    Ok(GoalSeekResult { now, unit: lever.unit, resolution, answer, curve })
}

fn resolution(unit: LeverUnit) -> Decimal {
    match unit {
        LeverUnit::Percent => Decimal::new(1, 4),
        LeverUnit::KronorPerInhabitant | LeverUnit::Places => Decimal::new(1, 2),
        _ => Decimal::ONE,
    }
}
