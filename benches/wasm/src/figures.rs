//! All that is told of a plan, line by line: natively and as WebAssembly it must be the same text. A compiler may be right in
//! one and wrong in the other, and the tests of the model run natively only.

use samplan::comparison::{Comparison, Credit, Credits, effects, provenance, trace};
use samplan::explore::{Measure, at_risk, capacity_gain, gains, goal_checks, register, sensitivity};
use samplan::outcome::project;
use samplan::plan::{Metric, Plan, Scenario};
use samplan::show::{flows, shown};
use std::fmt::Debug;

/// As many payers as a slide of flows tells apart.
const PAYERS: usize = 8;

/// The lines: what it is, and what it says.
pub fn of(plan: &Plan) -> Vec<String> {
    let mut told = Told::default();
    let ways = std::iter::once(None).chain(plan.scenarios.iter().map(|scenario| Some(&**scenario)));
    for scenario in ways.clone() {
        told.way(plan, scenario);
    }
    let columns: Vec<Option<&Scenario>> = ways.take(4).collect();
    if let Ok(comparison) = Comparison::of(plan, &columns) {
        for column in 0..columns.len() {
            told.add("payers", column, comparison.payers(column, None));
            told.add("differences", column, comparison.differences(column, None));
        }
        told.add("lasting", "all", comparison.lasting(None));
        told.add("comparison", "all", comparison);
    }
    told.0
}

#[derive(Default)]
struct Told(Vec<String>);

impl Told {
    fn add(&mut self, what: &str, of: impl Debug, says: impl Debug) {
        self.0.push(format!("{what} {of:?}: {says:?}"));
    }

    fn way(&mut self, plan: &Plan, scenario: Option<&Scenario>) {
        let name = scenario.map(|scenario| &scenario.id);
        let Ok(outcome) = project(plan, scenario) else { return };
        let (budget, projection) = (&outcome.budget, &outcome.projection);
        self.add("outcome", name, &outcome);
        self.add("slides", name, shown(plan, scenario, &outcome));
        let associations = budget.associations.iter().map(|association_budget| Some(&association_budget.id));
        for association in std::iter::once(None).chain(associations) {
            for year in projection.horizon.iter() {
                let of = (name, association, year);
                self.add("gains", of, gains(plan, budget, association, year));
                self.add("capacity", of, capacity_gain(projection, association, year));
                self.add("goals", of, goal_checks(plan, &outcome, association, year));
                self.add("at risk", of, at_risk(plan, budget, association, year));
                self.add("flows", of, flows(budget, projection, association, year, PAYERS));
            }
            self.add("risks", (name, association), register(plan, association));
        }
        let last = projection.horizon.last();
        let Ok(trace) = trace(plan, scenario) else { return };
        for metric in Metric::ALL {
            self.add("provenance", (name, metric), provenance(&trace, None, last, metric));
            let measure = Measure::total(metric, last);
            self.add("sensitivity", (name, metric), sensitivity(plan, name, &measure));
        }
        let Some(scenario) = scenario else { return };
        self.add("effects", name, effects(&trace, scenario, None, last));
        for credit in [Credit::LeftOut, Credit::InOrder] {
            let Ok(credits) = Credits::of(&trace, scenario, credit) else { continue };
            for metric in Metric::ALL {
                self.add("waterfall", (name, metric), credits.waterfall(None, last, metric));
            }
        }
    }
}
