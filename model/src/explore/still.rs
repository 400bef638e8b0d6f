//! Why nothing moves a metric, and what is moved instead: the answer of a tornado or a simulation that shows nothing.

use crate::calendar::Year;
use crate::money::Decimal;
use crate::plan::{Id, Metric, Plan};
use crate::projection::Projection;

/// What boards look at when one metric says nothing, in the order in which they ask.
const CANDIDATES: [Metric; 6] =
    [Metric::Fte, Metric::Places, Metric::ActivityRoom, Metric::Result, Metric::Equity, Metric::Contributions];

/// Why the metric is the same whatever is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    NothingMoved,
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
    let spreads = |(other, seen): &(Metric, Option<(Decimal, Decimal)>)| {
        let by_risk = risks && matches!(other, Metric::Result | Metric::Equity);
        (*other != metric && (by_risk || seen.is_some_and(|(least, most)| least < most))).then_some(*other)
    };
    let instead: Vec<Metric> = seen.iter().filter_map(spreads).collect();
    // A step-down hides what is moved; where nothing at all is, that is not why.
    if spends_all && !instead.is_empty() && matches!(metric, Metric::Result | Metric::Equity) {
        Still::SpentByStepDown { instead }
    } else {
        Still::Untouched { instead }
    }
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

/// Whether a scenario has a step-down, of the association looked at, that gives process all that base does not take of the
/// room.
pub(super) fn spends_all(plan: &Plan, scenario: Option<&Id>, association: Option<&Id>) -> bool {
    let steps = scenario.and_then(|id| plan.scenario_by_id(id)).map(|scenario| scenario.steps.as_slice());
    let here = |of: Option<&Id>| association.is_none() || of.is_none() || of == association;
    let mut steps = steps.unwrap_or_default().iter().filter(|step| step.on && here(step.decision.association()));
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
