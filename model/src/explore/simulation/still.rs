//! Why nothing spreads, and what does instead.

use crate::money::Decimal;
use crate::plan::{Id, Metric, Plan};
use crate::projection::Projection;

/// What boards look at when one metric says nothing, in the order in which they ask.
pub(super) const CANDIDATES: [Metric; 6] =
    [Metric::Fte, Metric::Places, Metric::ActivityRoom, Metric::Result, Metric::Equity, Metric::Contributions];

/// Why the metric is the same in every run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    /// Nothing is drawn.
    NothingDrawn,
    /// A step-down divides whatever is left each year, so that nothing that is drawn reaches result and equity.
    SpentByStepDown {
        /// Metrics that did spread.
        instead: Vec<Metric>,
    },
    /// What is drawn does not reach the metric.
    Untouched {
        /// Metrics that did spread.
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
    let spreads = |(other, seen): &(Metric, Option<(Decimal, Decimal)>)| {
        let by_risk = risks && matches!(other, Metric::Result | Metric::Equity);
        (*other != metric && (by_risk || seen.is_some_and(|(least, most)| least < most))).then_some(*other)
    };
    let instead = seen.iter().filter_map(spreads).collect();
    if spends_all && matches!(metric, Metric::Result | Metric::Equity) {
        Still::SpentByStepDown { instead }
    } else {
        Still::Untouched { instead }
    }
}

/// Notes what a run gives in the last year.
pub(super) fn see(
    seen: &mut [(Metric, Option<(Decimal, Decimal)>)],
    projection: &Projection,
    association: Option<&Id>,
) {
    for (metric, ends) in seen {
        let Some(value) = projection.get(association, projection.horizon.last(), *metric) else { continue };
        *ends = Some(ends.map_or((value, value), |(least, most)| (least.min(value), most.max(value))));
    }
}

/// Whether a scenario has a step-down that gives process all that base does not take of the room.
pub(super) fn spends_all(plan: &Plan, scenario: Option<&Id>) -> bool {
    let steps = scenario.and_then(|id| plan.scenario_by_id(id)).map(|scenario| scenario.steps.as_slice());
    steps.unwrap_or_default().iter().any(|step| step.on && step.decision.spends_the_room())
}
