//! What a simulation draws and looks at.

use crate::comparison::Subject;
use crate::explore::range::{is_part_of_whole, plausible};
use crate::lever::{self, LeverAddress};
use crate::plan::{Id, LeverRange, Likelihoods, Metric, Plan};

/// What is drawn and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulationSettings {
    /// The levers that are drawn, each with its range.
    pub levers: Vec<LeverRange>,
    /// Whether the register's risks happen: those that have an amount and a likelihood.
    pub risks: bool,
    /// What the likelihood grades are in numbers.
    pub likelihoods: Likelihoods,
    /// The association that is looked at; all together when absent.
    pub association: Option<Id>,
    /// What is looked at, by year: equity, or another metric that is an amount or a count.
    pub metric: Metric,
    /// Whose contributions are looked at, where not all of them are and the metric is contributions.
    pub payer: Option<Subject>,
}

impl SimulationSettings {
    /// The usual settings: the users' own ranges, or the usual ranges of [`uncertain_levers`] when none of them has any
    /// width; all risks, with the plan's likelihoods; the equity of all together.
    pub fn usual(plan: &Plan, scenario: Option<&Id>) -> SimulationSettings {
        let there = lever::levers(plan, scenario);
        let own = plan.ranges.iter().filter(|range| there.iter().any(|lever| lever.address == range.lever));
        let (own, fixed): (Vec<LeverRange>, Vec<LeverRange>) = own.cloned().partition(LeverRange::has_width);
        let mut levers = if own.is_empty() { uncertain_levers(plan) } else { own };
        // Somebody has stated them: what is not drawn for that is told.
        levers.extend(fixed);
        SimulationSettings {
            levers,
            risks: true,
            likelihoods: plan.rules.likelihoods.clone(),
            association: None,
            metric: Metric::Equity,
            payer: None,
        }
    }

    /// The levers that there is something to draw of.
    pub fn drawn(&self) -> impl Iterator<Item = &LeverRange> {
        self.levers.iter().filter(|range| range.has_width())
    }

    /// Whether what is drawn has the users' own ranges.
    pub fn is_own(&self, plan: &Plan) -> bool {
        self.drawn().next().is_some_and(|range| plan.ranges.contains(range))
    }
}

/// The levers of the base that are uncertain by nature, with their plausible ranges: what lines cost and bring in, each
/// line as a whole; index rates; what a coordinator costs. Not what the board chooses itself: decisions, the use of
/// saved money, when lines begin and end, who funds them.
pub fn uncertain_levers(plan: &Plan) -> Vec<LeverRange> {
    let levers = lever::levers(plan, None).into_iter();
    let by_nature = levers.filter(|lever| match &lever.address {
        LeverAddress::Line { part, .. } => {
            use crate::lever::LineField::{Amount, Whole};
            matches!(part, Amount(_) | Whole) && !is_part_of_whole(plan, &lever.address)
        }
        LeverAddress::IndexRate { .. } | LeverAddress::CostPerFte { .. } => true,
        LeverAddress::Decision { .. }
        | LeverAddress::PlacesPerFte { .. }
        | LeverAddress::OpeningEquity { .. }
        | LeverAddress::EquityUse { .. } => false,
    });
    let ranges = by_nature.map(|lever| {
        let range = plausible(plan, &lever);
        LeverRange::new(lever.address, range.low, range.high)
    });
    ranges.filter(LeverRange::has_width).collect()
}
