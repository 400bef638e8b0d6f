//! Why nothing moves a metric, and what is moved instead: the answer of a tornado, a simulation or a goal seek that shows
//! nothing.

use super::measure::{Measure, Over, paid_by_year};
use super::model::Model;
use crate::budget::Budget;
use crate::calendar::Year;
use crate::money::{Decimal, Overflow};
use crate::plan::{Id, Metric};
use crate::projection::Projection;

/// What boards look at when one metric says nothing, in the order in which they ask.
const CANDIDATES: [Metric; 6] =
    [Metric::Fte, Metric::Places, Metric::ActivityRoom, Metric::Result, Metric::Equity, Metric::Contributions];

/// Why the metric is the same whatever is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    NothingMoved,
    /// One run is alike by itself.
    OneRun,
    /// The association does not exist in any of the years: a merger has ended it before them.
    NotThere {
        into: Option<Id>,
    },
    /// Who is looked at pays nothing: is no member yet, or no more.
    PaysNothing {
        /// The year that is looked at; all of the plan when absent.
        year: Option<Year>,
        /// The last year before it with a contribution.
        before: Option<Year>,
        /// The first year after it with a contribution.
        after: Option<Year>,
    },
    /// A step-down divides whatever is left each year, so that nothing that is moved reaches result and equity.
    SpentByStepDown {
        /// Metrics that are moved.
        instead: Vec<Metric>,
    },
    /// What is moved does not reach the metric.
    Untouched {
        /// Metrics that are moved.
        instead: Vec<Metric>,
    },
}

/// Why `metric` did not spread. `seen` is what came out of the metrics in the last year; `risks` tells whether one that
/// costs something is drawn: it moves result and equity, whatever the levers do.
pub(super) fn why(
    metric: Metric,
    seen: &[(Metric, Option<(Decimal, Decimal)>)],
    risks: bool,
    spends_all: bool,
) -> Still {
    let instead = spreading(metric, seen, risks);
    // A step-down hides what is moved; where nothing at all is, that is not why.
    if spends_all && !instead.is_empty() && matches!(metric, Metric::Result | Metric::Equity) {
        Still::SpentByStepDown { instead }
    } else {
        Still::Untouched { instead }
    }
}

/// The same of one lever, by what it does in each year: it may move something in other years than the one that is looked at,
/// and what is moved in that year is what can be looked at instead.
pub(super) fn why_lever(measure: &Measure, by_year: &[(Year, Seen)], spends_all: bool) -> Still {
    let metric = measure.metric;
    let moves = |seen: &Seen| !spreading(metric, seen, false).is_empty();
    let here = by_year.iter().find(|(year, _)| *year == measure.year);
    let instead = here.map_or_else(Vec::new, |(_, seen)| spreading(metric, seen, false));
    let left = matches!(metric, Metric::Result | Metric::Equity);
    if spends_all && left && by_year.iter().any(|(_, seen)| moves(seen)) {
        Still::SpentByStepDown { instead }
    } else {
        Still::Untouched { instead }
    }
}

/// The other metrics that come out more than one way.
fn spreading(metric: Metric, seen: &[(Metric, Option<(Decimal, Decimal)>)], risks: bool) -> Vec<Metric> {
    let spreads = |(other, seen): &(Metric, Option<(Decimal, Decimal)>)| {
        let by_risk = risks && matches!(other, Metric::Result | Metric::Equity);
        (*other != metric && (by_risk || seen.is_some_and(|(least, most)| least < most))).then_some(*other)
    };
    seen.iter().filter_map(spreads).collect()
}

/// Whether a payer pays nothing in what a measure looks at, which is why nothing moves it.
pub(super) fn pays_nothing(budget: &Budget, measure: &Measure) -> Result<Option<Still>, Overflow> {
    let Some(payer) = &measure.payer else { return Ok(None) };
    let paid = paid_by_year(budget, measure.association.as_ref(), payer)?.unwrap_or_default();
    let years = || budget.horizon.iter().zip(&paid);
    let to = || years().filter(|(year, _)| *year <= measure.year);
    let none = |(year, amount): (Year, &Decimal)| amount.is_zero().then_some(year);
    let year = match measure.over {
        Over::InYear => to().last().and_then(none),
        Over::LowestTo => to().filter_map(none).last(),
        Over::HighestTo => to().last().and_then(none).filter(|_| to().all(|(_, amount)| amount.is_zero())),
    };
    let Some(year) = year else { return Ok(None) };
    let pays = || years().filter(|(_, amount)| !amount.is_zero()).map(|(year, _)| year);
    let (before, after) = (pays().filter(|one| *one < year).last(), pays().find(|one| *one > year));
    Ok(Some(Still::PaysNothing { year: Some(year), before, after }))
}

/// Metrics with the least and the most that has come out of each.
pub(super) type Seen = Vec<(Metric, Option<(Decimal, Decimal)>)>;

/// Nothing seen yet.
pub(super) fn unseen() -> Seen {
    CANDIDATES.map(|metric| (metric, None)).to_vec()
}

/// Notes what comes out in a year.
pub(super) fn see(
    seen: &mut [(Metric, Option<(Decimal, Decimal)>)],
    projection: &Projection,
    association: Option<&Id>,
    year: Year,
) {
    for (metric, ends) in seen {
        let Some(value) = projection.get(association, year, *metric) else { continue };
        *ends = Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))));
    }
}

/// Whether the scenario has a step-down, of the association looked at, that gives process all that base does not take of
/// the room. One that cannot apply divides nothing.
pub(super) fn spends_all(model: &Model, association: Option<&Id>) -> bool {
    let steps = model.scenario().and_then(|id| model.given().scenario_by_id(id));
    let steps = steps.map(|scenario| scenario.steps.as_slice()).unwrap_or_default();
    let here = |of: Option<&Id>| association.is_none() || of.is_none() || of == association;
    let applies = |id: &Id| !model.skipped().iter().any(|skipped| skipped.step == *id);
    let mut steps = steps.iter().filter(|step| step.on && applies(&step.id) && here(step.decision.association()));
    steps.any(|step| step.decision.spends_the_room())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A step-down is the reason where something moves and the money left does not; where nothing moves it is not.
    #[test]
    fn a_step_down_is_blamed_for_what_it_hides_alone() {
        let mut seen = unseen();
        assert_eq!(why(Metric::Equity, &seen, false, true), Still::Untouched { instead: vec![] });
        for (metric, ends) in &mut seen {
            *ends = (*metric == Metric::Fte).then_some((Decimal::ONE, Decimal::TWO));
        }
        let instead = vec![Metric::Fte];
        assert_eq!(why(Metric::Equity, &seen, false, true), Still::SpentByStepDown { instead: instead.clone() });
        assert_eq!(why(Metric::Contributions, &seen, false, true), Still::Untouched { instead: instead.clone() });
        assert_eq!(why(Metric::Equity, &seen, false, false), Still::Untouched { instead });
    }
}
