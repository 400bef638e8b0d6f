//! What each decision of a scenario does in a year: the scenario less the scenario without it.

use super::{Credit, Credits, Trace};
use crate::calendar::Year;
use crate::money::{Decimal, Overflow, round_dp};
use crate::plan::{Id, Metric, Scenario};

/// What a decision does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The decision's step in the scenario.
    pub step: Id,
    /// What it changes in the year, in the order of a statement; what it does not change is left out.
    pub changes: Vec<(Metric, Decimal)>,
    /// What it does to the equity at the end of the plan's last year, kronor.
    pub equity_at_end: Decimal,
}

/// What is told of a decision: where money comes from, what it goes to, and what that gives.
const TOLD: [Metric; 7] = [
    Metric::Contributions,
    Metric::OtherIncome,
    Metric::Overhead,
    Metric::FinancialNet,
    Metric::Base,
    Metric::Process,
    Metric::Activities,
];

/// What each decision that applies does in a year, in an association or in all together.
pub fn effects(
    trace: &Trace,
    scenario: &Scenario,
    association: Option<&Id>,
    year: Year,
) -> Result<Vec<Effect>, Overflow> {
    let credits = Credits::of(trace, scenario, Credit::LeftOut)?;
    let last = trace.projection().horizon.last();
    let equity = credits.waterfall(association, last, Metric::Equity)?;
    let mut found: Vec<Effect> = equity
        .bars
        .into_iter()
        .map(|bar| Effect { step: bar.step, changes: Vec::new(), equity_at_end: bar.change })
        .collect();
    for metric in TOLD.into_iter().chain([Metric::Fte, Metric::Places]) {
        let way = credits.waterfall(association, year, metric)?;
        if way.unknown {
            continue;
        }
        for (effect, bar) in found.iter_mut().zip(way.bars) {
            // Ratios carry more decimals than they are told with.
            if !round_dp(bar.change, 2).is_zero() {
                effect.changes.push((metric, bar.change));
            }
        }
    }
    // How activities are divided is told where their sum stands.
    for effect in &mut found {
        if effect.changes.iter().any(|(metric, _)| *metric == Metric::Activities) {
            effect.changes.retain(|(metric, _)| !matches!(metric, Metric::Base | Metric::Process));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::trace;
    use crate::exchange::read;
    use crate::money::{Unit, delta};

    /// Värend: the step-down spends all that there is, 977 tkr a year more than planned, and leaves 2 930 tkr less.
    #[test]
    fn the_step_down_of_varend_spends_977_more_a_year() {
        let plan = read(include_str!("../../../plans/varend-2016.json")).unwrap();
        let scenario = plan.scenario("trappsteg").unwrap();
        let trace = trace(&plan, Some(scenario)).unwrap();
        let found = effects(&trace, scenario, None, plan.horizon().last()).unwrap();
        let told = |metric: Metric| {
            let change = found[0].changes.iter().find(|(one, _)| *one == metric).map(|(_, change)| *change);
            change.map(|change| delta(change, Unit::Thousands, ',').replace('\u{a0}', " "))
        };
        assert_eq!(found.len(), 1);
        assert_eq!(told(Metric::Activities).as_deref(), Some("+977"));
        assert_eq!(told(Metric::Contributions), None);
        assert_eq!(delta(found[0].equity_at_end, Unit::Thousands, ',').replace('\u{a0}', " "), "\u{2212}2 930");
    }

    /// Where one association does not say what a coordinator costs, a merger that counts all of them makes none.
    #[test]
    fn a_merger_makes_no_coordinators_that_nobody_had_counted() {
        let mut plan = read(include_str!("../../../plans/vaxjo-alvesta-2015.json")).unwrap();
        let told = |plan: &crate::plan::Plan| {
            let scenario = plan.scenario("sammanslagning-2015").unwrap();
            let trace = trace(plan, Some(scenario)).unwrap();
            let found = effects(&trace, scenario, None, plan.horizon().last()).unwrap();
            let total = |projection: &crate::projection::Projection| projection.total[0].fte;
            let counted = found.iter().any(|effect| effect.changes.iter().any(|(metric, _)| *metric == Metric::Fte));
            (total(&trace.base_projection), total(trace.projection()), counted)
        };
        let three = Some(Decimal::from(3));
        assert_eq!(told(&plan), (three, three, false));
        let line = plan.associations[1].lines.iter_mut().find(|line| line.id.as_str() == "insatser").unwrap();
        line.approach = Some(crate::plan::Approach::Base);
        // 1 650 + 1 848 tkr at 550 each.
        assert_eq!(told(&plan), (None, Some("6.36".parse().unwrap()), false));
    }
}
